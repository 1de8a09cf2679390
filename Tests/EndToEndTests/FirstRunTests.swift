import TestSupport
import Testing

/// What somebody meets who types the tool's name for the first time.
@Suite struct FirstRunTests {
  @Test(arguments: PackageFormat.allCases)
  func takesAnOperandForTheApplication(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["web.tac", "-o", "out"])
      #expect(try package.name == "twisted-web")
    }
  }

  @Test func takesSeveralForServicesOfOnePackage() throws {
    try Workbench.with { bench in
      try bench.place("two.tac")
      try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "two.tac", "-o", "out").successful()
      let list = try run("dpkg-deb", "-c", "out/twisted-web_1.0_all.deb", in: bench.folder).successful().output
      #expect(list.contains("system/twisted-web.service") && list.contains("system/twisted-two.service"), "\(list)")
    }
  }

  @Test func takesAnOperandForAConfigurationToBeginWith() throws {
    try Workbench.with { bench in
      let said = try bench.tap2deb("web.tac", "--init").successful().output
      #expect(said == "tap2deb.json\n")
    }
  }

  @Test(arguments: [
    (["-t", "web.tac", "other.tac"], "try --tapfile other.tac"),
    (["-t", "web.tac", "--", "--port"], "only --plugin and --script take options after --"),
    (["web.tac", "--", "8080"], "only --plugin and --script take options after --"),
  ])
  func saysWhereAWordBelongs(arguments: [String], way: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, arguments)
      #expect(result.status == 2 && result.errors.contains("belongs to no option; \(way)"), "\(result)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func saysHowToBegin(format: PackageFormat) throws {
    try withTemporaryFolder { folder in
      let result = try run(format.tool, in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(
        result.errors.hasPrefix(
          "\(format.toolName): error: no application file is named; try \(format.toolName) web.tac"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func hasAShortHelpThatFitsAScreen(format: PackageFormat) throws {
    for letter in ["-h", "--usage"] {
      let text = try run(format.tool, letter, environment: ["COLUMNS": "80"]).successful().output
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 40 && lines.allSatisfy { $0.count <= 80 }, "\(text)")
      for word in ["--maintainer", "--include", "--explain", "Examples:", "--help tells"] {
        #expect(text.contains(word))
      }
    }
  }

  /// A narrow terminal has the descriptions below the options, none cut off.
  @Test func keepsToANarrowTerminal() throws {
    let text = try run(Places.tap2deb, "--help", environment: ["COLUMNS": "40"]).successful().output
    let lines = text.split(separator: "\n")
    let examples = lines.lastIndex(of: "Examples:") ?? lines.endIndex
    // Commands to copy are left whole.
    let long = lines[..<examples].filter { $0.count > 40 && $0.contains(" ") && !$0.hasPrefix("Usage") }
    #expect(long.filter { !$0.contains("--") && !$0.hasPrefix("   or:") } == [], "\(long)")
  }
}
