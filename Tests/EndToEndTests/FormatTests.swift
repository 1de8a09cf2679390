import Foundation
import TestSupport
import Testing

/// The formats of application files, and twistd's option for each.
@Suite struct FormatTests {
  static let samples = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples"

  static let options: [(file: String, option: String)] = [
    ("twisted8-py27-odd-pickle-protocol0.tap", "--file"), ("twisted8-py27-odd-pickle-protocol1.tap", "--file"),
    ("twisted8-py27-odd-cpickle-protocol2.tap", "--file"), ("twisted22-py310-timer.tap", "--file"),
    ("twisted22-py310-timer.tas", "--source"), ("twisted8-py27-mktap-web.tas", "--source"), ("web.tac", "--python"),
  ]

  /// A twistd that runs those of Python 2 as well. Some of the samples ask for the number of an account of the system's, which nobody gets without being named.
  private static let user = ["--user", "_web", "--twistd", "/opt/python2/bin/twistd"]

  private func place(_ file: String, as name: String, on bench: Workbench) throws {
    guard file != name || file != "web.tac" else { return }
    let source = file == "web.tac" ? "\(bench.folder)/web.tac" : "\(Self.samples)/\(file)"
    try FileManager.default.copyItem(atPath: source, toPath: "\(bench.folder)/\(name)")
  }

  @Test(arguments: PackageFormat.allCases, options)
  func areRunByTheirOption(format: PackageFormat, sample: (file: String, option: String)) throws {
    try Workbench.with { bench in
      try place(sample.file, as: sample.file, on: bench)
      let package = try bench.package(format, ["-t", sample.file, "-d", "run"] + Self.user)
      #expect(try package.runs("/etc/run/\(sample.file)", under: sample.option))
      let original = try Data(contentsOf: URL(filePath: "\(bench.folder)/\(sample.file)"))
      #expect(try package.contents("/etc/run/\(sample.file)") == original)
    }
  }

  /// The content tells what a file is, whatever it is called.
  @Test(arguments: PackageFormat.allCases, options)
  func areToldByTheContent(format: PackageFormat, sample: (file: String, option: String)) throws {
    try Workbench.with { bench in
      for name in ["x.tac", "x.tap", "x.tas", "x.tax", "x"] {
        try place(sample.file, as: name, on: bench)
        let package = try bench.package(format, ["-t", name, "-d", "of-\(name)"] + Self.user)
        #expect(try package.runs("/etc/of-\(name)/\(name)", under: sample.option))
      }
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func areConvertedWhereNoTwistdRunsThem(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place("twisted8-py27-mktap-ftp.tax", as: "ftp.tax", on: bench)
      let unread = ["-m", Workbench.maintainer, "-t", "ftp.tax", "--type", "xml", "--no-inspect"]
      let result = try bench.call(format, unread)
      #expect(result.status == 3 && result.output.isEmpty, "\(result)")
      #expect(result.errors.split(separator: "\n").last?.contains("twistd") == true, "\(result)")
      #expect(bench.files == ["ftp.tax"] && bench.leftovers.isEmpty)
      for words in [[], ["--type", "xml"]] {
        let package = try bench.package(format, ["-t", "ftp.tax", "-d", "ftp-\(words.count)"] + Self.user + words)
        #expect(try package.runs("/etc/ftp-\(words.count)/ftp.tac", under: "--python"))
      }
    }
  }

  static let types = ["python": "web.tac", "tap": "twisted22-py310-timer.tap", "source": "twisted22-py310-timer.tas"]

  @Test(arguments: PackageFormat.allCases, ["python", "tap", "source", "xml"])
  func mustBeWhatTheyAreSaidToBe(format: PackageFormat, said: String) throws {
    try Workbench.with { bench in
      for (type, file) in Self.types.sorted(by: { $0.key < $1.key }) {
        try place(file, as: file, on: bench)
        let words = ["-m", Workbench.maintainer, "-t", file, "-d", "of-\(type)", "--type"]
        let result = try bench.call(format, words + [said])
        if said == type {
          #expect(result.succeeded, "\(result)")
        } else {
          #expect(result.status == 3 && result.output.isEmpty && result.errors.isOneLine, "\(result)")
          // The message names the type to give.
          #expect(result.errors.contains("--type \(type),"), "\(result)")
        }
      }
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func areNotLookedAtWhenNotAsked(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("x.tap", "\u{1}nothing that Twisted wrote\u{2}")
      let refused = try bench.call(format, ["-m", Workbench.maintainer, "-t", "x.tap"])
      #expect(refused.status == 3 && refused.errors.contains("--no-inspect"), "\(refused)")
      let unread = try bench.package(format, ["-t", "x.tap", "--no-inspect"])
      #expect(try unread.runs("/etc/twisted-x/x.tap", under: "--file"))
      let told = try bench.package(format, ["-t", "x.tap", "--no-inspect", "--type", "source", "-d", "told"])
      #expect(try told.runs("/etc/told/x.tap", under: "--source"))
      try bench.place("empty.tac", "")
      let empty = try bench.call(format, ["-m", Workbench.maintainer, "-t", "empty.tac", "--no-inspect"])
      #expect(empty.status == 3, "\(empty)")
    }
  }
}
