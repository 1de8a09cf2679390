extension Tokenizer {
  /// Of a name with characters beyond ASCII, which Python 2 has none of and Python 3 some (PEP 3131).
  mutating func checkName(_ range: Range<Int>) {
    let name = String(decoding: bytes[range], as: UTF8.self)
    let isName = name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    if isName, name.unicodeScalars.first.map({ $0 == "_" || $0.properties.isXIDStart }) == true {
      return reject("invalid syntax", at: range.lowerBound, by: .python2)
    }
    let odd = name.unicodeScalars.first { !($0 == "_" || $0.properties.isXIDContinue) } ?? name.unicodeScalars.first
    let code = String(odd?.value ?? 0, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isPrintable: Bool =
      switch odd?.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
        .spaceSeparator, nil:
        false
      default: true
      }
    reject(
      isPrintable
        ? "invalid character '\(odd.map(String.init) ?? "")' (\(number))"
        : "invalid non-printable character \(number)", at: range.lowerBound)
  }

  /// Of a number that was taken whole, suffixes and all ("Numeric literals" of Python 3; Python 2 has `0777` and `10L`).
  mutating func checkNumber(_ range: Range<Int>) {
    let literal = bytes[range]
    if literal.allSatisfy({ 0x30...0x39 ~= $0 }) {
      if literal.first == 0x30, literal.contains(where: { $0 != 0x30 }) {
        let isOctal = literal.allSatisfy { $0 < 0x38 }
        reject(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
          at: range.lowerBound, by: isOctal ? .python3 : .both)
      }
      return
    }
    if let last = literal.last, last | 0x20 == UInt8(ascii: "l"), Self.isNumber(literal.dropLast()) {
      return reject("invalid decimal literal", at: range.lowerBound, by: .python3)
    }
    if literal.contains(UInt8(ascii: "_")), Self.isNumber(literal) {
      return reject("invalid syntax", at: range.lowerBound, by: .python2)
    }
    if !Self.isNumber(literal) { reject(Self.fault(of: literal), at: range.lowerBound) }
  }

  private static func isNumber(_ literal: ArraySlice<UInt8>) -> Bool {
    guard let first = literal.first else { return false }
    let rest = literal.dropFirst()
    if first == 0x30, let mark = rest.first, let radix = radix(mark) {
      var digits = rest.dropFirst()
      if digits.first == UInt8(ascii: "_") { digits.removeFirst() }
      return areDigits(digits, radix)
    }
    var text = literal
    if let last = text.last, last | 0x20 == UInt8(ascii: "j") { text.removeLast() }
    if let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      var exponent = text[(mark + 1)...]
      if exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-") { exponent.removeFirst() }
      guard areDigits(exponent, 10) else { return false }
      text = text[..<mark]
    }
    guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return areDigits(text, 10) }
    let (whole, part) = (text[..<point], text[(point + 1)...])
    return (whole.isEmpty || areDigits(whole, 10)) && (part.isEmpty || areDigits(part, 10))
      && !(whole.isEmpty && part.isEmpty)
  }

  private static func radix(_ mark: UInt8) -> UInt8? {
    switch mark | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  /// Digits with single underscores between them.
  private static func areDigits(_ text: ArraySlice<UInt8>, _ radix: UInt8) -> Bool {
    var wasDigit = false
    for byte in text {
      if byte == UInt8(ascii: "_") {
        guard wasDigit else { return false }
        wasDigit = false
      } else {
        let value = byte < 0x3A ? byte &- 0x30 : (byte | 0x20) &- 0x57
        guard value < radix, byte < 0x3A || byte >= 0x41 else { return false }
        wasDigit = true
      }
    }
    return wasDigit
  }

  private static func fault(of literal: ArraySlice<UInt8>) -> String {
    guard literal.first == 0x30, let mark = literal.dropFirst().first, let radix = radix(mark) else {
      return "invalid decimal literal"
    }
    let name = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary"
    let odd = literal.dropFirst(2).first { 0x30...0x39 ~= $0 && $0 - 0x30 >= radix }
    return odd.map { "invalid digit '\($0 - 0x30)' in \(name) literal" } ?? "invalid \(name) literal"
  }
}
