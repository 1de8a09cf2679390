import CommandOptions
import Diagnostics
import Testing

@Suite struct ParsingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var operands: [String] = []
    var change: @Sendable (inout SampleValues) -> Void = { _ in }

    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, operands: [String] = [], change: @escaping @Sendable (inout SampleValues) -> Void = { _ in }) {
      self.init(line.split(separator: " ").map(String.init), operands: operands, change: change)
    }

    init(
      _ arguments: [String], operands: [String] = [],
      change: @escaping @Sendable (inout SampleValues) -> Void = { _ in }
    ) {
      self.arguments = arguments
      self.operands = operands
      self.change = change
    }
  }

  static let cases: [Case] = [
    Case(""),
    Case("--tapfile=web.tac") { $0.tapfile = "web.tac" },
    Case("--tapfile web.tac") { $0.tapfile = "web.tac" },
    Case("-tweb.tac") { $0.tapfile = "web.tac" },
    Case("-t web.tac") { $0.tapfile = "web.tac" },
    Case("-t=web.tac") { $0.tapfile = "=web.tac" },
    Case("--tapfile=") { $0.tapfile = "" },
    Case(["-t", ""]) { $0.tapfile = "" },
    Case("--tapfile=a=b") { $0.tapfile = "a=b" },
    Case("--tapfile --quiet") { $0.tapfile = "--quiet" },
    Case("-t -- x", operands: ["x"]) { $0.tapfile = "--" },
    Case("-uq") {
      $0.isUnsigned = true
      $0.isQuiet = true
    },
    Case("-qtFILE") {
      $0.isQuiet = true
      $0.tapfile = "FILE"
    },
    Case("-qt FILE -u") {
      $0.isQuiet = true
      $0.tapfile = "FILE"
      $0.isUnsigned = true
    },
    Case("-tqu") { $0.tapfile = "qu" },
    Case("one -q two --unsigned three", operands: ["one", "two", "three"]) {
      $0.isQuiet = true
      $0.isUnsigned = true
    },
    Case("-q -- -u --nonsense --", operands: ["-u", "--nonsense", "--"]) { $0.isQuiet = true },
    Case("- -q -", operands: ["-", "-"]) { $0.isQuiet = true },
    Case(["", "-q"], operands: [""]) { $0.isQuiet = true },
    Case("--tap=x") { $0.tapfile = "x" },
    Case("--ta x") { $0.tapfile = "x" },
    Case("--uns") { $0.isUnsigned = true },
    Case("--long_description=x") { $0.longDescription = "x" },
    Case("--long-description=x") { $0.longDescription = "x" },
    Case("--long-d=x") { $0.longDescription = "x" },
    Case("--longdesc=x") { $0.longDescription = "x" },
    Case("--l x") { $0.longDescription = "x" },
    Case("--silent") { $0.isQuiet = true },
    Case("--si") { $0.isQuiet = true },
    Case("--color") { $0.color = "always" },
    Case("--color never", operands: ["never"]) { $0.color = "always" },
    Case("--color=never") { $0.color = "never" },
    Case("-cnever") { $0.color = "never" },
    Case("-c never", operands: ["never"]) { $0.color = "always" },
    Case("-qc") {
      $0.isQuiet = true
      $0.color = "always"
    },
    Case("--depends a --dep=b --depends c") { $0.dependencies = ["a", "b", "c"] },
    Case("-p8080") { $0.port = 8080 },
    Case("--help --nonsense -t") { $0.request = .help },
    Case("-qhX") {
      $0.isQuiet = true
      $0.request = .help
    },
    Case("-q --version x") {
      $0.isQuiet = true
      $0.request = .version
    },
    Case(["--maintainer=Zo\u{EB} \u{1F40D} <z@example.org>"]) { $0.maintainer = "Zo\u{EB} \u{1F40D} <z@example.org>" },
    Case(["--maintainer=\u{301}x"]) { $0.maintainer = "\u{301}x" },
    Case(["-m\u{301}x"]) { $0.maintainer = "\u{301}x" },
    Case(["-l", "two\nlines"]) { $0.longDescription = "two\nlines" },
    Case(["-l%s$(x)"]) { $0.longDescription = "%s$(x)" },
  ]

  @Test(arguments: cases)
  func accepts(_ example: Case) throws {
    var expected = SampleValues()
    example.change(&expected)
    let parsed = try Sample.parse(example.arguments)
    #expect(parsed.values == expected)
    #expect(parsed.operands == example.operands)
  }

  @Test(
    arguments: [
      ("--nonsense", ["there is no option '--nonsense'; try --help"]),
      ("--tapfil e --maintaner=x", ["there is no option '--maintaner'; try --maintainer"]),
      ("--taplife=x", ["there is no option '--taplife'; try --tapfile"]),
      ("--Quiet", ["there is no option '--Quiet'; try --quiet"]),
      ("--t", ["option '--t' is ambiguous: --tapfile, --type; write out the one you mean, e.g. --tapfile"]),
      ("--=x", nil),
      ("--tapfile", ["option --tapfile needs a value (FILE); try --help"]),
      ("--tapf", ["option --tapfile needs a value (FILE); try --help"]),
      ("-qt", ["option -t needs a value (FILE); try --help"]),
      ("--quiet=yes", ["option --quiet takes no value, but has 'yes'; write --quiet alone"]),
      ("--quiet=", ["option --quiet takes no value, but has ''; write --quiet alone"]),
      ("-t one --tapfile=two", ["option --tapfile is given twice; leave one of them out"]),
      ("-x", ["there is no option '-x'; try --help"]),
      ("-qx", ["there is no option '-x' in '-qx'; try --help"]),
      ("-version", nil),
      ("-unsigned", nil),
      ("-p 0", ["0 is not a port; try --port 8080"]),
      ("--help=x", ["option --help takes no value, but has 'x'; write --help alone"]),
      (
        "--nope -Z --port=http --quiet=1 ok -t",
        [
          "there is no option '--nope'; try --help", "there is no option '-Z'; try --help",
          "http is not a port; try --port 8080", "option --quiet takes no value, but has '1'; write --quiet alone",
          "option -t needs a value (FILE); try --help",
        ]
      ),
      ("--nonsense --help", ["there is no option '--nonsense'; try --help"]),
    ] as [(String, [String]?)])
  func refuses(_ line: String, _ mistakes: [String]?) {
    do {
      let parsed = try Sample.table.parse(line.split(separator: " ").map(String.init), into: SampleValues())
      Issue.record("\(line) was read as \(parsed)")
    } catch {
      #expect(error.kind == .usage)
      if let mistakes { #expect(error.diagnostics.map(\.description) == mistakes) }
    }
  }

  @Test("A long option written with one dash is recognised")
  func singleDash() {
    #expect {
      try Sample.parse(["-version"])
    } throws: { error in
      (error as? Failure)?.diagnostics.first?.remedy == "try --version"
    }
  }

  @Test("A hostile word costs little and does not flood the message")
  func longWord() {
    let word = "--" + String(repeating: "x", count: 1_000_000)
    #expect {
      try Sample.parse([word])
    } throws: { error in
      ((error as? Failure)?.diagnostics.first?.message.count ?? .max) < 200
    }
  }

  @Test("No two options share a name")
  func clashes() {
    #expect(Sample.table.clashes.isEmpty)
    let twice = OptionTable<SampleValues>([
      OptionGroup("", [.flag("quiet", "q", help: "", into: \.isQuiet), .flag("q", "q", help: "", into: \.isQuiet)])
    ])
    #expect(twice.clashes == ["-q"])
  }
}
