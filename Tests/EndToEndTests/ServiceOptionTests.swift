import Foundation
import TestSupport
import Testing

/// What the options of the service make of its unit, its init script and the packages' scripts.
@Suite struct ServiceOptionTests {
  private func lines(_ text: String, _ start: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix(start) }.map(String.init)
  }

  @Test(arguments: PackageFormat.allCases)
  func userAndGroup(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "--user", "web", "--group", "www"])
      #expect(try lines(package.unit, "User=") == ["User=web"])
      #expect(try lines(package.unit, "Group=") == ["Group=www"])
      #expect(try package.initScript.contains("\nUSER=web\nGROUP=www\n"))
      let accounts = try package.text("/usr/lib/sysusers.d/twisted-web.conf")
      #expect(accounts.contains("\ng www -\nu web - ") && accounts.contains("\nm web www\n"))
      let script = try package.script(format == .deb ? "postinst" : "PREIN")
      #expect(script.contains(format == .deb ? "adduser --quiet web www" : "useradd -r -g www "))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func rootHasAnAccountAlready(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "--user", "root"])
      #expect(try lines(package.unit, "User=") == ["User=root"])
      #expect(try !package.paths.contains("/usr/lib/sysusers.d/twisted-web.conf"))
      #expect(try !package.script(format == .deb ? "postinst" : "PREIN").contains("useradd"))
    }
  }

  /// Debian Policy 9.3.1 and chkconfig(8): the same levels in both headers.
  @Test(arguments: PackageFormat.allCases)
  func runlevels(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format,
        [
          "-t", "web.tac", "--runlevels", "5,3", "--stop-runlevels", "0126", "--start-priority", "7",
          "--stop-priority", "93",
        ])
      let script = try package.initScript
      #expect(lines(script, "# Default-Start:") == ["# Default-Start:     3 5"])
      #expect(lines(script, "# Default-Stop:") == ["# Default-Stop:      0 1 2 6"])
      #expect(lines(script, "# chkconfig:") == (format == .rpm ? ["# chkconfig: 35 7 93"] : []))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func usualRunlevels(format: PackageFormat) throws {
    try Workbench.with { bench in
      let script = try bench.package(format, ["-t", "web.tac"]).initScript
      #expect(lines(script, "# Default-St").map { $0.dropFirst(21) } == ["2 3 4 5", "0 1 6"])
      #expect(lines(script, "# chkconfig:") == (format == .rpm ? ["# chkconfig: 2345 80 20"] : []))
    }
  }

  @Test(
    arguments: PackageFormat.allCases,
    [("none", nil, 0), ("basic", "full", 1), ("strict", "strict", 1)] as [(String, String?, Int)])
  func hardening(format: PackageFormat, level: (name: String, protection: String?, count: Int)) throws {
    try Workbench.with { bench in
      let unit = try bench.package(format, ["-t", "web.tac", "--hardening", level.name]).unit
      #expect(lines(unit, "ProtectSystem=") == (level.protection.map { ["ProtectSystem=\($0)"] } ?? []))
      #expect(lines(unit, "NoNewPrivileges=").count == level.count)
      #expect(lines(unit, "SystemCallFilter=").isEmpty == (level.name != "strict"))
      #expect(lines(unit, "User=") == ["User=_twisted-web"])
    }
  }

  private static func listening(_ endpoint: String) -> String {
    """
    from twisted.application import internet, service
    from twisted.internet import endpoints, protocol, reactor
    application = service.Application("web")
    endpoint = endpoints.serverFromString(reactor, "\(endpoint)")
    internet.StreamServerEndpointService(endpoint, protocol.Factory()).setServiceParent(application)

    """
  }

  /// Who takes a socket and gets none does not start, and who opens a port does not answer at another.
  @Test(
    arguments: [
      (
        "systemd:domain=INET:index=0", [],
        "takes a socket that systemd opens, and the unit has none; give --socket PORT"
      ),
      ("tcp:8080", ["--socket", "80"], "opens its ports itself, so nothing would answer at --socket"),
    ], PackageFormat.allCases)
  func refusesASocketThatDoesNotFit(example: (String, [String], String), format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.listening(example.0))
      let result = try bench.call(format, ["web.tac", "-m", Workbench.maintainer] + example.1)
      #expect(result.status == 2 && result.errors.contains("web.tac:4: the application \(example.2)"), "\(result)")
    }
  }

  /// The socket is what is enabled, and without systemd nobody could hand it over.
  @Test(arguments: PackageFormat.allCases)
  func socket(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.listening("systemd:domain=INET:index=0"))
      let package = try bench.package(format, ["-t", "web.tac", "--socket", "127.0.0.1:8080"])
      let socket = try package.text("/usr/lib/systemd/system/twisted-web.socket")
      #expect(lines(socket, "ListenStream=") == ["ListenStream=127.0.0.1:8080"])
      #expect(socket.contains("\n[Install]\nWantedBy=sockets.target\n"))
      let unit = try package.unit
      #expect(lines(unit, "Requires=") == ["Requires=twisted-web.socket"])
      #expect(lines(unit, "After=").contains("After=twisted-web.socket") && !unit.contains("[Install]"))
      #expect(try !package.paths.contains("/etc/init.d/twisted-web"))
      let script = try package.script(format == .deb ? "postinst" : "POSTIN")
      #expect(script.contains(format == .deb ? " enable twisted-web.socket " : " preset twisted-web.socket "))
      // It has no init script; an older version's is switched off.
      #expect(!script.contains("update-rc.d twisted-web") && !script.contains("chkconfig"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func switches(format: PackageFormat) throws {
    try Workbench.with { bench in
      let installation = format == .deb ? "postinst" : "POSTIN"
      func script(_ name: String, _ options: String...) throws -> String {
        try bench.package(
          format, ["-t", "web.tac", "--output", "out-\(options.joined())"] + options
        ).script(name)
      }
      let usual = try script(installation)
      let disabled = try script(installation, "--no-enable")
      #expect(usual.contains(format == .deb ? "update-rc.d twisted-web defaults >" : "preset twisted-web.service"))
      #expect(!disabled.contains(format == .deb ? "update-rc.d twisted-web defaults >" : "preset"))
      #expect(disabled.contains(format == .deb ? "defaults-disabled" : "chkconfig twisted-web off"))
      #expect(try script(installation, "--no-start").contains("action=restart; else action=start; fi") == false)
      let stop = format == .deb ? "prerm" : "PREIN"
      #expect(try !script(stop, "--restart-after-upgrade").contains("The service is down while its files change"))
      #expect(try script(stop, "--stop-during-upgrade").contains("The service is down while its files change"))
      if format == .rpm { #expect(try script("POSTTRANS", "--stop-during-upgrade", "-q").contains("systemctl start")) }
    }
  }

  static let scripts: [PackageFormat: KeyValuePairs<String, String>] = [
    .deb: ["preinst": "preinst", "postinst": "postinst", "prerm": "prerm", "postrm": "postrm"],
    .rpm: ["preinst": "PREIN", "postinst": "POSTIN", "prerm": "PREUN", "postrm": "POSTUN"],
  ]

  /// Each at the end of its script, in a shell of its own that has the script's arguments.
  @Test(arguments: PackageFormat.allCases)
  func addedScripts(format: PackageFormat) throws {
    try Workbench.with { bench in
      var options = ["-t", "web.tac"]
      let text = "# 100% $HOME `id` \\\necho \"%{name} $1\" '$%' \\%{\ncase $1 in x) exit ;; esac"
      for (script, _) in Self.scripts[format] ?? [:] {
        options += ["--\(script)", try bench.place("more \(script)", "#!/bin/sh\n\(text)\n: \(script)\n\n")]
      }
      let package = try bench.package(format, options)
      for (script, name) in Self.scripts[format] ?? [:] {
        #expect(try package.script(name).contains("\n(\n\(text)\n: \(script)\n)\n"), "\(script)")
      }
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String
    var formats = PackageFormat.allCases
    /// What `more.sh` holds.
    var script = "echo\n"
    var testDescription: String { words.joined(separator: " ") + " " + message }
  }

  static let mistakes = [
    Mistake(words: ["--runlevels", "9"], message: "--runlevels takes runlevels from 0 to 6, not \"9\""),
    Mistake(words: ["--runlevels", ""], message: "--runlevels takes"),
    Mistake(words: ["--stop-runlevels", "x"], message: "--stop-runlevels takes"),
    Mistake(words: ["--runlevels", "2345", "--stop-runlevels", "0156"], message: "runlevel 5 is among those"),
    Mistake(words: ["--runlevels", "1"], message: "runlevel 1 is among those"),
    Mistake(words: ["--start-priority", "100"], message: "--start-priority takes"),
    Mistake(words: ["--stop-priority", "first"], message: "--stop-priority takes"),
    Mistake(words: ["--hardening", "max"], message: "none, basic or strict"),
    Mistake(words: ["--socket", "foo"], message: "--socket takes a port"),
    Mistake(words: ["--socket", "0"], message: "--socket takes a port"),
    Mistake(words: ["--socket", "999.1.1.1:80"], message: "--socket takes a port"),
    Mistake(words: ["--user", "a b"], message: "a b"),
    Mistake(words: ["--group", "-x"], message: "-x"),
    Mistake(words: ["--postinst", "missing.sh"], message: "missing.sh"),
    Mistake(words: ["--postinst", "."], message: "folder"),
    Mistake(words: ["--prerm", "more.sh"], message: "more.sh:1: ", script: "#!/usr/bin/env python3\nprint()\n"),
    Mistake(words: ["--preinst", "more.sh"], message: "is not valid POSIX shell", script: "if true; then\n"),
    Mistake(words: ["--preinst", "more.sh"], message: "is not valid POSIX shell", script: ") ; rm -rf x ; (\n"),
    Mistake(words: ["--postrm", "more.sh"], message: "does not end what it begins", script: "cat <<EOF\nx\n"),
    Mistake(words: ["--postrm", "more.sh"], message: "NUL", script: "echo \0\n"),
  ]

  @Test(arguments: mistakes)
  func refusesWithAWayOut(mistake: Mistake) throws {
    for format in mistake.formats {
      try Workbench.with { bench in
        try bench.place("more.sh", mistake.script)
        let result = try bench.call(format, ["-t", "web.tac", "-m", Workbench.maintainer] + mistake.words)
        #expect(result.status == 2 && result.output.isEmpty, "\(result)")
        // What the shell says of the place follows on lines of its own.
        #expect(result.errors.isOneLine || mistake.message.contains("POSIX"), "\(result)")
        #expect(result.errors.contains(mistake.message) && result.errors.contains("; "), "\(result)")
        #expect(bench.files == ["more.sh"] && bench.leftovers.isEmpty)
      }
    }
  }

  /// A script of comments alone adds nothing; a subshell without a command would be no shell.
  @Test(arguments: PackageFormat.allCases)
  func anIdleScriptAddsNothing(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("more.sh", "#!/bin/sh\n# Nothing to do.\n")
      let package = try bench.package(format, ["-t", "web.tac", "--postinst", "more.sh"])
      let script = try bench.place("script", package.script(format == .deb ? "postinst" : "POSTIN"))
      #expect(try run("sh", "-n", script).succeeded)
    }
  }
}

extension BuiltPackage {
  /// A maintainer script of a .deb, or a scriptlet of an .rpm by the tag that holds it.
  func script(_ name: String) throws -> String {
    guard format == .deb else { return try tag(name) + "\n" }
    return try run("dpkg-deb", "--info", path, name).successful().output
  }
}
