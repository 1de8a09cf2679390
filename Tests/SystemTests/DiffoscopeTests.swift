import Foundation
import TestSupport
import Testing

/// diffoscope, which takes packages apart down to the last byte, finds no difference between two builds, nor between a
/// package and the one that is made again of its sources.
@Suite(.enabled(if: wantsEverything, "diffoscope is for `make check-system`"))
struct DiffoscopeTests {
  private static let maintainer = "Ada Example <ada@example.org>"

  /// Every artefact of both tools, in a folder below `folder`; what is around them differs.
  private func build(_ name: String, in folder: String, _ environment: [String: String?]) throws {
    let place = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: "\(place)/site", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Places.example, toPath: "\(place)/web.tac")
    try "<p>Hello</p>\n".write(toFile: "\(place)/site/index.html", atomically: true, encoding: .utf8)
    try "*.so\n".write(toFile: "\(place)/site/.gitignore", atomically: true, encoding: .utf8)
    let common =
      ["-q", "-t", "web.tac", "--include", "site/index.html:/srv/site/index.html", "--include"]
      + ["site/.gitignore:/srv/site/.gitignore", "-o", "made"]
    let builds = [
      (Places.tap2deb, ["-m", Self.maintainer, "--source", "-u"]),
      (Places.tap2deb, ["-m", Self.maintainer, "--source", "-u", "-V", "2.0-1"]), (Places.tap2rpm, []),
    ]
    for (tool, words) in builds {
      var program = Program(tool, common + words)
      program.folder = place
      program.environment = environment.merging(["SOURCE_DATE_EPOCH": "1795248226"]) { $1 }
      try program.run().successful()
    }
  }

  private func diffoscope(_ one: String, _ other: String, in folder: String) throws -> ProgramResult {
    try run("diffoscope", "--no-progress", one, other, in: folder, timeout: .seconds(300))
  }

  private func expectNone(_ one: String, _ other: String, in folder: String) throws {
    let result = try diffoscope(one, other, in: folder)
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty, "\(one) \(other) \(result)")
  }

  @Test(.timeLimit(.minutes(10)))
  func findsNothing() throws {
    try withTemporaryFolder { folder in
      try build("one", in: folder, ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"])
      try build("other", in: folder, ["TZ": "UTC", "LC_ALL": "C.UTF-8"])
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/one/made").sorted()
      #expect(names.count == 15, "\(names)")
      for name in names { try expectNone("one/made/\(name)", "other/made/\(name)", in: folder) }
      // It does look: two versions are not the same.
      let versions = try diffoscope(
        "one/made/twisted-web_1.0_all.deb", "one/made/twisted-web_2.0-1_all.deb", in: folder)
      #expect(versions.status == 1 && versions.output.contains("Version: "))
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func findsNothingInWhatTheSourcesMake() throws {
    try withTemporaryFolder { folder in
      try build("ours", in: folder, [:])
      let script = """
        for version in 1.0 2.0-1; do
          dpkg-source -x ours/made/twisted-web_$version.dsc rebuilt-$version
          (cd rebuilt-$version; dpkg-buildpackage -us -uc -b)
        done
        mkdir rpm; cp ours/made/*.rpm rpm; cd rpm
        """
      let page = try String(contentsOfFile: "\(Places.repository)/docs/reproducible.md", encoding: .utf8)
      let commands = try #require(
        page.components(separatedBy: "<!-- test: rpm -->\n```sh\n").last?.components(separatedBy: "\n```").first)
      try run(
        "sh", "-ec", "\(script)\n\(commands)", environment: ["HOME": folder, "SOURCE_DATE_EPOCH": nil], in: folder,
        timeout: .seconds(300)
      ).successful()
      for (ours, rebuilt) in [
        ("twisted-web_1.0_all.deb", "twisted-web_1.0_all.deb"),
        ("twisted-web_2.0-1_all.deb", "twisted-web_2.0-1_all.deb"),
        ("twisted-web-1.0-1.noarch.rpm", "rpm/rebuilt/RPMS/noarch/twisted-web-1.0-1.noarch.rpm"),
        ("twisted-web-1.0-1.src.rpm", "rpm/rebuilt/SRPMS/twisted-web-1.0-1.src.rpm"),
      ] {
        try expectNone("ours/made/\(ours)", rebuilt, in: folder)
      }
    }
  }
}
