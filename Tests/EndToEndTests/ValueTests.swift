import Foundation
import TestSupport
import Testing

/// Values full of what the languages of a package's files take for their own.
@Suite struct ValueTests {
  static let line = #"%{name} 100% %if "q" 'a' $HOME ${misc:Depends} `id` \ backslash \%{ é 日本"#
  static let text = """
    \(line)
    # a comment
    %if 1
    %description

      indented %files
     .
    .
    the end\\
    """
  /// The text as a package can hold it: a line that the format would take for its own begins with a blank.
  static func description(in format: PackageFormat) -> String {
    switch format {
    case .deb: text.replacing("\n.", with: "\n .")
    case .rpm:
      text.replacing("\n#", with: "\n\u{A0}#").replacing(/\n%(?=[a-z])/, with: "\n\u{A0}%")
    }
  }
  static let person = #"A "Q" 'x' %{name} $HOME ${HOME} `id` \%( é 日本"#
  static let maintainer = "\(person) <ada@example.org>"

  private func package(_ format: PackageFormat, on bench: Workbench) throws -> BuiltPackage {
    try bench.package(format, ["-t", "web.tac", "-m", Self.maintainer, "-e", Self.line, "-l", Self.text])
  }

  @Test(arguments: PackageFormat.allCases)
  func areInTheMetadata(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try package(format, on: bench)
      #expect(try package.maintainer == Self.maintainer)
      #expect(try package.summary == Self.line)
      #expect(try package.description == Self.description(in: format))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func areTheUnitsDescription(format: PackageFormat) throws {
    try Workbench.with { bench in
      let unit = try package(format, on: bench).unit
      let settings = unit.split(separator: "\n").filter { $0.hasPrefix("Description=") }
      try #require(settings.count == 1)
      let value = settings[0].dropFirst("Description=".count)
      #expect(value.replacing("%%", with: "%") == Self.line)
      #expect(!value.replacing("%%", with: "").contains("%"))
      #expect(!value.hasSuffix("\\"))
    }
  }

  /// The shell that runs the init script gets the value, and the LSB header holds it.
  @Test(arguments: PackageFormat.allCases)
  func areInTheInitScript(format: PackageFormat) throws {
    try Workbench.with { bench in
      let script = try package(format, on: bench).initScript
      let assignments = script.split(separator: "\n").prefix { !$0.hasPrefix("case ") && !$0.hasPrefix("settings") }
      let snippet = assignments.joined(separator: "\n") + "\nprintf %s \"$DESC\"\n"
      #expect(try run("sh", "-c", snippet).successful().output == Self.line)
      #expect(script.contains("\n# Short-Description: \(Self.line)\n"))
      try bench.place("script", script)
      try run("sh", "-n", "\(bench.folder)/script").successful()
    }
  }

  @Test func areInTheChangelog() throws {
    try Workbench.with { bench in
      _ = try package(.deb, on: bench)
      let changelog = "\(bench.folder)/.build/twisted-web-1.0/debian/changelog"
      for (field, value) in [("Maintainer", Self.maintainer), ("Version", "1.0"), ("Source", "twisted-web")] {
        let result = try run("dpkg-parsechangelog", "-l", changelog, "-S", field).successful()
        #expect(result.output == value + "\n" && result.errors.isEmpty, "\(result)")
      }
    }
  }

  @Test func areInTheSpecsChangelog() throws {
    try Workbench.with { bench in
      let package = try package(.rpm, on: bench)
      #expect(try package.tag("CHANGELOGNAME") == "\(Self.maintainer) - 1.0-1")
    }
  }

  /// Someone else builds the source package.
  @Test func surviveARebuildOfTheSourceRPM() throws {
    try Workbench.with { bench in
      let package = try package(.rpm, on: bench)
      try run(
        "rpmbuild", "--rebuild", "--define", "_topdir \(bench.folder)/top", "\(bench.folder)/twisted-web-1.0-1.src.rpm",
        environment: ["HOME": bench.folder, "LC_ALL": "C.UTF-8"]
      ).successful()
      let rebuilt = BuiltPackage(
        format: .rpm, path: "\(bench.folder)/top/RPMS/noarch/twisted-web-1.0-1.noarch.rpm")
      #expect(try rebuilt.maintainer == package.maintainer)
      #expect(try rebuilt.summary == package.summary)
      #expect(try rebuilt.description == package.description)
      for file in try package.paths { #expect(try rebuilt.contents(file) == package.contents(file), "\(file)") }
    }
  }

  @Test func surviveARebuildOfTheDebianSources() throws {
    try Workbench.with { bench in
      let package = try package(.deb, on: bench)
      let rebuilt = try bench.rebuildDebianPackage()
      #expect(try rebuilt.maintainer == package.maintainer)
      #expect(try rebuilt.summary == package.summary)
      #expect(try rebuilt.description == package.description)
      for file in try package.paths { #expect(try rebuilt.contents(file) == package.contents(file), "\(file)") }
    }
  }

  /// Newlines in what is one line are blanks.
  @Test(arguments: PackageFormat.allCases)
  func areOneLineWhereThereIsRoomForOne(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(
        format, ["-t", "web.tac", "-e", "one\n%if\n\n# three", "-m", "Ada\nExample <ada@example.org>"])
      #expect(try package.summary == "one %if # three")
      #expect(try package.maintainer == Workbench.maintainer)
      #expect(try package.unit.contains("\nDescription=one %%if # three\n"))
    }
  }

  @Test(
    arguments: PackageFormat.allCases,
    [
      ["-e", ""], ["-l", "\n"], ["-m", "a\u{1B}b <a@b.org>"], ["-e", "a\u{7}"], ["-m", "no <address>"],
      ["--twistd", "x"],
    ])
  func areRefusedWhenNoFileCouldHoldThem(format: PackageFormat, words: [String]) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, ["-t", "web.tac", "-m", Workbench.maintainer] + words)
      #expect(result.status == 2 && result.output.isEmpty && result.errors.isOneLine, "\(result)")
      #expect(bench.files.isEmpty && bench.leftovers.isEmpty)
    }
  }

  @Test func areAllRefusedAtOnce() throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "-d", "A B", "-V", "x", "-e", "")
      #expect(result.status == 2 && result.errors.split(separator: "\n").count == 3, "\(result)")
    }
  }
}

extension Workbench {
  /// Has dpkg-buildpackage build `.build/twisted-web-1.0`.
  func rebuildDebianPackage(version: String = "1.0") throws -> BuiltPackage {
    let copy = "\(folder)/rebuild"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    try run("cp", "-a", "\(folder)/.build/twisted-web-\(version)", "\(copy)/source").successful()
    try run(
      "dpkg-buildpackage", "-b", "-us", "-uc", environment: ["SOURCE_DATE_EPOCH": nil, "TMPDIR": temporary],
      in: "\(copy)/source"
    ).successful()
    return BuiltPackage(format: .deb, path: "\(copy)/twisted-web_\(version)_all.deb")
  }
}

extension String {
  var isOneLine: Bool { !isEmpty && hasSuffix("\n") && filter(\.isNewline).count == 1 }
}
