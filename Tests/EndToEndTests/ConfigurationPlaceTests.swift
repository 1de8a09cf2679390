import Foundation
import TestSupport
import Testing

/// Files of the application's that the administrator may change are his, in /etc (Debian Policy 10.7).
@Suite struct ConfigurationPlaceTests {
  private static func source(_ lines: String) -> String {
    """
    import configparser, json, os
    from twisted.application import service
    from twisted.web import static
    HERE = os.path.dirname(os.path.abspath(__file__))
    \(lines)
    application = service.Application("web")
    """
  }

  /// Where everything of a package is.
  private struct Layout {
    let package: BuiltPackage
    let paths: [String]
    let conffiles: [String]
    private let links: [String: String]

    init(_ package: BuiltPackage) throws {
      self.package = package
      (paths, conffiles, links) = (try package.paths, try package.conffiles, try package.links)
    }

    func link(_ path: String) -> String? { links[path] }
  }

  private func build(
    _ format: PackageFormat, _ lines: String, files: [String: String], arguments: [String] = [],
    body: (Layout) throws -> Void
  ) throws {
    try Workbench.with { bench in
      for (name, text) in files {
        let folder = URL(filePath: "\(bench.folder)/\(name)").deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try bench.place(name, text)
      }
      try bench.place("web.tac", Self.source(lines))
      try body(Layout(bench.package(format, ["web.tac"] + arguments)))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func standsBesideTheApplicationFile(format: PackageFormat) throws {
    try build(
      format, "open(os.path.join(HERE, 'config.yaml'))", files: ["config.yaml": "port: 8080\n"]
    ) { layout in
      #expect(layout.conffiles.contains("/etc/twisted-web/config.yaml"))
      let text = try layout.package.text("/etc/twisted-web/config.yaml")
      #expect(text == "port: 8080\n")
      #expect(!layout.paths.contains("/usr/share/twisted-web/config.yaml"))
    }
  }

  @Test(arguments: PackageFormat.allCases, ["settings.ini", "etc/app.cfg", ".env"])
  func isLinkedFromTheWorkingDirectory(format: PackageFormat, name: String) throws {
    try build(format, "open('\(name)')", files: [name: "x = 1\n"]) { layout in
      #expect(layout.conffiles.contains("/etc/twisted-web/\(name)"))
      #expect(layout.link("/usr/lib/twisted-web/state/\(name)") == "/etc/twisted-web/\(name)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func isLinkedFromAModule(format: PackageFormat) throws {
    let module = "import os\nopen(os.path.join(os.path.dirname(__file__), 'app.toml'))\n"
    try build(format, "import settings", files: ["settings.py": module, "app.toml": "x = 1\n"]) { layout in
      #expect(layout.conffiles.contains("/etc/twisted-web/app.toml"))
      #expect(layout.link("/usr/share/twisted-web/app.toml") == "/etc/twisted-web/app.toml")
    }
  }

  /// A folder may hold configuration and what belongs to the program.
  @Test(arguments: PackageFormat.allCases)
  func sharesItsFolder(format: PackageFormat) throws {
    let lines = "open(os.path.join(HERE, 'conf/app.yaml'))\nopen(os.path.join(HERE, 'conf/words.txt'))"
    try build(format, lines, files: ["conf/app.yaml": "x: 1\n", "conf/words.txt": "a\n"]) { layout in
      #expect(layout.conffiles.contains("/etc/twisted-web/conf/app.yaml"))
      #expect(layout.link("/etc/twisted-web/conf/words.txt") == "/usr/share/twisted-web/conf/words.txt")
    }
  }

  /// What goes in with a folder stays where that is.
  @Test func staysInAFolderThatIsServed() throws {
    try build(
      .deb, "static.File('htdocs')\njson.load(open('htdocs/menu.json'))", files: ["htdocs/menu.json": "{}\n"]
    ) { layout in
      #expect(layout.paths.contains("/usr/share/twisted-web/htdocs/menu.json"))
      #expect(!layout.conffiles.contains("/etc/twisted-web/htdocs/menu.json"))
    }
  }

  /// What the service writes to is its own: a copy, which no upgrade touches.
  @Test(arguments: PackageFormat.allCases)
  func isTheServicesWhereItIsWritten(format: PackageFormat) throws {
    let lines = "json.load(open('seen.json'))\nopen('seen.json', 'w')\nstatic.File('up')\nopen('up/new.txt', 'w')"
    try build(format, lines, files: ["seen.json": "{}\n", "up/old.txt": "a\n"]) { layout in
      let seen = try layout.package.text("/usr/lib/twisted-web/state/seen.json")
      #expect(seen == "{}\n")
      let old = try layout.package.text("/usr/lib/twisted-web/state/up/old.txt")
      #expect(old == "a\n")
      #expect(!layout.paths.contains("/etc/twisted-web/seen.json"))
    }
  }

  /// Where the packager puts a file is where it is, once.
  @Test(
    arguments: PackageFormat.allCases,
    ["app.yaml:/etc/twisted-web/", "app.yaml:/etc/shop/app.yaml", "app.yaml:/usr/share/shop/", "app.yaml"])
  func goesWhereItIsIncluded(format: PackageFormat, inclusion: String) throws {
    for base in ["os.path.join(HERE, 'app.yaml')", "'app.yaml'"] {
      try build(
        format, "open(\(base))", files: ["app.yaml": "x: 1\n"], arguments: ["--include", inclusion]
      ) { layout in
        let all = layout.paths.filter { $0.hasSuffix("/app.yaml") }
        let real = all.filter { layout.link($0) == nil }
        #expect(real.count == 1, "\(all)")
        let looked = base == "'app.yaml'" ? "/usr/lib/twisted-web/state/app.yaml" : "/etc/twisted-web/app.yaml"
        let found = layout.link(looked) ?? looked
        #expect(found == real[0], "\(all)")
      }
    }
  }

  /// A password in it is for the service's group alone.
  @Test(arguments: [
    "db.ini": "[db]\npassword = letmein\n", "db.json": "{\"token\": \"abc\"}", "db.yml": "api_key: x1\n",
  ])
  func keepsASecret(file: (key: String, value: String)) throws {
    try build(.rpm, "open('\(file.key)')", files: [file.key: file.value]) { layout in
      let line = try run(
        "rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILEGROUPNAME} %{FILENAMES}\n]", layout.package.path
      )
      .successful().output.split(separator: "\n").first { $0.hasSuffix("/etc/twisted-web/\(file.key)") }
      #expect(line == "-rw-r----- _twisted-web /etc/twisted-web/\(file.key)")
    }
  }

  @Test(arguments: ["# password = x\n", "password_file = /etc/x\n", "password =\n", "port = 1\n"])
  func seesNoSecretElsewhere(text: String) throws {
    try build(.rpm, "open('db.ini')", files: ["db.ini": text]) { layout in
      let line = try run("rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILENAMES}\n]", layout.package.path)
        .successful().output
      #expect(line.contains("-rw-r--r-- /etc/twisted-web/db.ini"))
    }
  }

  /// Each service of a package has its files beside its own application file.
  @Test func standsBesideTheFileOfItsService() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source("open(os.path.join(HERE, 'web.yaml'))"))
      try bench.place("shop.tac", Self.source("open(os.path.join(HERE, 'shop.yaml'))"))
      for name in ["web.yaml", "shop.yaml"] { try bench.place(name, "x: 1\n") }
      let paths = try bench.package(.deb, ["-t", "web.tac", "-t", "shop.tac"]).paths
      #expect(paths.contains("/etc/twisted-web/web.yaml") && paths.contains("/etc/twisted-shop/shop.yaml"))
    }
  }

