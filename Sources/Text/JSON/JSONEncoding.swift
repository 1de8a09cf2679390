extension JSONValue {
  /// What a value says of itself as `Encodable`.
  package init(encoding value: some Encodable) throws {
    let place = JSONPlace()
    try value.encode(to: JSONEncoding(place: place))
    self = place.value
  }
}

/// Where a value is put while it tells of itself, which may be in parts.
private final class JSONPlace {
  private enum Content { case none, value(JSONValue), list([JSONPlace]), members([String: JSONPlace]) }
  private var content = Content.none

  /// Nothing is an object without members.
  var value: JSONValue {
    switch content {
    case .none: .object([:])
    case .value(let value): value
    case .list(let places): .array(places.map(\.value))
    case .members(let members): .object(members.mapValues(\.value))
    }
  }

  func set(_ value: JSONValue) { content = .value(value) }

  func beginList() { if case .list = content { return } else { content = .list([]) } }

  func beginMembers() { if case .members = content { return } else { content = .members([:]) } }

  var count: Int { if case .list(let places) = content { places.count } else { 0 } }

  func append() -> JSONPlace {
    let place = JSONPlace()
    if case .list(var places) = content {
      content = .none
      places.append(place)
      content = .list(places)
    }
    return place
  }

  func member(_ name: String) -> JSONPlace {
    let place = JSONPlace()
    if case .members(var members) = content {
      content = .none
      members[name] = place
      content = .members(members)
    }
    return place
  }

  func put(_ value: some Encodable, path: [any CodingKey]) throws {
    switch value {
    case let text as String: set(.string(text))
    case let flag as Bool: set(.boolean(flag))
    case let number as Int: set(.integer(number))
    case let number as Double: set(Int(exactly: number).map(JSONValue.integer) ?? .number(number))
    default: try value.encode(to: JSONEncoding(place: self, codingPath: path))
    }
  }
}

private struct JSONEncoding: Encoder {
  let place: JSONPlace
  var codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    place.beginMembers()
    return KeyedEncodingContainer(Members<Key>(place: place, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.beginList()
    return List(place: place, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(place: place, codingPath: codingPath) }

  struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let place: JSONPlace
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { place.member(key.stringValue).set(.null) }
    func encode(_ value: some Encodable, forKey key: Key) throws {
      try place.member(key.stringValue).put(value, path: codingPath + [key])
    }
    func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
      superEncoder(forKey: key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      superEncoder(forKey: key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONEncoding(place: place.member("super"), codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder {
      JSONEncoding(place: place.member(key.stringValue), codingPath: codingPath + [key])
    }
  }

  struct List: UnkeyedEncodingContainer {
    let place: JSONPlace
    let codingPath: [any CodingKey]
    var count: Int { place.count }

    func encodeNil() { place.append().set(.null) }
    func encode(_ value: some Encodable) throws { try place.append().put(value, path: codingPath) }
    func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
      superEncoder().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONEncoding(place: place.append(), codingPath: codingPath) }
  }

  struct Single: SingleValueEncodingContainer {
    let place: JSONPlace
    let codingPath: [any CodingKey]

    func encodeNil() { place.set(.null) }
    func encode(_ value: Bool) { place.set(.boolean(value)) }
    func encode(_ value: String) { place.set(.string(value)) }
    func encode(_ value: Double) throws { try place.put(value, path: codingPath) }
    func encode(_ value: Float) throws { try place.put(Double(value), path: codingPath) }
    func encode(_ value: Int) { place.set(.integer(value)) }
    func encode(_ value: Int8) { place.set(.integer(Int(value))) }
    func encode(_ value: Int16) { place.set(.integer(Int(value))) }
    func encode(_ value: Int32) { place.set(.integer(Int(value))) }
    func encode(_ value: Int64) { place.set(.integer(Int(value))) }
    func encode(_ value: UInt) { place.set(.integer(Int(clamping: value))) }
    func encode(_ value: UInt8) { place.set(.integer(Int(value))) }
    func encode(_ value: UInt16) { place.set(.integer(Int(value))) }
    func encode(_ value: UInt32) { place.set(.integer(Int(value))) }
    func encode(_ value: UInt64) { place.set(.integer(Int(clamping: value))) }
    func encode(_ value: some Encodable) throws { try place.put(value, path: codingPath) }
  }
}
