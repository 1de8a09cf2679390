import Foundation
import TestSupport
import Testing

/// What is written on terminals of every kind; script(1) is the terminal.
@Suite struct TerminalTests {
  private func shown(_ command: String, columns: Int = 80, environment: [String: String?] = [:]) throws -> String {
    try Workbench.with { bench in
      try bench.place(
        "warned.tac",
        "from twisted.application import service\nimport nowhere\napplication = service.Application('x')\n")
      let settings = bench.environment.merging([
        "TERM": "xterm", "NO_COLOR": nil, "DEBEMAIL": "ada@example.org", "DEBFULLNAME": "Ada Example",
      ]) { $1 }
      var program = Program("script", ["-qec", "stty cols \(columns); \(command)", "/dev/null"])
      program.environment = settings.merging(environment) { $1 }
      program.folder = bench.folder
      return try program.run().output.replacing("\r\n", with: "\n")
    }
  }

  @Test(arguments: [40, 80, 132])
  func fitsTheWidth(columns: Int) throws {
    for command in ["\(Places.tap2deb) --help", "\(Places.tap2deb) -h", "\(Places.tap2deb) web.tac"] {
      let text = try shown(command, columns: columns, environment: ["NO_COLOR": "1", "TERM": "dumb"])
      let lines = text.split(separator: "\n").prefix { $0 != "Examples:" }
      // Commands to copy, paths and the forms of options are left whole.
      let long = lines.filter { line in
        line.count > columns && !line.contains("--") && !line.contains(" apt install ")
          && line.split(separator: " ").count > 1
          && !line.hasPrefix("Usage") && !line.hasPrefix("   or")
      }
      #expect(long.isEmpty, "\(command): \(long)")
    }
  }

  /// A terminal has 24 lines, and one of them is for what is typed next.
  @Test(arguments: [Places.tap2deb, Places.tap2rpm])
  func theShortHelpFitsTheSmallestScreen(tool: String) throws {
    let lines = try shown("\(tool) -h").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 23 && lines.allSatisfy { $0.count <= 80 }, "\(lines.joined(separator: "\n"))")
  }

  /// A folder can have any name, and a terminal acts on none.
  @Test func showsNoCommandOfAFolder() throws {
    let name = "a\u{1B}]0;owned\u{7}b"
    let text = try shown(
      "\(Places.tap2deb) web.tac -q -u -o '\(name)' --repo '\(name)'", environment: ["NO_COLOR": "1"])
    #expect(text.contains("owned") && text.contains("a\\u{1b}]0;owned\\u{7}b"), "\(text)")
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 }, "\(text)")
    let piped = try shown("\(Places.tap2deb) web.tac -q -u -o '\(name)' | od -c", environment: ["NO_COLOR": "1"])
    #expect(piped.contains("033"), "\(piped)")
  }

  @Test func coloursOnlyWhereTheyAreWanted() throws {
    let command = "\(Places.tap2deb) warned.tac"
    #expect(try shown(command).contains("\u{1B}[33mwarning: \u{1B}[0m"))
    #expect(try !shown(command, environment: ["NO_COLOR": "1"]).contains("\u{1B}[33m"))
    let plain = try shown(command, environment: ["TERM": "dumb"])
    #expect(plain.contains("warning: ") && !plain.contains("\u{1B}"))
    // Nothing that commands a terminal goes into a file.
    let piped = try shown("\(command) >out 2>&1; cat out")
    #expect(piped.contains("warning: ") && !piped.contains("\u{1B}"))
  }

  /// A reader that has enough ends the run quietly.
  @Test func endsWithThePipe() throws {
    let result = try run("bash", "-c", "\(Places.tap2deb) --help | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(result.output.hasPrefix("Usage: ") && result.errors.isEmpty, "\(result)")
  }

  /// Ctrl-C at any moment leaves nothing behind and no half package.
  @Test(arguments: [0.02, 0.08, 0.2, 0.5])
  func endsByTheKeyboard(after seconds: Double) throws {
    try Workbench.with { bench in
      var program = Program(
        "timeout",
        [
          "--foreground", "--signal=INT", String(seconds), Places.tap2deb, "web.tac", "-m", Workbench.maintainer, "-o",
          "out",
        ])
      program.environment = bench.environment
      program.folder = bench.folder
      let result = try program.run()
      #expect([0, 124].contains(result.status), "\(result)")
      #expect(bench.leftovers.isEmpty)
      if FileManager.default.fileExists(atPath: "\(bench.folder)/out/twisted-web_1.0_all.deb") {
        try run("dpkg-deb", "--contents", "out/twisted-web_1.0_all.deb", in: bench.folder).successful()
      }
    }
  }
}
