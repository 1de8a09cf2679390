/// The five predefined entities of XML (Extensible Markup Language 1.0, 4.6); marmalade needs no others.
package enum MarkupText {
  /// Replaces entities by their characters; an unknown one stays as it is.
  package static func unescape(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(ampersand) else { return Array(raw) }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      if raw[index] == ampersand, let entity = entity(in: raw, at: index) {
        result.append(entity.character)
        index += entity.length
      } else {
        result.append(raw[index])
        index += 1
      }
    }
    return result
  }

  /// The entity that begins at `index`, and how many bytes it takes.
  static func entity(in raw: ArraySlice<UInt8>, at index: Int) -> (character: UInt8, length: Int)? {
    for (name, character) in entities {
      let rest = raw[index...]
      if rest.count >= name.utf8CodeUnitCount,
        name.withUTF8Buffer({ rest.prefix($0.count).elementsEqual($0) })
      {
        return (character, name.utf8CodeUnitCount)
      }
    }
    return nil
  }

  static let ampersand = UInt8(ascii: "&")

  private static let entities: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]
}
