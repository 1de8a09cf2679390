import Diagnostics

/// Reads the arguments that follow an opcode; each is checked against what is left of the file before it is believed.
extension PickleMachine {
  mutating func byte() throws(Failure) -> UInt8 {
    guard position < bytes.count else { throw truncated }
    defer { position += 1 }
    return bytes[position]
  }

  /// A little-endian number of up to 8 bytes.
  mutating func unsigned(bytes count: Int) throws(Failure) -> UInt64 {
    guard bytes.count - position >= count else { throw truncated }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += count
    return value
  }

  /// A little-endian number of 4 bytes.
  mutating func word() throws(Failure) -> UInt32 {
    guard bytes.count - position >= 4 else { throw truncated }
    defer { position += 4 }
    return UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
      | UInt32(bytes[position + 3]) << 24
  }

  /// A length prefix of 1, 4 or 8 bytes that the rest of the file must be able to satisfy.
  mutating func length(bytes count: Int) throws(Failure) -> Int {
    let start = position
    let value: UInt64 =
      switch count {
      case 1: UInt64(try byte())
      case 4: UInt64(try word())
      default: try unsigned(bytes: count)
      }
    guard value <= UInt64(bytes.count - position) else {
      throw failure("a length of \(value) passes the end of the file", at: start)
    }
    return Int(value)
  }

  /// The bytes that a length prefix announces.
  mutating func counted(prefix count: Int) throws(Failure) -> Range<Int> {
    let length = try length(bytes: count)
    defer { position += length }
    return position..<(position + length)
  }

  /// The rest of the line, without its newline.
  mutating func line() throws(Failure) -> Range<Int> {
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    guard end < bytes.count else { throw failure("a line is not terminated", at: start) }
    position = end + 1
    return start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
  }

  private var truncated: Failure { failure("it is cut off", at: bytes.count) }
}
