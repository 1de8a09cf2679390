import Diagnostics

/// Reads Abstract Object Trees (`.tas`): Python source that is one expression of constructor calls, bound to `app`.
///
/// Being source it may have been edited; anything but the constructors of `twisted.persisted.aot` and literals is
/// reported as custom code, and the value it stands for is unknown.
package struct AOTReader {
  /// How deep brackets may nest. Python's own parser stops at 200.
  static let depthLimit = 10_000

  /// An open bracket whose elements are on the value stack from `start` on.
  struct Frame {
    enum Kind { case call, group, list, braces }
    var kind: Kind
    var opened: Int
    var start: Int
    /// The constructor's name.
    var name: Range<Int> = 0..<0
    /// Where the keyword arguments begin: names and values alternate.
    var keywords: Int?
    var hasComma = false
    var hasColon = false
    /// In a dictionary: a key was read and its value is next.
    var afterColon = false
  }

  let file: String
  var lexer: AOTLexer
  var graph: ObjectGraph
  var values: [ObjectGraph.Node] = []
  var frames: [Frame] = []
  var targets: [Int: ObjectGraph.Node] = [:]
  var references: [(node: ObjectGraph.Node, number: Int)] = []
  /// Where the first thing stands that is neither a literal nor a constructor.
  var customCode: Int?

  /// The objects of an AOT file; code in it is where `foreign` says.
  ///
  /// - Throws: `Failure` of kind `.application` naming the line, when a string or a bracket is not closed, brackets
  ///   nest too deep, or `app` is no application.
  package static func read(_ bytes: [UInt8], file: String) throws(Failure) -> ObjectGraph {
    var reader = AOTReader(bytes, file: file)
    try reader.readStatements()
    reader.graph.foreign = reader.graph.foreign ?? reader.customCode
    reader.graph.customLine = reader.customCode.map { reader.lexer.line(at: $0) }
    return reader.graph
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lexer = AOTLexer(bytes: bytes, position: start)
    graph = ObjectGraph(bytes: bytes, bytesPerNode: 8)
  }

  /// The last assignment to `app` counts; other statements are custom code.
  private mutating func readStatements() throws(Failure) {
    while true {
      let start = lexer.position
      switch lexer.next() {
      case .end: return
      case .newline, .punctuation(UInt8(ascii: ";")): continue
      case .name(let range) where isName(range, "app") && lexer.peek() == .punctuation(UInt8(ascii: "=")):
        _ = lexer.next()
        guard lexer.peek() != .punctuation(UInt8(ascii: "=")) else {
          skipStatement(from: start)
          continue
        }
        try readExpression()
      case .string: if lexer.peek() != .newline { skipStatement(from: start) }
      default:
        lexer.position = start
        skipStatement(from: start)
      }
    }
  }

  private mutating func skipStatement(from start: Int) {
    noteCustomCode(at: start)
    skip(stopAtColon: false, stopAtComma: false)
  }

  mutating func noteCustomCode(at offset: Int) {
    if customCode == nil { customCode = offset }
  }

  /// Passes over code up to the end of an element (a comma, a colon or the closing bracket) or of the statement.
  mutating func skip(stopAtColon: Bool, stopAtComma: Bool) {
    var depth = 0
    while true {
      let before = lexer.position
      switch lexer.next() {
      case .end: return
      case .newline where depth == 0 && frames.isEmpty: return
      case .punctuation(let mark):
        switch mark {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          if depth == 0 {
            // A bracket that nothing opened belongs to no element: pass it when no frame waits for it.
            if frames.isEmpty { continue }
            lexer.position = before
            return
          }
          depth -= 1
        case UInt8(ascii: ",") where depth == 0 && stopAtComma, UInt8(ascii: ":") where depth == 0 && stopAtColon:
          lexer.position = before
          return
        default: continue
        }
      default: continue
      }
    }
  }

  func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { lexer.bytes[range].elementsEqual($0) }
  }

  func failure(_ what: String, at offset: Int) -> Failure {
    Failure.application(
      .applicationUnreadable, "the AOT source cannot be read: \(what)",
      at: SourceLocation(file: file, line: lexer.line(at: offset)),
      remedy: "mend the line, or package the file unread with --no-inspect")
  }
}
