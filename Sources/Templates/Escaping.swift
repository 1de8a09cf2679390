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
  /// One line that no reader takes apart: a comment, a control field.
  case line
  /// The lines after a control field's first: a space before each, ` .` for an empty one (Debian Policy 5.6.13).
  case folded
  /// One line of a source package's control file, in which dpkg-gencontrol finds no variable (deb-substvars(5)).
  case control
  /// What `folded` is, in a source package's control file.
  case foldedControl
  /// A line of a spec's preamble: `%` doubled, so that no macro is expanded.
  case spec
  /// Prose in a spec's sections: `%` doubled, and no line that rpm would take for a directive or a comment.
  case prose
  /// A script in a spec's sections: `%` doubled.
  case script

  func apply(_ text: String) -> String {
    switch self {
    case .shell: Self.shellWord(text)
    case .unit: Self.unitSetting(text)
    case .word: Self.unitWord(text)
    case .assignment: Self.quotedWord(Self.doubling("%", in: text))
    case .environment: Self.environmentValue(text)
    case .line: text.replacing("\n", with: " ")
    case .folded: Self.folded(text)
    case .control: Self.withoutVariables(text.replacing("\n", with: " "))
    case .foldedControl: Self.withoutVariables(Self.folded(text))
    case .spec: Self.withoutMacros(text.replacing("\n", with: " "))
    case .prose: Self.prose(text)
    case .script: Self.withoutMacros(text)
    }
  }

  private static func shellWord(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "._/+-:,@=".unicodeScalars.contains(scalar))
    }
    if isPlain && !text.isEmpty { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// A backslash at the end would join the next line to this one, so it gets a blank behind it.
  private static func unitSetting(_ text: String) -> String {
    let line = doubling("%", in: text.replacing("\n", with: " "))
    return line.hasSuffix("\\") ? line + " " : line
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
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "._/+-:,@=".unicodeScalars.contains(scalar))
    }
    if isPlain { return text }
    return "\"" + ["\\", "\"", "$", "`"].reduce(text) { $0.replacing($1, with: "\\" + $1) } + "\""
  }

  /// A full stop at the start of a line would make an empty line of it, or is reserved, so it gets a word joiner.
  private static func folded(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? " ." : $0.unicodeScalars.first == "." ? " \(wordJoiner)\($0)" : " \($0)" }
      .joined(separator: "\n")
  }

  /// dpkg-gencontrol has no way to write `${name}` as it is, so a word joiner parts the dollar from the brace.
  private static func withoutVariables(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "{" && result.last == "$" { result.append(wordJoiner) }
      result.append(scalar)
    }
    return String(result)
  }

  /// Doubles `%`. rpm looks for the end of macros before it expands any, and skips what follows a backslash there: the
  /// first `%` of `\%%{` would be lost on it, and the brace never closed. A macro that expands to nothing parts them.
  private static func withoutMacros(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "%" {
        result.append(contentsOf: (result.last == "\\" ? "%{nil}%%" : "%%").unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// rpm expands `%%` before it looks for `%if`, `%files` and the like at the start of a line, and drops lines that
  /// begin with `#`; so such a line gets a word joiner in front: invisible, and no directive begins with it.
  private static func prose(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let literal = withoutMacros(String(line))
        let start = line.unicodeScalars.drop(while: { $0 == " " }).first
        return start == "%" || start == "#" ? "\(wordJoiner)\(literal)" : literal
      }
      .joined(separator: "\n")
  }

  /// Invisible, and no word joiner begins anything that a reader looks for.
  private static let wordJoiner: Unicode.Scalar = "\u{2060}"

  private static func doubling(_ character: String, in text: String) -> String {
    text.replacing(character, with: character + character)
  }
}

extension String {
  /// Replaces one scalar, without Foundation, whose start-up time a short-lived tool would feel.
  fileprivate func replacing(_ target: String, with replacement: String) -> String {
    guard let scalar = target.unicodeScalars.first, unicodeScalars.contains(scalar) else { return self }
    var result = String.UnicodeScalarView()
    for next in unicodeScalars {
      if next == scalar { result.append(contentsOf: replacement.unicodeScalars) } else { result.append(next) }
    }
    return String(result)
  }
}
