import CommandLine
import Foundation
import Testing

@Suite struct UsageTests {
  // MARK: Help

  @Test("The help looks as recorded", arguments: [40, 80, 120])
  func help(_ width: Int) throws {
    try expect(HelpText(Sample.command, Sample.table, width: width).text, equalsFixture: "help-\(width).txt")
  }

  @Test("No line of the help is wider than the terminal", arguments: Array(40...130))
  func helpWidth(_ width: Int) {
    let text = HelpText(Sample.command, Sample.table, width: width).text
    // The synopsis of an option is never broken.
    let tooWide = text.split(separator: "\n").filter { $0.count > width && !$0.hasPrefix("  -") }
    #expect(tooWide.isEmpty)
    #expect(!text.contains(" \n"))
    #expect(!text.contains("silent") && !text.contains("longdesc"))
  }

  // MARK: Manual page

  static let page = ManualPage(Sample.command, Sample.table, date: "2024-03-01").text

  @Test("The manual page looks as recorded")
  func manualPage() throws {
    try expect(Self.page, equalsFixture: "sample-tool.1")
  }

  @Test("groff has no complaint", .enabled(if: Program(path: "/usr/bin/groff").isInstalled))
  func groff() throws {
    let result = try Program(path: "/usr/bin/groff").run(["-ww", "-man", "-Tutf8", "-z"], input: Self.page)
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test("The text survives the formatter", .enabled(if: Program(path: "/usr/bin/groff").isInstalled))
  func rendered() throws {
    let result = try Program(path: "/usr/bin/groff").run(["-man", "-Tutf8", "-P-cbou"], input: Self.page)
    for text in [
      "\n       .TH is not a request here, and 'neither' is \\fBthis\\fR.", "café",
      "-l, --long_description, --long-description=TEXT",
      "sample-tool -m 'Jane Doe' \\", "-c, --color[=WHEN]",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
  }

  // MARK: Completions

  @Test("The completions look as recorded", arguments: Completions<SampleValues>.Shell.allCases)
  func completions(_ shell: Completions<SampleValues>.Shell) throws {
    try expect(Self.script(shell), equalsFixture: "completion.\(shell.rawValue)")
  }

  @Test("bash reads its completion", .enabled(if: Program(path: "/bin/bash").isInstalled))
  func bashSyntax() throws {
    try expectNoComplaint(.bash, "/bin/bash", ["-n"])
  }

  @Test("shellcheck has no complaint", .enabled(if: Program(path: "/usr/bin/shellcheck").isInstalled))
  func shellcheck() throws {
    try expectNoComplaint(.bash, "/usr/bin/shellcheck", ["-s", "bash", "-"])
  }

  @Test("zsh reads its completion", .enabled(if: Program(path: "/usr/bin/zsh").isInstalled))
  func zshSyntax() throws {
    try expectNoComplaint(.zsh, "/usr/bin/zsh", ["-n"])
  }

  @Test("fish reads its completion", .enabled(if: Program(path: "/usr/bin/fish").isInstalled))
  func fishSyntax() throws {
    try expectNoComplaint(.fish, "/usr/bin/fish", ["-n"])
  }

  private func expectNoComplaint(
    _ shell: Completions<SampleValues>.Shell, _ path: String, _ arguments: [String]
  ) throws {
    let result = try Program(path: path).run(arguments, input: Self.script(shell))
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test(
    "Bash offers what fits",
    arguments: [
      (["--ty"], ["--type="]), (["--u"], ["--unsigned"]), (["--type", "=", "s"], ["source"]),
      (["--type", "="], ["tap", "xml", "source", "python"]), (["-y", "t"], ["tap"]), (["-m", "x"], []),
      (["--long"], ["--long_description=", "--long-description="]), (["/usr/share/doc/bas"], nil),
      (["--", "--ty"], []),
    ] as [([String], [String]?)])
  func bash(_ words: [String], _ replies: [String]?) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      compopt() { :; }
      \(Self.script(.bash))
      COMP_WORDS=(sample-tool \(quoted))
      COMP_CWORD=\(words.count)
      _sample_tool
      for reply in "${COMPREPLY[@]}"; do echo "$reply"; done
      """
    let result = try Program(path: "/bin/bash").run(["-s"], input: script)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    if let replies { #expect(lines == replies) } else { #expect(lines.allSatisfy { $0.hasPrefix(words[0]) }) }
  }

  @Test("Fish offers what fits", .enabled(if: Program(path: "/usr/bin/fish").isInstalled))
  func fish() throws {
    let script = Self.script(.fish) + "complete -C 'sample-tool --type '\ncomplete -C 'sample-tool --unsi'\n"
    let result = try Program(path: "/usr/bin/fish").run(["--no-config"], input: script)
    let types = ["python", "source", "tap", "xml"].map { "\($0)\tThe kind of the file\n" }.joined()
    #expect(result.output == types + "--unsigned\tDo not sign\n")
  }

  private static func script(_ shell: Completions<SampleValues>.Shell) -> String {
    Completions(Sample.command, Sample.table).script(for: shell)
  }

  // MARK: Recorded texts

  /// With RECORD=1 in the environment the fixture is written anew, and the test fails so that nobody leaves it so.
  private func expect(_ text: String, equalsFixture name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded anew")
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }
}
