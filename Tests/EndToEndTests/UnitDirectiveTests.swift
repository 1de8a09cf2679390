import Foundation
import TestSupport
import Testing

/// `--unit DIRECTIVE=VALUE`, and what the init script makes of it.
@Suite struct UnitDirectiveTests {
  private static func lines(_ text: String, of section: String) -> [String] {
    let parts = text.split(separator: "\n[")
    let part = parts.first { $0.hasPrefix("\(section)]") || $0.hasPrefix("[\(section)]") }
    return (part ?? "").split(separator: "\n").map(String.init)
  }

  @Test(arguments: PackageFormat.allCases)
  func standsInItsSectionAfterWhatIsThere(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format,
        [
          "-t", "web.tac", "--unit", "MemoryMax=500M", "--unit", "After=postgresql.service", "--unit",
          "TimeoutStopSec=5min", "--unit", "Environment=TZ=%%Z \"B=x y\"",
        ])
      let unit = try package.unit
      #expect(Self.lines(unit, of: "Unit").last == "After=postgresql.service")
      let service = Self.lines(unit, of: "Service")
      #expect(service.suffix(3) == ["MemoryMax=500M", "TimeoutStopSec=5min", "Environment=TZ=%%Z \"B=x y\""])
      #expect(service.contains("TimeoutStopSec=90s"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func theInitScriptGivesWhatItCan(format: PackageFormat) throws {
    try Workbench.with { bench in
      let words = [
        "TimeoutStopSec=2min 5s", "LimitNOFILE=4096:8192", "UMask=0027", "Nice=7", "Environment=TZ=%%Z \"B=x y\"",
      ].flatMap { ["--unit", $0] }
      let script = try bench.package(format, ["-t", "web.tac"] + words).initScript
      for part in ["125", "--nofile=4096 ", "umask=027", "TZ='%Z'\n", "B='x y'\n"] {
        #expect(script.contains(part), "\(part)")
      }
      #expect(script.contains(format == .deb ? "--nicelevel 7 --umask 027" : "nice -n 7 setpriv"))
      #expect(script.contains("terminate 125"))
      #expect(script.contains("-m 0750 -o"))
    }
  }

  @Test func saysWhatOnlySystemdGives() throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb(
        "web.tac", "-m", Workbench.maintainer, "--unit", "MemoryMax=1G", "--unit", "Nice=1", "--unit", "IOWeight=10")
      #expect(result.errors.contains("note: the init script does not give MemoryMax, IOWeight; only systemd does\n"))
    }
  }

  /// One directive opens the way in every place that would close it.
  @Test(arguments: PackageFormat.allCases)
  func grantsLowPortsEverywhere(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format, ["-t", "web.tac", "--unit", "AmbientCapabilities=CAP_NET_BIND_SERVICE"])
      let unit = try package.unit
      #expect(unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
      #expect(unit.contains("\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n"))
      #expect(try package.initScript.contains("--ambient-caps=+net_bind_service"))
    }
  }

  /// A capability that is asked for is in both sets of a strict unit.
  @Test func grantsOtherCapabilities() throws {
    try Workbench.with { bench in
      let package = try bench.package(
        .deb, ["-t", "web.tac", "--unit", "AmbientCapabilities=CAP_NET_BIND_SERVICE CAP_NET_RAW"])
      let unit = try package.unit
      #expect(unit.contains("\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_NET_RAW\n"))
      #expect(try package.initScript.contains("--ambient-caps=+net_bind_service"))
    }
  }

  /// What only systemd undoes is not given to the init script as it stands.
  @Test(arguments: ["H=%H", #"A=a\x20b"#, #""B=a\"b""#])
  func leavesSpecifiersToSystemd(value: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--unit", "Environment=\(value)")
      #expect(result.errors.contains("the init script does not give Environment; only systemd does"), "\(result)")
    }
  }

  /// What the start of every service sets is not taken over.
  @Test(arguments: PackageFormat.allCases, ["USER", "PATH", "TWISTD_LOG"])
  func leavesTheInitScriptItsOwnVariables(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out", "--sysv"]
      let result = try bench.call(format, words + ["--unit", "Environment=\(name)=/evil TZ=UTC"]).successful()
      #expect(result.errors.contains("the init script does not give Environment; only systemd does"), "\(result)")
      let script = try bench.package(
        format, ["-t", "web.tac", "-o", "other", "--unit", "Environment=\(name)=/evil TZ=UTC"]
      ).initScript
      #expect(!script.contains("/evil") && script.contains("\tTZ=UTC\n"))
    }
  }

  /// Who has given the remedy is not told again.
  @Test func takesThePortForSettled() throws {
    try Workbench.with { bench in
      try bench.place(
        "port.tac",
        """
        import os
        from twisted.application import internet, service
        application = service.Application("port")
        internet.TCPServer(int(os.environ["P"]), None).setServiceParent(application)
        """)
      let words = ["-t", "port.tac", "-m", Workbench.maintainer, "--fail-on", "note"]
      #expect(try bench.call(.deb, words).status == 1)
      let settled = ["--unit", "AmbientCapabilities=CAP_NET_BIND_SERVICE", "--unit", "Environment=P=80"]
      try bench.call(.deb, words + settled).successful()
    }
  }

  @Test(arguments: [
    ("WantedBy=x.target", "--no-enable"), ("Memorymax=1", "try --unit MemoryMax=1"),
    ("Foo=bar", "see systemd.directives(7)"), ("User=root", "give --user"),
    ("ExecStart=/bin/sh", "is set by the package"), ("MemoryMax", "has no value"), ("Nice=30", "from -20 to 19"),
    ("UMask=8", "octal digits"), ("TimeoutStopSec=soon", "5min"), ("Environment=A", "NAME=VALUE"),
    ("MemoryMax=lots", "give bytes, 500M"), ("MemoryMax=5X", "give bytes"),
    ("Restart=sometimes", "give one of no, on-"),
    ("After=postgresql", "name units with their ending: postgresql.service"), ("RestartSec=soon", "give seconds"),
    ("Wants=a.service b", "a.service b.service"), ("PrivateDevices=perhaps", "give yes or no"), ("CPUQuota=2", "20%"),
    ("CPUWeight=0", "from 1 to 10000"), ("KillSignal=SIGFOO", "SIGINT"), ("SyslogLevel=loud", "one of emerg"),
    ("ReadWritePaths=srv", "absolute paths"), ("AmbientCapabilities=CAP_NET_BIND", "try CAP_NET_BIND_SERVICE"),
    ("TasksMax=many", "a number"), ("OOMScoreAdjust=2000", "from -1000 to 1000"),
    ("ProtectSystem=very", "full, strict"),
    ("LimitCORE=x", "SOFT:HARD"), ("Documentation=x", "https:"), ("StateDirectoryMode=9", "octal"),
    ("StartLimitBurst=x", "a number"), ("Environment=\"A=1", "close its quotes"), ("LimitNOFILE=-1", "a number"),
    ("After=x\nUser=root", "one line"),
    ("After=x\\", "one line"), ("After=x\u{202E}y", "U+202E"), ("=x", "systemd.directives(7)"), ("", "has no value"),
  ])
  func refusesWhatSystemdWouldIgnore(text: String, way: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--unit", text)
      #expect(result.status == 2 && result.errors.contains(way), "\(result)")
      #expect(bench.files.isEmpty)
    }
  }

  /// What systemd takes is taken, and what it would ignore is refused: its own word on each.
  @Test(arguments: [
    ("MemoryMax=500M", true), ("MemoryMax=1.5G", true), ("MemoryMax=10%", true), ("MemoryMax=infinity", true),
    ("MemoryMax=lots", false), ("MemoryHigh=5X", false), ("Restart=on-failure", true), ("Restart=sometimes", false),
    ("After=a.service b.target", true), ("After=postgresql", false), ("RestartSec=1min 5s", true),
    ("RestartSec=soon", false), ("PrivateDevices=Yes", true), ("PrivateDevices=perhaps", false),
    ("CPUQuota=150%", true),
    ("CPUQuota=2", false), ("CPUWeight=idle", true), ("CPUWeight=0", false), ("KillSignal=INT", true),
    ("KillSignal=SIGRTMIN+3", true), ("KillSignal=SIGFOO", false), ("SyslogLevel=err", true),
    ("SyslogLevel=loud", false), ("ReadWritePaths=-/srv +/x", true), ("ReadWritePaths=srv", false),
    ("AmbientCapabilities=cap_net_raw CAP_CHOWN", true),
    ("TasksMax=50%", true), ("TasksMax=many", false), ("OOMScoreAdjust=-500", true), ("OOMScoreAdjust=2000", false),
    ("ProtectSystem=true", true), ("ProtectSystem=very", false), ("LimitCORE=1M:infinity", true),
    ("LimitCORE=x", false), ("Documentation=man:x(1) https://a.b/", true), ("Documentation=x", false),
    ("StateDirectoryMode=0711", true), ("StateDirectoryMode=9", false), ("StartLimitBurst=3", true),
    ("StartLimitBurst=x", false), ("IOWeight=100", true), ("IOWeight=x", false), ("KillMode=all", false),
    ("DevicePolicy=open", false), ("NotifyAccess=some", false), ("ProtectProc=gone", false), ("OOMPolicy=die", false),
  ])
  func judgesAsSystemdDoes(directive: String, isTaken: Bool) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--print=service", "--unit", directive)
      #expect(result.succeeded == isTaken, "\(result)")
      let section =
        ["After", "Documentation", "StartLimitBurst"].contains { directive.hasPrefix($0) } ? "Unit" : "Service"
      try bench.place(
        "x.service", "[\(section)]\n\(directive)\n[Service]\nExecStart=/bin/true\n")
      let verdict = try run("systemd-analyze", "verify", "x.service", in: bench.folder)
      #expect(verdict.errors.contains("x.service:2: ") == !isTaken, "\(verdict)")
    }
  }

  /// Whoever wrote the configuration beside the application does not decide what its service may do.
  @Test func isNotTakenFromAConfigurationThatWasFound() throws {
    try Workbench.with { bench in
      try bench.place("tap2deb.json", "{\"unit\": [\"ExecStartPre=/bin/evil\"]}")
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer)
      #expect(result.status == 2 && result.errors.contains("'unit' says what the unit allows"), "\(result)")
      try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--trust-config").successful()
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func reloadsWhatHandlesSIGHUP(format: PackageFormat) throws {
    try Workbench.with { bench in
      let source = """
        import signal
        from twisted.application import service

        class Shop(service.Service):
            def startService(self):
                signal.signal(signal.SIGHUP, self.reread)

            def reread(self, number, frame):
                pass

        application = service.Application("shop")
        Shop().setServiceParent(application)
        """
      try bench.place("shop.tac", source)
      let package = try bench.package(format, ["-t", "shop.tac"])
      #expect(try package.unit.contains("\nExecReload=/bin/kill -HUP $MAINPID\n"))
      #expect(try package.initScript.contains("|reload|"))
      let other = try bench.package(format, ["-t", "web.tac", "-o", "other"])
      #expect(try !other.unit.contains("ExecReload") && !other.initScript.contains("|reload|"))
    }
  }

  @Test(arguments: ["DB_PASSWORD=x1", "\"A=b\" API_TOKEN=x1", "DATABASE=postgres://joe:x1@db/web"])
  func warnsOfAPasswordThatEveryoneCouldRead(value: String) throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "-m", Workbench.maintainer, "--list", "--unit", "Environment=\(value)"]
      let result = try bench.call(.deb, words)
      #expect(result.succeeded && result.errors.contains("a password stands in the unit"), "\(result)")
    }
  }
}
