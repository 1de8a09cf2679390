import CommandOptions
import Testing

@testable import CommandLine

/// Each option that a configuration file can have says what one that was only found may do with it.
@Suite struct TrustTests {
  private let tools = Tool.usualFormats.map { Tool($0, among: Tool.usualFormats) }

  @Test func everyKeyHasAClass() {
    let options = tools.flatMap(\.configurableOptions)
    #expect(options.filter { $0.trust == nil }.map(\.displayName) == [])
    #expect(Set(options.compactMap(\.trust)).count > 6)
  }

  /// An option that says nothing of it is none that a file can have, found or named.
  @Test func othersAreForOneRun() {
    let configurable = Set(tools.flatMap(\.configurableOptions).map(\.displayName))
    let others = tools.flatMap { $0.optionTable.options }.filter { !configurable.contains($0.displayName) }
    #expect(!others.isEmpty && others.allSatisfy { $0.trust == nil })
  }

  /// What is a path is judged as one, unless nothing passes at all.
  @Test func pathsAreNeverJustText() {
    for option in tools.flatMap(\.configurableOptions) where option.takesPath {
      #expect(option.trust.map { ![.any, .account].contains($0) } == true, "\(option.displayName)")
    }
  }
}
