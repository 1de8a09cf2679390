import TestSupport
import Testing

@Suite struct PackageLintTests {
  /// Tags of lintian that are wrong about every package of this kind, each with the reason.
  private static let suppressedTags: [String: String] = [:]

  @Test func lintianFindsNoErrorAndNoWarning() throws {
    let artefacts = try Artefacts.built()
    let suppression =
      Self.suppressedTags.isEmpty ? [] : ["--suppress-tags", Self.suppressedTags.keys.joined(separator: ",")]
    let result = try Program(
      "lintian",
      ["--allow-root", "--profile", "debian", "--tag-display-limit", "0", "--fail-on", "error,warning"] + suppression
        + [artefacts.deb]
    ).run()
    #expect(result.succeeded, "\(result)")
    let tags = result.output.split(separator: "\n").filter { $0.hasPrefix("E:") || $0.hasPrefix("W:") }
    #expect(tags.isEmpty)
  }

  /// Errors of rpmlint that say nothing about the package, each with the reason.
  private static let acceptedErrors: [String: String] = [
    "no-signature": "whoever publishes the package signs it; the tools hold no key"
  ]

  @Test func rpmlintFindsNoError() throws {
    let artefacts = try Artefacts.built()
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
