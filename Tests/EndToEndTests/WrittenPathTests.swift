import Foundation
import TestSupport
import Testing

/// Where the application writes: what the package makes for it, and what it says of the rest.
@Suite struct WrittenPathTests {
  private static func source(_ line: String) -> String {
    """
    import os
    import sqlite3
    from twisted.application import service
    from twisted.python.logfile import LogFile
    HERE = os.path.dirname(os.path.abspath(__file__))
    \(line)
    application = service.Application("web")
    """
  }

  @Test(
    arguments: [
      (#"LogFile.fromFullPath("logs/web.log")"#, "logs"), (#"open("data/out/x.txt", "w")"#, "data/out"),
      (#"sqlite3.connect("db/x.sqlite")"#, "db"), (#"open("./var/x", "ab")"#, "var"),
    ], PackageFormat.allCases)
  func makesFoldersBelowTheStateFolder(example: (String, String), format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(example.0))
      let package = try bench.package(format, ["-t", "web.tac"])
      #expect(try package.unit.contains("\nExecStartPre=/bin/mkdir -p \(example.1)\n"))
      #expect(try package.initScript.contains("mkdir -p \(example.1)\n"))
    }
  }

  @Test(arguments: [
    #"open("x.txt", "w")"#, #"open("../x/y", "w")"#, #"open("-p/x", "w")"#, #"open("a b/x", "w")"#,
    #"open("$(id)/x", "w")"#, #"open("logs/x")"#, #"open("/var/lib/twisted-web/x/y", "w")"#,
  ])
  func makesNoOther(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      #expect(try !bench.package(.deb, ["-t", "web.tac"]).unit.contains("mkdir"))
    }
  }

  @Test(arguments: [
    (#"LogFile.fromFullPath("/var/log/logd/x.log")"#, "writes into /var/log/logd, which the package does not make"),
    (#"sqlite3.connect("/srv/shop/x.sqlite")"#, "writes into /srv/shop, which the package does not make"),
  ])
  func saysWhatItDoesNotMake(line: String, message: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful()
      #expect(result.errors.contains("web.tac:6: the application \(message); "), "\(result.errors)")
    }
  }

  /// A key that only root can read ends the service at its start.
  @Test(arguments: [
    ("/etc/letsencrypt/live/example.org/privkey.pem", "let the application read /etc/twisted-web/privkey.pem"),
    ("/etc/ssl/private/web.pem", "give --unit SupplementaryGroups=ssl-cert"),
  ])
  func saysThatOnlyRootReadsAKey(path: String, remedy: String) throws {
    try Workbench.with { bench in
      let lines =
        "from twisted.internet import ssl\nssl.DefaultOpenSSLContextFactory('\(path)', '/etc/ssl/certs/x.pem')"
      try bench.place("web.tac", Self.source(lines))
      let words = ["web.tac", "-m", Workbench.maintainer]
      let result = try bench.call(.deb, words).successful()
      #expect(
        result.errors.contains(
          "web.tac:7: only root can read \"\(path)\", and the service runs as another user; \(remedy)"),
        "\(result.errors)")
      let rooted = try bench.call(.rpm, words + ["--user", "root"]).successful()
      #expect(!rooted.errors.contains("only root can read"))
    }
  }

  @Test func knowsAPathOfThisMachine() throws {
    try Workbench.with { bench in
      let folder = try run("realpath", bench.folder).successful().output.split(separator: "\n")[0]
      try bench.place("web.tac", Self.source("open('\(folder)/twistd.log', 'a')"))
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful()
      #expect(result.errors.contains("is a path of this machine, and the target has nothing there"))
    }
  }

  /// Modules of the standard library that write without `open`.
  @Test(arguments: [
    #"import dbm; dbm.open("/srv/shop/x", "c")"#, #"import shelve; shelve.open("/srv/shop/x")"#,
    #"import shutil; shutil.copy("/etc/hostname", "/srv/shop/x")"#,
    #"from shutil import copyfile; copyfile("/etc/hostname", dst="/srv/shop/x")"#,
    #"import logging.handlers; logging.handlers.WatchedFileHandler("/srv/shop/x")"#,
    #"import gzip; gzip.open("/srv/shop/x", "wb")"#,
  ])
  func letsModulesWrite(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      #expect(try bench.package(.deb, ["-t", "web.tac"]).unit.contains("\nReadWritePaths=-/srv/shop\n"))
    }
  }

  /// A database is written to wherever it may be.
  @Test func letsADatabaseBeWritten() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(#"sqlite3.connect("/srv/shop/x.sqlite")"#))
      #expect(try bench.package(.deb, ["-t", "web.tac"]).unit.contains("\nReadWritePaths=-/srv/shop\n"))
    }
  }
}
