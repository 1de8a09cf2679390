import Foundation
import TestSupport
import Testing

/// `ProtectSystem=strict` is for code that was read; what may write where nobody knows is told of and not hindered.
@Suite struct UnreadCodeTests {
  private static func source(_ lines: String...) -> String {
    (["import os", "from twisted.application import service", "application = service.Application('web')"] + lines)
      .joined(separator: "\n") + "\n"
  }

  private static let read = [
    source(), source("import klein, zope.interface"), source("import psutil"),
    source("open('/srv/data/x', 'w')", "os.makedirs('/srv/data/y')"),
    source("import sqlite3", "sqlite3.connect('/srv/data/x.db')"), source("open('/etc/hosts').read()"),
    source("def f(path):", "    return open(path).read()"), source("words = ['a'].remove('a')"),
    source("x = 'a'.replace('a', 'b')", "{}.copy()"),
  ]

  private static let unread: [(String, String)] = [
    (source("import somewhere"), "web.tac:4: imports somewhere"),
    (source("open(os.environ.get('LOG'), 'w')"), "web.tac:4: writes to a path that is not known here"),
    (source("def later(path):", "    os.makedirs(path)"), "web.tac:5: writes, in code that was not followed"),
    (source("def later(path):", "    path.open('wb')"), "web.tac:5: writes, in code that was not followed"),
    (source("def later(mode):", "    open('x', mode)"), "web.tac:5: writes, in code that was not followed"),
    (source("import subprocess", "subprocess.run(['true'])"), "web.tac:5: starts another program"),
    (source("def later(text):", "    exec(text)"), "web.tac:5: runs code that is not known here"),
    (source("import importlib", "def later(name):", "    importlib.import_module(name)"), "web.tac:6: runs code"),
    (source("import shop", "x = 1"), "shop.py:2: writes, in code that was not followed"),
  ]

