extension Parser {
  /// One string literal, or several that stand side by side and are one.
  mutating func parseStrings() throws(Mismatch) -> UInt32 {
    let start = token.start
    var (hasBytes, hasText) = (token.string.contains(.bytes), !token.string.contains(.bytes))
    let first = try parseString()
    guard token.kind == .string else {
      checkStrings([first], hasBytes: hasBytes, hasText: hasText, at: start)
      return first
    }
    let mark = scratch.count
    scratch.append(first)
    while token.kind == .string {
      if token.string.contains(.bytes) { hasBytes = true } else { hasText = true }
      scratch.append(try parseString())
    }
    checkStrings(Array(scratch[mark...]), hasBytes: hasBytes, hasText: hasText, at: start)
    return add(.joinedStrings, at: start, finishList(from: mark))
  }

  private mutating func parseString() throws(Mismatch) -> UInt32 {
    let literal = token
    let prefix = literal.string
    if prefix.contains(.unicode), prefix.contains(.raw) { witness(2, "a ur string", at: literal.start) }
    if !prefix.contains(.format), !prefix.contains(.template) {
      let node = add(
        .string, at: literal.start, of: UInt32(literal.end - literal.start), detail: prefix.rawValue)
      advance()
      return node
    }
    witness(3, prefix.contains(.format) ? "a format string" : "a template string", at: literal.start)
    var open = literal.start
    while tokens.byte(open) != UInt8(ascii: "'"), tokens.byte(open) != UInt8(ascii: "\"") { open += 1 }
    let quotes = prefix.contains(.tripleQuoted) ? 3 : 1
    let parts = try parseFormat((open + quotes)..<max(open + quotes, literal.end - quotes), prefix)
    advance()
    return add(.formatString, at: literal.start, parts)
  }

  /// The text and fields between the quotes of a format string (or in the specification of a field).
  private mutating func parseFormat(_ range: Range<Int>, _ prefix: StringPrefix) throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    var text = range.lowerBound
    var index = text
    while index < range.upperBound {
      let current = tokens.bytes[index]
      if current == UInt8(ascii: "\\") {
        index = tokens.afterEscape(index, prefix)
      } else if current == UInt8(ascii: "{"), index + 1 < range.upperBound, tokens.bytes[index + 1] == current {
        index += 2
      } else if current == UInt8(ascii: "{") {
        appendFormatText(text..<index, prefix)
        index = try parseReplacement(index..<range.upperBound, prefix)
        text = index
      } else {
        if current == UInt8(ascii: "}") {
          if index + 1 < range.upperBound, tokens.bytes[index + 1] == current {
            index += 1
          } else {
            reject("f-string: single '}' is not allowed", at: index)
          }
        }
        index += 1
      }
    }
    appendFormatText(text..<range.upperBound, prefix)
    return finishList(from: mark)
  }

  private mutating func appendFormatText(_ range: Range<Int>, _ prefix: StringPrefix) {
    guard !range.isEmpty else { return }
    scratch.append(add(.formatText, at: range.lowerBound, of: UInt32(range.count), detail: prefix.rawValue))
  }

  /// Parses the field that begins at the brace at the range's start; returns the offset after its closing brace.
  private mutating func parseReplacement(_ range: Range<Int>, _ prefix: StringPrefix) throws(Mismatch) -> Int {
    let outer = (tokens, token, formatDepth, inComprehension, patternDepth)
    formatDepth += 1
    guard formatDepth <= Tokenizer.formatDepthLimit else {
      throw Mismatch(
        message: "f-string: expressions nested too deeply", offset: token.start, isLimit: true, reached: token.start)
    }
    defer { (tokens, token, formatDepth, inComprehension, patternDepth) = outer }
    (inComprehension, patternDepth) = (false, 0)
    tokens = Tokenizer(outer.0.bytes, inside: (range.lowerBound + 1)..<range.upperBound)
    advance()
    let value = try parseFieldValue()
    _ = accept(.assign)
    var conversion: UInt8 = 0
    if startsConversion {
      conversion = tokens.byte(token.start + 1)
      guard "sra".utf8.contains(conversion) else {
        throw mismatch("f-string: invalid conversion character: expected 's', 'r', or 'a'")
      }
      advance()
      guard token.end == token.start + 1 else { throw mismatch("f-string: expecting '}'") }
      advance()
    }
    if let fault = tokens.faults.python3, fault.message.hasSuffix("literal") { reject(fault.message, at: fault.offset) }
    var specification = Node.none
    var end = token.end
    if token.kind == .colon || token.kind == .walrus {
      let start = token.start + 1
      end = closeOfSpecification(start, range.upperBound)
      guard end < range.upperBound else { throw mismatch("f-string: expecting '}'") }
      specification = try parseFormat(start..<end, prefix)
      end += 1
    } else if token.kind != .rightBrace {
      throw mismatch("f-string: expecting '}'")
    }
    scratch.append(add(.replacement, at: range.lowerBound, of: value, specification, detail: conversion))
    return min(end, range.upperBound)
  }

  private var startsConversion: Bool {
    token.kind == .invalid && tokens.byte(token.start) == UInt8(ascii: "!")
  }

  /// The expression of a field, of whose faults Python says that they are in a format string.
  private mutating func parseFieldValue() throws(Mismatch) -> UInt32 {
    if token.kind == .rightBrace { throw mismatch("f-string: empty expression not allowed") }
    if startsConversion { throw mismatch("f-string: expression required before '!'") }
    // The colon of a lambda would begin the specification.
    if token.isKeyword(.lambda) { throw mismatch("f-string: invalid syntax") }
    do throws(Mismatch) {
      return try parseTupleOrYield()
    } catch {
      var found = error
      if !found.isLimit, !found.message.hasPrefix("f-string") { found.message = "f-string: \(found.message)" }
      throw found
    }
  }

  /// The offset of the brace that ends a field's specification.
  private func closeOfSpecification(_ start: Int, _ end: Int) -> Int {
    var nesting = 0
    var index = start
    while index < end {
      switch tokens.bytes[index] {
      case UInt8(ascii: "{"): nesting += 1
      case UInt8(ascii: "}"):
        if nesting == 0 { return index }
        nesting -= 1
      default: break
      }
      index += 1
    }
    return end
  }
}
