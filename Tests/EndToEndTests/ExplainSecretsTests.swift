import Foundation
import TestSupport
import Testing

/// What must never reach a terminal: passwords out of a file, and commands to the terminal itself.
@Suite struct ExplainSecretsTests {
  @Test(arguments: ["tap", "tas", "tax"])
  func tellsNoPassword(ending: String) throws {
    try Workbench.with { bench in
      let name = "twisted8-py27-mktap-telnet.\(ending)"
      let path = try bench.sample(name)
      #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("woohoo".utf8)) != nil)
      for format in PackageFormat.allCases {
        for words in [["--explain"], ["--explain", "--json"], ["-m", Workbench.maintainer]] {
          let result = try bench.call(format, words + ["-t", name])
          #expect(result.succeeded || ending == "tax", "\(result)")
          #expect(!(result.output + result.errors).contains("woohoo"), "\(result)")
        }
      }
    }
  }

  @Test func tellsNoPasswordOfAPlugin() throws {
    try Workbench.with { bench in
      let words = ["--plugin", "words", "--", "--auth", "memory:ada:woohoo", "--group", "x"]
      for options in [["--explain"], ["--explain", "--json"]] {
        let result = try bench.call(.deb, options + words)
        #expect(!(result.output + result.errors).contains("woohoo"), "\(result)")
      }
    }
  }

  /// Escape sequences, one-byte control codes, text that runs backwards, and lines that would pass for another message.
  private static let hostile = "\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\n  listens       tcp 666\ntap2deb: done\u{7F}\r"

  @Test(arguments: PackageFormat.allCases)
  func keepsNamesFromCommandingTheTerminal(format: PackageFormat) throws {
    try Workbench.with { bench in
      let literal = Self.hostile.unicodeScalars.map { "\\U" + hexadecimal($0.value, digits: 8) }.joined()
      let name = "x\u{1B}[2J\u{202E}y.tac"
      try bench.place(
        name,
        """
        # coding: utf-8
        from twisted.application import internet, service
        application = service.Application(u"\(literal)")
        internet.TCPServer(8080, None, interface=u"\(literal)").setServiceParent(application)
        internet.UNIXServer(u"/run/\(literal)", None).setServiceParent(application)
        internet.TCPClient(u"\(literal)", 1, None).setServiceParent(application)
        open(u"/srv/\(literal)")

        """)
      for words in [["--explain"], ["--explain", "--json"], ["-m", Workbench.maintainer, "-d", "hostile"]] {
        let result = try bench.call(format, words + ["-t", name])
        expectHarmless(result)
        if words.contains("--json") {
          let object = try JSONSerialization.jsonObject(with: result.standardOutput) as? [String: Any]
          let value = (object?["name"] as? [String: Any])?["value"] as? String
          #expect(value == Self.hostile)
        }
      }
    }
  }

  /// Pickles name modules and classes freely.
  @Test func keepsClassesFromCommandingTheTerminal() throws {
    try Workbench.with { bench in
      let bad = Array(Self.hostile.utf8)
      var pickle: [UInt8] = [0x80, 0x04]
      pickle += "cos\u{1B}[2J\nsystem\n)R0".utf8
      for text in [bad, bad] { pickle += [0x8C, UInt8(text.count)] + text }
      pickle += [0x93] + ")R0".utf8
      pickle += "ctwisted.application.service\nMultiService\n)\u{81}}(".unicodeScalars.map { UInt8($0.value) }
      pickle += [0x8C, 8] + "services".utf8 + "](ctwisted.application.internet\nTCPServer\n)R".utf8
      pickle += "cb\u{1B}ad\nname\n)Re".utf8 + [0x8C, 4] + "name".utf8 + [0x8C, UInt8(bad.count)] + bad + "ub.".utf8
      try Data(pickle).write(to: URL(filePath: "\(bench.folder)/x.tap"))
      for words in [["--explain"], ["--explain", "--json"]] {
        let result = try bench.call(.deb, words + ["-t", "x.tap"])
        #expect(result.succeeded, "\(result)")
        expectHarmless(result)
      }
    }
  }

  private func expectHarmless(_ result: ProgramResult) {
    for text in [result.output, result.errors] {
      let commands = text.unicodeScalars.filter { scalar in
        scalar != "\n" && scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      }
      #expect(commands.isEmpty, "\(commands.map { hexadecimal($0.value, digits: 4) })")
    }
    #expect(!result.output.split(separator: "\n").contains("  listens       tcp 666"), "\(result)")
    // What goes on from the line before is indented, so it is no message of its own.
    let messages = result.errors.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(messages.allSatisfy { $0.hasPrefix("tap2deb: ") || $0.hasPrefix("tap2rpm: ") }, "\(result)")
    #expect(!messages.contains("tap2deb: done"), "\(result)")
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: digits - text.count) + text
}
