import TestSupport
import Testing

@Suite struct PackageLintTests {
  /// Tags of lintian that are wrong about every package of this kind, each with the reason.
  private static let suppressedTags: [String: String] = [:]

  @Test func lintianFindsNoErrorAndNoWarning() throws {
    try lintianAccepts(Artefacts.built())
  }

  @Test(arguments: OptionSet.all)
  func lintianFindsNoErrorAndNoWarning(set: OptionSet) throws {
    try lintianAccepts(set.artefacts(), but: set.acceptedTags)
  }

  private func lintianAccepts(_ artefacts: Artefacts, but accepted: [String: String] = [:]) throws {
    let tags = Self.suppressedTags.merging(accepted) { $1 }.keys
    let suppression = tags.isEmpty ? [] : ["--suppress-tags", tags.joined(separator: ",")]
    let result = try Program(
      "lintian",
      ["--allow-root", "--profile", "debian", "--tag-display-limit", "0", "--fail-on", "error,warning"] + suppression
        + [artefacts.deb]
    ).run()
    #expect(result.succeeded, "\(result)")
    let found = result.output.split(separator: "\n").filter { $0.hasPrefix("E:") || $0.hasPrefix("W:") }
    #expect(found.isEmpty, "\(found)")
  }

  /// Errors of rpmlint that say nothing about the package, each with the reason.
  private static let acceptedErrors: [String: String] = [
    "no-signature": "whoever publishes the package signs it; the tools hold no key"
  ]

  @Test func rpmlintFindsNoError() throws {
    try rpmlintAccepts(Artefacts.built())
  }

  @Test(arguments: OptionSet.all)
  func rpmlintFindsNoError(set: OptionSet) throws {
    try rpmlintAccepts(set.artefacts())
  }

  private func rpmlintAccepts(_ artefacts: Artefacts) throws {
    for package in [artefacts.rpm, artefacts.sourceRPM] {
      let result = try run("rpmlint", package)
      try #require(result.output.contains("packages and 0 specfiles checked"), "\(result)")
      let errors = result.output.split(separator: "\n").filter { line in
        // NAME.ARCH: E: TAG details
        let words = line.split(separator: " ")
        return words.count > 2 && words[1] == "E:" && Self.acceptedErrors[String(words[2])] == nil
      }
      #expect(errors.isEmpty, "\(result)")
    }
  }
}
