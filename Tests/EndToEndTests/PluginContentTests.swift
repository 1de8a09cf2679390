import Foundation
import TestSupport
import Testing

/// What the options of a plugin name goes into the package, as if a file had named it.
@Suite struct PluginContentTests {
  private func build(
    _ format: PackageFormat, _ plugin: String, options: [String], body: (BuiltPackage) throws -> Void
  ) throws {
    try Workbench.with { bench in
      try bench.place("hello.py", "import words\nresource = app = None\n")
      try bench.place("words.py", "x = 1\n")
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/htdocs", withIntermediateDirectories: true)
      try bench.place("htdocs/index.html", "<p>hello\n")
      try bench.place("secret.py", "x = 1\n")
      try body(try bench.package(format, ["--plugin", plugin, "--"] + options))
    }
  }

  @Test(arguments: ["--class=hello.resource", "--wsgi=hello.app", "--processor=.x=hello.app"], PackageFormat.allCases)
  func holdsModules(option: String, format: PackageFormat) throws {
    try build(format, "web", options: [option]) { package in
      let paths = try package.paths.filter { $0.hasPrefix("/usr/share/twisted-web/") }
      #expect(paths == ["/usr/share/twisted-web/hello.py", "/usr/share/twisted-web/words.py"])
      let unit = try package.unit
      #expect(unit.contains("\nEnvironment=PYTHONPATH=/usr/share/twisted-web\n"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func holdsFolders(format: PackageFormat) throws {
    try build(format, "web", options: ["--path", "htdocs"]) { package in
      let paths = try package.paths
      #expect(paths.contains("/usr/share/twisted-web/htdocs/index.html"))
      #expect(!paths.contains { $0.hasSuffix(".py") })
      let links = try package.links
      #expect(links["/usr/lib/twisted-web/state/htdocs"] == "/usr/share/twisted-web/htdocs")
    }
  }

  /// Users and their passwords are the service's alone.
  @Test(arguments: [["--auth", "file:passwd"], ["--password-file", "passwd"]], PackageFormat.allCases)
  func holdsItsUsers(options: [String], format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("passwd", "ada:x\n")
      let list = try bench.call(format, ["-m", Workbench.maintainer, "--list", "--plugin", "ftp", "--"] + options)
      #expect(list.output.contains("-rw-r----- root:_twisted-ftp /usr/share/twisted-ftp/passwd "), "\(list)")
      #expect(list.output.contains(" /usr/lib/twisted-ftp/state/passwd -> "))
    }
  }

  /// What its objects and pages name is told, and the way out leads there.
  @Test(arguments: [["--class=page.Root"], ["--resource-script=page.rpy"]])
  func tellsWhatItsCodeNames(options: [String]) throws {
    try Workbench.with { bench in
      let code = """
        from twisted.web import resource
        class Root(resource.Resource):
            def render_GET(self, request):
                return open("page.html", "rb").read()
        resource = Root()

        """
      try bench.place("page.py", code)
      try bench.place("page.rpy", code)
      try bench.place("page.html", "<p>x\n")
      let words = ["-m", Workbench.maintainer, "--list", "--plugin", "web"]
      let told = try bench.call(.deb, words + ["--"] + options).successful()
      #expect(told.errors.contains("give --include page.html:/etc/twisted-web/page.html"), "\(told)")
      let included = words + ["--include", "page.html:/etc/twisted-web/page.html", "--"]
      let settled = try bench.call(.deb, included + options).successful()
      #expect(!settled.errors.contains("page.html"), "\(settled)")
      #expect(settled.output.contains(" /usr/lib/twisted-web/state/page.html -> /etc/twisted-web/page.html"))
    }
  }

  /// procmon is there to start another program, of which nothing is known.
  @Test func mayStartWhatItIsToldTo() throws {
    try Workbench.with { bench in
      try bench.place("run.sh", "#!/bin/sh\n")
      let package = try bench.package(.deb, ["--plugin", "procmon", "--", "./run.sh"])
      #expect(try package.unit.contains("\nProtectSystem=full\n"))
      #expect(try package.paths.contains("/usr/share/twisted-procmon/run.sh"))
    }
  }

  /// The folder that a service runs in has nothing of the packager's.
  @Test func tellsThatItServesNothing() throws {
    try Workbench.with { bench in
      let told = try bench.call(.deb, ["-m", Workbench.maintainer, "--plugin", "web", "--", "--path", "."]).successful()
      #expect(told.errors.contains("/var/lib/twisted-web has nothing of this one"), "\(told)")
    }
  }

  /// A stock plugin writes where its options say, and the sandbox lets it.
  @Test func mayWriteWhereItsOptionsSay() throws {
    try build(.deb, "mail", options: ["-d", "example.org=/srv/mail"]) { package in
      let unit = try package.unit
      #expect(unit.contains("\nReadWritePaths=-/srv/mail\n"))
    }
  }

  @Test(arguments: [("conch", "logs in as the users of the system"), ("inetd", "runs programs as other users")])
  func saysWhatOnlyRootMay(plugin: String, reason: String) throws {
    try Workbench.with { bench in
      let words = ["-m", Workbench.maintainer, "--plugin", plugin]
      let told = try bench.call(.deb, words).successful().errors
      #expect(told.contains("\(plugin) \(reason), which only root may"))
      let rooted = try bench.call(.rpm, words + ["--user", "root"]).successful().errors
      #expect(!rooted.contains("only root may"))
    }
  }

  @Test(arguments: [["--class=hello"], ["--wsgi=.x"]])
  func refusesWhatNamesNoObject(options: [String]) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, ["-m", Workbench.maintainer, "--plugin", "web", "--"] + options)
      #expect(result.status == 2 && result.errors.contains("names no object of a module"), "\(result)")
    }
  }
}
