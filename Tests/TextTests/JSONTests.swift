import Foundation
import Testing
import Text

/// JSON and JSON5, read and written as Foundation does.
@Suite struct JSONTests {
  private struct Document: Encodable {
    struct Inner: Encodable {
      var list: [Int]; var none: [String]; var half: Double; var whole: Double; var missing: String?
    }
    enum Word: String, Encodable { case one }
    var b = "a \"quoted\" / text\n\u{1}\u{7F} ä \u{1F600}"
    var a = [Inner(list: [1, 2], none: [], half: 0.5, whole: 3, missing: nil)]
    var z: [String: Bool] = ["y": true, "x": false]
    var empty: [String: Int] = [:]
    var word = Word.one
    var set: Set<String> = ["one"]
  }

  @Test func writesWhatFoundationWrites() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let expected = String(decoding: try encoder.encode(Document()), as: UTF8.self)
    let text = try JSONText.text(of: Document())
    #expect(text == expected)
    let line = JSONText.line(of: try JSONReader.value(of: Array(text.utf8)))
    #expect(try JSONReader.value(of: Array(line.utf8)) == JSONReader.value(of: Array(text.utf8)))
  }

  /// What each text is to both, where they agree; Foundation has no say on others.
  static let texts = [
    "{}", "[]", "[1, -2, 1.5, 1e2, 10.0, 1E-2]", #""\u00e4\ud83d\ude00\n\/""#, "true", " null ", "[01]", "[1",
    #"{"a" 1}"#, "'a'", "{a: 1}", "// c\n1", "/* c */ 1", "/* c", "+1", ".5", "5.", "-.5", "0x1F", "-0x10", "[1,,2]",
    "nul", "\"a\nb\"", "1 2", "", "1e", "1.e5", #"{"a": {"b": [1, "x", false]}}"#, #""\u12""#, "--1", "1-1", "0x",
    #"'it\'s'"#, #"{'a': "b", $c_1: 2}"#,
  ]

  /// Where Foundation and the specifications differ, what these say.
  static let specified: [(text: String, json: JSONValue?, json5: JSONValue?)] = [
    ("[1,]", nil, .array([.integer(1)])), (#"{"a":1,}"#, nil, .object(["a": .integer(1)])),
    (#""\x41\v\0\q""#, nil, .string("A\u{B}\0q")), ("\"a\\\nb\"", nil, .string("ab")),
    ("\u{FEFF}1", nil, .integer(1)), ("[\u{A0}1]", nil, .array([.integer(1)])),
    ("[-Infinity]", nil, .array([.number(-.infinity)])), (#"{"a": 1, "a": 2}"#, .object(["a": .integer(2)]), nil),
  ]

  @Test(arguments: specified)
  func readsWhatTheSpecificationsSay(text: String, json: JSONValue?, json5: JSONValue?) {
    #expect((try? JSONReader.value(of: Array(text.utf8))) == json)
    #expect((try? JSONReader.value(of: Array(text.utf8), as: .json5)) == json5 ?? json)
  }

  @Test(arguments: texts, [JSONReader.Dialect.json, .json5])
  func readsWhatFoundationReads(text: String, dialect: JSONReader.Dialect) throws {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = dialect == .json5
    let expected = try? decoder.decode(Mirrored.self, from: Data(text.utf8)).value
    let value = try? JSONReader.value(of: Array(text.utf8), as: dialect)
    #expect(value == expected, "\(text)")
  }

  @Test(arguments: ["1e999", #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#])
  func tellsAValueThatStandsForNothing(text: String) {
    let problem = #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: Array("{\"k\": \(text)}".utf8)) }
    #expect(problem?.isValue == true && problem?.key == "k")
  }

  @Test func endsAtDepthAndAtBrokenText() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: Array(deep.utf8)) }
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: [0x22, 0xFF, 0x22]) }
  }
}

/// Foundation's view of a text.
private struct Mirrored: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let flag = try? container.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? container.decode(Int.self) {
      value = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else if let list = try? container.decode([Mirrored].self) {
      value = .array(list.map(\.value))
    } else {
      value = .object(try container.decode([String: Mirrored].self).mapValues(\.value))
    }
  }
}

/// Values that tell of themselves, and are made again of what they told.
@Suite struct JSONCodingTests {
  private struct Part: Codable, Equatable {
    enum Word: String, Codable { case one, two }
    var text: String?
    var flag = true
    var number: Int32 = -7
    var share = 0.25
    var whole = 2.0
    var words: [Word] = [.one, .two]
    var inner: [String: [Int]] = ["a": [1], "b": []]
    var missing: String?
  }

  @Test func comeBack() throws {
    let parts = [Part(text: "a"), Part(text: "\"")]
    let line = JSONText.line(of: try JSONValue(encoding: parts))
    #expect(!line.contains("\n"))
    #expect(try JSONReader.value(of: Array(line.utf8)).decoded(as: [Part].self) == parts)
  }

  @Test(arguments: ["{}", "[1]", #"{"flag": 1}"#, "null", #"{"flag": true, "number": 3000000000}"#])
  func areRefusedWhereTheyAreOthers(text: String) throws {
    let value = try JSONReader.value(of: Array(text.utf8))
    #expect(throws: DecodingError.self) { try value.decoded(as: Part.self) }
  }
}
