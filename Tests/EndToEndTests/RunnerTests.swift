import Foundation
import TestSupport
import Testing

/// What runs a service: twistd, twist, or the program itself.
@Suite struct RunnerTests {
  private static let script = """
    import sys
    from twisted.internet import endpoints, protocol, reactor
    import helper

    endpoints.serverFromString(reactor, "tcp:%d" % int(sys.argv[1])).listen(protocol.Factory())
    open("/var/log/serve/serve.log", "a")
    reactor.run()

    """

  private func place(in bench: Workbench) throws {
    try bench.place("serve.py", Self.script)
    try bench.place("helper.py", "x = 1\n")
  }

  @Test(arguments: PackageFormat.allCases)
  func aScriptRunsByItself(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place(in: bench)
      let package = try bench.package(format, ["--script", "serve.py", "--", "707"])
      let home = "/usr/share/twisted-serve"
      #expect(try package.command == ["/usr/bin/python3", "\(home)/serve.py", "$PROGRAM_OPTIONS"])
      #expect(try package.text("\(home)/serve.py") == Self.script)
      #expect(try package.paths.contains("\(home)/helper.py"))
      #expect(try !package.paths.contains { $0.hasPrefix("/etc/twisted-serve") })
      let unit = try package.unit
      #expect(unit.contains("\nEnvironment=PYTHONUNBUFFERED=1\n") && !unit.contains("TWISTD_"), "\(unit)")
      #expect(unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
      #expect(unit.contains("\nLogsDirectory=twisted-serve serve\n") && unit.contains("\nProtectSystem=strict\n"))
      let start = try package.initScript
      #expect(start.contains(#"sh -c "$LOGGED" sh "$RUNDIR/output" "$NAME" "$DAEMON" \#(home)/serve.py"#), "\(start)")
      #expect(start.contains("\tPROGRAM_OPTIONS=707\n") && !start.contains("TWISTD_"))
      let settings = try package.text("/etc/\(format == .deb ? "default" : "sysconfig")/twisted-serve")
      #expect(settings.contains("\nPROGRAM_OPTIONS=707\n") && !settings.contains("TWISTD_"), "\(settings)")
    }
  }

  @Test func factsOfAScriptHaveTheirLines() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let page = try bench.tap2deb("--explain", "--script", "serve.py", "--", "707").successful().output
      let rows = page.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      #expect(rows.first == "serve.py: a program that runs by itself")
      for row in [
        "listens tcp 707 line 5 given", "writes \"/var/log/serve/serve.log\" line 6 given",
        "imports helper (beside the file) line 3 given",
      ] {
        #expect(rows.contains(row), "\(row) in \(page)")
      }
    }
  }

  @Test func anApplicationFileThatRunsTheReactorIsSentThere() throws {
    try Workbench.with { bench in
      try bench.place("run.tac", Self.script)
      let result = try bench.tap2deb("-m", Workbench.maintainer, "-t", "run.tac")
      #expect(result.status == 3 && result.errors.contains("run.tac:7: "), "\(result)")
      #expect(result.errors.contains("--script"), "\(result)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func aConsoleScriptOfTheProject(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("cp", "-R", "\(Places.repository)/Tests/CollectingTests/Examples/programs/.", bench.folder).successful()
      let package = try bench.package(format, ["--project", ".", "--command", "answer 99"])
      #expect(
        try package.command == ["/usr/bin/python3", "/usr/share/answers/bin/answer", "$PROGRAM_OPTIONS"])
      #expect(try package.text("/usr/share/answers/bin/answer").contains("from answering.server import main\n"))
      #expect(try package.paths.contains("/usr/share/answers/answering/server.py"))
      #expect(try package.unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"), "its port is read")
      let page = try bench.tap2deb("--explain", "--project", ".", "--command", "answer 99").successful().output
      #expect(page.contains("answering/server.py:12"), "\(page)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func twistHasOptionsOfItsOwn(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format,
        ["--runner", "twist", "--twistd-option", "--log-level=warn", "--plugin", "web", "--", "--listen", "tcp:80"])
      let twist = format == .deb ? "/usr/bin/twist3" : "/usr/bin/twist"
      let words = [twist, "--log-format=text", "--log-level=warn", "$TWISTD_OPTIONS", "web", "$PLUGIN_OPTIONS"]
      #expect(try package.command == words)
      let start = try package.initScript
      #expect(start.contains("\"$DAEMON\" --log-format=text --log-level=warn \\\n\t\t$TWISTD_OPTIONS web "), "\(start)")
      #expect(!start.contains("--nodaemon") && !start.contains("TWISTD_LOG="))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func twistdTakesOptionsOfThePackager(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format,
        [
          "-t", "web.tac", "--reactor", "asyncio", "--twistd-option", "--originalname", "--twistd-option",
          "--logfile=/var/log/elsewhere/web.log",
        ])
      let unit = try package.unit
      #expect(unit.contains(" --prefix=twisted-web --reactor=asyncio --originalname $TWISTD_LOG $TWISTD_OPTIONS "))
      #expect(unit.contains("\nEnvironment=TWISTD_LOG=--logfile=/var/log/elsewhere/web.log\n"))
      #expect(unit.contains("\nReadWritePaths=-/var/log/elsewhere\n"), "\(unit)")
      #expect(try package.initScript.contains("--no_save --reactor=asyncio --originalname \\\n"))
    }
  }

  /// Services of several kinds share a package.
  @Test func oneOfEachKind() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let package = try bench.package(
        .deb, ["-t", "web.tac", "--script", "serve.py", "--command", "/usr/bin/other --port 1", "--", "7021"])
      func command(_ service: String) throws -> String {
        try package.text("/usr/lib/systemd/system/\(service).service")
      }
      #expect(try command("twisted-web").contains("ExecStart=/usr/bin/twistd3 "))
      #expect(try command("twisted-serve").contains("/usr/bin/python3 /usr/share/twisted-web/serve.py $PROGRAM"))
      #expect(try command("twisted-other").contains("ExecStart=/usr/bin/other $PROGRAM_OPTIONS\n"))
      #expect(try package.text("/etc/default/twisted-other").contains("\nPROGRAM_OPTIONS=\"--port 1\"\n"))
    }
  }

  @Test(arguments: [
    (["--runner", "twist", "-t", "web.tac"], "twist runs plugins alone"),
    (["--runner", "axiomatic", "-t", "web.tac"], "database of Axiom's alone"),
    (["--runner", "gunicorn", "-t", "web.tac"], "takes twistd, twist, axiomatic or a path"),
    (["-t", "web.tac", "--reactor", "kqueue"], "does not run on today's Linux"),
    (["-t", "web.tac", "--reactor", "epol"], "there is no reactor"),
    (["-t", "web.tac", "--twistd-option", "--daemon"], "twistd has no such option"),
    (["-t", "web.tac", "--twistd-option", "--uid=0"], "--user NAME"),
    (["-t", "web.tac", "--twistd-option", "--logfile"], "needs a value"),
    (["-t", "web.tac", "--twistd-option", "--euid=yes"], "takes no value"),
    (["--runner", "twist", "--plugin", "web", "--twistd-option", "--nodaemon"], "twist has no such option"),
    (["--runner", "twist", "--plugin", "web", "--twistd-option", "--log-level=loud"], "does not take \"loud\""),
    (["--script", "serve.py", "--reactor", "epoll", "--", "707"], "a program has its own reactor"),
    (["--command", "answer"], "--command /usr/bin/answer"),
    (["--command", "'open"], "names no program"),
    (["--plugin", "web", "--script", "serve.py", "--", "--", "--"], "options for 3 services, and 2 take some"),
  ])
  func whatNoRunnerTakesIsRefused(words: [String], message: String) throws {
    try Workbench.with { bench in
      try place(in: bench)
      let result = try bench.call(.deb, ["-m", Workbench.maintainer] + words)
      #expect(result.status == 2 && result.errors.contains(message), "\(result)")
    }
  }
}
