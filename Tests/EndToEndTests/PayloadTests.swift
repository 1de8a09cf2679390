import Foundation
import TestSupport
import Testing

/// What goes in beside the application file.
@Suite struct PayloadTests {
  /// Names that shells, make, debhelper, tar, rpm's specs and globs would each take for something else.
  static let names = [
    "a b", "100%", "%files", "q'q", "d\"d", "g*l?o[b]", "{x,y}", "-dash", "ünï", "back\\slash", "#x#y", "a;b", "$HOME",
    "TAGS", "x.orig", "x.js", "x.so", " lead", "trail ",
  ]

  @Test(arguments: PackageFormat.allCases)
  func keepsOddNames(format: PackageFormat) throws {
    try Workbench.with { bench in
      try Self.fill(bench)
      let package = try bench.package(format, ["-t", "web.tac", "--include", "odd", "--include", "odd:/opt/odd/"])
      let paths = try format == .rpm ? Self.rpmPaths(package) : package.paths.map(Self.unescaped)
      for name in Self.names {
        #expect(paths.contains("/usr/share/twisted-web/odd/\(name)"))
        #expect(paths.contains("/opt/odd/odd/\(name)"))
      }
    }
  }

  @Test func rebuildsTheSameDebianPackage() throws {
    try Workbench.with { bench in
      try Self.fill(bench)
      let package = try bench.package(.deb, ["-t", "web.tac", "--include", "odd", "--include", "odd:/opt/odd/"])
      #expect(try bench.rebuildDebianPackage().digest == package.digest)
    }
  }

  @Test func rebuildsTheSameDebianPackageOfAPlugin() throws {
    try Workbench.with { bench in
      let example = "\(Places.repository)/Tests/CollectingTests/Examples/plugin"
      let package = try bench.package(
        .deb, ["-t", "\(example)/twisted/plugins/greeter_plugin.py", "-d", "twisted-web", "--", "--greeting", "a 'b'"])
      #expect(try bench.rebuildDebianPackage().digest == package.digest)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func isTheSameWhateverTheOrderAndTheModes(format: PackageFormat) throws {
    try Workbench.with { bench in
      var digests: Set<String> = []
      for script in ["umask 022; touch odd/b odd/a", "rm -r odd; umask 002; mkdir odd; touch odd/a odd/b"] {
        try run("sh", "-ec", "mkdir -p odd; \(script); touch -d 2001-01-01 odd", in: bench.folder).successful()
        let package = try bench.package(format, ["-t", "web.tac", "--include", "odd"])
        digests.insert(try package.digest)
        try FileManager.default.removeItem(atPath: package.path)
      }
      #expect(digests.count == 1)
    }
  }

  /// What an application names outside of its folder may be anyone's; the packager is told, and how to take it in.
  @Test(arguments: PackageFormat.allCases)
  func tellsOfFilesOutsideOfTheFolder(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("mkdir", "shop", in: bench.folder).successful()
      try bench.place("words.txt", "hello\n")
      try bench.place(
        "shop/shop.tac",
        """
        import os
        from twisted.application import service
        application = service.Application('shop')
        words = open('../words.txt').read()
        others = open(os.path.join(os.path.dirname(__file__), '..', 'words.txt')).read()
        missing = open('../missing.txt').read()
        """)
      let words = ["-t", "shop/shop.tac", "-m", Workbench.maintainer]
      let result = try bench.call(format, words)
      let told = result.errors.split(separator: "\n").filter { $0.contains("leads out") }
      #expect(result.succeeded && told.count == 2, "\(result)")
      #expect(told.first?.contains("shop/shop.tac:4:") == true)
      #expect(told.first?.hasSuffix("try --include shop/../words.txt:/var/lib/words.txt") == true, "\(told)")
      #expect(told.last?.hasSuffix("try --include shop/../words.txt:/etc/words.txt") == true, "\(told)")
      let heeded = try bench.call(
        format, words + ["--include", "words.txt:/var/lib/words.txt", "--include", "words.txt:/etc/words.txt"])
      #expect(heeded.succeeded && !heeded.errors.contains("leads out"), "\(heeded)")
    }
  }

