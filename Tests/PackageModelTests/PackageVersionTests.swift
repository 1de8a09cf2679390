import RPM
import Debian
import Diagnostics
import PackageModel
import Testing

/// The rules for versions.
@Suite struct PackageVersionTests {
  static let hostile = [
    "", "1 0", "v1.2", "1.0-", "-", ":", "1:", ":1", "a:1.0", "1:2:3", "0x:1", "1_0", "1^0", "1.0\n", "$1",
    "1%", "日本", "1日", "1:~2", "~1", "+1", "١", "version 2", "1/2", "1,2", String(repeating: "1", count: 121),
    "1" + String(repeating: "2-", count: 100), "1234567890:1", "99999999999999999999:1", "...", "v", "1..", "1!-",
  ]

  @Test(
    arguments: ["1.0", "0", "1.0~rc1", "1.0a", "1.0.2k", String(repeating: "1", count: 120)], FormatRules.usual)
  func keepsLegalVersions(version: String, format: FormatRules) throws {
    #expect(try PackageVersion(version, for: format).description == version)
  }

  @Test(
    arguments: [
      ("1.0rc1", "1.0~rc1", "1.0~rc1"), ("1.0-rc1", "1.0~rc1", "1.0~rc1"), ("1.0.RC.1", "1.0~rc1", "1.0~rc1"),
      ("1.0.0-rc.1+b.2", "1.0.0~rc.1+b.2", "1.0.0~rc.1^b.2"), ("1.0.dev3+g1234", "1.0~~dev3+g1234", "1.0~~dev3^g1234"),
      ("1.0a1.dev2", "1.0~a1~dev2", "1.0~a1~dev2"), ("1.0.post1", "1.0+post1", "1.0^post1"),
      ("1!2.0", "1:2.0", "1:2.0"), ("1:2.0-3", "1:2.0-3", "1:2.0-3"), ("1.0-2", "1.0-2", "1.0-2"),
      ("1.0-rc1-2", "1.0~rc1-2", "1.0~rc1-2"), ("1.0+git", "1.0+git", "1.0^git"),
      ("1.0-SNAPSHOT", "1.0~snapshot", "1.0~snapshot"),
      ("1.0~rc1+dfsg-1", "1.0~rc1+dfsg-1", "1.0~rc1^dfsg-1"), ("2-3-4", "2-3-4", "2.3-4"),
      ("1.0-alpha-beta", "1.0~alpha.beta", "1.0~alpha.beta"),
      ("1.2.3-4-gabc123", "1.2.3+4.gabc123", "1.2.3^4.gabc123"),
      ("1.2.3-4-gabc123-dirty", "1.2.3+4.gabc123.dirty", "1.2.3^4.gabc123.dirty"),
      ("1.2.3-0-gabc123", "1.2.3+0.gabc123", "1.2.3^0.gabc123"), ("1.2.3-dirty", "1.2.3+dirty", "1.2.3^dirty"),
      ("1.0-rc1-4-gabc123", "1.0~rc1+4.gabc123", "1.0~rc1^4.gabc123"),
      ("1.0-2-4-gabc123", "1.0+4.gabc123-2", "1.0^4.gabc123-2"),
      ("1:1.0-4-gabc123", "1:1.0+4.gabc123", "1:1.0^4.gabc123"), ("1.0-2-beta", "1.0.2~beta", "1.0.2~beta"),
      ("1.0-2-beta-1", "1.0-2~beta-1", "1.0.2~beta-1"),
    ])
  func mapsToTheFamilysScheme(version: String, debian: String, rpm: String) throws {
    #expect(try PackageVersion(version, for: .debian).description == debian)
    #expect(try PackageVersion(version, for: .rpm).description == rpm)
  }

  @Test func takesWhatRPMAloneHas() throws {
    for version in ["1.0_1", "1.0^git"] {
      #expect(try PackageVersion(version, for: .rpm).description == version)
      #expect(throws: Failure.self) { try PackageVersion(version, for: .debian) }
    }
  }

  @Test func knowsItsParts() throws {
    let version = try PackageVersion("1:2.0-3", for: .debian)
    #expect(version.withoutEpoch == "2.0-3" && version.hasRevision)
    #expect(version.epoch == 1 && version.upstream == "2.0" && version.revision == "3")
    #expect(try PackageVersion("2.0", for: .debian).withoutEpoch == "2.0")
    #expect(try !PackageVersion("2.0", for: .debian).hasRevision)
  }

  /// dpkg takes what follows the last hyphen for a revision; so without one of its own, a version has none.
  @Test(arguments: [
    "1.0-2-beta", "1.2.3-4-gabc123", "1.2.3-4-gabc123-dirty", "1.0-r1-x", "1.0-1a-b", "1-2-3-x", "1.0-x-y-z", "1.0-é",
    "1.0-2-x+3", "1.0+a-b", "1.0~a-b",
  ])
  func hasNoHyphenWithoutARevision(text: String) throws {
    guard let version = try? PackageVersion(text, for: .debian) else { return }
    #expect(version.hasRevision == version.description.contains("-"), "\(version)")
  }

  @Test(arguments: FormatRules.usual)
  func takesARevision(format: FormatRules) throws {
    #expect(try PackageVersion("1.0rc1", revision: "2", for: format).description == "1.0~rc1-2")
    #expect(try PackageVersion("1.0", revision: "1~bpo12+1", for: format).description == "1.0-1~bpo12+1")
    #expect(throws: Failure.self) { try PackageVersion("1.0-1", revision: "2", for: format) }
    for revision in ["", "-", "1-2", "a", "1 2", "1:2", "1\n", "1%", "~1", "日"] {
      #expect(throws: Failure.self, "\(revision)") { try PackageVersion("1.0", revision: revision, for: format) }
    }
  }

  @Test(arguments: hostile, FormatRules.usual)
  func suggestsALegalVersion(version: String, format: FormatRules) throws {
    guard
      case .failure(let error) = Result(catching: { () throws(Failure) in try PackageVersion(version, for: format) })
    else { return }
    #expect(error.kind == .usage && error.diagnostics.count == 1)
    let remedy = try #require(error.diagnostics[0].remedy)
    guard let suggestion = PackageVersion.suggestion(for: version, format.versions) else {
      #expect(remedy == "see --set-version")
      return
    }
    #expect(remedy == "try --set-version \(suggestion)")
    #expect(throws: Never.self, "\(suggestion)") { try PackageVersion(suggestion, for: format) }
  }

  @Test func suggestsTheNearestVersion() {
    #expect(PackageVersion.suggestion(for: "1 0", FormatRules.debian.versions) == "1.0")
    #expect(PackageVersion.suggestion(for: "1.0 beta", FormatRules.debian.versions) == "1.0~beta")
    #expect(PackageVersion.suggestion(for: "v1.2", FormatRules.rpm.versions) == "1.2")
    #expect(PackageVersion.suggestion(for: "1.0-1", FormatRules.rpm.versions) == "1.0-1")
    #expect(PackageVersion.suggestion(for: "abc1234", FormatRules.debian.versions) == "0+gabc1234")
    #expect(PackageVersion.suggestion(for: "none", FormatRules.rpm.versions) == nil)
  }
}
