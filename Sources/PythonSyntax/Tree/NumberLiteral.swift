/// The value of a numeric literal of Python 2 or 3.
package enum NumberLiteral: Sendable, Equatable {
  case integer(Int)
  case float(Double)

  /// `nil` for imaginary numbers, integers beyond 64 bits, and what is no number.
  package init?(_ literal: ArraySlice<UInt8>) {
    guard !literal.isEmpty, literal.count <= 512 else { return nil }
    if literal.count <= 18, literal.first != UInt8(ascii: "0"), literal.allSatisfy({ 0x30...0x39 ~= $0 }) {
      self = .integer(literal.reduce(0) { $0 * 10 + Int($1) - 0x30 })
      return
    }
    var digits = literal.filter { $0 != UInt8(ascii: "_") }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    if digits.last == UInt8(ascii: "l") { digits.removeLast() }
    guard let first = digits.first else { return nil }
    if first == UInt8(ascii: "0"), digits.count > 1 {
      let radix: Int? =
        switch digits[1] {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
      if let radix {
        guard let value = Int(String(decoding: digits.dropFirst(2), as: UTF8.self), radix: radix) else { return nil }
        self = .integer(value)
        return
      }
    }
    let text = String(decoding: digits, as: UTF8.self)
    if digits.allSatisfy({ 0x30...0x39 ~= $0 }) {
      // Python 2 reads a leading zero as octal; Python 3 allows it only in zero itself.
      guard let value = Int(text, radix: first == UInt8(ascii: "0") ? 8 : 10) else { return nil }
      self = .integer(value)
      return
    }
    guard let value = Double(text) else { return nil }
    self = .float(value)
  }
}
