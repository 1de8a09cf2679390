import Diagnostics

/// The opcodes that make numbers, text and containers, and those of the memo.
extension PickleMachine {
  mutating func put(_ number: UInt32, at start: Int) throws(Failure) {
    guard memo.put(try top(at: start), at: number) else {
      throw failure("its memo numbers are scattered over more than \(PickleMemo.sparseLimit) places", at: start)
    }
  }

  mutating func get(_ number: UInt32, at start: Int) throws(Failure) {
    guard let node = memo.get(number) else {
      throw failure("it refers to object \(number) of the memo, which it never stored", at: start)
    }
    stack.append(node)
  }

  /// The number that PUT and GET of protocol 0 have on their line.
  mutating func memoNumber(at start: Int) throws(Failure) -> UInt32 {
    let range = try line()
    guard range.count <= 10, let number = decimalNumber(range).flatMap({ UInt32(exactly: $0) }) else {
      throw failure("a memo number is none", at: start)
    }
    return number
  }

  /// The value of up to 18 decimal digits, perhaps with a minus sign before them; nil for anything else.
  private func decimalNumber(_ range: Range<Int>) -> Int? {
    var digits = bytes[range]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
  }

  mutating func number(_ opcode: PickleOpcode, at start: Int) throws(Failure) {
    switch opcode {
    case .binInt1: stack.append(ObjectGraph.smallIntegers + ObjectGraph.Node(try byte()))
    case .binInt2: stack.append(graph.add(integer: Int(try byte()) | Int(try byte()) << 8))
    case .binInt:
      let bits = try word()
      stack.append(graph.add(integer: Int(Int32(bitPattern: bits))))
    case .long1: stack.append(long(try counted(prefix: 1)))
    case .long4: stack.append(long(try counted(prefix: 4)))
    case .binFloat:
      let bits = try unsigned(bytes: 8).byteSwapped
      stack.append(graph.add(float: Double(bitPattern: bits)))
    case .float:
      let range = try line()
      let value = range.count <= 64 ? Double(String(decoding: bytes[range], as: UTF8.self)) : nil
      guard let value else { throw failure("a FLOAT is no number", at: start) }
      stack.append(graph.add(float: value))
    default: stack.append(try decimal(at: start))
    }
  }

  /// INT and LONG of protocol 0: `I01` and `I00` are booleans, a long ends in `L`.
  private mutating func decimal(at start: Int) throws(Failure) -> ObjectGraph.Node {
    var range = try line()
    if !range.isEmpty, bytes[range.upperBound - 1] == UInt8(ascii: "L") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    if bytes[start] == PickleOpcode.int.rawValue, range.count == 2, bytes[range.lowerBound] == UInt8(ascii: "0") {
      if bytes[range.lowerBound + 1] == UInt8(ascii: "1") { return ObjectGraph.yes }
      if bytes[range.lowerBound + 1] == UInt8(ascii: "0") { return ObjectGraph.no }
    }
    let isLong = bytes[start] == PickleOpcode.long.rawValue
    let value = decimalNumber(range) ?? (range.count <= 20 ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil)
    if let value { return isLong ? graph.add(long: value) : graph.add(integer: value) }
    let digits = bytes[range].first == UInt8(ascii: "-") ? bytes[range].dropFirst() : bytes[range]
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      throw failure("an INT or LONG is no number", at: start)
    }
    return graph.add(.bigInt, range: range)
  }

  /// A little-endian two's complement number.
  private mutating func long(_ range: Range<Int>) -> ObjectGraph.Node {
    guard range.count <= 8 else { return graph.add(.bigIntBytes, range: range) }
    var value: UInt64 = 0
    for (index, byte) in bytes[range].enumerated() { value |= UInt64(byte) << UInt64(8 * index) }
    let unused = UInt64(64 - 8 * range.count)
    let signed = range.isEmpty ? 0 : Int64(bitPattern: value << unused) >> Int64(unused)
    return graph.add(long: Int(signed))
  }

  mutating func text(_ opcode: PickleOpcode, at start: Int) throws(Failure) {
    switch opcode {
    case .string:
      hasByteStrings = true
      stack.append(graph.add(.literalText, range: try quoted(at: start)))
    case .binString, .shortBinString:
      hasByteStrings = true
      stack.append(graph.add(.byteText, range: try counted(prefix: opcode == .binString ? 4 : 1)))
    case .unicode: stack.append(graph.add(.rawUnicodeText, range: try line()))
    case .shortBinUnicode: stack.append(graph.add(.utf8Text, range: try counted(prefix: 1)))
    case .binUnicode:
      hasText = true
      stack.append(graph.add(.utf8Text, range: try counted(prefix: 4)))
    case .binUnicode8: stack.append(graph.add(.utf8Text, range: try counted(prefix: 8)))
    case .binBytes: stack.append(graph.add(.byteText, range: try counted(prefix: 4)))
    case .shortBinBytes: stack.append(graph.add(.byteText, range: try counted(prefix: 1)))
    default:
      if opcode == .byteArray8 { graph.foreign = graph.foreign ?? start }
      stack.append(graph.add(.byteText, range: try counted(prefix: 8)))
    }
  }

  /// STRING: a Python literal on a line of its own.
  private mutating func quoted(at start: Int) throws(Failure) -> Range<Int> {
    let range = try line()
    guard range.count >= 2, let quote = bytes[range].first, quote == bytes[range].last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { throw failure("a STRING lacks its quotes", at: start) }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }

  mutating func collect(_ opcode: PickleOpcode, at start: Int) throws(Failure) {
    switch opcode {
    case .tuple: try gather(.tuple, from: mark(at: start))
    case .list: try gather(.list, from: mark(at: start))
    case .dict: try gather(.dictionary, from: mark(at: start))
    case .frozenSet: try gather(.frozenSet, from: mark(at: start))
    case .tuple1, .tuple2, .tuple3:
      let count = Int(opcode.rawValue - PickleOpcode.tuple1.rawValue) + 1
      guard stack.count - count >= floor else { throw failure("a tuple lacks elements", at: start) }
      gather(.tuple, from: stack.count - count)
    case .append: try extend(from: stack.count - 1, at: start)
    case .setItem: try extend(from: stack.count - 2, arePairs: true, at: start)
    default: try extend(from: mark(at: start), arePairs: opcode == .setItems, at: start)
    }
  }

  private mutating func gather(_ kind: NodeKind, from start: Int) {
    let node = graph.add(kind, elementsOf: stack, from: start)
    stack.removeLast(stack.count - start)
    stack.append(node)
  }

  /// Moves the objects from `begin` on into the container below them.
  private mutating func extend(from begin: Int, arePairs: Bool = false, at start: Int) throws(Failure) {
    guard begin > floor, begin <= stack.count else {
      throw failure("an operation lacks its container", at: start)
    }
    let container = stack[begin - 1]
    if graph.kind(container) == .dictionary && (stack.count - begin) % 2 != 0 {
      throw failure("a dictionary has a key without a value", at: start)
    }
    graph.append(elementsOf: stack, from: begin, to: container)
    if begin < stack.count { graph.noteItems(arePairs: arePairs, of: container) }
    stack.removeLast(stack.count - begin)
  }
}
