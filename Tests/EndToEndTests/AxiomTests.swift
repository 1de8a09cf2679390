import Foundation
import TestSupport
import Testing

/// A database of Axiom's as the service: a folder, known by its files.
@Suite struct AxiomTests {
  private func place(in bench: Workbench) throws {
    for folder in ["files/user", "run/logs", "temp"] {
      try FileManager.default.createDirectory(
        atPath: "\(bench.folder)/web.axiom/\(folder)", withIntermediateDirectories: true)
    }
    try bench.place("web.axiom/db.sqlite", "SQLite format 3\0 and more")
    try bench.place("web.axiom/files/user/db.sqlite", "SQLite format 3\0")
    try bench.place("web.axiom/run/axiomatic.pid", "1\n")
  }

  @Test(arguments: PackageFormat.allCases)
  func isRunByAxiomatic(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place(in: bench)
      let package = try bench.package(format, ["-t", "web.axiom/", "--port", "tcp:80"])
      #expect(
        try package.command == [
          "/usr/bin/axiomatic", "-d", "/var/lib/twisted-web/web.axiom", "start", "--nodaemon", "--pidfile=",
          "--no_save", "--prefix=twisted-web", "$TWISTD_LOG", "$TWISTD_OPTIONS",
        ])
      let start = try package.initScript
      #expect(start.contains(#""$DAEMON" -d /var/lib/twisted-web/web.axiom start --nodaemon "#), "\(start)")
      let seed = "/usr/lib/twisted-web/state/web.axiom"
      let paths = try package.paths
      #expect(paths.contains("\(seed)/db.sqlite") && paths.contains("\(seed)/files/user/db.sqlite"))
      #expect(!paths.contains { $0.hasSuffix(".pid") }, "what a run left")
      #expect(try !package.conffiles.contains { $0.contains("axiom") })
      #expect(try package.unit.contains("\nExecStartPre=-/bin/sh -c 'exec cp -dRn /usr/lib/twisted-web/state/. . "))
      switch format {
      case .deb: #expect(try package.field("Depends").contains("python3-axiom"))
      case .rpm: #expect(try run("rpm", "-qp", "--requires", package.path).output.contains("python3dist(axiom)"))
      }
    }
  }

  /// Passwords lie in it.
  @Test func isForTheServiceAlone() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let list = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.axiom", "--list").successful().output
      let row = list.split(separator: "\n").first { $0.contains("web.axiom/db.sqlite") } ?? ""
      #expect(row.hasPrefix("-rw-r----- ") && row.contains("_twisted-web"), "\(list)")
    }
  }

  @Test func saysWhatIsNotKnown() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let page = try bench.tap2deb("--explain", "-t", "web.axiom").successful()
      #expect(page.output.hasPrefix("web.axiom: a database of Axiom's\n"), "\(page)")
      let built = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.axiom").successful()
      for word in ["name its ports with --port", "no distribution has Axiom", "whose code is elsewhere"] {
        #expect(built.errors.contains(word), "\(built)")
      }
    }
  }

  @Test(arguments: [
    ("rm web.axiom/db.sqlite", "not an Axiom database", 3),
    ("rmdir -p web.axiom/files/user 2>/dev/null; rm -r web.axiom/files", "not an Axiom database", 3),
    ("echo x >web.axiom/db.sqlite", "not an Axiom database", 3),
    ("echo x >web.axiom/files/user/db.sqlite-journal", "was not closed: files/user/db.sqlite-journal", 3),
  ])
  func whatIsNoWholeDatabaseIsRefused(change: String, message: String, status: Int32) throws {
    try Workbench.with { bench in
      try place(in: bench)
      try run("sh", "-c", change, in: bench.folder).successful()
      let result = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.axiom")
      #expect(result.status == status && result.errors.contains(message), "\(result)")
    }
  }

  @Test(arguments: [["--runner", "twistd"], ["--instances"]])
  func isRunInNoOtherWay(words: [String]) throws {
    try Workbench.with { bench in
      try place(in: bench)
      let result = try bench.call(.deb, ["-m", Workbench.maintainer, "-t", "web.axiom"] + words)
      #expect(result.status == 2, "\(result)")
    }
  }
}
