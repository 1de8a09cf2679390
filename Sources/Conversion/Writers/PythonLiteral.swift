import ApplicationFacts

/// Values as Python source has them.
enum PythonLiteral {
  /// `b'…'` of Python 3, or `'…'` of Python 2, where that is what a byte string is.
  static func bytes(_ bytes: [UInt8], in python: PythonVersion) -> String {
    (python == .python3 ? "b'" : "'") + bytes.map { escaped(UInt32($0), isASCII: true) }.joined() + "'"
  }

  /// `'…'` of Python 3, with letters and signs of any script as they are, or `u'…'` of Python 2, in ASCII.
  static func text(_ text: [UInt8], in python: PythonVersion) -> String {
    let isASCII = python == .python2
    let body = EscapedText.codePoints(text).map { escaped($0, isASCII: isASCII) }.joined()
    return (isASCII ? "u'" : "'") + body + "'"
  }

  /// The text of a program's own for source of Python 3.
  static func text(_ text: String) -> String { self.text(Array(text.utf8), in: .python3) }

  static func float(_ value: Double) -> String {
    if value.isNaN { return "float('nan')" }
    if value.isInfinite { return value < 0 ? "float('-inf')" : "float('inf')" }
    return "\(value)"
  }

  /// A character within quotes.
  static func escaped(_ point: UInt32, isASCII: Bool) -> String {
    switch point {
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0x27: return "\\'"
    case 0x5C: return "\\\\"
    case 0x20..<0x7F: return String(Unicode.Scalar(UInt8(point)))
    default: break
    }
    if !isASCII, let scalar = Unicode.Scalar(point), isVisible(scalar) { return String(scalar) }
    if point < 0x100 { return "\\x" + padded(point, 2) }
    return point < 0x10000 ? "\\u" + padded(point, 4) : "\\U" + padded(point, 8)
  }

  private static func padded(_ number: UInt32, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// What a reader sees as it is; no blank, control or mark that turns the line around.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol:
      scalar.value >= 0xA1
    default: false
    }
  }

  /// Whether a word can name an argument or a variable in both Pythons.
  static func isPlainName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39 ~= first), !keywords.contains(text) else { return false }
    return text.utf8.allSatisfy { $0 == 0x5F || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 && $0 >= 0x41 }
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "exec", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "print", "raise", "return", "try", "while", "with", "yield", "__debug__",
  ]
}
