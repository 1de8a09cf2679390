import RPM
import Debian
import Diagnostics
import PackageModel
import Testing

/// The rules for package names.
@Suite struct PackageNameTests {
  static let hostile = [
    "", "a", "-", "--", "A", "My App!", "twisted-My App!", "-x", ".x", "x y", "x/y", "../etc", "x\ny", "x%y", "x$y",
    "日本", "twisted-日本", "é", "x_y", "Ünder", "x\u{0}", "x'y", "\"", "+a", String(repeating: "x", count: 101),
    String(repeating: "x y", count: 80), "a!", "!a", "g++", "K\u{212A}", "İx", "x-", "x--y", "x!-!y",
  ]

  @Test(
    arguments: ["ab", "a1", "0ad", "libx.y", "x-", String(repeating: "x", count: 100)], FormatRules.usual)
  func takesLegalNames(name: String, format: FormatRules) throws {
    #expect(try PackageName(name, for: format, option: "--name").description == name)
  }

  @Test(arguments: ["MyApp", "my_app", "A1"], FormatRules.usual)
  func takesWhatDebianTakesForBoth(name: String, format: FormatRules) {
    #expect(throws: Failure.self) { try PackageName(name, for: format, option: "--name") }
  }

  /// What is refused comes with a name that is accepted, where there is one.
  @Test(arguments: hostile, FormatRules.usual)
  func suggestsALegalName(name: String, format: FormatRules) throws {
    guard
      case .failure(let error) = Result(catching: { () throws(Failure) in
        try PackageName(name, for: format, option: "--name")
      })
    else { return }
    #expect(error.kind == .usage && error.diagnostics.count == 1)
    let remedy = try #require(error.diagnostics[0].remedy)
    guard let suggestion = PackageName.suggestion(for: name) else {
      #expect(remedy == "see --name")
      return
    }
    #expect(remedy == "try --name \(suggestion)")
    for format in FormatRules.usual {
      #expect(throws: Never.self) { try PackageName(suggestion, for: format, option: "--name") }
    }
  }

  @Test func suggestsTheNearestName() {
    #expect(PackageName.suggestion(for: "twisted-My App!") == "twisted-my-app")
    #expect(PackageName.suggestion(for: "my_app") == "my-app")
    #expect(PackageName.suggestion(for: "a b") == "a-b")
    #expect(PackageName.suggestion(for: "日本") == nil)
  }

  @Test(arguments: ["", "a", "My App!", "-x", String(repeating: "x", count: 101)])
  func refuses(name: String) {
    #expect(throws: Failure.self) { try PackageName(name, for: .debian, option: "--name") }
  }
}

/// The rules for users.
@Suite struct SystemUserTests {
  @Test(arguments: ["_web", "web", "Web-1", "_", String(repeating: "x", count: 31)])
  func takesLegalNames(name: String) throws {
    #expect(try SystemUser(name, option: "--user").description == name)
  }

  @Test(arguments: ["", "1web", "-web", "we b", "we.b", "é", "web$", "root:x", String(repeating: "x", count: 32)])
  func refusesIllegalNames(name: String) {
    let failure = #expect(throws: Failure.self) { try SystemUser(name, option: "--user") }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.remedy?.contains("--user") == true)
  }

  /// Packages whose names agree in what an account's name takes of them have accounts of their own.
  @Test func belongsToOnePackage() throws {
    let long = String(repeating: "x", count: 29)
    let names = ["a.b", "a-b", long, long + "-a", long + "-b", long + "-a.b", "a--b", "a..b", "a.-b"]
    let users = try names.map { SystemUser(for: try PackageName($0, for: .debian, option: "-d")).description }
    #expect(Set(users).count == names.count)
    #expect(users.allSatisfy { $0.utf8.count <= SystemUser.lengthLimit })
    #expect(users[1] == "_a-b" && users[2] == "_" + long)
  }

  /// Debian Policy 9.2.1: an underscore in front; and always a name that is legal itself.
  @Test(arguments: ["twisted-web", "libx.y", "0ad", String(repeating: "x.", count: 50)])
  func belongsToAPackage(name: String) throws {
    let user = SystemUser(for: try PackageName(name, for: .rpm, option: "--name")).description
    #expect(try SystemUser(user, option: "--user").description == user)
    #expect(user.hasPrefix("_") && user == user.lowercased())
  }
}
