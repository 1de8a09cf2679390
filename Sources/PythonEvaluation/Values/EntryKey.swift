/// The key of an entry that a table can look up: values that Python takes for one key have one.
package enum EntryKey: Hashable, Sendable {
  case none
  case number(Double)
  case text(String)
  case tuple([EntryKey])
  case thing(Int)
  case name(String)

  /// Nothing for a value that may equal others which read differently.
  package init?(_ value: PythonValue) {
    switch value {
    case .object(let number): self = .thing(number)
    case .name(let name): self = .name(name)
    default:
      guard value.isLiteral else { return nil }
      self.init(literal: value)
    }
  }

  private init?(literal value: PythonValue) {
    switch value {
    case .none: self = .none
    case .text(let text): self = .text(text)
    case .tuple(let values):
      let keys = values.compactMap { EntryKey(literal: $0) }
      guard keys.count == values.count else { return nil }
      self = .tuple(keys)
    default:
      guard let number = value.number else { return nil }
      self = .number(number)
    }
  }
}
