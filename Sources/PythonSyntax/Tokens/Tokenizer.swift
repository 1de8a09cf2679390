/// Cuts source into tokens, one at a time, and never fails: what is no token is `invalid`, and why is among its faults.
///
/// Python 3's "Lexical analysis", and what Python 2 had besides: backquotes, `<>`, `ur""`, `10L`, `0777`. Tabs reach
/// the next column that is a multiple of 8, as both generations count them.
struct Tokenizer {
  let bytes: [UInt8]
  let end: Int
  var position: Int
  /// The number of brackets open, inside which lines do not end statements.
  var depth = 0
  /// Where each of them stands.
  var brackets: [Int] = []
  var indents = [0]
  /// The columns of `indents` where a tab counts as one blank.
  var narrowIndents = [0]
  /// The first fault for each generation; Python gives up there, and what comes after is no fault of the source.
  var faults = Faults()
  var pendingDedents = 0
  var atLineStart: Bool
  /// Whether this is a field of a format string, which the brace that opened it ends.
  let isField: Bool
  /// No `"""` (0) or `'''` (1) closes after these offsets, so that looking again would be in vain.
  var unclosedTriple = [Int.max, Int.max]
  /// A nested format string that began before this offset failed to close, so that trying again would be in vain.
  var brokenFormatUntil = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
    position = 0
    atLineStart = true
    isField = false
  }

  /// Cuts an expression inside a format string: everything in `range` is one line.
  init(_ bytes: [UInt8], inside range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    position = range.lowerBound
    atLineStart = false
    isField = true
    depth = 1
  }

  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// A fault by its place, which becomes a line once the source is read.
  struct Fault {
    var message: String
    var offset: Int
    var kind = SyntaxFault.Kind.syntax
  }

  struct Faults {
    var python2: Fault?
    var python3: Fault?
    var hasForBoth = false

    var isEmpty: Bool { python2 == nil && python3 == nil }
  }

  mutating func reject(
    _ message: String, at offset: Int, kind: SyntaxFault.Kind = .syntax,
    by rejecting: SyntaxFault.Rejecting = .both
  ) {
    if rejecting == .both, faults.python2 == nil || faults.python3 == nil { faults.hasForBoth = true }
    guard faults.python2 == nil && rejecting != .python3 || faults.python3 == nil && rejecting != .python2 else {
      return
    }
    let fault = Fault(message: message, offset: offset, kind: kind)
    if rejecting != .python3, faults.python2 == nil { faults.python2 = fault }
    if rejecting != .python2, faults.python3 == nil { faults.python3 = fault }
  }

  mutating func next() -> Token {
    if pendingDedents > 0 {
      pendingDedents -= 1
      return Token(kind: .dedent, start: position, end: position)
    }
    if atLineStart, depth == 0, let token = readIndentation() { return token }
    skipBlanks()
    let start = position
    guard start < end else { return endOfInput() }
    let first = bytes[start]
    switch Self.classes[Int(first)] {
    case .letter:
      return readNameOrString()
    case .digit:
      return readNumber()
    case .quote:
      return readString(from: start, prefix: [])
    case .newline:
      consumeNewline()
      atLineStart = true
      return Token(kind: .newline, start: start, end: position)
    case .other:
      if first == UInt8(ascii: "."), Self.classes[Int(byte(start + 1))] == .digit { return readNumber() }
      return readOperator()
    }
  }

  private mutating func endOfInput() -> Token {
    if !atLineStart {
      atLineStart = true
      if depth == 0 { return Token(kind: .newline, start: end, end: end) }
    }
    if indents.count > 1 {
      indents.removeLast()
      return Token(kind: .dedent, start: end, end: end)
    }
    return Token(kind: .endOfFile, start: end, end: end)
  }

  mutating func consumeNewline() {
    if byte(position) == 0x0D, byte(position + 1) == 0x0A { position += 1 }
    position += 1
  }

  /// Skips what separates tokens: blanks, comments, joined lines, and inside brackets also line ends.
  private mutating func skipBlanks() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0C:
        position += 1
      case UInt8(ascii: "#"):
        skipComment()
      case UInt8(ascii: "\\") where byte(position + 1) == 0x0A || byte(position + 1) == 0x0D:
        position += 1
        consumeNewline()
        if position >= end { reject("unexpected EOF while parsing", at: end) }
      case 0x0A, 0x0D:
        if depth == 0 { return }
        consumeNewline()
      default:
        return
      }
    }
  }

  mutating func skipComment() {
    while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  private mutating func readNameOrString() -> Token {
    let start = position
    var index = start + 1
    var bits = bytes[start]
    while index < end, Self.continuesName(bytes[index]) {
      bits |= bytes[index]
      index += 1
    }
    position = index
    if bits >= 0x80 { checkName(start..<index) }
    if index - start <= 3, index < end, bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\""),
      let prefix = prefix(start..<index)
    {
      return readString(from: start, prefix: prefix)
    }
    return Token(kind: .name, start: start, end: index)
  }

  /// Numbers are taken whole, suffixes and all; `NumberLiteral` says what they are worth.
  private mutating func readNumber() -> Token {
    let start = position
    let isPrefixed = bytes[start] == UInt8(ascii: "0") && "xXoObB".utf8.contains(byte(start + 1))
    // A second point, or one after an exponent or suffix, begins an attribute: `1.5.real`, `7L.__index__`.
    var allowsPoint = !isPrefixed
    while position < end {
      let current = bytes[position]
      let kind = Self.classes[Int(current)]
      if kind == .digit || (kind == .letter && current < 0x80) {
        let isExponent = !isPrefixed && (current | 0x20) == UInt8(ascii: "e")
        position += 1
        if isExponent, byte(position) == UInt8(ascii: "+") || byte(position) == UInt8(ascii: "-"),
          Self.classes[Int(byte(position + 1))] == .digit
        {
          position += 1
        }
        // `1if x else y` and `1or 2` are legal: the letters of a keyword are no part of the number.
        if !isPrefixed, kind == .letter, startsKeyword(position - 1) {
          position -= 1
          break
        }
        if kind == .letter { allowsPoint = false }
      } else if current == UInt8(ascii: "."), allowsPoint {
        position += 1
        allowsPoint = false
      } else {
        break
      }
    }
    if position > start + 1 { checkNumber(start..<position) }
    return Token(kind: .number, start: start, end: position)
  }

  private func startsKeyword(_ index: Int) -> Bool {
    let first = byte(index)
    let second = byte(index + 1)
    return [("i", "f"), ("i", "n"), ("i", "s"), ("o", "r"), ("a", "n"), ("e", "l"), ("f", "o"), ("n", "o")]
      .contains { (pair: (Unicode.Scalar, Unicode.Scalar)) in
        first == UInt8(ascii: pair.0) && second == UInt8(ascii: pair.1)
      }
  }

  enum ByteClass: UInt8 { case letter, digit, quote, newline, other }

  static let classes: [ByteClass] = (0..<256).map { code in
    switch UInt8(code) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...0xFF:
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "\""): .quote
    case 0x0A, 0x0D: .newline
    default: .other
    }
  }

  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }
}
