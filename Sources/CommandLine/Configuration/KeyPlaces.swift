/// Where the keys of a JSON5 text stand, and where it breaks off being JSON5: what the decoder does not tell.
///
/// One pass over the bytes, whatever they are. Whether the text is JSON5 is the decoder's to say.
struct KeyPlaces: Sendable {
  /// A key by its object: empty for the outermost, else the keys on the way to it, `applications[2].rpm`.
  struct Place: Sendable, Hashable {
    var object: String
    var key: String
  }

  private(set) var lines: [Place: Int] = [:]
  /// Keys that stand in an object twice, of which a decoder would take one without a word.
  private(set) var repeated: [(place: Place, line: Int)] = []
  /// How deep arrays and objects stand in each other.
  private(set) var depth = 0
  /// The first place where something else should stand.
  private(set) var problem: Problem?

  struct Problem: Sendable, Equatable {
    var message: String
    var line: Int
  }

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    reader.read()
    (lines, repeated, depth, problem) = (reader.lines, reader.repeated, reader.deepest, reader.problem)
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var lines: [Place: Int] = [:]
    var repeated: [(place: Place, line: Int)] = []
    var deepest = 0
    var problem: Problem?
    /// The open brackets: whether each is an object's.
    private var objects: [Bool] = []
    /// What each of them holds next: the key that was read last, or the element.
    private var keys: [String] = []
    private var elements: [Int] = []
    /// How many keys are known at most: no more are told of.
    private static let placeLimit = 200_000
    private var expectation = Expectation.value

    /// What may come next.
    private enum Expectation: String {
      case value = "a value"
      case key = "a key or }"
      case colon = "a :"
      case separator = "a , or the end"
      case nothing
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "/"):
          skipComment()
          continue
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let (start, text) = (line, string())
          if expectation == .key { note(text, start) } else { take(.value, found: "a string", at: start) }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
        case UInt8(ascii: ","):
          take(.separator, found: "a comma", at: line)
          if let isObject = objects.last { expectation = isObject ? .key : .value }
          if let last = elements.indices.last { elements[last] += 1 }
        case UInt8(ascii: ":"):
          take(.colon, found: "a colon", at: line)
          expectation = .value
        case UInt8(ascii: "\n"): line += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C: break
        default:
          readWord()
          continue
        }
        index += 1
      }
      if expectation == .value || !objects.isEmpty { complain("it ends too early") }
    }

    private mutating func complain(_ message: String, _ place: Int? = nil) {
      if problem == nil { problem = Problem(message: message, line: place ?? line) }
    }

    /// Takes what has come for what was expected, or complains.
    private mutating func take(_ expected: Expectation, found: String, at place: Int) {
      if expectation != expected {
        complain("\(found) where \(expectation == .nothing ? "nothing" : expectation.rawValue) should be", place)
      }
      if expected == .value { expectation = objects.isEmpty ? .nothing : .separator }
    }

    private mutating func open(_ byte: UInt8) {
      take(.value, found: "a bracket", at: line)
      // Nobody looks at what is deeper.
      if objects.count < 64 {
        objects.append(byte == UInt8(ascii: "{"))
        keys.append("")
        elements.append(0)
      }
      deepest = max(deepest, objects.count)
      expectation = byte == UInt8(ascii: "{") ? .key : .value
    }

    private mutating func close(_ byte: UInt8) {
      let isObject = objects.popLast()
      _ = (keys.popLast(), elements.popLast())
      let isFitting = isObject == (byte == UInt8(ascii: "}"))
      if !isFitting || ![.separator, isObject == true ? .key : .value].contains(expectation) {
        complain("a closing bracket where \(expectation == .nothing ? "nothing" : expectation.rawValue) should be")
      }
      expectation = objects.isEmpty ? .nothing : .separator
    }

    private mutating func readWord() {
      let text = word()
      guard !text.isEmpty else {
        complain("a character that means nothing here")
        index += 1
        return
      }
      if expectation == .key { return note(text, line) }
      let first = text.utf8.first ?? 0
      let isValue = ["true", "false", "null", "Infinity", "NaN"].contains(text) || Self.numberStart.contains(first)
      if isValue {
        take(.value, found: "a value", at: line)
      } else {
        complain("'\(text.prefix(40))', a word without quotes")
        take(.value, found: "a word", at: line)
      }
    }

    private static let numberStart = Set("0123456789+-.".utf8)

    private mutating func note(_ key: String, _ line: Int) {
      expectation = .colon
      guard objects.count <= 4, let last = keys.indices.last, lines.count < Self.placeLimit else { return }
      keys[last] = key
      let place = Place(object: object, key: key)
      if lines[place] == nil { lines[place] = line } else if repeated.count < 20 { repeated.append((place, line)) }
    }

    /// The way to the object that is open.
    private var object: String {
      var way = ""
      for index in objects.indices.dropLast() {
        if objects[index] { way += (way.isEmpty ? "" : ".") + keys[index] } else { way += "[\(elements[index])]" }
      }
      return way
    }

    private mutating func string() -> String {
      let quote = bytes[index]
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "\n"), bytes[index - 1] != UInt8(ascii: "\\") {
          complain("a string without its closing quote")
        }
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
      byte >= 0x80 || numberStart.contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
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
        complain("a comment without its end")
      } else {
        complain("a / that begins no comment")
      }
    }
  }
}
