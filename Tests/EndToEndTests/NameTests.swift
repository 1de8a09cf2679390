import Foundation
import TestSupport
import Testing

/// Names that no package may have, and odd names of files.
@Suite struct NameTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let format: PackageFormat
    let words: [String]
    let suggestion: [String]
    var testDescription: String { "\(format) \(words)" }
  }

  static let examples: [Example] =
    PackageFormat.allCases.flatMap { format in
      [
        Example(format: format, words: [], suggestion: [format.nameOption, "twisted-my-app"]),
        Example(format: format, words: ["-p", "A B"], suggestion: [format.nameOption, "twisted-a-b"]),
        Example(format: format, words: ["-d", "-x y-"], suggestion: [format.nameOption, "x-y"]),
        Example(format: format, words: ["-d", "ok", "-V", "1 0"], suggestion: ["--set-version", "1.0"]),
        Example(format: format, words: ["-d", "ok", "-V", "v1.2"], suggestion: ["--set-version", "1.2"]),
      ]
    } + [
      Example(format: .rpm, words: ["-d", "ok", "-V", "1.0/1"], suggestion: ["--set-version", "1.0.1"]),
      Example(format: .deb, words: ["-d", "my_app"], suggestion: ["--debfile", "my-app"]),
      Example(format: .rpm, words: ["-d", "my_app"], suggestion: ["--rpmfile", "my-app"]),
      Example(format: .rpm, words: ["-d", "ok++1"], suggestion: ["--rpmfile", "ok-1"]),
      Example(format: .deb, words: ["-d", "MyApp"], suggestion: ["--debfile", "myapp"]),
    ]

  /// Whoever does what the message says gets a package.
  @Test(arguments: examples)
  func areRefusedWithOnesThatWork(example: Example) throws {
    try Workbench.with { bench in
      try bench.place("My App!.tac")
      let words = ["-t", "My App!.tac", "-m", Workbench.maintainer] + example.words
      let refused = try bench.call(example.format, words)
      #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.isOneLine, "\(refused)")
      #expect(refused.errors.hasSuffix("; try \(example.suggestion.joined(separator: " "))\n"), "\(refused)")
      #expect(bench.files == ["My App!.tac"] && bench.leftovers.isEmpty)
      // The option that was wrong, if it was given, is taken back: of two values one would be lost.
      let wrong = example.suggestion[0] == "--set-version" || example.words.first == "-d" ? 2 : 0
      let followed = try bench.call(example.format, words.dropLast(wrong) + example.suggestion)
      #expect(followed.succeeded, "\(followed)")
    }
  }

  /// A name that nobody gave is fitted, the same for both formats.
  @Test(arguments: PackageFormat.allCases, ["demo_draw.tac", "demo draw.tac", "DemoDraw.tac"])
  func ofModulesAreFitted(format: PackageFormat, file: String) throws {
    try Workbench.with { bench in
      try bench.place(file)
      let package = try bench.package(format, ["-t", file])
      #expect(try package.name == (file == "DemoDraw.tac" ? "twisted-demodraw" : "twisted-demo-draw"))
    }
  }

  /// A file that cannot keep its name gets one that unit and scripts can hold.
  @Test(
    arguments: PackageFormat.allCases,
    ["with space.tac", "100%.tac", "日本.tac", "-x.tac", ".hidden.tac", "a'b.tac", "$HOME.tac", "a\nb.tac", "[x].tac"])
  func ofFilesMayBeOdd(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      try bench.place(name)
      for path in ["--tapfile=\(name)", "--tapfile=./\(name)"] {
        let package = try bench.package(format, [path, "-d", "odd\(path.contains("./") ? 1 : 2)"])
        #expect(try package.application == "/etc/\(package.name)/application.tac")
        #expect(try package.runs("/etc/\(package.name)/application.tac", under: "--python"))
      }
    }
  }

  /// Names that the packaging has for files of its own.
  @Test(
    arguments: PackageFormat.allCases,
    ["copyright", "debian", "own.spec", "own.service", "own.init", "own.default", "own.sysconfig", "own.sysusers"])
  func ofFilesMayBeThoseOfThePackaging(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      let path = try bench.place(name)
      let package = try bench.package(format, ["-t", name, "-d", "own"])
      #expect(try package.contents(package.application) == Data(contentsOf: URL(filePath: path)))
      #expect(try package.unit.contains("[Service]"))
      #expect(try package.initScript.hasPrefix("#!/bin/sh"))
      #expect(try package.text("/usr/share/doc/own/copyright").hasPrefix("Format: "))
    }
  }

  /// dh_clean(1) removes such files before it builds.
  @Test(arguments: ["web.bak", "web.orig", "web.rej", "web-stamp", "TAGS", "DEADJOE"])
  func ofFilesMayBeThoseOfRubbish(name: String) throws {
    try Workbench.with { bench in
      try bench.place(name)
      let package = try bench.package(.deb, ["-t", name, "-d", "own"])
      #expect(try package.application == "/etc/own/application.tac")
    }
  }

  @Test(arguments: ["web.tac", "copyright", "own.spec", "own.service", "own.init", "own.sysconfig", "own.sysusers"])
  func ofSourcesAreAllDifferent(name: String) throws {
    try Workbench.with { bench in
      try bench.place(name)
      try bench.tap2rpm("-t", name, "-r", "own").successful()
      let listing = try run("rpm", "-qpl", "\(bench.folder)/own-1.0-1.src.rpm").successful().output
      // The spec, the application, the three scriptlets that are files of their own and what is installed of the service.
      #expect(Set(listing.split(separator: "\n")).count == 9, "\(listing)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func ofFilesThatAreNotUTF8AreRefused(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("sh", "-c", "cp web.tac \"$(printf 'a\\377b.tac')\"", in: bench.folder).successful()
      let result = try run(
        "sh", "-c", "exec \"$0\" -m a@b.org -d x -t \"$(printf 'a\\377b.tac')\"", format.tool,
        environment: bench.environment, in: bench.folder)
      #expect(result.status == 2 && result.output.isEmpty && result.errors.isOneLine, "\(result)")
      #expect(result.errors.contains("UTF-8"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  /// systemd.unit(5): a unit's name has letters, digits and `: - _ . \`.
  @Test(arguments: PackageFormat.allCases, ["a.b", "0ad", "x-", "a--b"])
  func ofPackagesMakeUnitsThatSystemdLoads(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "-d", name, "--twistd", "/bin/true"])
      let path = try #require(try package.paths.first { $0.hasSuffix(".service") })
      let copy = "\(bench.folder)/\(URL(filePath: path).lastPathComponent)"
      try package.contents(path).write(to: URL(filePath: copy))
      let verdict = try run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", copy)
      #expect(verdict.succeeded && verdict.errors.isEmpty, "\(verdict)")
    }
  }
}