  @Test(arguments: read)
  func whatWasReadIsStrict(source: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", source)
      let result = try bench.call(.deb, ["web.tac", "-m", Workbench.maintainer, "--print=twisted-web.service"])
        .successful()
      #expect(result.output.contains("\nProtectSystem=strict\n"), "\(result)")
      #expect(!result.errors.contains("--hardening strict"))
    }
  }

  @Test(arguments: unread)
  func whatWasNotReadIsFull(source: String, reason: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", source)
      try bench.place("shop.py", "def f(path):\n  path.setContent(b'')\n")
      let words = ["web.tac", "-m", Workbench.maintainer]
      let result = try bench.call(.deb, words + ["--print=twisted-web.service"]).successful()
      #expect(result.output.contains("what that writes is not known.\nProtectSystem=full\n"), "\(result)")
      #expect(result.errors.contains("note: \(reason)"), "\(result)")
      // The remedy is what it says.
      let strict = try bench.call(.deb, words + ["--print=twisted-web.service", "--hardening", "strict"]).successful()
      #expect(strict.output.contains("\nProtectSystem=strict\n") && !strict.errors.contains("--hardening"))
    }
  }

  /// A file that goes in unread, and a plugin of which only the name is known.
  @Test(arguments: PackageFormat.allCases, [["-t", "web.tac", "--no-inspect"], ["--plugin", "shop"]])
  func whatNobodyReadIsFull(format: PackageFormat, words: [String]) throws {
    try Workbench.with { bench in
      let unit = try bench.package(format, words + ["-d", "xx"]).text("/usr/lib/systemd/system/xx.service")
      #expect(unit.contains("\nProtectSystem=full\n"))
    }
  }

  @Test func knowsWhatTheStubsOfThePackagerDescribe() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source("import shop.server"))
      for folder in ["stubs", "stubs/shop"] {
        try FileManager.default.createDirectory(atPath: "\(bench.folder)/\(folder)", withIntermediateDirectories: true)
      }
      try bench.place("stubs/shop/server.py", "x = 1\n")
      let words = ["web.tac", "-m", Workbench.maintainer, "--print=twisted-web.service"]
      #expect(try bench.call(.deb, words).output.contains("ProtectSystem=full"))
      #expect(try bench.call(.deb, words + ["--stubs", "stubs"]).output.contains("ProtectSystem=strict"))
    }
  }

  /// Folders of the application's own names are made in both init systems, and go with the package.
  @Test(arguments: PackageFormat.allCases)
  func makesFoldersOfItsOwn(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "logd.tac",
        """
        import os
        from twisted.application import service
        from twisted.python.logfile import DailyLogFile
        application = service.Application('shopd')
        log = DailyLogFile('logd.log', '/var/log/logd')
        data = open('/var/lib/shopd/db/data', 'a')
        os.makedirs('/var/cache/logd')
        other = open('/var/lib/mysql/x', 'a')

        """)
      let result = try bench.call(format, ["logd.tac", "-m", Workbench.maintainer, "-o", "told"])
      #expect(result.errors.contains("writes into /var/lib/mysql"))
      #expect(!result.errors.contains("/var/log/logd") && !result.errors.contains("shopd"), "\(result)")
      let package = try bench.package(format, ["-t", "logd.tac"])
      let unit = try package.unit
      #expect(
        unit.contains("\nStateDirectory=twisted-logd shopd\n") && unit.contains("\nLogsDirectory=twisted-logd logd\n"))
      #expect(unit.contains("\nCacheDirectory=logd\n") && unit.contains("mkdir -p /var/lib/shopd/db\n"))
      let script = try package.initScript
      for folder in ["/var/lib/shopd", "/var/log/logd", "/var/cache/logd"] {
        #expect(script.contains("[ -d \(folder) ] || install -d -m 0750 -o \"$USER\" -g \"$GROUP\" \(folder) ||"))
        #expect(try package.script(format == .deb ? "postrm" : "POSTUN").contains(folder))
      }
      #expect(script.contains("mkdir -p /var/lib/shopd/db"))
    }
  }

  @Test(arguments: ["import socket\nsocket.if_nameindex()", "import ctypes\ndef f(libc):\n    libc.getifaddrs()"])
  func leavesTheInterfacesToWhoAsks(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      let unit = try bench.package(.deb, ["web.tac"]).unit
      #expect(unit.contains("\nRestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK\n"))
    }
  }

  // MARK: Verdicts

  @Test func explanationsSayWhatBecomesOfEachFact() throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        """
        import os
        from twisted.application import internet, service
        application = service.Application('web')
        internet.TCPServer(80, None).setServiceParent(application)
        internet.TCPServer(int(os.environ["PORT"]), None).setServiceParent(application)
        open('/srv/x/log', 'w')
        open('gone.txt')
        open('words.txt')

        """)
      try bench.place("words.txt", "words\n")
      let page = try bench.tap2deb("--explain", "web.tac").successful().output
      let verdicts = page.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        return ["given", "told", "refused"].contains(words.last ?? "") ? words.suffix(2).joined(separator: " ") : nil
      }
      #expect(verdicts == ["4 given", "5 given", "5 told", "6 told", "7 told", "8 given"], "\(page)")
      let document = try bench.tap2deb("--explain", "--json", "web.tac").successful().output
      #expect(document.contains("\"verdict\" : \"given\"") && document.contains("\"verdict\" : \"told\""))
    }
  }

  @Test func explanationsSayWhatIsRefused() throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        Self.source(
          "from twisted.application import strports", "from twisted.web import server, resource",
          "site = server.Site(resource.Resource())",
          "strports.service('systemd:domain=INET:index=0', site).setServiceParent(application)"))
      let page = try bench.tap2deb("--explain", "web.tac").successful().output
      #expect(page.contains("line 7     refused"), "\(page)")
      #expect(try bench.tap2deb("--explain", "web.tac", "--socket", "80").output.contains("line 7     given"))
    }
  }
}
