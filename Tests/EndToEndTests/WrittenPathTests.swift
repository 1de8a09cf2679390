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

  /// Folders that are there already are root's.
  @Test(arguments: [
    (#"open("/var/log/web.log", "a")"#, "/var/log", "let it use /var/log/twisted-web"),
    (#"sqlite3.connect("/var/lib/web.db")"#, "/var/lib", "let it use /var/lib/twisted-web"),
    (#"open("/web.log", "a")"#, "/", "let it use /var/lib/twisted-web"),
    (#"os.makedirs("/srv/shop")"#, "/srv", "let it use /var/lib/twisted-web"),
    (#"open("/root/shop/x", "w")"#, "/root/shop", "let it use /var/lib/twisted-web"),
    (#"open("/proc/sys/net/ipv4/ip_forward", "w")"#, "/proc/sys/net/ipv4", "set it with a file in /etc/sysctl.d"),
    (#"open("/sys/class/gpio/export", "w")"#, "/sys/class/gpio", "let a rule of udev give it to the service's group"),
  ])
  func saysWhatIsRoots(line: String, folder: String, remedy: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      let errors = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful().errors
      #expect(
        errors.contains("web.tac:6: the application writes into \(folder), where only root may; \(remedy)"), "\(errors)"
      )
      #expect(!errors.contains("--postinst"))
    }
  }

  /// Other people's home folders are theirs.
  @Test(arguments: [#"open("/home/ada/x")"#, #"open("/home/ada/x", "w")"#])
  func saysWhoseHomeItIs(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      let words = ["web.tac", "-m", Workbench.maintainer]
      let errors = try bench.call(.deb, words).successful().errors
      #expect(errors.contains("is in a home folder, which others than ada seldom may enter"), "\(errors)")
      #expect(try bench.call(.rpm, words + ["--user", "ada"]).successful().errors.isEmpty)
    }
  }

  /// Folders that all share get no remedy that would give them away.
  @Test func givesNoFolderOfTheSystemsAway() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(#"open("/run/lock/web", "w")"#))
      let errors = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful().errors
      #expect(errors.contains("/run/lock is not this service's") && !errors.contains("RuntimeDirectory"), "\(errors)")
    }
  }

  /// However it is read, what only root can read ends the service at its start.
  @Test(arguments: [
    ("/etc/letsencrypt/live/a/fullchain.pem", "a deploy hook of certbot(1)"),
    ("/etc/ssh/ssh_host_rsa_key", "give --unit LoadCredential=ssh_host_rsa_key:/etc/ssh/ssh_host_rsa_key"),
    ("/etc/shadow", "give --unit SupplementaryGroups=shadow"), ("/root/x", "LoadCredential=x:/root/x"),
    ("/var/log/auth.log", "give --unit SupplementaryGroups=adm"),
  ])
  func saysWhatOnlyRootReads(path: String, remedy: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source("open('\(path)').read()"))
      let errors = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful().errors
      #expect(errors.contains("only root can read \"\(path)\"") && errors.contains(remedy), "\(errors)")
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
    #"sqlite3.connect("file:/srv/shop/x?mode=rwc", uri=True)"#,
    #"import tempfile; tempfile.NamedTemporaryFile(dir="/srv/shop")"#,
    #"import tempfile; tempfile.mkstemp(dir="/srv/shop")"#,
    #"from twisted.protocols import ftp; ftp.FTPRealm("/srv/pub", "/srv/shop")"#,
    #"from twisted.enterprise import adbapi; adbapi.ConnectionPool("sqlite3", "file:/srv/shop/x", uri=True)"#,
  ])
  func letsModulesWrite(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      #expect(try bench.package(.deb, ["-t", "web.tac"]).unit.contains("\nReadWritePaths=-/srv/shop\n"))
    }
  }

  /// What is known by its looks alone takes the service's own word for where it writes.
  @Test(arguments: [
    #"import zipfile; zipfile.ZipFile("x.zip").extractall("/srv/shop")"#,
    #"import urllib.request; urllib.request.urlretrieve("http://a.example", "/srv/shop/x")"#,
    #"import fileinput; fileinput.input("/srv/shop/x", inplace=True)"#,
    #"import cProfile; cProfile.run("1", "/srv/shop/x")"#,
  ])
  func keepsWhatMayWriteFromNoFolder(line: String) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source(line))
      #expect(try bench.package(.deb, ["-t", "web.tac"]).unit.contains("\nProtectSystem=full\n"))
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
