import Text

/// Text made safe for a manual page in the man(7) macros.
enum RoffText {
  /// A paragraph that the formatter fills, in lines of at most 80 bytes where words allow it, each sentence from a line of its
  /// own (man-pages(7)); line breaks in the text are kept. Nothing in it is a request or an escape, and dashes
  /// and quotes stay the ASCII ones, so that commands can be copied from the page (groff_char(7)).
  static func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let sentences = sentences(of: line)
        return sentences.isEmpty
          ? "\\&" : sentences.flatMap { inline($0).wrapped(to: 80) }.map(guarded).joined(separator: "\n")
      }
      .joined(separator: "\n.br\n")
  }

  /// A word that begins with a capital begins a sentence behind a full stop or its like, which may close a bracket.
  private static func sentences(of line: Substring) -> [String] {
    var sentences: [String] = []
    var isAtEnd = true
    for word in line.split(separator: " ") {
      if isAtEnd && (sentences.isEmpty || word.first?.isUppercase == true) {
        sentences.append(String(word))
      } else {
        sentences[sentences.count - 1] += " \(word)"
      }
      let last = (word.last == ")" ? word.dropLast() : word).last
      isAtEnd = last.map { ".!?".contains($0) } ?? false
    }
    return sentences
  }

  /// Lines to show as they are, between `.nf` and `.fi`.
  static func verbatim(_ text: String) -> String {
    lines(text).joined(separator: "\n")
  }

  /// Words within a line.
  static func inline(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "\n" ? " " : escaped($0) }.joined()
  }

  /// One argument of a macro.
  static func argument(_ text: String) -> String {
    "\"" + inline(text) + "\""
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = inline(String(line))
      return escaped.isEmpty ? "\\&" : guarded(escaped)
    }
  }

  /// A line must not begin with the control character; an empty one would be a request for space.
  private static func guarded(_ line: String) -> String { line.hasPrefix(".") ? "\\&" + line : line }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\(rs"
    case "-": "\\-"
    case "'": "\\(aq"
    case "\"": "\\(dq"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    case "\t": " "
    case _ where scalar.properties.generalCategory == .control: ""
    case _ where scalar.isASCII: String(scalar)
    default: "\\[u\(hexadecimal(scalar))]"
    }
  }

  /// At least four digits, as groff wants.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
