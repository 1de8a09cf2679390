import Foundation
import TestSupport
import Testing

/// What the packager says of a service that reading cannot know: its ports, sockets, variables, files and first steps.
@Suite struct ServiceSetupTests {
  private static let hidden = """
    from somewhere import Thing
    from twisted.application import service
    application = service.Application("hidden")
    Thing().setServiceParent(application)

    """

  /// A port that is named serves every check that a port which was read does.
  @Test(arguments: PackageFormat.allCases)
  func port(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("hidden.tac", Self.hidden)
      let package = try bench.package(format, ["-t", "hidden.tac", "--port", "tcp:21", "--port", "udp:5353"])
      let unit = try package.unit
      #expect(unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
      #expect(unit.contains("\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n"))
      #expect(unit.contains("\" -lt 1 ]"))
      #expect(unit.contains("\nX-Port=tcp:21\nX-Port=udp:5353\n"))
      #expect(try package.initScript.contains("--ambient-caps=+net_bind_service"))
    }
  }

  @Test func portIsTriedAndDescribed() throws {
    try Workbench.with { bench in
      try bench.place("hidden.tac", Self.hidden)
      let words = ["hidden.tac", "-m", Workbench.maintainer, "--port", "2121", "--port", "udp:5353"]
      let test = try bench.call(.deb, words + ["--print=tests/service"]).successful().output
      #expect(test.contains("\nwait_for tcp 2121\nwait_for udp 5353\n"))
      let control = try bench.call(.deb, words + ["--print=control"]).successful().output
      #expect(control.contains("It listens on TCP port 2121 and UDP port") && control.contains("5353"))
    }
  }

  /// The remedy that a note prints settles what it tells of.
  @Test(arguments: [hidden, "import os\n" + listening(["tcp:%s\" % os.environ.get(\"P\") + \""])])
  func thePortsRemedyWorks(source: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", source)
      let words = ["web.tac", "-m", Workbench.maintainer, "--depends", "python3-somewhere"]
      let told = try bench.call(.deb, words).successful().errors
      #expect(told.contains("name it with --port tcp:NUMBER") || told.contains("name its ports with --port tcp:NUMBER"))
      let settled = try bench.call(.deb, words + ["--port", "tcp:80"]).successful().errors
      #expect(!settled.contains("--port"), "\(settled)")
    }
  }

  private static func listening(_ endpoints: [String]) -> String {
    """
    from twisted.application import internet, service
    from twisted.internet import endpoints, protocol, reactor
    application = service.Application("web")
    def listen(text):
        endpoint = endpoints.serverFromString(reactor, text)
        internet.StreamServerEndpointService(endpoint, protocol.Factory()).setServiceParent(application)

    """ + endpoints.map { "listen(\"\($0)\")\n" }.joined()
  }

  @Test(arguments: PackageFormat.allCases)
  func socketsInTheirOrder(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac", Self.listening(["systemd:domain=INET:index=0", "systemd:domain=INET:index=1"]))
      let package = try bench.package(format, ["-t", "web.tac", "--socket", "443", "--socket", "127.0.0.1:80"])
      let socket = try package.text("/usr/lib/systemd/system/twisted-web.socket")
      #expect(socket.contains("\n[Socket]\nListenStream=443\nListenStream=127.0.0.1:80\n\n"))
    }
  }

  /// The name is what Twisted looks for, and an older one knows no names.
  @Test(arguments: PackageFormat.allCases)
  func namedSocket(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.listening(["systemd:domain=INET:name=web"]))
      let package = try bench.package(format, ["-t", "web.tac", "--socket", "80"])
      let socket = try package.text("/usr/lib/systemd/system/twisted-web.socket")
      #expect(socket.contains("\nListenStream=80\nFileDescriptorName=web\n"))
      let twisted = format == .deb ? "python3-twisted (>= 22.8)" : "python3dist(twisted) >= 22.8"
      let relations = try format == .deb ? package.field("Depends") : run("rpm", "-qpR", package.path).output
      #expect(relations.contains(twisted))
    }
  }

  @Test(
    arguments: [
      (["systemd:domain=INET:index=1"], ["80"], "takes socket 1 of systemd's, counted from 0, and the unit has 1"),
      (["systemd:domain=INET:index=0"], ["80", "81"], "nothing would answer at --socket 81"),
      (
        ["systemd:domain=INET:index=0", "systemd:domain=INET:index=1"], [],
        "the unit has none; give --socket PORT for each, in their order"
      ),
      (["systemd:domain=INET:name=a", "systemd:domain=INET:name=b"], ["80"], "all sockets of a unit have one"),
      (["systemd:domain=INET:name=a"], ["80", "81"], "2 sockets would have that name"),
      (["systemd:domain=INET:name=a b"], ["80"], "systemd gives no socket the name \"a b\""),
    ] as [([String], [String], String)])
  func refusesSocketsThatDoNotFit(endpoints: [String], sockets: [String], message: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.listening(endpoints))
      let result = try bench.call(
        .deb, ["web.tac", "-m", Workbench.maintainer] + sockets.flatMap { ["--socket", $0] })
      #expect(result.status == 2 && result.errors.contains(message), "\(result)")
      #expect(result.errors.contains("web.tac:"))
    }
  }

  /// The same value for systemd, which reads the file, and for the shell.
  @Test(arguments: PackageFormat.allCases)
  func variables(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "env.tac",
        """
        import os
        from twisted.application import service
        level, key = os.environ.get("LEVEL", "info"), os.environ["API_KEY"]
        application = service.Application("env")

        """)
      let words = ["-t", "env.tac", "-m", Workbench.maintainer]
      let told = try bench.call(format, words + ["-o", "first"]).successful().errors
      #expect(told.contains("does not start unless API_KEY is set; give --env API_KEY=VALUE"))
      let given = ["--env", "API_KEY=a b$c'd\"`", "--env", "TZ=UTC"]
      let package = try bench.package(format, ["-t", "env.tac"] + given)
      let path = "/etc/\(format == .deb ? "default" : "sysconfig")/twisted-env"
      let file = try package.text(path)
      #expect(file.contains("\nTZ=UTC\n") && file.contains("\n#LEVEL=info\n") && !file.contains("#API_KEY"))
      let shown = try run("sh", "-c", ". \(bench.place("env", file)); printf %s \"$API_KEY\"").successful().output
      #expect(shown == "a b$c'd\"`")
      #expect(
        try bench.call(format, words + given + ["--list"]).output.contains("-rw-r----- root:_twisted-env \(path) "))
    }
  }

  /// Every distribution that takes RPMs has systemd, and its reviewers want no init script.
  @Test func initScriptOfAnRPMIsAskedFor() throws {
    try Workbench.with { bench in
      for (words, isThere) in [([String](), false), (["--sysv"], true), (["--sysv", "--no-sysv"], false)] {
        try bench.call(.rpm, ["-t", "web.tac", "-o", "o"] + words).successful()
        let package = "\(bench.folder)/o/twisted-web-1.0-1.noarch.rpm"
        let (files, needs) = (try run("rpm", "-qpl", package).output, try run("rpm", "-qpR", package).output)
        #expect(files.contains("/etc/init.d/twisted-web") == isThere)
        #expect(needs.contains("/usr/bin/setpriv") == isThere)
        #expect(files.contains("/twisted-web.service\n"))
      }
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func noInitScript(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "--no-sysv"])
      #expect(try !package.paths.contains { $0.hasPrefix("/etc/init.d") })
      #expect(try package.unit.contains("[Install]"))
      let script = try package.script(format == .deb ? "postinst" : "POSTIN")
      #expect(!script.contains("update-rc.d twisted-web") && script.contains("twisted-web.service"))
    }
  }

  /// A seed is copied at the start, as what the application names is; it is laid for nobody else.
  @Test(arguments: PackageFormat.allCases)
  func state(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", "open('words.txt').read()\n" + Self.listening(["tcp:8080"]))
      try bench.place("other.txt", "words\n")
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/seed", withIntermediateDirectories: true)
      try bench.place("seed/a", "a\n")
      let words = ["--state", "other.txt:words.txt", "--state", "seed:var/", "--state", ":spool/in"]
      let package = try bench.package(format, ["-t", "web.tac", "--fail-on", "note"] + words)
      let home = "/usr/lib/twisted-web/state"
      #expect(try package.text("\(home)/words.txt") == "words\n")
      #expect(try package.text("\(home)/var/seed/a") == "a\n")
      let list = try bench.call(format, ["-t", "web.tac", "-m", Workbench.maintainer, "--list"] + words).output
      #expect(list.contains("drwxr-xr-x root:root \(home)/spool/in/  (--state :spool/in)\n"))
      #expect(try package.unit.contains("cp -dRn \(home)/. ."))
      #expect(try package.initScript.contains("cp -dRn \(home)/. \"$STATEDIR\""))
    }
  }

  @Test(arguments: [
    ("gone", "--state: there is no"), ("web.tac:../x", "--state leads to"),
    ("web.tac:/etc/x", "--state leads to"), (":", "--state leads to"), ("web.tac:-x", "--state leads to"),
  ])
  func refusesStateElsewhere(value: String, message: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--state", value)
      #expect(result.status == 2 && result.errors.contains(message), "\(result)")
    }
  }

  /// Once, in the order given, again after a failure, and each command as it was written.
  @Test(arguments: PackageFormat.allCases)
  func initCommands(format: PackageFormat) throws {
    try Workbench.with { bench in
      let commands = ["echo \"a  b\" '%h' \"$HOME\" >>log", "test -e ready", "echo done >>log"]
      let package = try bench.package(format, ["-t", "web.tac"] + commands.flatMap { ["--init-command", $0] })
      let unit = try package.unit
      #expect(unit.contains("\nTimeoutStartSec=15min\n"))
      let step = "[ -e .initialised ] || { for step; do /bin/sh -c \"$step\" || exit; done; : >.initialised; }"
      let words = #" sh "echo \"a  b\" '%%h' \"$$HOME\" >>log" "test -e ready" "echo done >>log""#
      #expect(unit.contains("\nExecStartPre=/bin/sh -c '\(step.replacing("$", with: "$$"))'\(words)\n"))
      let script = try package.initScript
      let start = try #require(script.range(of: "'\(step)'"))
      let end = try #require(script.range(of: "\n\t) ||", range: start.upperBound..<script.endIndex))
      func run() throws -> ProgramResult {
        var shell = Program("sh", ["-c", "sh -c \(script[start.lowerBound..<end.lowerBound])"])
        shell.environment = ["HOME": "/h"]
        shell.folder = bench.folder
        return try shell.run()
      }
      #expect(try !run().succeeded)
      try bench.place("ready", "")
      #expect(try run().succeeded && run().succeeded)
      let log = try String(contentsOfFile: "\(bench.folder)/log", encoding: .utf8)
      #expect(log == "a  b %h /h\na  b %h /h\ndone\n")
    }
  }

  @Test(arguments: [
    ("if true", "is not valid POSIX shell"), ("a\nb", "not one line"), (" ", "--init-command is empty"),
  ])
  func refusesWhatIsNoCommand(command: String, message: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--init-command", command)
      #expect(result.status == 2 && result.errors.contains(message), "\(result)")
    }
  }

  /// What stands once and is given twice would be lost without a word.
  @Test(arguments: ["-m", "--user", "--hardening", "--protocol", "--set-version", "-o"])
  func refusesTheSameTwice(option: String) throws {
    try Workbench.with { bench in
      let value = option == "--hardening" ? "strict" : option == "-m" ? Workbench.maintainer : "x"
      let result = try bench.tap2deb("web.tac", option, value, option, value)
      #expect(result.status == 2 && result.errors.contains("is given twice; leave one of them out"), "\(result)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func severalPlugins(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format, ["--plugin", "web", "--plugin", "ftp", "--", "--port", "tcp:80", "--", "--port", "2121"])
      let folder = format == .deb ? "default" : "sysconfig"
      for (name, options) in [("web", "\"--port tcp:80\""), ("ftp", "\"--port 2121\"")] {
        let unit = try package.text("/usr/lib/systemd/system/twisted-\(name).service")
        #expect(unit.contains("\nUser=_twisted-\(name)\n") && unit.contains(" \(name) $PLUGIN_OPTIONS\n"))
        #expect(unit.contains("AmbientCapabilities") == (name == "web"))
        #expect(try package.text("/etc/\(folder)/twisted-\(name)").contains("\nPLUGIN_OPTIONS=\(options)\n"))
        #expect(try package.paths.contains("/etc/init.d/twisted-\(name)"))
      }
    }
  }

  @Test(arguments: [
    (["--plugin", "web", "--plugin", "web"], "would be called \"twisted-web\""),
    (["--plugin", "web", "--plugin", "ftp", "--", "--", "--"], "options for 3 services, and 2 take some"),
    (["-t", "web.tac", "-t", "b.tac", "--plugin", "web", "--plugin", "ftp"], "several files and --plugin several"),
  ])
  func refusesPluginsThatCannotBeToldApart(words: [String], message: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, ["-m", Workbench.maintainer] + words)
      #expect(result.status == 2 && result.errors.contains(message), "\(result)")
    }
  }
}
