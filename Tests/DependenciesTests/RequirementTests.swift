import RPM
import Debian
import Dependencies
import Diagnostics
import PackageModel
import TestSupport
import Testing

/// Requirements of pip's as relations of both families.
@Suite struct RequirementTests {
  static let place = Diagnostics.SourceLocation(file: "requirements.txt", line: 1)

  static func relations(_ grammar: RelationGrammar, _ texts: [String]) throws -> [String] {
    var requirements: [Requirement] = []
    for text in texts { requirements.append(try Requirement(text, at: place)) }
    return try DependencyPlan(for: grammar, application: nil, requirements: requirements).relations[.depends]
  }

  /// A requirement, the versions of Debian that meet it, and those that do not.
  static let versions: [(String, fits: [String], others: [String])] = [
    ("treq>=21.1", ["21.1.0-2", "21.1-1", "22-1", "21.1+dfsg-1"], ["21.0.9-1", "21.1~rc1-1"]),
    ("treq>=21.0.0", ["21-1", "21.0-1"], ["20.9-1"]),
    ("treq>21.1", ["21.1.1-1", "22-1"], ["21.1-3", "21.1.0-1", "21.1+dfsg-1"]),
    ("treq<=21.1", ["21.1-3", "21.1.0-1", "21-1"], ["21.1.1-1", "22-1"]),
    ("treq<23", ["22.9-1"], ["23-1", "23.0.0-1", "23~rc1-1"]),
    (
      "treq==1.2", ["1.2-1", "1.2.0-4", "1.2+dfsg1-1", "1.2.0-1+deb12u1"], ["1.2.1-1", "1.1-1", "1.20-1", "1.2~rc1-1"]
    ),
    ("treq==1.0rc1", ["1.0~rc1-1"], ["1.0-1", "1.0~rc2-1", "1.0~b1-1"]),
    ("treq==1.4.*", ["1.4-1", "1.4.9-1"], ["1.5-1", "1.3.9-1", "1.5~rc1-1"]),
    ("treq~=1.4.2", ["1.4.2-1", "1.4.9-1"], ["1.4.1-1", "1.5-1", "1.5~a1-1"]),
    ("treq~=2.2", ["2.2-1", "2.9-1"], ["3-1", "2.1-1"]),
    ("treq>=1.0.post2", ["1.0.post2-1", "1.1-1"], ["1.0-1"]),
    ("treq (>=1, <3, !=2)", ["1-1", "2.5-1"], ["3-1", "0.9-1"]),
    ("Django>=3.2", ["3:3.2.19-1+deb12u1", "3:4.0-1"], ["2:9-1", "3:2-1"]),
  ]

  /// dpkg itself judges.
  @Test(arguments: versions.indices)
  func meansTheSameToDpkg(index: Int) throws {
    let (text, fits, others) = Self.versions[index]
    let relations = try Self.relations(.debian, [text])
    #expect(!relations.isEmpty)
    for (versions, isFit) in [(fits, true), (others, false)] {
      for version in versions {
        let meets = try relations.allSatisfy { relation in
          guard let open = relation.firstIndex(of: "(") else { return true }
          let words = relation[open...].dropFirst().dropLast().split(separator: " ").map(String.init)
          let comparison = try run("dpkg", "--compare-versions", version, words[0], words[1])
          #expect(comparison.errors.isEmpty, "\(comparison)")
          return comparison.succeeded
        }
        #expect(meets == isFit, "\(version) and \(text), which became \(relations)")
      }
    }
  }

  static let rpm: [(String, String)] = [
    ("treq", "python3dist(treq)"), ("treq>=21.0", "python3dist(treq) >= 21"), ("treq<23", "python3dist(treq) < 23~~"),
    ("treq==1.2.0", "python3dist(treq) = 1.2"), ("treq>1", "python3dist(treq) > 1"),
    ("treq!=1.5", "(python3dist(treq) < 1.5 or python3dist(treq) > 1.5)"),
    ("treq~=1.4.2", "(python3dist(treq) >= 1.4.2 with python3dist(treq) < 1.5~~)"),
    ("treq==1.*", "(python3dist(treq) >= 1 with python3dist(treq) < 2~~)"),
    ("treq>=1.0rc1", "python3dist(treq) >= 1~rc1"), ("treq>=1.0.dev3", "python3dist(treq) >= 1~~dev3"),
    ("treq>=1.0.post3", "python3dist(treq) >= 1^post3"),
    ("Zope_Component[x] ; python_version > '3'", "python3dist(zope-component)"),
  ]

  @Test(arguments: rpm)
  func isWrittenForRPM(text: String, relation: String) throws {
    #expect(try Self.relations(.rpm, [text]) == [relation])
  }

  @Test func joinsWhatIsSaidTwice() throws {
    #expect(
      try Self.relations(.debian, ["treq>=1", "treq<9", "treq>=1"]) == ["python3-treq (>= 1)", "python3-treq (<< 9~)"])
    #expect(
      try Self.relations(.debian, ["twisted[tls]>=22"]) == [
        "python3-twisted (>= 22)", "python3-openssl", "python3-service-identity",
      ])
  }

  static let markers: [(String, Bool?)] = [
    ("sys_platform == 'linux'", true), ("sys_platform == 'win32'", false), ("'win' in sys_platform", nil),
    ("os_name != \"nt\"", true), ("python_version < '3'", false), ("python_version >= '3.6'", true),
    ("python_version < '3.11'", nil), ("'3.11' > python_version", nil), ("python_version == '2.7.*'", false),
    ("extra == 'test'", false), ("platform_machine == 'x86_64'", nil),
    ("python_version < '3' or sys_platform == 'linux'", true), ("(python_version < '3.11') and os_name == 'nt'", false),
    ("platform_python_implementation in 'CPython PyPy'", true), ("sys_platform not in 'linux darwin'", false),
  ]

  @Test(arguments: markers)
  func weighsMarkers(marker: String, holds: Bool?) throws {
    #expect(try Requirement("treq; \(marker)", at: Self.place).applies == holds)
  }

  @Test(arguments: [
    "", ">=1", "-", "treq>", "treq>=", "treq=1", "treq>=1.*", "treq~=1", "treq[", "treq[a b]", "treq; ", "treq; 1",
    "treq; python_version", "treq; foo == '1'", "treq; os_name == 'a", "treq>=x", "treq 1", "treq>=1 2", "tr\u{0}eq",
    "treq; \(String(repeating: "(", count: 400))", "treq" + String(repeating: ",>=1", count: 100),
    "treq>=\(String(repeating: "9", count: 5000))",
  ])
  func refuses(text: String) {
    #expect(throws: Failure.self) { try Requirement(text, at: Self.place) }
  }

  @Test func survivesNumbersBeyondMeasure() throws {
    let big = String(repeating: "9", count: 40)
    #expect(try Self.relations(.debian, ["treq==\(big).*"]) == ["python3-treq (>= \(big))"])
    #expect(try Self.relations(.debian, ["treq~=1.\(big).2"]) == ["python3-treq (>= 1.\(big).2)"])
  }
}