  /// The layout of buildbot's masters and workers: all that they have is beside the file.
  @Test(arguments: PackageFormat.allCases)
  func runsAnApplicationThatWritesBesideItself(format: PackageFormat) throws {
    let lines =
      "open(os.path.join(HERE, 'twistd.log'), 'a')\nopen(os.path.join(HERE, 'logs/x'), 'w')\n"
      + "open(os.path.join(HERE, 'master.cfg'))\nopen(os.path.join(HERE, 'words.txt'))"
    try build(format, lines, files: ["master.cfg": "c = {}\n", "words.txt": "a\n"]) { layout in
      let unit = try layout.package.unit
      let copy = "cp --remove-destination /etc/twisted-web/web.tac /var/lib/twisted-web/web.tac"
      #expect(unit.contains("\nExecStartPre=/bin/\(copy)\n") && unit.contains("\nExecStartPre=/bin/mkdir -p logs\n"))
      #expect(unit.contains(" --python /var/lib/twisted-web/web.tac\n"))
      let script = try layout.package.initScript
      #expect(script.contains(" cp --remove-destination \"$APPLICATION\" /var/lib/twisted-web/web.tac || return"))
      #expect(script.contains(" --python /var/lib/twisted-web/web.tac"))
      #expect(layout.link("/usr/lib/twisted-web/state/master.cfg") == "/etc/twisted-web/master.cfg")
      #expect(layout.link("/usr/lib/twisted-web/state/words.txt") == "/usr/share/twisted-web/words.txt")
      #expect(layout.conffiles.contains("/etc/twisted-web/master.cfg"))
    }
  }

  /// A real buildbot.tac hands the name on, so the packager says that it goes in; the copy finds it beside itself.
  @Test(arguments: PackageFormat.allCases)
  func findsWhatIsIncludedBesideACopy(format: PackageFormat) throws {
    let lines = "open(os.path.join(HERE, 'twistd.log'), 'a')"
    try build(
      format, lines, files: ["master.cfg": "c = {}\n", "info/admin": "Ada\n"],
      arguments: ["--include", "master.cfg:/etc/twisted-web/", "--include", "info:/etc/twisted-web/"]
    ) { layout in
      #expect(layout.link("/usr/lib/twisted-web/state/master.cfg") == "/etc/twisted-web/master.cfg")
      #expect(layout.link("/usr/lib/twisted-web/state/info") == "/etc/twisted-web/info")
      #expect(layout.conffiles.contains("/etc/twisted-web/master.cfg"))
    }
  }
}
