import Diagnostics

/// The tags of a marmalade document. Only what microdom writes is XML here: elements, attributes, comments and the
/// declaration. A document type is refused, so no entity can grow.
struct MarmaladeMarkup {
  enum Event {
    case open(Tag)
    case close(Range<Int>)
    case end
  }

  struct Tag {
    var name: Range<Int>
    /// The attributes that marmalade knows, as ranges of their values.
    var value: Range<Int>?
    var nameAttribute: Range<Int>?
    var classAttribute: Range<Int>?
    var reference: Range<Int>?
    var key: Range<Int>?
    var loadfunc: Range<Int>?
    /// What this project's own writer adds: `new` for an instance of a class of the new style, and the Python whose
    /// text the file holds.
    var style: Range<Int>?
    var python: Range<Int>?
    /// `<x/>`: nothing follows inside.
    var isEmpty = false
  }

  let bytes: [UInt8]
  let file: String
  var position = 0

  mutating func next() throws(Failure) -> Event {
    while true {
      while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
      guard position < bytes.count else { return .end }
      let start = position
      if starts("<!--") {
        try skip(past: "-->", from: start)
      } else if starts("<?") {
        try skip(past: "?>", from: start)
      } else if starts("<!") {
        throw failure("it declares a document type or a section, which marmalade never does", at: start)
      } else if starts("</") {
        position += 2
        let name = word()
        skipBlanks()
        try expect(UInt8(ascii: ">"), from: start)
        return .close(name)
      } else {
        position += 1
        return .open(try tag(from: start))
      }
    }
  }

  func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  func failure(_ what: String, at offset: Int) -> Failure {
    Failure.application(
      .applicationUnreadable, "the marmalade XML cannot be read: \(what), at byte \(offset) of \(bytes.count)",
      at: SourceLocation(file: file), remedy: "save the application again, as a .tap or .tas")
  }

  private mutating func tag(from start: Int) throws(Failure) -> Tag {
    var tag = Tag(name: word())
    guard !tag.name.isEmpty else { throw failure("a tag has no name", at: start) }
    while true {
      skipBlanks()
      guard position < bytes.count else { throw failure("a tag is not closed", at: start) }
      if bytes[position] == UInt8(ascii: "/") {
        position += 1
        try expect(UInt8(ascii: ">"), from: start)
        tag.isEmpty = true
        return tag
      }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        return tag
      }
      try attribute(of: &tag)
    }
  }

  private mutating func attribute(of tag: inout Tag) throws(Failure) {
    let name = word()
    skipBlanks()
    try expect(UInt8(ascii: "="), from: name.lowerBound)
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else {
      throw failure("an attribute lacks its quotes", at: name.lowerBound)
    }
    let quote = bytes[position]
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == MarkupText.ampersand, MarkupText.entity(in: bytes[...], at: position) == nil {
        throw failure("it uses an entity that XML does not define", at: position)
      }
      position += 1
    }
    guard position < bytes.count else { throw failure("an attribute is not terminated", at: start) }
    let value = start..<position
    position += 1
    if isName(name, "value") { tag.value = value }
    if isName(name, "name") { tag.nameAttribute = value }
    if isName(name, "class") { tag.classAttribute = value }
    if isName(name, "reference") { tag.reference = value }
    if isName(name, "key") { tag.key = value }
    if isName(name, "loadfunc") { tag.loadfunc = value }
    if isName(name, "style") { tag.style = value }
    if isName(name, "python") { tag.python = value }
  }

  private mutating func word() -> Range<Int> {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x00...0x20, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return start..<position
      default: position += 1
      }
    }
    return start..<position
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func expect(_ byte: UInt8, from start: Int) throws(Failure) {
    guard position < bytes.count, bytes[position] == byte else { throw failure("a tag is malformed", at: start) }
    position += 1
  }

  private mutating func skip(past ending: StaticString, from start: Int) throws(Failure) {
    while position < bytes.count {
      if starts(ending) {
        position += ending.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw failure("a comment or declaration is not terminated", at: start)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].prefix($0.count).elementsEqual($0) }
  }
}
