import Foundation
import TestSupport
import Testing

/// What the tools put in where the command line says nothing.
@Suite struct DefaultsTests {
  @Test func describesADebianPackage() throws {
    try Workbench.with { bench in
      let package = try bench.package(.deb, ["-t", "web.tac"])
      #expect(try package.name == "twisted-web")
      #expect(try package.version == "1.0")
      #expect(try package.summary == "Twisted-based server for web")
      #expect(
        try package.description == """
          This package runs the Twisted application web.tac as the service
          twisted-web. It listens on TCP port 8080. The application is
          /etc/twisted-web/web.tac. Settings of the service are in
          /etc/default/twisted-web.

          Automatically created by tap2deb
          """)
      #expect(try package.field("Multi-Arch") == "foreign")
      #expect(try package.field("Architecture") == "all")
      #expect(try package.field("Depends").split(separator: ",").contains("python3-twisted"))
    }
  }

  @Test func describesAnRPM() throws {
    try Workbench.with { bench in
      try bench.tap2rpm("-t", "web.tac").successful()
      let package = BuiltPackage(format: .rpm, path: "\(bench.folder)/twisted-web-1.0-1.noarch.rpm")
      #expect(try package.name == "twisted-web")
      #expect(try package.version == "1.0")
      #expect(try package.tag("RELEASE") == "1")
      #expect(try package.summary == "TCP server for web")
      #expect(try package.description.hasPrefix("This package runs the Twisted application web.tac as the service\n"))
      #expect(try package.description.hasSuffix("\n\nAutomatically created by tap2rpm"))
      #expect(try package.maintainer == "(none)" && package.tag("GROUP") == "Unspecified")
      let needed = try run("rpm", "-qp", "--requires", package.path).output.split(separator: "\n")
      #expect(Set(["python3dist(twisted)", "/usr/bin/twistd"]).isSubset(of: needed))
      #expect(
        try run("rpm", "-qp", "--licensefiles", package.path).output == "/usr/share/doc/twisted-web/copyright\n")
    }
  }

  /// What is described is what surely holds: of an option of the plugin, of several services, of instances.
  @Test(arguments: [
    (["-t", "web.tac", "-t", "dns.tac"], "It listens on TCP port 53 and UDP port 53."),
    (["-t", "web.tac", "--instances"], "runs instances of the Twisted application web.tac"),
    (["--plugin", "web", "-d", "pages", "--", "--listen", "tcp:8088"], "runs the subcommand web of twistd"),
  ])
  func describesWhatRuns(words: [String], sentence: String) throws {
    try Workbench.with { bench in
      try bench.place(
        "dns.tac",
        """
        from twisted.application import internet, service
        application = service.Application("dns")
        internet.UDPServer(53, None).setServiceParent(application)
        internet.TCPServer(53, None).setServiceParent(application)
        """)
      let text = try bench.package(.deb, words).description
      #expect(text.replacing("\n", with: " ").contains(sentence), "\(text)")
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 })
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func packagesTwistdTapWhenNoFileIsNamed(format: PackageFormat) throws {
    try Workbench.with { bench in
      let missing = try bench.call(format, ["-m", Workbench.maintainer])
      #expect(missing.status == 3 && missing.errors.contains("twistd.tap"), "\(missing)")
      #expect(missing.errors.contains("name the application file"), "\(missing)")
      try bench.place("twistd.tap")
      #expect(try bench.package(format, []).name == "twisted-twistd")
    }
  }

  /// The file's name without its extension, wherever the file is.
  @Test(
    arguments: PackageFormat.allCases,
    [
      ("web.tac", "twisted-web"), ("sub/ftp.tac", "twisted-ftp"), ("a.b.tac", "twisted-a.b"),
      ("plain", "twisted-plain"),
    ])
  func namesTheProtocolAfterTheFile(format: PackageFormat, example: (file: String, name: String)) throws {
    try Workbench.with { bench in
      try run("mkdir", "-p", "\(bench.folder)/sub").successful()
      try bench.place(example.file)
      let package = try bench.package(format, ["-t", example.file])
      #expect(try package.name == example.name)
      #expect(try package.summary.hasSuffix(" for \(example.name.dropFirst("twisted-".count))"))
    }
  }

  @Test func wantsAMaintainerForDebian() throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("-t", "web.tac")
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      let way = "give -m 'Your Name <you@example.org>', or set DEBFULLNAME and DEBEMAIL"
      #expect(result.errors == "tap2deb: error: maintainer must be specified; \(way)\n")
      #expect(bench.files.isEmpty && bench.leftovers.isEmpty)
    }
  }

  /// debchange(1): DEBFULLNAME and DEBEMAIL, the latter perhaps with the name in it.
  @Test(
    arguments: PackageFormat.allCases,
    [
      (["DEBFULLNAME": "Bob", "DEBEMAIL": "bob@example.org"], "Bob <bob@example.org>"),
      (["DEBEMAIL": "Bob B <bob@example.org>"], "Bob B <bob@example.org>"),
      (["DEBEMAIL": "bob@example.org"], "bob <bob@example.org>"),
    ])
  func findsTheMaintainerInTheEnvironment(
    format: PackageFormat, example: (environment: [String: String], maintainer: String)
  ) throws {
    try Workbench.with { bench in
      let environment = example.environment.mapValues(Optional.some)
      try bench.call(format, ["-t", "web.tac"], environment: environment).successful()
      let path = bench.files.first { $0.hasSuffix(format.ending) }
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(try #require(path))")
      #expect(try package.maintainer == example.maintainer)
      #expect(
        try bench.package(format, ["-t", "web.tac", "-d", "other"], environment: environment).maintainer
          == Workbench.maintainer)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func completesAMaintainerWithoutAddress(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format, ["-t", "web.tac", "-m", "Ada Example"], environment: ["DEBEMAIL": "ada@example.net"])
      #expect(try package.maintainer == "Ada Example <ada@example.net>")
      // Without a hint in the environment there is none: this machine's name is nobody's address.
      let refused = try bench.call(format, ["-t", "web.tac", "-m", "Ada Example", "-d", "other"])
      #expect(refused.status == 2 && refused.errors.contains("'Ada Example <you@example.org>'"), "\(refused)")
    }
  }
}
