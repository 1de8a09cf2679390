/// Reads JSON (RFC 8259), and where it is asked for JSON5 (spec.json5.org): comments, trailing commas, names and strings in other
/// quotes, more kinds of numbers.
package struct JSONReader {
  /// What a text is taken for.
  package enum Dialect: Sendable, Equatable { case json, json5 }

  /// Why a text is none.
  package struct Problem: Error, Sendable, Equatable {
    /// Whether it has the form of JSON, and a value in it stands for nothing: half a character, a number beyond all measure.
    package let isValue: Bool
    /// The outermost key that is being read.
    package let key: String?
  }

  private let bytes: [UInt8]
  private let isLenient: Bool
  private var index = 0
  private var depth = 0
  private var key: String?

  /// What is nested deeper is refused, so that no text ends the process.
  private static let depthLimit = 200

  private init(_ bytes: [UInt8], _ dialect: Dialect) {
    self.bytes = bytes
    isLenient = dialect == .json5
  }

  /// - Throws: A problem for what is not one value of the dialect in UTF-8.
  package static func value(of bytes: [UInt8], as dialect: Dialect = .json) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes, dialect)
    guard String(validating: bytes, as: UTF8.self) != nil else { throw reader.broken }
    let value = try reader.value()
    try reader.skipBlanks()
    guard reader.index == bytes.count else { throw reader.broken }
    return value
  }

  private var broken: Problem { Problem(isValue: false, key: key) }
  private var meaningless: Problem { Problem(isValue: true, key: key) }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() throws(Problem) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      case 0x0B, 0x0C:
        guard isLenient else { return }
        index += 1
      case UInt8(ascii: "/"):
        guard isLenient else { return }
        try skipComment()
      default:
        // The blanks of other scripts: U+00A0, U+2028, U+2029 and U+FEFF.
        let others: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9], [0xEF, 0xBB, 0xBF]]
        guard isLenient, let blank = others.first(where: { bytes[index...].starts(with: $0) }) else { return }
        index += blank.count
      }
    }
  }

  private mutating func skipComment() throws(Problem) {
    index += 1
    if take("/") {
      while let byte = next, byte != UInt8(ascii: "\n") { index += 1 }
    } else if take("*") {
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
          index += 2
          return
        }
        index += 1
      }
      throw broken
    } else {
      throw broken
    }
  }

  private mutating func value() throws(Problem) -> JSONValue {
    try skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "'") where isLenient: return .string(try string())
    case nil: throw broken
    default: return try word()
    }
  }

  private mutating func enter() throws(Problem) {
    index += 1
    depth += 1
    guard depth <= Self.depthLimit else { throw broken }
    try skipBlanks()
  }

  private mutating func array() throws(Problem) -> [JSONValue] {
    try enter()
    var values: [JSONValue] = []
    while !take("]") {
      values.append(try value())
      try skipBlanks()
      guard take(",") else {
        guard take("]") else { throw broken }
        break
      }
      try skipBlanks()
      if !isLenient, next == UInt8(ascii: "]") { throw broken }
    }
    depth -= 1
    return values
  }

  private mutating func object() throws(Problem) -> [String: JSONValue] {
    try enter()
    var members: [String: JSONValue] = [:]
    while !take("}") {
      let isQuoted = next == UInt8(ascii: "\"") || (isLenient && next == UInt8(ascii: "'"))
      let name = isQuoted ? try string() : try identifier()
      if depth == 1 { key = name }
      try skipBlanks()
      guard take(":") else { throw broken }
      // Of several the last counts, as with Python's json.
      members[name] = try value()
      try skipBlanks()
      guard take(",") else {
        guard take("}") else { throw broken }
        break
      }
      try skipBlanks()
      if !isLenient, next == UInt8(ascii: "}") { throw broken }
    }
    depth -= 1
    return members
  }

  /// A name without quotes (ECMAScript 5.1, 7.6), without escapes.
  private mutating func identifier() throws(Problem) -> String {
    let start = index
    while let byte = next, byte >= 0x80 || byte.isWord { index += 1 }
    guard isLenient, index > start, !(0x30...0x39).contains(bytes[start]) else { throw broken }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func word() throws(Problem) -> JSONValue {
    let start = index
    while let byte = next, byte.isWord || "+-.".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: return try number(text)
    }
  }

  private func number(_ text: String) throws(Problem) -> JSONValue {
    var body = text[...]
    if isLenient, body.first == "+" { body.removeFirst() }
    let isNegative = body.first == "-"
    if isNegative { body.removeFirst() }
    if isLenient, body == "Infinity" { return .number(isNegative ? -.infinity : .infinity) }
    if isLenient, body == "NaN" { return .number(.nan) }
    if isLenient, body.hasPrefix("0x") || body.hasPrefix("0X") {
      guard !body.dropFirst(2).isEmpty, body.dropFirst(2).allSatisfy(\.isHexDigit) else { throw broken }
      guard let number = Int((isNegative ? "-" : "") + body.dropFirst(2), radix: 16) else { throw meaningless }
      return .integer(number)
    }
    try checkDecimal(body)
    let plain = (isNegative ? "-" : "") + body
    if let number = Int(plain) { return .integer(number) }
    // Swift reads no `.5` and no `5.`.
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].isEmpty || parts[0] == "-" ? parts[0] + "0" : parts[0]
    let rest = parts.count < 2 ? "" : "." + (parts[1].first?.isNumber == true ? parts[1] : "0" + parts[1])
    guard let number = Double(whole + rest), number.isFinite else { throw meaningless }
    return Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  /// Digits, a point and digits, an exponent (RFC 8259, section 6); JSON5 lets digits on one side of the point suffice.
  private func checkDecimal(_ body: Substring) throws(Problem) {
    var rest = body.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    let starts = body.utf8.first == 0x30
    let whole = digits()
    guard whole > 0 || isLenient, !starts || whole == 1 else { throw broken }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = digits()
      guard fraction > 0 || (isLenient && whole > 0) else { throw broken }
    } else if whole == 0 {
      throw broken
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits() > 0 else { throw broken }
    }
    guard rest.isEmpty else { throw broken }
  }

  private mutating func string() throws(Problem) -> String {
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    while let byte = next, byte != quote {
      index += 1
      if byte == UInt8(ascii: "\\") {
        text += try escape()
      } else if byte < 0x20, !isLenient || byte == 0x0A || byte == 0x0D {
        throw broken
      } else {
        text.append(byte)
      }
    }
    guard next == quote else { throw broken }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Problem) -> [UInt8] {
    guard let byte = next else { throw broken }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: break
    }
    guard isLenient else { throw broken }
    switch byte {
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "x"): return Array(String(Unicode.Scalar(UInt8(truncatingIfNeeded: try digits(2)))).utf8)
    case UInt8(ascii: "0") where next.map { (0x30...0x39).contains($0) } != true: return [0]
    case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "0"): throw broken
    // A line that goes on.
    case 0x0A: return []
    case 0x0D:
      if next == 0x0A { index += 1 }
      return []
    default: return [byte]
    }
  }

  /// `XXXX`, or two of them for what is beyond (RFC 8259, section 7).
  private mutating func scalar() throws(Problem) -> Unicode.Scalar {
    let first = try digits(4)
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw meaningless }
      return scalar
    }
    guard take("\\"), take("u") else { throw meaningless }
    let second = try digits(4)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw meaningless }
    return scalar
  }

  private mutating func digits(_ count: Int) throws(Problem) -> UInt32 {
    let text = String(decoding: bytes[index..<min(index + count, bytes.count)], as: UTF8.self)
    guard text.utf8.count == count, text.allSatisfy(\.isHexDigit), let number = UInt32(text, radix: 16) else {
      throw broken
    }
    index += count
    return number
  }
}

extension UInt8 {
  /// What names and numbers are made of.
  fileprivate var isWord: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "$")
  }
}
