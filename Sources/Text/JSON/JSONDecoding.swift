extension JSONValue {
  /// What a value is made of by its own `init(from:)`.
  ///
  /// - Throws: A `DecodingError` for what is something else.
  package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoding(value: self).value(as: type)
  }
}

private struct JSONDecoding: Decoder, SingleValueDecodingContainer {
  let value: JSONValue
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw mismatch([String: JSONValue].self) }
    return KeyedDecodingContainer(Members(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let values) = value else { throw mismatch([JSONValue].self) }
    return List(values: values, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func value<Value: Decodable>(as type: Value.Type) throws -> Value {
    let plain: Any? =
      switch (value, type) {
      case (.string(let text), is String.Type): text
      case (.boolean(let flag), is Bool.Type): flag
      case (.integer(let number), is Int.Type): number
      case (.integer(let number), is Int32.Type): Int32(exactly: number)
      case (.integer(let number), is Double.Type): Double(number)
      case (.number(let number), is Double.Type): number
      default: nil
      }
    if let plain = plain as? Value { return plain }
    // A plain type's own initialiser would ask here again.
    guard !(type is String.Type || type is Bool.Type || type is Int.Type || type is Int32.Type || type is Double.Type)
    else { throw mismatch(type) }
    return try Value(from: self)
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, DecodingError.Context(codingPath: codingPath, debugDescription: "it is \(value.kind)"))
  }

  func decodeNil() -> Bool { value == .null }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(as: type) }

  struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSONValue]
    let codingPath: [any CodingKey]
    var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

    private func member(_ key: Key) throws -> JSONDecoding {
      guard let value = members[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: codingPath, debugDescription: "there is no \(key.stringValue)"))
      }
      return JSONDecoding(value: value, codingPath: codingPath + [key])
    }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try member(key).value(as: type)
    }
    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { try member(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try member(key).unkeyedContainer()
    }
    func superDecoder() -> any Decoder { JSONDecoding(value: .object(members), codingPath: codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
  }

  struct List: UnkeyedDecodingContainer {
    let values: [JSONValue]
    let codingPath: [any CodingKey]
    var currentIndex = 0
    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex == values.count }

    private mutating func next() throws -> JSONDecoding {
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          JSONValue.self, DecodingError.Context(codingPath: codingPath, debugDescription: "the list ends"))
      }
      currentIndex += 1
      return JSONDecoding(value: values[currentIndex - 1], codingPath: codingPath)
    }

    mutating func decodeNil() -> Bool {
      guard !isAtEnd, values[currentIndex] == .null else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().value(as: type) }
    mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) throws -> KeyedDecodingContainer<Inner> {
      try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
  }
}
