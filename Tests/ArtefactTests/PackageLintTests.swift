import TestSupport
import Testing

/// No complaint of any level beyond `JustifiedTag.all` about the plain packages, and no error or warning beyond it about
/// those of any set of options.
@Suite struct PackageLintTests {
  @Test func lintianFindsOnlyWhatIsJustified() throws {
    let tags = try lintianTags(Artefacts.built(), levels: ["--display-info", "--pedantic"])
    #expect(Set(tags) == JustifiedTag.tags(of: .lintian))
  }

  @Test(arguments: OptionSet.all)
  func lintianFindsNoErrorAndNoWarning(set: OptionSet) throws {
    let accepted = JustifiedTag.tags(of: .lintian).union(set.acceptedTags.keys)
    let tags = try lintianTags(set.artefacts(), levels: [])
    #expect(Set(tags).isSubset(of: accepted), "\(tags)")
  }

  @Test func rpmlintFindsOnlyWhatIsJustified() throws {
    let tags = try rpmlintTags(Artefacts.built(), levels: ["E:", "W:"])
    #expect(Set(tags) == JustifiedTag.tags(of: .rpmlint))
  }

  @Test(arguments: OptionSet.all)
  func rpmlintFindsNoError(set: OptionSet) throws {
    let tags = try rpmlintTags(set.artefacts(), levels: ["E:"])
    #expect(Set(tags).isSubset(of: JustifiedTag.tags(of: .rpmlint)), "\(tags)")
  }

  private func lintianTags(_ artefacts: Artefacts, levels: [String]) throws -> [String] {
    let result = try Program(
      "lintian",
      ["--allow-root", "--profile", "debian", "--tag-display-limit", "0", "--fail-on", "none"] + levels
        + [artefacts.deb]
    ).run()
    try #require(result.succeeded, "\(result)")
    // LETTER: PACKAGE: TAG details
    return result.output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.count > 2 && words[0].hasSuffix(":") && words[0] != "N:" ? String(words[2]) : nil
    }
  }

  private func rpmlintTags(_ artefacts: Artefacts, levels: Set<Substring>) throws -> [String] {
    let result = try run("rpmlint", artefacts.rpm, artefacts.sourceRPM)
    try #require(result.output.contains("packages and 0 specfiles checked"), "\(result)")
    return result.output.split(separator: "\n").compactMap { line in
      // NAME.ARCH: LEVEL: TAG details
      let words = line.split(separator: " ")
      return words.count > 2 && levels.contains(words[1]) ? String(words[2]) : nil
    }
  }
}