  @Test(arguments: [("host.pub", "ssh-ed25519 AAAA me@here\n"), ("host", "-----BEGIN PUBLIC KEY-----\nMFkw\n")])
  func takesAPublicKeyAlong(name: String, contents: String) throws {
    try Workbench.with { bench in
      try bench.place(
        "keys.tac",
        """
        from twisted.application import service
        from twisted.conch.ssh import keys
        application = service.Application("keys")
        key = keys.Key.fromFile("\(name)")
        """)
      try bench.place(name, contents)
      let result = try bench.call(.deb, ["-t", "keys.tac", "-m", Workbench.maintainer, "-o", "a"])
      #expect(result.succeeded && !result.errors.contains("private key"), "\(result)")
      let package = try bench.package(.deb, ["-t", "keys.tac"])
      #expect(try package.paths.contains { $0.hasSuffix("/usr/share/twisted-keys/\(name)") })
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func leavesAKeyOutUnlessToldOtherwise(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "tls.tac",
        """
        from twisted.application import service, strports
        application = service.Application("tls")
        strports.service("ssl:443:privateKey=key.pem", None).setServiceParent(application)
        """)
      try bench.place("key.pem", "secret")
      let result = try bench.call(format, ["-t", "tls.tac", "-m", Workbench.maintainer, "-o", "a"])
      #expect(result.errors.contains("private key"), "\(result)")
      let kept = try bench.package(format, ["-t", "tls.tac", "--include", "key.pem"])
      #expect(try kept.paths.contains { $0.hasSuffix("/usr/share/twisted-tls/key.pem") })
    }
  }

  @Test(arguments: [
    (["--include", "nothing"], "there is no \"nothing\""), (["--exclude-from", "nothing"], "there is no file"),
    (["--project", "nothing"], "no folder"), (["--include", "web.tac:/etc/init.d/twisted-web"], "the service's own"),
    (["--include", "web.tac:x", "--include", "other:x"], "two files"), (["--", "word"], "belongs to no option"),
    (["--plugin", "web"], "is not a plugin file"),
  ])
  func refuses(arguments: [String], message: String) throws {
    try Workbench.with { bench in
      try bench.place("other")
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer] + arguments)
      #expect(!result.succeeded)
      #expect(result.errors.contains(message), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  /// A pattern may name a file as messages do: by the path that was given, or from the folder on.
  @Test(arguments: ["n8/*", "./n8/caf*", "/caf*", "n8/caf?", "caf*"])
  func leavesOutByThePathThatWasGiven(pattern: String) throws {
    try Workbench.with { bench in
      try run("sh", "-c", #"mkdir n8; touch "n8/$(printf 'caf\351')"; touch web.txt"#, in: bench.folder).successful()
      let words = ["-t", "web.tac", "--include", "n8", "--include", "web.txt"]
      let refused = try bench.call(.deb, ["-m", Workbench.maintainer] + words)
      #expect(refused.status == 3 && refused.errors.contains("--exclude"), "\(refused)")
      let paths = try bench.package(.deb, words + ["--exclude", pattern]).paths
      #expect(paths.contains("/usr/share/twisted-web/web.txt") && !paths.contains { $0.contains("caf") })
    }
  }

  /// Folders that nobody else has go with the package, whatever the umask of whoever builds it; a system's do not.
  @Test func ownsTheFoldersThatItMakes() throws {
    try Workbench.with { bench in
      try bench.place("f", "x")
      let places = [
        "/opt/foo/bar/", "/srv/site/htdocs/", "/etc/foo.d/sub dir/", "/etc/nginx/conf.d/",
        "/usr/lib/systemd/system/x.d/",
        "/etc/twisted-web/more/", "/usr/share/twisted-web/inner/", "/var/www/html/",
      ]
      _ = try run(
        "sh", "-c", "umask 077; exec \"$@\"", "sh",
        words: [Places.tap2rpm, "-t", "web.tac"]
          + places.flatMap { ["--include", "f:\($0)"] },
        environment: bench.environment, in: bench.folder
      ).successful()
      let listing = try run(
        "rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILEUSERNAME} %{FILENAMES}\n]",
        "twisted-web-1.0-1.noarch.rpm", in: bench.folder
      ).successful()
      let folders = listing.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("d") }
      let expected = [
        "/etc/foo.d", "/etc/foo.d/sub dir", "/etc/twisted-web", "/etc/twisted-web/more", "/opt/foo", "/opt/foo/bar",
        "/srv/site", "/srv/site/htdocs", "/usr/lib/systemd/system/x.d", "/usr/share/doc/twisted-web",
        "/usr/share/twisted-web", "/usr/share/twisted-web/inner",
      ]
      #expect(folders == expected.map { "drwxr-xr-x root \($0)" })
    }
  }

