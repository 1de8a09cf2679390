import CommandOptions
import TestSupport
import Testing

/// The texts that one table of options becomes, as files.
@Suite struct GoldenUsageTests {
  @Test(arguments: [40, 80, 120])
  func help(_ width: Int) throws {
    try expect(HelpText(Sample.command, Sample.table, width: width).text, "help-\(width).txt")
  }

  @Test func manualPage() throws {
    try expect(UsageTests.page, "sample-tool.1")
  }

  @Test(arguments: Completions<SampleValues>.Shell.allCases)
  func completions(_ shell: Completions<SampleValues>.Shell) throws {
    try expect(UsageTests.script(shell), "completion.\(shell.rawValue)")
  }

  private func expect(_ text: String, _ name: String) throws {
    try expectGolden(text, at: "Tests/CommandOptionsTests/Golden/\(name)")
  }
}
