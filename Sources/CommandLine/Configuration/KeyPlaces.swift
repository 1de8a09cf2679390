/// Where the keys of a JSON5 text stand, which the decoder does not tell.
///
/// The text is not checked: what is no JSON5 gets an answer that means nothing, in linear time.
struct KeyPlaces: Sendable {
  /// A key by its object: empty for the outermost, else the key that holds the object.
  struct Place: Sendable, Hashable {
    var object: String
    var key: String
  }

  private(set) var lines: [Place: Int] = [:]
  /// Keys that stand in an object twice, of which a decoder would take one without a word.
  private(set) var repeated: [(place: Place, line: Int)] = []
  /// How deep arrays and objects stand in each other.
  private(set) var depth = 0

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    reader.read()
    (lines, repeated, depth) = (reader.lines, reader.repeated, reader.deepest)
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var lines: [Place: Int] = [:]
    var repeated: [(place: Place, line: Int)] = []
    var deepest = 0
    /// The open brackets, as far as keys are kept: whether each is an object's.
    private var objects: [Bool] = []
    private var depth = 0
    private var outerKey = ""
    private var isAtKey = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\n"): line += 1
        case UInt8(ascii: "/"):
          skipComment()
          continue
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let (start, text) = (line, string())
          if isAtKey { note(text, start) }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): open(bytes[index] == UInt8(ascii: "{"))
        case UInt8(ascii: "}"), UInt8(ascii: "]"): close()
        case UInt8(ascii: ","): isAtKey = depth <= objects.count && objects.last == true
        case let byte where isAtKey && Self.isWord(byte):
          note(word(), line)
          continue
        default: break
        }
        index += 1
      }
    }

    private mutating func open(_ isObject: Bool) {
      depth += 1
      deepest = max(deepest, depth)
      if depth <= 2 { objects.append(isObject) }
      isAtKey = isObject && depth <= 2
    }

    private mutating func close() {
      if depth > 0 { depth -= 1 }
      if depth < objects.count { objects.removeLast() }
      isAtKey = false
    }

    private mutating func note(_ key: String, _ line: Int) {
      isAtKey = false
      if depth == 1 { outerKey = key }
      let place = Place(object: depth == 1 ? "" : outerKey, key: key)
      if lines[place] == nil { lines[place] = line } else if repeated.count < 20 { repeated.append((place, line)) }
    }

    private mutating func string() -> String {
      let quote = bytes[index]
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        if bytes[index] == UInt8(ascii: "\\") { index += 1 }
        index += 1
      }
      let end = min(index, bytes.count)
      index = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func word() -> String {
      let start = index
      while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private mutating func skipComment() {
      index += 1
      guard index < bytes.count else { return }
      if bytes[index] == UInt8(ascii: "/") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if bytes[index] == UInt8(ascii: "*") {
        index += 1
        while index < bytes.count {
          if bytes[index] == UInt8(ascii: "\n") { line += 1 }
          if bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
            index += 2
            return
          }
          index += 1
        }
      }
    }
  }
}
