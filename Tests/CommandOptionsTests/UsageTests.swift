import CommandOptions
import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  // MARK: Help

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

  @Test("groff has no complaint")
  func groff() throws {
    let result = try answer("groff", ["-ww", "-man", "-Tutf8", "-z"], to: Self.page)
    #expect(result.succeeded && result.output + result.errors == "", "\(result)")
  }

  @Test("The text survives the formatter")
  func rendered() throws {
    let result = try answer("groff", ["-man", "-Tutf8", "-P-cbou"], to: Self.page)
    for text in [
      "\n       .TH is not a request here, and 'neither' is \\fBthis\\fR.", "café",
      "-l, --long_description, --long-description=TEXT",
      "sample-tool -m 'Jane Doe' \\", "-c, --color[=WHEN]",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
  }

  // MARK: Completions

  @Test("bash reads its completion")
  func bashSyntax() throws {
    try expectNoComplaint(.bash, of: "bash", ["-n"])
  }

  @Test("shellcheck has no complaint")
  func shellcheck() throws {
    try expectNoComplaint(.bash, of: "shellcheck", ["-s", "bash", "-"])
  }

  @Test("zsh reads its completion")
  func zshSyntax() throws {
    try expectNoComplaint(.zsh, of: "zsh", ["-n"])
  }

  @Test("fish reads its completion")
  func fishSyntax() throws {
    try expectNoComplaint(.fish, of: "fish", ["-n"])
  }

  private func expectNoComplaint(
    _ shell: Completions<SampleValues>.Shell, of path: String, _ arguments: [String]
  ) throws {
    let result = try answer(path, arguments, to: Self.script(shell))
    #expect(result.succeeded && result.output + result.errors == "", "\(result)")
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
    let result = try answer("bash", ["-s"], to: script)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    if let replies { #expect(lines == replies) } else { #expect(lines.allSatisfy { $0.hasPrefix(words[0]) }) }
  }

  @Test("Fish offers what fits")
  func fish() throws {
    let script = Self.script(.fish) + "complete -C 'sample-tool --type '\ncomplete -C 'sample-tool --unsi'\n"
    let result = try answer("fish", ["--no-config"], to: script)
    let types = ["python", "source", "tap", "xml"].map { "\($0)\tThe kind of the file\n" }.joined()
    #expect(result.output == types + "--unsigned\tDo not sign\n")
  }

  /// What a program says of a text on its standard input.
  private func answer(_ program: String, _ arguments: [String], to text: String) throws -> ProgramResult {
    var program = Program(program, arguments)
    program.input = Data(text.utf8)
    return try program.run()
  }

  static func script(_ shell: Completions<SampleValues>.Shell) -> String {
    Completions(Sample.command, Sample.table).script(for: shell)
  }
}
