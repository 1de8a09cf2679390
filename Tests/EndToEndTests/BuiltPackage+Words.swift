import Foundation
import TestSupport

extension BuiltPackage {
  /// The words that systemd would give to twistd after `$TWISTD_OPTIONS`.
  var unitArguments: [String] {
    get throws {
      let line = try unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") } ?? ""
      let words = Self.systemdWords(String(line.dropFirst("ExecStart=".count)))
      return Array(words.drop { $0 != "$TWISTD_OPTIONS" }.dropFirst())
    }
  }

  /// The words that the init script's shell gives to twistd after `$TWISTD_OPTIONS`.
  var initArguments: [String] {
    get throws {
      let script = try initScript
      guard let start = script.range(of: "\n\t\t$TWISTD_OPTIONS "),
        let end = script.range(of: " || return", range: start.upperBound..<script.endIndex)
      else { return [] }
      let words = script[start.upperBound..<end.lowerBound].replacing(" </dev/null", with: "")
      return try run("sh", "-c", "printf '%s\\n' \(words)", in: "/").successful().output
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  /// Splits a command line as systemd.service(5) tells, specifiers and variables undone.
  private static func systemdWords(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words.map { $0.replacing("%%", with: "%").replacing("$$", with: "$") }
  }
}
