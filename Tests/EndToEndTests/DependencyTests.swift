import Foundation
import TestSupport
import Testing

/// What packages need, as dpkg and rpm read it back.
@Suite struct DependencyTests {
  static let application = """
    from twisted.application import service
    import treq, OpenSSL
    import shopstuff
    try:
        import simplejson
    except ImportError:
        simplejson = None
    application = service.Application('shop')
    """

  private static func relations(_ package: BuiltPackage, _ kind: String) throws -> Set<String> {
    guard package.format == .rpm else {
      return Set(try package.field(kind).split(separator: ", ").map(String.init))
    }
    let query = ["Depends": "--requires", "Replaces": "--obsoletes"][kind] ?? "--\(kind.lowercased())"
    return Set(
      try run("rpm", "-qp", query, package.path).successful().output.split(separator: "\n").map(String.init))
  }

  @Test(arguments: PackageFormat.allCases)
  func followTheImports(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("shop.tac", Self.application)
      let result = try bench.call(format, ["-t", "shop.tac", "-m", Workbench.maintainer])
      #expect(result.succeeded)
      #expect(result.errors.contains("shop.tac:3: no package is known to have the module shopstuff"), "\(result)")
      #expect(result.errors.contains("--depends"))
      let package = try bench.package(format, ["-t", "shop.tac", "-V", "2"])
      let isDebian = format == .deb
      #expect(
        try Self.relations(package, "Depends").isSuperset(
          of: isDebian
            ? ["python3-twisted", "python3-treq", "python3-openssl"]
            : ["python3dist(twisted)", "python3dist(treq)", "python3dist(pyopenssl)"]))
      #expect(
        try Self.relations(package, "Recommends") == [isDebian ? "python3-simplejson" : "python3dist(simplejson)"])
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func canBeLeftAlone(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("shop.tac", Self.application)
      let package = try bench.package(format, ["-t", "shop.tac", "--no-auto-depends", "--requires", "python3-treq"])
      let needs = try Self.relations(package, "Depends")
      #expect(needs.contains(format == .deb ? "python3-treq" : "python3dist(treq)"))
      #expect(!needs.contains { $0.contains("openssl") })
      #expect(try Self.relations(package, "Recommends").isEmpty)
    }
  }

  /// What a project says of itself needs no option.
  @Test(arguments: PackageFormat.allCases)
  func comeFromTheProject(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("mkdir", "shop", in: bench.folder).successful()
      try bench.place("shop/shop.tac")
      try bench.place(
        "shop/pyproject.toml",
        "[project]\nname='shop'\nversion='2.0rc1'\ndependencies = [\n  'treq >= 21',\n  'klein',\n]")
      let result = try bench.call(format, ["--project", "shop", "-m", Workbench.maintainer, "-o", "first"])
      #expect(result.succeeded, "\(result)")
      if format == .deb { #expect(result.errors.contains("shop/pyproject.toml:6: Debian 12 has no package of klein")) }
      let package = try bench.package(format, ["--project", "shop"])
      #expect(try package.version == "2.0~rc1")
      let needs = try Self.relations(package, "Depends")
      #expect(needs.contains(format == .deb ? "python3-treq (>= 21)" : "python3dist(treq) >= 21"), "\(needs)")
      let bare = try bench.package(format, ["--project", "shop", "--no-auto-depends", "-V", "3"])
      #expect(try !Self.relations(bare, "Depends").contains { $0.contains("treq") })
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func areSaidByOptions(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format,
        [
          "-t", "web.tac", "--depends", "libaa (>= 1.0~rc1), libbb", "--depends=deb:cc | dd,rpm:(cc or dd)",
          "--recommends", "ee", "--suggests", "ff", "--conflicts", "gg << 2", "--provides", "hh (= 1.5)", "--replaces",
          "ii (<< 2)",
        ])
      let isDebian = format == .deb
      #expect(
        try Self.relations(package, "Depends").isSuperset(
          of: isDebian ? ["libaa (>= 1.0~rc1)", "libbb", "cc | dd"] : ["libaa >= 1.0~rc1", "libbb", "(cc or dd)"]))
      #expect(try Self.relations(package, "Recommends") == ["ee"])
      #expect(try Self.relations(package, "Suggests") == ["ff"])
      #expect(try Self.relations(package, "Conflicts").contains(isDebian ? "gg (<< 2)" : "gg < 2"))
      #expect(try Self.relations(package, "Provides").contains(isDebian ? "hh (= 1.5)" : "hh = 1.5"))
      #expect(try Self.relations(package, "Replaces").contains(isDebian ? "ii (<< 2)" : "ii < 2"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func areReadFromRequirements(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("requirements.txt", "Twisted[tls] >= 22.4\ntreq ~= 21.1 ; python_version >= '3.6'\n-r more.txt\n")
      try bench.place("more.txt", "attrs != 19\npywin32; sys_platform == 'win32'\n")
      let package = try bench.package(format, ["-t", "web.tac", "--requirements", "requirements.txt"])
      let needs = try Self.relations(package, "Depends")
      #expect(
        needs.isSuperset(
          of: format == .deb
            ? [
              "python3-twisted (>= 22.4)", "python3-openssl", "python3-treq (>= 21.1)", "python3-treq (<< 22~)",
              "python3-attr",
            ]
            : [
              "python3dist(twisted) >= 22.4", "(python3dist(treq) >= 21.1 with python3dist(treq) < 22~~)",
              "(python3dist(attrs) < 19 or python3dist(attrs) > 19)",
            ]), "\(needs)")
      #expect(!needs.contains { $0 == "python3-twisted" || $0 == "python3dist(twisted)" || $0.contains("win32") })
    }
  }

  @Test(arguments: [
    (["--depends", "Not A Package"], "Not A Package"), (["--conflicts", "aa | bb"], "alternatives"),
    (["--requirements", "none.txt"], "none.txt"), (["--requirements", "bad.txt"], "bad.txt:2"),
    (["--depends", "(aa and bb)"], "boolean"),
  ])
  func mistakesAreTold(words: [String], message: String) throws {
    try Workbench.with { bench in
      try bench.place("bad.txt", "treq\n>=1\n")
      let before = bench.files
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer] + words)
      #expect(result.status == 2 && result.errors.contains(message) && result.errors.contains("; "), "\(result)")
      #expect(bench.files == before && bench.leftovers.isEmpty)
    }
  }

  /// A relation must stay one line of a spec, and no macro in it may run.
  @Test func noMacroRuns() throws {
    try Workbench.with { bench in
      let result = try bench.call(.rpm, ["-t", "web.tac", "--depends", "%(touch ran)"])
      #expect(result.status == 2 && !bench.files.contains("ran"), "\(result)")
    }
  }
}