  @Test func leavesCodeOutWhenTold() throws {
    try Workbench.with { bench in
      try bench.place(
        "own.tac", "import helper\nfrom twisted.application import service\napplication = service.Application('x')\n")
      try bench.place("helper.py", "")
      let (with, without) = (
        try bench.package(.deb, ["-t", "own.tac"]),
        try bench.package(.deb, ["-t", "own.tac", "--no-code", "-d", "bare"])
      )
      #expect(try with.paths.contains("/usr/share/twisted-own/helper.py"))
      #expect(try !without.paths.contains { $0.hasSuffix(".py") })
      #expect(try with.unit.contains("\nEnvironment=PYTHONPATH=/usr/share/twisted-own\n"))
      #expect(try !without.unit.contains("PYTHONPATH"))
    }
  }

  private static func fill(_ bench: Workbench) throws {
    try FileManager.default.createDirectory(atPath: "\(bench.folder)/odd/sub/empty", withIntermediateDirectories: true)
    for name in names { try Data(name.utf8).write(to: URL(filePath: "\(bench.folder)/odd/\(name)")) }
    try run("sh", "-ec", "chmod 755 odd/x.js; ln -s './sub/../a b' odd/link; ln -s .. odd/sub/up", in: bench.folder)
      .successful()
  }

  private static func rpmPaths(_ package: BuiltPackage) throws -> [String] {
    try run("rpm", "-qp", "--queryformat", "[%{FILENAMES}\n]", package.path).successful().output
      .split(separator: "\n").map(String.init)
  }

  /// As tar wrote it down.
  private static func unescaped(_ path: String) -> String {
    path.replacingOccurrences(of: "\\\\", with: "\\").replacingOccurrences(of: "\\303\\274", with: "ü")
      .replacingOccurrences(of: "\\303\\257", with: "ï")
  }

  /// Root would change a file by its name where the service can make a link of it, and what both install one would lose.
  @Test(arguments: PackageFormat.allCases)
  func leavesThePlacesOfTheServicesAlone(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("sh", "-c", "cp web.tac night.tac; echo x >x; chmod 600 x", in: bench.folder).successful()
      let environment = format == .deb ? "/etc/default" : "/etc/sysconfig"
      for name in ["twisted-web", "twisted-night"] {
        let places = [
          "/var/lib/\(name)/x", "/var/lib/\(name)", "/var/log/\(name)/a/x", "/var/cache/\(name)/x",
          "/etc/\(name)/\(name.dropFirst(8)).tac", "/etc/\(name)", "\(environment)/\(name)", "/etc/init.d/\(name)",
          "/usr/lib/systemd/system/\(name).service", "/usr/lib/sysusers.d/\(name).conf",
        ]
        for place in places {
          for option in ["--include=x:\(place)", "--link=/etc/hosts:\(place)"] {
            let result = try bench.call(
              format, ["-t", "web.tac", "-t", "night.tac", "-m", Workbench.maintainer, "--list", option])
            #expect(result.status == 2 && result.errors.contains("the service's own"), "\(option): \(result)")
          }
        }
      }
    }
  }

  /// A limit on what is looked for, so that a file of imports ends in a refusal and not in minutes of work.
  @Test func refusesMoreModulesThanAnyProgramHas() throws {
    try Workbench.with { bench in
      let imports = (0...100_000).map { "import m\($0)\n" }.joined()
      try bench.place(
        "web.tac", "from twisted.application import service\n" + imports + "application = service.Application('x')\n")
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer)
      #expect(result.status == 3 && result.errors.contains("more than 100000 modules are imported"), "\(result)")
      try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--no-code", "--no-auto-depends").successful()
    }
  }
}
