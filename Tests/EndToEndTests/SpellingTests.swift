import TestSupport
import Testing

/// Options as GNU getopt_long(3) takes them.
@Suite struct SpellingTests {
  /// Ways of asking for the version 2.5, and nothing else.
  static let versions: [[String]] = [
    ["--set-version", "2.5"], ["--set-version=2.5"], ["-V", "2.5"], ["-V2.5"], ["--set-v", "2.5"], ["--set=2.5"],
    ["-qV", "2.5"], ["-uqV2.5"],
  ]

  @Test(arguments: PackageFormat.allCases, versions)
  func isTheSameHoweverItIsWritten(format: PackageFormat, words: [String]) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac"] + words)
      #expect(try package.version == "2.5")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func bundlesFlags(format: PackageFormat) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, ["-uqt", "web.tac", "-m", Workbench.maintainer])
      // Quiet runs say the paths alone.
      let lines = result.output.split(separator: "\n")
      #expect(result.succeeded && !lines.isEmpty, "\(result)")
      #expect(lines.allSatisfy { !$0.contains(" ") && $0.contains("twisted-web") }, "\(result)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func takesTheNextWordAsAValueWhateverItLooksLike(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "-e", "--quiet", "--long_description=--a=b"])
      #expect(try package.summary == "--quiet")
      #expect(try package.description == "--a=b")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func endsOptionsAtTwoDashes(format: PackageFormat) throws {
    try Workbench.with { bench in
      let fine = try bench.call(format, ["-m", Workbench.maintainer, "-t", "web.tac", "--"])
      #expect(fine.succeeded, "\(fine)")
      let operand = try bench.call(format, ["-m", Workbench.maintainer, "-t", "web.tac", "--", "--help"])
      #expect(operand.status == 2 && operand.errors.contains("--help") && operand.output.isEmpty, "\(operand)")
    }
  }

  @Test(
    arguments: PackageFormat.allCases,
    [
      (["-t", "x.tac", "web.tac"], "--tapfile web.tac"), (["--nonsense"], "--nonsense"), (["-Z"], "-Z"),
      (["--t", "x"], "ambiguous"),
      (["--quiet=yes"], "--quiet"), (["--tapfile"], "--tapfile"), (["-t"], "-t"),
      (["-t", "web.tac", "-y", "tac"], "tac"),
    ])
  func refusesWhatIsNoOption(format: PackageFormat, mistake: ([String], String)) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, ["-m", Workbench.maintainer] + mistake.0)
      #expect(result.status == 2 && result.errors.contains(mistake.1) && result.output.isEmpty, "\(result)")
      #expect(bench.files.isEmpty)
    }
  }
}
