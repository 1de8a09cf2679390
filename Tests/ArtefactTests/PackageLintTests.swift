import TestSupport
import Testing

/// No complaint of any level beyond `JustifiedTag.all`, and nothing there that is no longer complained of.
@Suite struct PackageLintTests {
  @Test func lintianFindsOnlyWhatIsJustified() throws {
    let artefacts = try Artefacts.built()
    let result = try Program(
      "lintian",
      [
        "--allow-root", "--profile", "debian", "--tag-display-limit", "0", "--display-info", "--pedantic",
        "--fail-on", "error,warning", artefacts.deb,
      ]
    ).run()
    #expect(result.succeeded, "\(result)")
    // LETTER: PACKAGE: TAG details
    let tags = result.output.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      return words.count > 2 && words[0].hasSuffix(":") && words[0] != "N:" ? String(words[2]) : nil
    }
    #expect(Set(tags) == JustifiedTag.tags(of: .lintian), "\(result)")
  }

  @Test func rpmlintFindsOnlyWhatIsJustified() throws {
    let artefacts = try Artefacts.built()
    let result = try run("rpmlint", artefacts.rpm, artefacts.sourceRPM)
    try #require(result.output.contains("packages and 0 specfiles checked"), "\(result)")
    let tags = result.output.split(separator: "\n").compactMap { line -> String? in
      // NAME.ARCH: LEVEL: TAG details
      let words = line.split(separator: " ")
      return words.count > 2 && ["E:", "W:"].contains(words[1]) ? String(words[2]) : nil
    }
    #expect(Set(tags) == JustifiedTag.tags(of: .rpmlint), "\(result)")
  }
}
