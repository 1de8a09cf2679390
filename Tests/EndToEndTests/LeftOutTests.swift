import Foundation
import TestSupport
import Testing

/// What the application names and does not go in is told once, with a way out that works.
@Suite struct LeftOutTests {
  private static func source(_ lines: String) -> String {
    """
    import os
    from twisted.application import service
    from elsewhere import find
    \(lines)
    application = service.Application("web")

    """
  }

  private func errors(_ lines: String, files: [String], _ arguments: [String] = []) throws -> String {
    try Workbench.with { bench in
      for name in files {
        let folder = URL(filePath: "\(bench.folder)/\(name)").deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try bench.place(name, "x = 1\n")
      }
      try bench.place("web.tac", Self.source(lines))
      return try bench.call(.deb, ["web.tac", "-m", Workbench.maintainer] + arguments).successful().errors
    }
  }

  @Test(arguments: ["words.txt", "data/words.txt", "templates"])
  func isToldOnce(name: String) throws {
    let file = name == "templates" ? "templates/index.html" : name
    let remedy = "\(name):/etc/twisted-web/\(name)"
    let told = try errors("find('\(name)')\nfind('\(name)')", files: [file])
    #expect(
      told.contains(
        "web.tac:4: \"\(name)\" lies beside the application, which names it, and is not packaged; if the service needs it, "
          + "give --include \(remedy)\n"))
    #expect(told.components(separatedBy: "lies beside").count == 2)
    let again = try errors("find('\(name)')", files: [file], ["--include", remedy])
    #expect(!again.contains("lies beside"))
  }

  /// The way out leads to where the application looks: beside its file, and in the working directory.
  @Test(arguments: ["words.txt", "data/words.txt"], PackageFormat.allCases)
  func hasAWayOutThatWorks(name: String, format: PackageFormat) throws {
    try Workbench.with { bench in
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/data", withIntermediateDirectories: true)
      try bench.place(name, "x\n")
      try bench.place("web.tac", Self.source("find('\(name)')"))
      let package = try bench.package(format, ["-t", "web.tac", "--include", "\(name):/etc/twisted-web/\(name)"])
      let links = try package.links
      #expect(links["/usr/lib/twisted-web/state/\(name)"] == "/etc/twisted-web/\(name)", "\(links)")
    }
  }

  /// Code that was not read may look for anything beside the application, as foolscap's flappserver does.
  @Test func tellsWhatLiesBesideWhereCodeWasNotRead() throws {
    try Workbench.with { bench in
      for name in ["port", "location", "README.md", "old.deb"] { try bench.place(name, "x\n") }
      let source = "from twisted.application import service\n\napplication = service.Application('web')\n"
      try bench.place("web.tac", source + "import elsewhere\nelsewhere.Server().setServiceParent(application)\n")
      let words = ["web.tac", "-m", Workbench.maintainer, "--list"]
      let told = try bench.call(.deb, words).successful().errors
      #expect(told.contains("code that was not read may need it: \"location\", \"port\"; give --state NAME"), "\(told)")
      let settled = try bench.call(.deb, words + ["--state", "port", "--state", "location"]).successful().errors
      #expect(!settled.contains("lies what is not packaged"), "\(settled)")
      try bench.place("web.tac", source)
      let read = try bench.call(.deb, words).successful().errors
      #expect(!read.contains("lies what is not packaged"), "\(read)")
    }
  }

  /// A plugin that was not read may mean a file by one of its options.
  @Test(arguments: [["--config", "own.ini"], ["--config=own.ini"], ["own.ini"]])
  func tellsWhatAPluginIsGiven(options: [String]) throws {
    try Workbench.with { bench in
      try bench.place("own.ini", "[x]\n")
      let words = ["-m", Workbench.maintainer, "--list", "--plugin", "elsewhere"]
      let told = try bench.call(.deb, words + ["--"] + options).successful().errors
      #expect(told.contains("give --include own.ini:/etc/twisted-elsewhere/own.ini"), "\(told)")
      let included = words + ["--include", "own.ini:/etc/twisted-elsewhere/own.ini", "--"] + options
      let settled = try bench.call(.deb, included).successful()
      #expect(!settled.errors.contains("own.ini"), "\(settled)")
      #expect(settled.output.contains(" /usr/lib/twisted-elsewhere/state/own.ini -> /etc/twisted-elsewhere/own.ini"))
    }
  }

  /// Words that happen to be names, what goes in, and what is written are not.
  @Test(
    arguments: [
      ("find('web.tac')", []), ("find('nothing.txt')", []), ("find('shop')", ["shop/__init__.py"]),
      ("open('words.txt')", ["words.txt"]), ("open('out.txt', 'w')", ["out.txt"]), ("find('tests')", ["tests/x.txt"]),
      ("open('data/words.txt')\nfind('data')", ["data/words.txt"]), ("import shop\nfind('shop.py')", ["shop.py"]),
    ] as [(String, [String])])
  func isNotToldOfOthers(lines: String, files: [String]) throws {
    #expect(try !errors(lines, files: files).contains("lies beside"))
  }

  @Test func isToldWhatIsNowhere() throws {
    let told = try errors("open('words.txt')\nopen(os.path.join(os.path.dirname(__file__), 'x.ini'))", files: [])
    #expect(
      told.contains(
        "web.tac:4: the application reads \"words.txt\", and there is none here; make it before you build, or "
          + "/var/lib/twisted-web/words.txt on the target\n"))
    #expect(told.contains("make it before you build, or /etc/twisted-web/x.ini on the target\n"))
    let outside = try errors("open(os.path.join(os.path.dirname(__file__), '../x.ini'))", files: [])
    #expect(outside.contains("make it before you build, or /etc/x.ini on the target\n"))
    let served = try errors("from twisted.web import static\nstatic.File('www')", files: [])
    #expect(served.contains("the application serves \"www\", and there is none here; make it before you build"))
  }

  /// What lies above the application's folder is the packager's to decide about, a folder and a module's file too.
  @Test func isToldWhatLeadsOut() throws {
    let told = try Workbench.with { bench in
      for folder in ["app/shop", "conf"] {
        try FileManager.default.createDirectory(atPath: "\(bench.folder)/\(folder)", withIntermediateDirectories: true)
      }
      try bench.place("conf/a.ini", "[a]\n")
      try bench.place(
        "app/shop/__init__.py", "import os\nopen(os.path.join(os.path.dirname(__file__), '../../conf/a.ini'))\n")
      try bench.place("app/web.tac", Self.source("import shop\nfrom twisted.web import static\nstatic.File('../conf')"))
      return try bench.call(.deb, ["app/web.tac", "-m", Workbench.maintainer]).successful().errors
    }
    #expect(told.contains("\"../conf\" leads out of the application's folder, so it is not packaged; try --include"))
    #expect(
      told.contains("\"../../conf/a.ini\" leads out of the application's folder, so it is not packaged; try --include"))
  }

  @Test(arguments: ["open('a', 'w')\nopen('a')", "open('/srv/a')", "def f():\n    open('a')", "open('words.txt')"])
  func isNotToldOfWhatIsThere(lines: String) throws {
    #expect(try !errors(lines, files: ["words.txt"]).contains("there is none here"))
  }
}
