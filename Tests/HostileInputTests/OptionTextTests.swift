import CommandOptions
import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// Every option that takes a value is in the table of docs/security.md, and with whatever value it is given, nothing of that runs.
@Suite struct OptionTextTests {
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"

  /// An option of a tool, by the name to show.
  struct Choice: Sendable, Hashable, CustomTestStringConvertible {
    let tool: String
    let name: String
    var testDescription: String { "\(tool) \(name)" }
  }

  static let choices: [Choice] = {
    func choices<Values>(_ tool: String, _ table: OptionTable<Values>) -> [Choice] {
      table.options.filter { $0.argument != .none }.map { Choice(tool: tool, name: $0.displayName) }
    }
    return Tool.usualFormats.flatMap { format in
      choices(Tool(format, among: Tool.usualFormats).name, Tool(format, among: Tool.usualFormats).optionTable)
    } + choices("tapconvert", ConvertOptions.table) + choices("mktap", MakeOptions.table)
  }()

  @Test func pageHasEveryOption() throws {
    let rows = try SecurityPage.rows(under: "Options")
    let listed = rows.flatMap { SecurityPage.names($0[1]).sorted() }
    let names = Set(Self.choices.map(\.name))
    #expect(names.count > 80)
    for name in names.sorted() {
      #expect(listed.count { $0 == name } == 1, "\(name) is in \(listed.count { $0 == name }) rows")
    }
    for name in listed { #expect(names.contains(name), "no option is called \(name)") }
  }

  /// What a shell, rpm, a terminal, a template, or a reader of lines would take for its own.
  private static let texts: [Payload] =
    [
      Payload(
        "all",
        "a$(hostile-canary)`hostile-canary`%(hostile-canary)\n%post\nhostile-canary\n%{lua:os.execute('hostile-canary')}"
      ),
      Payload("a line", "a $(hostile-canary) `hostile-canary` %(hostile-canary) ;hostile-canary; '\"\\"),
      Payload("a word", "$(hostile-canary)%(hostile-canary)"), Payload("escape", "a\u{1B}]0;owned\u{7}b\u{202E}c"),
    ] + (isFull ? Payload.all : [])

  /// Packages that are named are tried, and nothing is made.
  private static let others = [
    "--verify": "", "--verify-from": "", "--verify-root": "", "--sign": "-u", "--shard": "--each web.tac",
    "--jobs": "--each web.tac",
    "--matrix": "--each web.tac",
  ]

  @Test(arguments: choices)
  func runsNothingOfAValue(choice: Choice) throws {
    for text in Self.texts where !text.bytes.contains(0) && text.bytes.count < 100_000 {
      try HostileBench.with { bench in
        try bench.place("payload", text.bytes)
        let tool = URL(filePath: Places.tap2deb).deletingLastPathComponent().appending(path: choice.tool).path
        let others =
          switch choice.tool {
          case "tapconvert": "web.tac"
          case "mktap": "web"
          default:
            "\(Self.others[choice.name] ?? "") -m 'A <a@b.example>' -o out --sysv \(choice.name == "--tapfile" ? "" : "-t web.tac")"
          }
        // A program that --init-command or --command names is the packager's own word, and runs on the target.
        var program = Program("sh", ["-c", "exec \"$0\" \"$1=$(cat payload)\" \(others)", tool, choice.name])
        program.environment = bench.environment
        program.folder = bench.work
        let result = try program.run()
        #expect((0...3).contains(result.status), "\(choice.testDescription), \(text): \(result)")
        #expect(!bench.hasRun && bench.leftovers.isEmpty, "\(choice.testDescription), \(text): \(bench.leftovers)")
        // Paths are for programs as they are, where no terminal shows them.
        let isPath = ["--repo", "--output"].contains(choice.name)
        let said = ((isPath ? "" : result.output) + result.errors).unicodeScalars
        #expect(
          !said.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 7 },
          "\(choice.testDescription), \(text)")
        for format in Format.allCases {
          guard let path = bench.package(format) else { continue }
          let scripts = try PackageReader(format: format, path: path).scripts()
          #expect(!scripts.contains("hostile-canary"), "\(choice.testDescription), \(text)")
        }
      }
    }
  }
}
