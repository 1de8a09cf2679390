import Foundation
import TestSupport
import Testing

/// What the packages take over from the application: its user, its privileges, its arguments.
@Suite struct ServiceFromFactsTests {
  @Test(arguments: PackageFormat.allCases, ["twisted22-py310-ftp.tap", "twisted8-py27-mktap-ftp.tap"])
  func runsAsTheUserThatTheApplicationNames(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      try bench.sample(name, as: "ftp.tap")
      let package = try bench.package(format, ["-t", "ftp.tap"])
      let unit = try package.unit.split(separator: "\n")
      #expect(unit.contains("User=1000") && unit.contains("Group=1000"))
      // twistd must not try to switch again: as an ordinary user it could not.
      #expect(try package.command.contains { $0.hasPrefix("--uid") })
      #expect(try package.initScript.contains("\nUSER=1000\n") && package.initScript.contains("\nGROUP=1000\n"))
      #expect(try !package.paths.contains { $0.contains("sysusers") })
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func letsThePackagerNameAnotherUser(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.sample("twisted22-py310-ftp.tap", as: "ftp.tap")
      let unit = try bench.package(format, ["-t", "ftp.tap", "--user", "ftpd"]).unit.split(separator: "\n")
      #expect(unit.contains("User=ftpd") && unit.contains("Group=ftpd"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func refusesRootUntilToldOtherwise(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "root.tac", "from twisted.application import service\napplication = service.Application('x', uid=0, gid=0)\n")
      let refused = try bench.call(format, ["-t", "root.tac", "-m", Workbench.maintainer])
      #expect(refused.status == 2 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.contains("root.tac:2: ") && refused.errors.contains("--user root"), "\(refused)")
      #expect(bench.files == ["root.tac"] && bench.leftovers.isEmpty)
      let unit = try bench.package(format, ["-t", "root.tac", "--user", "root"]).unit.split(separator: "\n")
      #expect(unit.contains("User=root"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func givesTheRightToPrivilegedPortsAndNoOther(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.sample("twisted8-py27-mktap-dns.tap", as: "dns.tap")
      let package = try bench.package(format, ["-t", "dns.tap"])
      let unit = try package.unit.split(separator: "\n")
      #expect(unit.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"))
      #expect(unit.contains("CapabilityBoundingSet=CAP_NET_BIND_SERVICE"))
      let script = try package.initScript
      #expect(script.contains("setpriv") && script.contains("--ambient-caps=+net_bind_service"))

      let ordinary = try bench.package(format, ["-t", "web.tac"])
      #expect(try !ordinary.unit.contains("AmbientCapabilities="))
      #expect(try ordinary.unit.split(separator: "\n").contains("CapabilityBoundingSet="))
      #expect(try !ordinary.initScript.contains("--ambient-caps"))
    }
  }

  private static let arguments = [
    "--listen", "tcp:80:interface=127.0.0.1", "--path", "/srv/a b/$HOME ${HOME} %h%%", "--index", "", "--index",
    "'\"\\",
    "--index", "`id`;$(id)&|<>*?~#!", "--add-header", "X-Name: \u{E9}\u{65E5}", "--index", "-x", "--index", "a\\nb\\",
  ]

  @Test(arguments: PackageFormat.allCases)
  func runsAPluginWithItsArgumentsAsGiven(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["--plugin", "web", "--"] + Self.arguments)
      #expect(try package.name == "twisted-web")
      // Both read the plugin's options from one variable, which the environment file may set.
      #expect(try package.unit.contains(" web $PLUGIN_OPTIONS\n"))
      #expect(try package.initScript.contains("PLUGIN_OPTIONS="))
      #expect(try package.unit.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"))
      let script = try bench.place("init", package.initScript)
      #expect(try run("sh", "-n", script).succeeded)
    }
  }

  /// A line break could not be told from the end of the setting.
  @Test(arguments: PackageFormat.allCases, ["a\nb", "a\u{1B}b"])
  func refusesControlCharactersInArguments(format: PackageFormat, word: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(
        format, ["-m", Workbench.maintainer, "--plugin", "web", "--", "--index", word])
      #expect(result.status == 2 && result.output.isEmpty && bench.files.isEmpty, "\(result)")
    }
  }

  /// The whole way of an encrypted file: only the right passphrase makes a package, and what it holds is the plain file.
  @Test(arguments: PackageFormat.allCases)
  func decryptsWithThePassphraseInAFile(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.sample("twisted8-py27-mktap-web.etap", as: "web.etap")
      let plain = try bench.sample("twisted8-py27-mktap-web.tap", as: "plain.tap")
      try bench.place("right", "sekrit\n")
      try bench.place("wrong", "secret\n")
      let without = try bench.call(format, ["-t", "web.etap", "-m", Workbench.maintainer])
      #expect(without.status == 3 && without.errors.contains("--passphrase-file"), "\(without)")
      let wrong = try bench.call(format, ["--explain", "-t", "web.etap", "--passphrase-file", "wrong"])
      #expect(wrong.status == 3 && wrong.output.isEmpty && wrong.errors.contains("passphrase"), "\(wrong)")
      #expect(!wrong.errors.contains("secret"))
      let absent = try bench.call(format, ["--explain", "-t", "web.etap", "--passphrase-file", "absent"])
      #expect(absent.status == 2 && absent.errors.contains("absent"), "\(absent)")
      let page = try bench.call(format, ["--explain", "-t", "web.etap", "--passphrase-file", "right"])
      #expect(page.succeeded && page.output.contains("process name  \"mysite\""), "\(page)")
      #expect(!(page.output + page.errors).contains("sekrit"))

      // The file asks for the number of www-data, which nobody gets without being asked for by name.
      let package = try bench.package(
        format, ["-t", "web.etap", "--passphrase-file", "right", "--user", "www-data", "--twistd", "/opt/bin/twistd"])
      #expect(try package.application == "/etc/twisted-web/web.tap")
      #expect(try package.contents(package.application) == Data(contentsOf: URL(filePath: plain)))
      #expect(try package.unit.contains("\nUser=www-data\n"))
      #expect(bench.leftovers.isEmpty)

      // No twistd of today runs it, so it is converted; what was encrypted is nobody's reading.
      let words = ["-t", "web.etap", "--passphrase-file", "right", "--user", "www-data"]
      let converted = try bench.package(format, words + ["-V", "2.0"])
      #expect(try converted.application == "/etc/twisted-web/web.tac")
      #expect(try !converted.paths.contains { $0.contains("/doc/") && $0.contains("tap") })
    }
  }

  @Test func saysThatOpenSSLIsMissing() throws {
    try Workbench.with { bench in
      try bench.sample("twisted8-py27-mktap-web.etap", as: "web.etap")
      try bench.place("right", "sekrit\n")
      let result = try run(
        "/usr/bin/env", "PATH=/nonexistent", Places.tap2deb, "--explain", "-t", "web.etap", "--passphrase-file",
        "right",
        environment: bench.environment, in: bench.folder)
      #expect(result.status == 1 && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains("openssl is not installed") && result.errors.contains("apt-get install openssl"))
      #expect(bench.leftovers.isEmpty)
    }
  }
}
