import Foundation
import TestSupport
import Testing

/// The commands of docs/reproducible.md do what it says.
@Suite struct DocumentedRebuildTests {
  static func script(_ name: String) throws -> String {
    let page = try String(contentsOfFile: "\(Places.repository)/docs/reproducible.md", encoding: .utf8)
    let parts = page.components(separatedBy: "<!-- test: \(name) -->\n```sh\n")
    return try #require(parts.count == 2 ? parts[1].components(separatedBy: "\n```").first : nil)
  }

  @Test func rebuildsTheDebianPackage() throws {
    try Workbench.with { bench in
      try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "--source", "-u").successful()
      let result = try run(
        "sh", "-ec", try Self.script("debian"), environment: ["HOME": bench.folder, "SOURCE_DATE_EPOCH": nil],
        in: bench.folder, timeout: .seconds(300))
      #expect(result.succeeded, "\(result)")
    }
  }

  @Test func rebuildsTheRPM() throws {
    try Workbench.with { bench in
      try bench.tap2rpm("-t", "web.tac").successful()
      let result = try run(
        "sh", "-ec", try Self.script("rpm"), environment: ["HOME": bench.folder, "SOURCE_DATE_EPOCH": nil],
        in: bench.folder)
      #expect(result.succeeded, "\(result)")
    }
  }

  /// The tags that say which source package it came from, what kinds of files there are in words, and sum up the header.
  private static let inevitable: Set = [
    "Cookie", "Fileclass", "Classdict", "Sigsize", "Sigmd5", "Sha1header", "Sha256header",
  ]

  /// `rpmbuild --rebuild`: nothing but when, where and from what it was built, the kinds of its files, and what follows from it, differs; told
  /// when and where, nothing but from what.
  @Test(arguments: [false, true])
  func rebuildsTheSameHeaderInOneStep(withMacros: Bool) throws {
    try Workbench.with { bench in
      try bench.tap2rpm("-t", "web.tac").successful()
      let macros = [
        "_buildhost localhost", "use_source_date_epoch_as_buildtime 1", "clamp_mtime_to_source_date_epoch 1",
      ]
      try run(
        "rpmbuild", "--rebuild", "--define", "_topdir \(bench.folder)/top",
        words: (withMacros ? macros.flatMap { ["--define", $0] } : []) + ["twisted-web-1.0-1.src.rpm"],
        environment: ["HOME": bench.folder, "SOURCE_DATE_EPOCH": withMacros ? Workbench.date : nil], in: bench.folder
      ).successful()
      let headers = try ["", "top/RPMS/noarch/"].map { place in
        let xml = try run("rpm", "-qp", "--xml", "\(place)twisted-web-1.0-1.noarch.rpm", in: bench.folder).successful()
        return Self.tags(xml.output)
      }
      let different = Set(headers[0].keys).union(headers[1].keys).filter { headers[0][$0] != headers[1][$0] }
      let expected = withMacros ? Self.inevitable : Self.inevitable.union(["Buildtime", "Buildhost"])
      #expect(headers[0].count > 40 && Set(different) == expected, "\(different.sorted())")
    }
  }

  /// The values of `rpm --xml` by tag.
  private static func tags(_ xml: String) -> [String: String] {
    var tags: [String: String] = [:]
    for part in xml.components(separatedBy: "<rpmTag name=\"").dropFirst() {
      let halves = part.split(separator: "\"", maxSplits: 1).map(String.init)
      if halves.count == 2 { tags[halves[0]] = halves[1] }
    }
    return tags
  }
}
