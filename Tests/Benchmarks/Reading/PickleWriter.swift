/// Writes pickles opcode by opcode as CPython's pickler would, with a memo for text, classes and containers.
struct PickleWriter {
  let protocolVersion: Int
  private(set) var bytes: [UInt8] = []
  private var known: [String: Int] = [:]
  private var memoized = 0

  init(protocolVersion: Int) {
    self.protocolVersion = protocolVersion
    if protocolVersion >= 2 { bytes += [0x80, UInt8(protocolVersion)] }
  }

  mutating func op(_ opcode: Character) { bytes += opcode.utf8 }

  mutating func int(_ value: Int) {
    switch (protocolVersion, value) {
    case (0, _): bytes += "I\(value)\n".utf8
    case (_, 0..<256): bytes += [UInt8(ascii: "K"), UInt8(value)]
    case (_, 0..<65536): bytes += [UInt8(ascii: "M"), UInt8(value & 255), UInt8(value >> 8)]
    default: bytes += [UInt8(ascii: "J")] + little(value)
    }
  }

  mutating func float(_ value: Double) {
    guard protocolVersion > 0 else {
      bytes += "F\(value)\n".utf8
      return
    }
    bytes.append(UInt8(ascii: "G"))
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift)))
    }
  }

  mutating func text(_ value: String) {
    if let number = known[value] { return get(number) }
    switch protocolVersion {
    case 0: bytes += "S'\(value)'\n".utf8
    case 4...: bytes += [0x8C, UInt8(value.utf8.count)] + value.utf8
    default: bytes += [UInt8(ascii: "U"), UInt8(value.utf8.count)] + value.utf8
    }
    // The values differ; attribute names and other short words come again.
    if value.utf8.count < 12 || value.hasPrefix("twisted.") { known[value] = memoized }
    memoize()
  }

  mutating func global(_ module: String, _ name: String) {
    if let number = known["\(module)\n\(name)"] { return get(number) }
    if protocolVersion >= 4 {
      text(module)
      text(name)
      bytes.append(0x93)
    } else {
      bytes += "c\(module)\n\(name)\n".utf8
    }
    known["\(module)\n\(name)"] = memoized
    memoize()
  }

  mutating func list(_ body: (inout PickleWriter) -> Void) {
    begin(empty: "]", mark: "l")
    op("(")
    body(&self)
    op("e")
  }

  /// A list of what `more` writes until it has nothing to add, in batches as CPython's pickler makes them.
  mutating func batchedList(_ more: (inout PickleWriter) -> Bool) {
    begin(empty: "]", mark: "l")
    var isComplete = false
    while !isComplete {
      op("(")
      for _ in 0..<1000 where !isComplete { isComplete = !more(&self) }
      op("e")
    }
  }

  mutating func dictionary(_ body: (inout PickleWriter) -> Void) {
    begin(empty: "}", mark: "d")
    op("(")
    body(&self)
    op("u")
  }

  mutating func tuple(_ body: (inout PickleWriter) -> Void) {
    op("(")
    body(&self)
    op("t")
    memoize()
  }

  /// An instance as protocol 2 makes it; protocols 0 and 1 go through the same constructor by name.
  mutating func instance(_ module: String, _ name: String, state: (inout PickleWriter) -> Void) {
    if protocolVersion >= 2 {
      global(module, name)
      bytes += [UInt8(ascii: ")"), 0x81]
    } else {
      op("(")
      bytes += "i\(module)\n\(name)\n".utf8
    }
    memoize()
    dictionary(state)
    op("b")
  }

  /// Opcodes as they are.
  mutating func raw(_ opcodes: [UInt8]) { bytes += opcodes }

  private mutating func begin(empty: Character, mark: Character) {
    if protocolVersion > 0 {
      op(empty)
    } else {
      op("(")
      op(mark)
    }
    memoize()
  }

  private mutating func memoize() {
    switch (protocolVersion, memoized) {
    case (0, _): bytes += "p\(memoized)\n".utf8
    case (4..., _): bytes.append(0x94)
    case (_, 0..<256): bytes += [UInt8(ascii: "q"), UInt8(memoized)]
    default: bytes += [UInt8(ascii: "r")] + little(memoized)
    }
    memoized += 1
  }

  private mutating func get(_ number: Int) {
    switch (protocolVersion, number) {
    case (0, _): bytes += "g\(number)\n".utf8
    case (_, 0..<256): bytes += [UInt8(ascii: "h"), UInt8(number)]
    default: bytes += [UInt8(ascii: "j")] + little(number)
    }
  }

  private func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
