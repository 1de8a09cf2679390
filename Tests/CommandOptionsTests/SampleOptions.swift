import CommandOptions
import Diagnostics

/// The values of a command made up for the tests.
struct SampleValues: Sendable, Equatable {
  enum Request: Sendable { case run, help, version }

  var request = Request.run
  var tapfile = "twistd.tap"
  var maintainer: String?
  var longDescription = "none"
  var type: String?
  var color: String?
  var dependencies: [String] = []
  var port = 80
  var isUnsigned = false
  var isQuiet = false
}

enum Sample {
  static var table: OptionTable<SampleValues> {
    OptionTable([
      OptionGroup(
        "Application",
        [
          .value(
            "tapfile", "t", placeholder: "FILE", default: "twistd.tap", completing: .files,
            help: "The application file to package.", into: \.tapfile),
          .value(
            "type", "y", placeholder: "TYPE", default: "told from the content",
            completing: .oneOf(["tap", "xml", "source", "python"]),
            help: "The kind of the file. One of tap, xml, source and python, as twistd's own options name them.",
            into: \.type),
        ]),
      OptionGroup(
        "Package",
        [
          .value(
            "maintainer", "m", placeholder: "NAME", help: "Who looks after the package; isn't guessed.",
            into: \.maintainer),
          .value(
            "long_description", "l", aliases: ["long-description"], hidden: ["longdesc"], placeholder: "TEXT",
            help: "What the package is for: [several] \\ lines.", into: \.longDescription),
          .values(
            "depends", placeholder: "PACKAGE", help: "A package to depend on. May be repeated.", into: \.dependencies),
          .value("port", "p", placeholder: "NUMBER", help: "The port.", into: \.port, reading: readPort),
          .flag("unsigned", "u", help: "Do not sign.", into: \.isUnsigned),
        ]),
      OptionGroup(
        "Output",
        [
          .flag("quiet", "q", hidden: ["silent"], help: "Say nothing.", into: \.isQuiet),
          Option(
            "color", "c", argument: .optional("WHEN"), completing: .oneOf(["always", "never"]), help: "Use colours."
          ) { values, text in values.color = text ?? "always" },
          .request("help", "h", help: "Print this and exit.", into: \.request, as: .help),
          .request("version", help: "Print the version and exit.", into: \.request, as: .version),
        ]),
    ])
  }

  static var command: CommandDescription {
    CommandDescription(
      name: "sample-tool", version: "1.0", summary: "make a package of a server",
      forms: ["[OPTION]... [FILE]", "--version"], operandCompletion: .files,
      details: [
        "The file is read, never run.\n.TH is not a request here, and 'neither' is \\fBthis\\fR.", "More: caf\u{E9}.",
      ],
      sections: [
        .init("EXIT STATUS", inHelp: true, [.definition("0", "The package was built."), .definition("2", "Usage.")]),
        .init("EXAMPLES", [.paragraph("Package a server:"), .example("sample-tool -m 'Jane Doe' \\\n  web.tac")]),
      ])
  }

  @Sendable static func readPort(_ text: String) throws(Failure) -> Int {
    guard let port = Int(text), (1...65_535).contains(port) else {
      throw Failure.usage(.optionValue, "\(text) is not a port", remedy: "try --port 8080")
    }
    return port
  }

  static func parse(_ arguments: [String]) throws -> ParsedLine<SampleValues> {
    try table.parse(arguments, into: SampleValues())
  }
}
