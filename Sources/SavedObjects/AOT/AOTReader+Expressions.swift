import ApplicationFacts
import Diagnostics

/// Reads one expression with an explicit stack of open brackets.
extension AOTReader {
  mutating func readExpression() throws(Failure) {
    values = []
    targets = [:]
    references = []
    repeat {
      guard graph.count <= ObjectGraph.nodeLimit else {
        throw failure("it holds more than \(ObjectGraph.nodeLimit) objects", at: lexer.position)
      }
      if try readValue() { try readDelimiters() }
    } while !frames.isEmpty
    for reference in references { graph.resolve(reference.node, to: targets[reference.number]) }
    graph.root = values.last ?? ObjectGraph.unknown
  }

  /// Reads a value, or opens the bracket that one begins with. True when a value is complete.
  private mutating func readValue() throws(Failure) -> Bool {
    let start = lexer.position
    switch lexer.next() {
    case .newline where !frames.isEmpty: return false
    case .string(let range, let prefix, let isRaw): values.append(text(range, prefix: prefix, isRaw: isRaw))
    case .number(let range): values.append(number(range, from: range.lowerBound, isNegative: false))
    case .punctuation(UInt8(ascii: "-")):
      if case .number(let range) = lexer.peek() {
        _ = lexer.next()
        values.append(number(range, from: start, isNegative: true))
      } else {
        skipElement(from: start)
      }
    case .punctuation(UInt8(ascii: "(")): return try open(.group, at: start)
    case .punctuation(UInt8(ascii: "[")): return try open(.list, at: start)
    case .punctuation(UInt8(ascii: "{")): return try open(.braces, at: start)
    case .punctuation(let mark)
    where mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]") || mark == UInt8(ascii: "}"):
      guard !frames.isEmpty else {
        noteCustomCode(at: start)
        values.append(ObjectGraph.unknown)
        return true
      }
      lexer.position = start
    case .name(let range): return try readName(range)
    case .unterminated(let offset): throw failure("a string is not closed", at: offset)
    case .end:
      guard let frame = frames.last else {
        values.append(ObjectGraph.unknown)
        return true
      }
      throw failure("a bracket is not closed", at: frame.opened)
    default:
      lexer.position = start
      skipElement(from: start)
    }
    return true
  }

  private mutating func readName(_ range: Range<Int>) throws(Failure) -> Bool {
    switch lexer.peek() {
    case .punctuation(UInt8(ascii: "(")):
      let opened = lexer.position
      _ = lexer.next()
      return try open(.call, at: opened, name: range)
    case .punctuation(UInt8(ascii: "=")) where frames.last?.kind == .call:
      _ = lexer.next()
      let top = frames.count - 1
      if frames[top].keywords == nil { frames[top].keywords = values.count }
      values.append(graph.add(.utf8Text, range: range))
      return false
    default: break
    }
    if isName(range, "None") {
      values.append(ObjectGraph.none)
    } else if isName(range, "True") {
      values.append(ObjectGraph.yes)
    } else if isName(range, "False") {
      values.append(ObjectGraph.no)
    } else if isName(range, "inf") || isName(range, "nan") {
      values.append(graph.add(float: isName(range, "inf") ? .infinity : .nan))
    } else if isName(range, "Ellipsis") {
      graph.foreign = graph.foreign ?? range.lowerBound
      values.append(graph.add(.unknown))
    } else {
      skipElement(from: range.lowerBound)
    }
    return true
  }

  private mutating func open(_ kind: Frame.Kind, at offset: Int, name: Range<Int> = 0..<0) throws(Failure) -> Bool {
    guard frames.count < Self.depthLimit else {
      throw failure("brackets nest deeper than \(Self.depthLimit)", at: offset)
    }
    frames.append(Frame(kind: kind, opened: offset, start: values.count, name: name))
    return false
  }

  /// Reads what follows a value: commas and colons, and closing brackets, each of which makes another value.
  private mutating func readDelimiters() throws(Failure) {
    while !frames.isEmpty {
      let top = frames.count - 1
      let start = lexer.position
      switch lexer.next() {
      case .newline: continue
      case .punctuation(UInt8(ascii: ",")):
        frames[top].hasComma = true
        frames[top].afterColon = false
        return
      case .punctuation(UInt8(ascii: ":")) where frames[top].kind == .braces && !frames[top].afterColon:
        frames[top].hasColon = true
        frames[top].afterColon = true
        return
      case .punctuation(let mark)
      where mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]") || mark == UInt8(ascii: "}"):
        guard let frame = frames.popLast(), mark == frame.closing else {
          throw failure("a bracket is closed by another kind", at: start)
        }
        close(frame)
      case .end: throw failure("a bracket is not closed", at: frames[top].opened)
      case .unterminated(let offset): throw failure("a string is not closed", at: offset)
      default:
        // An operator or a second value: the element is an expression.
        if values.count > frames[top].start { values.removeLast() }
        skipElement(from: start)
      }
    }
    // Whatever follows on the line belongs to the expression.
    let rest = lexer.position
    switch lexer.peek() {
    case .newline, .end, .punctuation(UInt8(ascii: ";")): return
    default:
      noteCustomCode(at: rest)
      skip(stopAtColon: false, stopAtComma: false)
    }
  }

  /// An element that is code: its value is unknown.
  private mutating func skipElement(from start: Int) {
    noteCustomCode(at: start)
    let waitsForColon = frames.last.map { $0.kind == .braces && !$0.afterColon } ?? false
    skip(stopAtColon: waitsForColon, stopAtComma: !frames.isEmpty)
    values.append(ObjectGraph.unknown)
  }

  private mutating func text(_ range: Range<Int>, prefix: UInt8?, isRaw: Bool) -> ObjectGraph.Node {
    switch prefix {
    case UInt8(ascii: "u"): graph.python = .python2
    case UInt8(ascii: "b"): graph.python = .python3
    default: break
    }
    if isRaw { return graph.add(.utf8Text, range: range) }
    return graph.add(
      prefix == UInt8(ascii: "u") ? .literalUnicode : prefix == nil ? .literalText : .literalBytes, range: range)
  }

  /// - Parameter start: Where the number begins with its sign.
  private mutating func number(_ range: Range<Int>, from start: Int, isNegative: Bool) -> ObjectGraph.Node {
    var digits = range
    if lexer.bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "l") {
      graph.python = .python2
      digits = range.lowerBound..<(range.upperBound - 1)
    }
    guard digits.count <= 64 else { return graph.add(.bigInt, range: start..<digits.upperBound) }
    let text = String(decoding: lexer.bytes[digits], as: UTF8.self)
    if let value = Self.integer(text) {
      let signed = isNegative ? -value : value
      return digits == range ? graph.add(integer: signed) : graph.add(long: signed)
    }
    if text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      return graph.add(.bigInt, range: start..<digits.upperBound)
    }
    if let value = Double(text) { return graph.add(float: isNegative ? -value : value) }
    graph.foreign = graph.foreign ?? start
    return graph.add(.unknown)
  }

  /// Decimal, `0x…`, `0o…` and Python 2's `0…` octal numbers. Never the least `Int`, so it can be negated.
  private static func integer(_ text: String) -> Int? {
    let lower = text.lowercased()
    if lower.hasPrefix("0x") { return Int(lower.dropFirst(2), radix: 16) }
    if lower.hasPrefix("0o") { return Int(lower.dropFirst(2), radix: 8) }
    if lower.hasPrefix("0b") { return Int(lower.dropFirst(2), radix: 2) }
    if lower.count > 1, lower.hasPrefix("0"), let octal = Int(lower, radix: 8) { return octal }
    return Int(lower)
  }
}

extension AOTReader.Frame {
  /// The bracket that closes the frame.
  var closing: UInt8 {
    switch kind {
    case .call, .group: UInt8(ascii: ")")
    case .list: UInt8(ascii: "]")
    case .braces: UInt8(ascii: "}")
    }
  }
}
