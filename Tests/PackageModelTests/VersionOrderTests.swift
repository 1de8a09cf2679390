import RPM
import Debian
import Foundation
import PackageModel
import TestSupport
import Testing

/// Versions of every scheme, mapped for both families and compared by dpkg and rpm themselves.
@Suite struct VersionOrderTests {
  /// Each list ascends.
  static let ascending: [[String]] = [
    // PEP 440's own example, and what surrounds it.
    [
      "0.9", "1.0.dev1", "1.0.dev3", "1.0.dev10", "1.0a1.dev1", "1.0a1.dev2", "1.0a1", "1.0a2", "1.0a10", "1.0b1.dev2",
      "1.0b1", "1.0b2", "1.0b2.post1", "1.0b3", "1.0c1", "1.0rc2", "1.0", "1.0+abc.5", "1.0+abc.7", "1.0.post1.dev1",
      "1.0.post1", "1.0.post2", "1.0.1.dev1", "1.0.1a1", "1.0.1", "1.0.2", "1.0.10", "1.1rc1", "1.1", "1!0.1",
      "1!1.0rc1",
      "1!1.0", "2!0.1",
    ],
    [
      "1.0.dev3+g1234", "1.0.dev4", "1.0.dev4+g1234abc", "1.0alpha1", "1.0alpha2", "1.0beta1", "1.0pre1", "1.0rc1",
      "1.0",
    ],
    ["1.0.alpha.1", "1.0.beta.2", "1.0.RC3", "1.0", "1.0-r1", "1.0.post2", "1.0.1"],
    // SemVer 11, but for the one rule that rpm cannot follow: a number before a word.
    [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.2", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
      "1.0.0-rc.1+build.5", "1.0.0", "1.0.0+build.5", "1.0.1-SNAPSHOT", "1.0.1", "1.1.0",
    ],
    ["1.0-rc1", "1.0-RC2", "1.0-rc10", "1.0", "2.0.0-x.7.z.92", "2.0.0", "10.0.0-beta", "10.0.0"],
    // Revisions.
    ["1.0-rc1-1", "1.0-rc1-2", "1.0-0.1", "1.0-1", "1.0-1.1", "1.0-2", "1.0-10", "1.0.1-1"],
    ["1.0-1~bpo1", "1.0-1", "1.0-1+b1", "1.0-2"],
    // git describe.
    ["1.2.3", "1.2.3+1.g1234abc", "1.2.3+4.gfffffff", "1.2.3+10.g0000000", "1.2.3+10.g0000000.dirty", "1.2.4"],
    ["0~git20260101.1.gabc", "0~git20260101.12.g123", "0~git20260102.2.gabc", "0.1~rc1", "0.1~rc1+3.gabc", "0.1"],
    // Letters of OpenSSL, dates, Debian's and RPM's own words.
    ["1.0.2", "1.0.2a", "1.0.2b", "1.0.2z", "1.0.3"], ["2024.01.15", "2024.02.01", "2025.1"],
    ["0:1.0~~", "1.0~~a", "1.0~", "1.0", "1.0+", "1.0+dfsg", "1.0.1"], ["1.0", "1:0.1", "1:0.1-2", "2:0.0.1"],
  ]

  static let pairs = ascending.flatMap { versions in
    versions.indices.flatMap { low in versions[(low + 1)...].map { (versions[low], $0) } }
  }

  @Test func sortsInDpkgAsMeant() throws {
    try compare(
      .debian, running: "sh",
      "while read -r low high; do dpkg --compare-versions $low lt $high || echo $low $high; done <$0")
  }

  /// Epoch, version and release one after the other, as rpm compares packages.
  @Test func sortsInRPMAsMeant() throws {
    try compare(.rpm, running: "rpm", Self.lua)
  }

  private static let lua = """
    %{lua:
    local function parts(text)
      local epoch, rest = text:match("^([0-9]+):(.*)$")
      local version, release = (rest or text):match("^([^-]*)-(.*)$")
      return {epoch or "0", version or rest or text, release or "1"}
    end
    for line in io.lines("FILE") do
      local low, high = line:match("^([^ ]+) ([^ ]+)$")
      local order = 0
      for index, part in ipairs(parts(low)) do
        if order == 0 then order = rpm.vercmp(part, parts(high)[index]) end
      end
      if order >= 0 then print(line .. "\\n") end
    end}
    """

  private func compare(_ format: FormatRules, running program: String, _ script: String) throws {
    #expect(Self.pairs.count > 700)
    let lines = try Self.pairs.map { low, high in
      try "\(PackageVersion(low, for: format)) \(PackageVersion(high, for: format))\n"
    }
    try withTemporaryFolder { folder in
      try lines.joined().write(toFile: "\(folder)/pairs", atomically: false, encoding: .utf8)
      let arguments = program == "rpm" ? ["--eval"] : ["-c"]
      let filled = script.replacing("FILE", with: "\(folder)/pairs")
      let result = try Program(program, arguments + [filled] + (program == "rpm" ? [] : ["\(folder)/pairs"])).run()
      #expect(result.output.allSatisfy(\.isWhitespace) && result.errors.isEmpty, "\(result.output)\(result.errors)")
    }
  }
}
