import RPM
import Debian
import Dependencies
import Diagnostics
import PackageModel
import Testing

/// Relations as a packager writes them, for both families.
@Suite struct RelationTests {
  private static func text(_ grammar: RelationGrammar, _ text: String, as kind: Relations.Kind = .depends) throws
    -> [String]
  {
    var wishes = RelationWishes()
    wishes.formats = ["deb", "rpm"]
    wishes[kind] = [text]
    return try DependencyPlan(for: grammar, application: nil, wishes: wishes).relations[kind]
  }

  /// What is written, for Debian, for RPM.
  static let mapped: [(String, [String], [String])] = [
    ("libpq5", ["libpq5"], ["libpq5"]), ("libpq5 (>= 1.0~rc1)", ["libpq5 (>= 1.0~rc1)"], ["libpq5 >= 1.0~rc1"]),
    ("libpq5 >= 1.0", ["libpq5 (>= 1.0)"], ["libpq5 >= 1.0"]),
    ("ab (<< 2), cd(>>1)", ["ab (<< 2)", "cd (>> 1)"], ["ab < 2", "cd > 1"]),
    ("python3-treq (>= 21)", ["python3-treq (>= 21)"], ["python3dist(treq) >= 21"]),
    ("python3dist(pyopenssl) >= 1", ["python3-openssl (>= 1)"], ["python3dist(pyopenssl) >= 1"]),
    ("python3-django (>= 3:4)", ["python3-django (>= 3:4)"], ["python3dist(django) >= 4"]),
    ("aa | bb (= 1)", ["aa | bb (= 1)"], ["(aa or bb = 1)"]), ("(aa or bb = 1)", ["aa | bb (= 1)"], ["(aa or bb = 1)"]),
    ("python3:any", ["python3:any"], ["python3"]), ("deb:aa,rpm:/usr/bin/bb", ["aa"], ["/usr/bin/bb"]),
    ("rpm:(aa if bb else (cc and dd))", [], ["(aa if bb else (cc and dd))"]),
    ("rpm:libc.so.6()(64bit)", [], ["libc.so.6()(64bit)"]), ("aa,,bb, ", ["aa", "bb"], ["aa", "bb"]),
  ]

  @Test(arguments: mapped.indices)
  func isSaidInTheFamilysWords(index: Int) throws {
    let (text, debian, rpm) = Self.mapped[index]
    #expect(try Self.text(.debian, text) == debian)
    #expect(try Self.text(.rpm, text) == rpm)
  }

  @Test(arguments: [
    "a", "Libpq", "aa bb", "aa (>= )", "aa (1)", "aa (>= x)", "aa (>= 1-)", "aa (=> 1)", "(aa and bb)", "aa |", "| aa",
    "aa (>= 1", "${misc:Depends}", "aa [amd64]", "aa\nEvil: x", "aa:", "aa (>= x:1)", "%{foo}", "(",
    "()",
    "deb:", String(repeating: "a", count: 600), String(repeating: "(", count: 400),
    "aa | " + String(repeating: "bb|", count: 60),
  ])
  func isRefusedForDebian(text: String) {
    #expect(throws: Failure.self) { try Self.text(.debian, text) }
  }

  @Test(arguments: [
    "aa bb", "aa >= ", "aa >= 1-2-3", "-aa", "aa%{x}", "%(touch /tmp/x)", "rpm:%{x}", "(aa)", "(aa or bb and cc)",
    "(aa if)", "(aa if bb else cc else dd)", "(aa or bb", "(aa or bb) cc", "aa >= 1%{x}", "aa\nRequires: x",
    String(repeating: "(aa or ", count: 60), "${x}",
  ])
  func isRefusedForRPM(text: String) {
    #expect(throws: Failure.self) { try Self.text(.rpm, text) }
  }

  @Test func keepsToWhatAKindMayHave() throws {
    #expect(try Self.text(.debian, "aa (= 1)", as: .provides) == ["aa (= 1)"])
    for grammar in [RelationGrammar.debian, .rpm] {
      #expect(throws: Failure.self) { try Self.text(grammar, "aa (>= 1)", as: .provides) }
      #expect(throws: Failure.self) { try Self.text(grammar, "aa | bb", as: .provides) }
      #expect(throws: Failure.self) { try Self.text(grammar, "aa | bb", as: .replaces) }
    }
    #expect(throws: Failure.self) { try Self.text(.debian, "aa | bb", as: .conflicts) }
  }

  @Test func tellsAllMistakes() {
    let failure = #expect(throws: Failure.self) { try Self.text(.debian, "A, aa, (bb and cc)") }
    #expect(failure?.diagnostics.count == 2)
    #expect(failure?.diagnostics.allSatisfy { $0.remedy != nil } == true)
  }
}
