import CommandOptions
import Testing

@testable import CommandLine

/// Each key of a configuration file has its line in the table of what one that was only found may say.
@Suite struct TrustTests {
  @Test func everyKeyHasAClass() {
    let keys = Set(Tool.allCases.flatMap(\.configurableOptions).compactMap(\.names.first))
    #expect(keys.subtracting(Option<ToolOptions>.trust.keys).sorted() == [])
    #expect(Set(Option<ToolOptions>.trust.keys).subtracting(keys).sorted() == [])
  }

  @Test func whatIsNotInTheTableIsRefused() {
    let option = Option<ToolOptions>("new", help: "") { _, _ in }
    #expect(option.trust == .runsPrograms)
  }

  /// What is a path is judged as one, unless nothing passes at all.
  @Test func pathsAreNeverJustText() {
    for option in Tool.allCases.flatMap(\.configurableOptions) where option.takesPath {
      #expect(![.any, .account].contains(option.trust), "\(option.displayName)")
    }
  }
}
