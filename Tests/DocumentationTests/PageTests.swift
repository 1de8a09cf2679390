import Foundation
import TestSupport
import Testing

/// The documentation does what it says: every command in a block of a page is run, from the top of the page down.
@Suite struct PageTests {
  @Test(arguments: try Page.all)
  func everyCommandDoesWhatThePageSays(page: Page) throws {
    let run = PageRun(page, places: Self.isPatient ? ["", "slow"] : [""])
    try Self.withTools { folder, environment in
      // A reader sits at a terminal.
      try Data(run.script.utf8).write(to: URL(filePath: "\(folder)/../run"))
      var program = Program("script", ["-qefc", "bash ../run", "/dev/null"])
      program.environment = environment
      program.folder = folder
      program.timeout = .seconds(300)
      #expect(run.problems(in: try program.run()) == [])
    }
  }

  /// `make check-system` runs what takes minutes and a network, too.
  private static let isPatient = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"

  /// What runs in no block is in none.
  @Test(arguments: try Page.all)
  func commandsStandInBlocksThatRun(page: Page) throws {
    var isFenced = false
    for (index, line) in page.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") { isFenced.toggle() }
      let isIndented = !isFenced && line.hasPrefix("    ") && !line.hasPrefix("     ")
      #expect(
        !isIndented || line.firstMatch(of: #/^    (\$ |sudo |tap2|tapconvert |mktap |make )/#) == nil,
        "\(page.name):\(index + 1): put it into a block of sh or console")
      #expect(line != "```" || !isFenced, "\(page.name):\(index + 1): the block does not say what it holds")
    }
    for block in page.blocks where block.kind == .shown {
      #expect(
        !block.lines.contains { $0.contains(#/^(\$ )?(sudo )?(tap2deb|tap2rpm|tapconvert|mktap) /#) },
        "\(page.name):\(block.line): this is a block of sh or console")
    }
    for block in page.blocks where block.place == "" && block.kind != .shown {
      #expect(
        !block.lines.contains { $0.contains(#/^(\$ )?sudo /#) }, "\(page.name):\(block.line): this is a block for root")
    }
  }

  /// Targets of the Makefile, which other tests and the reader's clone run.
  @Test(arguments: try Page.all.flatMap { page in page.blocks.filter { $0.place == "make" }.map { (page, $0.lines) } })
  func makeHasTheTargets(page: Page, lines: [String]) throws {
    for line in lines where line.hasPrefix("make ") {
      let target = line.split(separator: " ")[1]
      try run("make", "--dry-run", String(target), in: Places.repository).successful()
    }
  }

  @Test(arguments: try Page.all)
  func everyLinkLeadsSomewhere(page: Page) throws {
    let folder = page.name.hasPrefix("docs/") ? "\(Places.repository)/docs" : Places.repository
    for match in page.text.matches(of: #/\]\(([^)#:]*)(#[^)]*)?\)/#) where !match.1.isEmpty {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(match.1)"), "\(page.name): \(match.1)")
    }
    for match in page.text.matches(of: #/\]\(([^)#:]*)#([^)]*)\)/#) {
      let target = match.1.isEmpty ? page.text : try String(contentsOfFile: "\(folder)/\(match.1)", encoding: .utf8)
      let anchors = target.matches(of: #/(?m)^#+ (.*)$/#).map { heading in
        heading.1.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
          .replacing(" ", with: "-")
      }
      #expect(anchors.contains(String(match.2)), "\(page.name): #\(match.2)")
    }
  }

  @Test func theIndexLinksEveryPage() throws {
    let index = try Page("docs/index.md").text
    for page in try Page.all where page.name != "docs/index.md" && page.name.hasPrefix("docs/") {
      #expect(index.contains("](\(page.name.dropFirst("docs/".count)))"), "\(page.name)")
    }
    #expect(try Page("README.md").text.contains("](docs/index.md)"))
  }

  @Test(arguments: [
    ("a\nb\n", "a\nb", true), ("a\nb\nc\n", "a\n...\nc", true), ("a 12 b\n", "a ... b", true), ("a\n", "b", false),
    ("a\nb\n", "a", false), ("x a\n", "a", false), ("a x\n", "...a", false),
  ])
  func dotsStandForAnything(text: String, pattern: String, does: Bool) {
    #expect(PageRun.matches(text, pattern) == does)
  }

  /// A reader's machine: an empty folder, a home, and the tools on `PATH`.
  private static func withTools(_ body: (String, [String: String?]) throws -> Void) throws {
    try withTemporaryFolder { path in
      for name in ["bin", "home", "tmp", "work"] {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
      }
      for tool in [Places.tap2deb, Places.tap2rpm, Places.tapconvert, Places.mktap] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(path)/bin/\(URL(filePath: tool).lastPathComponent)", withDestinationPath: tool)
      }
      try body(
        "\(path)/work",
        [
          "PATH": "\(path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "")", "HOME": "\(path)/home",
          "TMPDIR": "\(path)/tmp", "REPOSITORY": Places.repository, "COLUMNS": "80", "TERM": "dumb", "PAGER": "cat",
          "DEBFULLNAME": nil, "DEBEMAIL": nil, "EMAIL": nil,
          "SOURCE_DATE_EPOCH": nil, "GNUPGHOME": nil, "EDITOR": "true",
        ])
    }
  }
}
