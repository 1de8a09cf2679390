import Diagnostics
import Text

/// How a value is written so that the language it lands in reads it back as the same value.
package enum Escaping: String, Sendable, CaseIterable {
  /// A word of POSIX shell, in single quotes where it needs them (XCU 2.2.2).
  case shell
  /// A setting in a unit file: `%` doubled (systemd.unit(5), specifiers).
  case unit
  /// One argument of `ExecStart=`: quoted, with `%` and `$` doubled (systemd.service(5), command lines).
  case word
  /// One assignment of `Environment=`: as `word`, but with `$` as it is (systemd.exec(5), Environment=).
  case assignment
  /// The value of an assignment in an environment file, in double quotes where it needs them: the shell and
  /// systemd.exec(5), EnvironmentFile=, undo the same backslashes there.
  case environment
  /// One line that no reader takes apart: a control field.
  case line
  /// A comment of a script, a unit or an environment file: one line, for systemd ends lines at carriage returns and NUL,
  /// too, that does not end in a backslash, by which some readers join the next line to it.
  case comment
  /// The lines after a control field's first: a space before each, ` .` for an empty one (Debian Policy 5.6.13).
  case folded
  /// One line of a source package's control file, in which dpkg-gencontrol finds no variable (deb-substvars(5)).
  case control
  /// What `folded` is, in a source package's control file.
  case foldedControl
  /// A line of a spec: `%` doubled, so that no macro is expanded, and no line joined to the next.
  case spec
  /// Prose in a spec's sections: `%` doubled, and no line that rpm would take for a directive or a comment.
  case prose
  /// A string of Lua, in which every byte that is not plain is a number (Lua 5.4, 3.1).
  case lua
  /// A file that a spec names with `-f`: rpm expands macros in it, line by line, and looks for nothing else.
  case scriptlet

  static var names: [String] { allCases.map(\.rawValue) }

  package func apply(_ text: String) -> String {
    switch self {
    case .shell: Self.shellWord(text)
    case .unit: Self.unitSetting(text)
    case .word: Self.unitWord(text)
    case .assignment: Self.quotedWord(Self.doubling("%", in: text))
    case .environment: Self.environmentValue(text)
    case .line: text.replacing("\n", with: " ")
    case .comment: Self.withoutContinuation(text.visible.replacing("\n", with: " "))
    case .folded: Self.folded(text)
    case .control: Self.withoutVariables(text.replacing("\n", with: " "))
    case .foldedControl: Self.withoutVariables(Self.folded(text))
    case .spec: Self.withoutMacros(text.replacing("\n", with: " "))
    case .prose: Self.prose(text)
    case .lua: Self.luaString(text)
    case .scriptlet: Self.doubling("%", in: text)
    }
  }

  /// Whether no shell finds anything in a text.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._/+-:,@=".utf8.contains($0) }
  }

  private static func shellWord(_ text: String) -> String {
    if isPlain(text) && !text.isEmpty { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }

  private static func luaString(_ text: String) -> String {
    let plain = Set("/._+-".utf8)
    return "\""
      + text.utf8.map { byte in
        let isPlain = plain.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        let digits = String(byte)
        return isPlain
          ? String(Unicode.Scalar(byte)) : "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }.joined() + "\""
  }

  /// A backslash at the end would join the next line to this one, so it gets a blank behind it.
  private static func unitSetting(_ text: String) -> String {
    withoutContinuation(doubling("%", in: text.replacing("\n", with: " ")))
  }

  private static func withoutContinuation(_ line: String) -> String {
    line.utf8.last == UInt8(ascii: "\\") ? line + " " : line
  }

  private static func unitWord(_ text: String) -> String {
    quotedWord(doubling("$", in: doubling("%", in: text)))
  }

  private static func quotedWord(_ text: String) -> String {
    let needsQuotes = text.isEmpty || text.contains { " \t\"'\\;".contains($0) }
    guard needsQuotes else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func environmentValue(_ text: String) -> String {
    if isPlain(text) { return text }
    return "\"" + ["\\", "\"", "$", "`"].reduce(text) { $0.replacing($1, with: "\\" + $1) } + "\""
  }

  /// A full stop at the start of a line makes an empty line of it, or is reserved, so it gets one more blank in front.
  private static func folded(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? " ." : $0.unicodeScalars.first == "." ? "  \($0)" : " \($0)" }
      .joined(separator: "\n")
  }

  /// dpkg-gencontrol makes a dollar of `${}`, once it has put in all variables.
  private static func withoutVariables(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "{" && result.last == "$" { result.append(contentsOf: "{}".unicodeScalars) }
      result.append(scalar)
    }
    return String(result)
  }

  /// Doubles `%` in a line. rpm looks for the end of macros and of lines before it expands any, and skips what follows a backslash
  /// there: the first `%` of `\%%{` would be lost on it and the brace never closed, and a line that ends in a backslash
  /// goes on in the next. A macro that expands to nothing parts them.
  private static func withoutMacros(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    func part() {
      if result.last == "\\" { result.append(contentsOf: "%{nil}".unicodeScalars) }
    }
    for scalar in line.unicodeScalars {
      if scalar == "%" {
        part()
        result.append(scalar)
      }
      result.append(scalar)
    }
    part()
    return String(result)
  }

  /// rpm skips blanks and expands `%%` before it looks for `%if`, `%files` and the like at the start of a line, and drops
  /// lines that begin with `#`. No macro hides them, and it knows no other blank than ASCII's: a no-break space begins
  /// such a line, in place of a blank where it has one.
  private static func prose(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let words = line.unicodeScalars.drop { $0 == " " }
        let isDirective =
          words.first == "%" && words.dropFirst().first.map { $0.isASCII && $0.properties.isAlphabetic } == true
        guard isDirective || words.first == "#" else { return withoutMacros(String(line)) }
        let rest = line.unicodeScalars.first == " " ? String(line.unicodeScalars.dropFirst()) : String(line)
        return "\u{A0}" + withoutMacros(rest)
      }
      .joined(separator: "\n")
  }

  private static func doubling(_ character: String, in text: String) -> String {
    text.replacing(character, with: character + character)
  }
}
