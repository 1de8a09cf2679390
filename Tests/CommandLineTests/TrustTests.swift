import CommandOptions
import Testing

@testable import CommandLine

/// Each key of a configuration file has its line in the table of what one that was only found may say.
@Suite struct TrustTests {
  private let tools = Tool.usualFormats.map { Tool($0, among: Tool.usualFormats) }

  @Test func everyKeyHasAClass() {
    let keys = Set(tools.flatMap(\.configurableOptions).compactMap(\.names.first))
    #expect(keys.subtracting(Option<ToolOptions>.trust.keys).sorted() == [])
    #expect(Set(Option<ToolOptions>.trust.keys).subtracting(keys).sorted() == [])
  }

  @Test func whatIsNotInTheTableIsRefused() {
    let option = Option<ToolOptions>("new", help: "") { _, _ in }
    #expect(option.trust == .runsPrograms)
  }

  /// What is a path is judged as one, unless nothing passes at all.
  @Test func pathsAreNeverJustText() {
    for option in tools.flatMap(\.configurableOptions) where option.takesPath {
      #expect(![.any, .account].contains(option.trust), "\(option.displayName)")
    }
  }
}
