import ApplicationFacts
import Dependencies
import Foundation
import TestSupport
import Testing

/// The tables that packaging/make-dependency-table makes.
@Suite struct DistributionTableTests {
  /// Module, distribution of PyPI, package of Debian.
  static let known = [
    ("autobahn.twisted.websocket", "autobahn", "python3-autobahn"), ("treq", "treq", "python3-treq"),
    ("OpenSSL.SSL", "pyopenssl", "python3-openssl"),
    ("service_identity", "service-identity", "python3-service-identity"),
    ("cryptography.x509", "cryptography", "python3-cryptography"), ("psycopg2", "psycopg2", "python3-psycopg2"),
    ("zope.component", "zope-component", "python3-zope.component"), ("yaml", "pyyaml", "python3-yaml"),
    ("serial", "pyserial", "python3-serial"), ("PIL.Image", "pillow", "python3-pil"),
    ("google.protobuf", "protobuf", "python3-protobuf"), ("dns.resolver", "dnspython", "python3-dnspython"),
    ("pkg_resources", "setuptools", "python3-pkg-resources"), ("django.http", "django", "python3-django"),
    ("cv2", "opencv-python", "python3-opencv"),
  ]

  @Test(arguments: known)
  func knows(module: String, distribution: String, package: String) throws {
    let found = try #require(DistributionTable.usual.distribution(ofModule: module))
    #expect(found.name.description == distribution && !found.isGuess)
    #expect(DistributionTable.usual.debianPackage(of: found.name)?.name == package)
  }

  @Test(arguments: [
    ("git.repo", "gitpython", "python3-git"), ("sklearn", "scikit-learn", "python3-sklearn"),
    ("absl.flags", "absl-py", "python3-absl"),
  ])
  func concludesFromThePackagesName(module: String, distribution: String, package: String) throws {
    let found = try #require(DistributionTable.usual.distribution(ofModule: module))
    #expect(found.name.description == distribution && found.isGuess)
    #expect(DistributionTable.usual.debianPackage(of: found.name)?.name == package)
  }

  /// Every line of the list that the tables are made of, which has the most used with Twisted.
  @Test func hasTheWholeList() throws {
    let text = try String(contentsOfFile: "\(Places.repository)/packaging/python-imports", encoding: .utf8)
    var packaged: Set<String> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").filter { !$0.hasPrefix("=") }.map(String.init)
      let name = try #require(DistributionName(words[0]), "\(line)")
      for module in words.count == 1 ? words : Array(words.dropFirst()) {
        let found = DistributionTable.usual.distribution(ofModule: module)
        #expect(found?.isGuess == false, "\(module) is in the list, and not in the table: run make-dependency-table")
      }
      if DistributionTable.usual.debianPackage(of: name) != nil { packaged.insert(name.description) }
    }
    #expect(packaged.count >= 150)
  }

  @Test(
    arguments: [(DistributionTable.modules, 300)]
      + DistributionTable.suites.flatMap { suite in
        let table = DistributionTable(of: suite)
        return [(table.regular, 3000), (table.irregular, 1000)]
      })
  func readsEachRow(table: WordTable, count: Int) {
    let rows = table.rows
    #expect(rows.count >= count)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(row.name.utf8.lexicographicallyPrecedes(next.name.utf8), "\(row.name) and \(next.name)")
    }
    for row in rows {
      #expect(table.value(of: String(row.name)) == String(row.value), "\(row.name)")
      #expect(!row.name.isEmpty && !row.name.contains(where: \.isWhitespace) && !row.value.contains("="), "\(row.name)")
    }
  }

  @Test func namesDistributionsAndPackagesThatCanBe() {
    for row in DistributionTable.modules.rows {
      #expect(DistributionName(row.value)?.description == String(row.value), "\(row)")
      #expect(row.name.split(separator: ".").allSatisfy { !$0.isEmpty && !$0.contains("-") }, "\(row)")
    }
    for table in DistributionTable.suites.map(DistributionTable.init(of:)) {
      for row in table.regular.rows + table.irregular.rows {
        #expect(DistributionName(row.name)?.description == String(row.name), "\(row)")
      }
      for row in table.irregular.rows {
        let package = row.value.split(separator: ":").last ?? ""
        #expect(package.hasPrefix("python3-") && package.allSatisfy { $0.isASCII && !$0.isUppercase }, "\(row)")
      }
    }
  }

  /// klein came to Debian after 12.
  @Test func eachSuiteHasItsOwn() throws {
    let klein = try #require(DistributionName("klein"))
    let packages = DistributionTable.suites.map { DistributionTable(of: $0).debianPackage(of: klein)?.name }
    #expect(packages == [nil, "python3-klein", "python3-klein"])
  }

  @Test func findsEveryPackageFromBothSides() throws {
    for name in ["pyopenssl", "a38", "zxcvbn", "treq", "zstandard", "absl-py"] {
      let distribution = try #require(DistributionName(name))
      let package = try #require(DistributionTable.usual.debianPackage(of: distribution), "\(name)")
      #expect(DistributionTable.usual.distribution(ofDebianPackage: package.name) == distribution)
    }
    #expect(DistributionTable.usual.debianPackage(of: try #require(DistributionName("django")))?.epoch == "3")
  }

  @Test(arguments: ["shop", "shop.models", "", ".", "zzzz", "=", "a b", "\u{0}"])
  func knowsNothingOfOthers(module: String) {
    #expect(DistributionTable.usual.distribution(ofModule: module) == nil)
  }

  @Test(arguments: [("Zope.Interface", "zope-interface"), ("a__b--c", "a-b-c"), ("X", "x")])
  func normalisesNames(text: String, name: String) {
    #expect(DistributionName(text)?.description == name)
  }

  @Test(arguments: ["", "-a", "a-", "a b", "ü", "a/b", String(repeating: "a", count: 200)])
  func refusesWhatIsNoName(text: String) {
    #expect(DistributionName(text) == nil)
  }
}
