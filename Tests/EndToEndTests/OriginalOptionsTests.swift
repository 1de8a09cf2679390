import TestSupport
import Testing

/// The options of the tap2deb and tap2rpm that Twisted brought, with their letters and meaning.
@Suite struct OriginalOptionsTests {
  /// An option, under all its names, and what it makes of a package.
  struct Meaning: Sendable, CustomTestStringConvertible {
    let names: [String]
    let value: String
    let expected: String
    let read: @Sendable (BuiltPackage) throws -> String

    var testDescription: String { names.joined(separator: ", ") }
  }

  static let meanings: [Meaning] = [
    Meaning(names: ["-V", "--set-version"], value: "2.5", expected: "2.5") { try $0.version },
    Meaning(names: ["-e", "--description"], value: "A test", expected: "A test") { try $0.summary },
    Meaning(names: ["-l", "--long_description", "--long-description"], value: "At length", expected: "At length") {
      try $0.description
    },
    Meaning(names: ["-m", "--maintainer"], value: "B <b@example.org>", expected: "B <b@example.org>") {
      try $0.maintainer
    },
    Meaning(names: ["-p", "--protocol"], value: "gopher", expected: "twisted-gopher") { try $0.name },
    Meaning(names: ["-y", "--type"], value: "python", expected: "/etc/twisted-web/web.tac") { try $0.application },
  ]

  @Test(arguments: PackageFormat.allCases, meanings)
  func meansWhatItDid(format: PackageFormat, meaning: Meaning) throws {
    for name in meaning.names {
      try Workbench.with { bench in
        let package = try bench.package(format, ["--tapfile", "web.tac", name, meaning.value])
        #expect(try meaning.read(package) == meaning.expected, "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      (PackageFormat.deb, "-d"), (.deb, "--debfile"), (.rpm, "-r"), (.rpm, "--rpmfile"), (.rpm, "-d"),
      (.rpm, "--debfile"),
    ])
  func namesThePackage(format: PackageFormat, option: String) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", option, "my-server"])
      #expect(try package.name == "my-server")
      #expect(package.fileName == (format == .deb ? "my-server_1.0_all.deb" : "my-server-1.0-1.noarch.rpm"))
      #expect(try package.application == "/etc/my-server/web.tac")
    }
  }

  @Test(arguments: PackageFormat.allCases, ["-o", "--output"])
  func writesWhereItIsTold(format: PackageFormat, option: String) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", option, "a/new folder"])
      #expect(package.path == "\(bench.folder)/a/new folder/\(package.fileName)")
      #expect(bench.files.filter { !$0.hasPrefix("a") }.isEmpty)
    }
  }

  @Test func writesTheDebianPackageAndItsPackagingBelowBuild() throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer)
      #expect(result.succeeded, "\(result)")
      let wanted = [".build/twisted-web_1.0_all.deb", ".build/twisted-web-1.0/debian/control"]
      #expect(wanted.filter { !bench.files.contains($0) }.isEmpty, "\(bench.files)")
      #expect(bench.files.allSatisfy { $0.hasPrefix(".build") })
      #expect(result.output == ".build/twisted-web_1.0_all.deb\n.build/twisted-web-1.0/debian/\n")
      #expect(result.errors.isEmpty)
    }
  }

  @Test func writesBothRPMsToTheCurrentFolderAndSaysSo() throws {
    try Workbench.with { bench in
      let result = try bench.tap2rpm("-t", "web.tac")
      #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      #expect(bench.files == ["twisted-web-1.0-1.noarch.rpm", "twisted-web-1.0-1.src.rpm"])
      #expect(
        result.output == "Writing \"twisted-web-1.0-1.noarch.rpm\"...\nWriting \"twisted-web-1.0-1.src.rpm\"...\n")
    }
  }

  @Test(arguments: PackageFormat.allCases, ["-q", "--quiet"])
  func isQuiet(format: PackageFormat, option: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, ["-t", "web.tac", "-m", Workbench.maintainer, option])
      #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      let lines = result.output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix(".build/") || $0.hasPrefix("./") }, "\(result)")
      #expect(!bench.files.isEmpty)
    }
  }

  @Test(arguments: ["-u", "--unsigned"])
  func takesUnsigned(option: String) throws {
    try Workbench.with { bench in
      let deb = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, option)
      #expect(deb.succeeded && deb.errors.isEmpty, "\(deb)")
      let rpm = try bench.tap2rpm("-t", "web.tac", option)
      #expect(rpm.succeeded && rpm.errors.contains("warning:") && rpm.errors.contains("deprecated"), "\(rpm)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func helpsAndTellsItsVersion(format: PackageFormat) throws {
    try Workbench.with { bench in
      let help = try bench.call(format, ["--help"])
      #expect(help.succeeded && help.errors.isEmpty, "\(help)")
      let options = [
        "tapfile", "maintainer", "protocol", "description", "long_description", "set-version", "type", "unsigned",
        "quiet", "output", "help", "version", "debfile",
      ]
      for option in options { #expect(help.output.contains("--\(option)"), "--\(option)") }
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let version = try bench.call(format, ["--version"])
      #expect(version.succeeded && version.errors.isEmpty, "\(version)")
      #expect(version.output.hasPrefix("\(format.toolName) ") && version.output.hasSuffix("\n"))
    }
  }
}
