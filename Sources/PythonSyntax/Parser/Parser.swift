/// Reads statements and expressions of Python 2 and 3 into a `SyntaxTree`.
///
/// A union of both grammars: where they differ the construct is read and noted as evidence. A statement that fits
/// neither is skipped with a note. Recursion is bounded by `depthLimit`, and no byte is looked at more than a few times.
struct Parser {
  /// Thrown where the source fits no rule; the statement is skipped.
  struct Mismatch: Error { var message: String }

  /// Nested expressions, blocks and operators, above the 200 brackets and 100 blocks that CPython takes.
  static let depthLimit = 700
  static let noteLimit = 100
  /// The nodes of one statement of the module, several megabytes of code; larger ones are tables of data, whose values
  /// nobody follows.
  static let statementLimit = 1 << 20
  /// The nodes of a whole source, a hundred times those of the longest application files. Dense code (`a=1`) makes so
  /// many nodes a byte that a tree of all of it would take twenty times the memory of the source.
  static let sourceLimit = 3 << 19

  let source: SourceText
  var tokens: Tokenizer
  var token: Token
  var names: NameTable
  var nodes: [Node] = []
  var lists: [UInt32] = []
  /// Lists under construction; each ends up in `lists`.
  var scratch: [UInt32] = []
  var depth = 0
  var notes: [SyntaxNote]
  var evidence: [GrammarEvidence] = []
  var formatDepth = 0
  /// Above zero in the pattern of a `case`, where `as` names a part and `if` begins the guard.
  var patternDepth = 0
  /// In the iterable and conditions of a comprehension, where `if` begins a condition.
  var inComprehension = false
  /// The number of nodes before the statement of the module that is being read.
  var statementStart = 0
  /// Some bracket was found to stay open until the end of the source.
  var hasUnclosedBracket = false

  init(_ source: SourceText, _ names: NameTable) {
    self.source = source
    self.names = names
    tokens = Tokenizer(source.bytes)
    token = Token(kind: .invalid, start: 0, end: 0)
    notes = source.notes
    // Untouched reserve costs address space only; growing would cost a second copy.
    nodes.reserveCapacity(min(source.bytes.count / 2, Self.sourceLimit + Self.statementLimit))
    lists.reserveCapacity(min(source.bytes.count / 2, 2 * (Self.sourceLimit + Self.statementLimit)))
    advance()
  }

  mutating func advance() {
    token = tokens.next()
    if token.kind == .name { token.symbol = names.intern(tokens.bytes, token.start, token.end) }
  }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard token.isKeyword(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(Mismatch) {
    guard token.kind == kind else { throw mismatch("expected \(kind)") }
    advance()
  }

  mutating func expect(_ keyword: Keyword) throws(Mismatch) {
    guard token.isKeyword(keyword) else { throw mismatch("expected \(keyword)") }
    advance()
  }

  func mismatch(_ message: String) -> Mismatch { Mismatch(message: message) }

  /// Goes one level down, for which `leave` must answer on success (a mismatch resets the depth).
  mutating func enter() throws(Mismatch) {
    depth += 1
    if depth > Self.depthLimit { throw mismatch("nested too deeply") }
    if nodes.count - statementStart > Self.statementLimit { throw mismatch("too large") }
  }

  mutating func leave() { depth -= 1 }

  mutating func add(
    _ kind: Node.Kind, at offset: Int, _ first: UInt32 = Node.none, _ second: UInt32 = Node.none, detail: UInt8 = 0
  ) -> UInt32 {
    nodes.append(Node(kind: kind, detail: detail, offset: UInt32(offset), first: first, second: second))
    return UInt32(nodes.count - 1)
  }

  /// Turns the members gathered since `mark` into a list.
  mutating func finishList(from mark: Int) -> UInt32 {
    let id = UInt32(lists.count)
    lists.append(UInt32(scratch.count - mark))
    lists.append(contentsOf: scratch[mark...])
    scratch.removeSubrange(mark...)
    return id
  }

  mutating func makeList(_ members: UInt32...) -> UInt32 {
    let id = UInt32(lists.count)
    lists.append(UInt32(members.count))
    lists.append(contentsOf: members)
    return id
  }

  mutating func note(_ message: String, at offset: Int) {
    guard notes.count < Self.noteLimit else { return }
    notes.append(SyntaxNote(line: source.line(at: offset), message: message))
  }

  mutating func witness(_ generation: Int, _ construct: String, at offset: Int) {
    guard evidence.count < 32, !evidence.contains(where: { $0.construct == construct }) else { return }
    evidence.append(
      GrammarEvidence(generation: generation, line: source.line(at: offset), construct: construct))
  }

  mutating func takeName() throws(Mismatch) -> UInt32 {
    guard token.kind == .name, !Keyword.isReserved(token.symbol) else { throw mismatch("expected a name") }
    let symbol = token.symbol
    advance()
    return symbol
  }

  /// The offset of the first byte after the current token that is no blank.
  func offsetAfterToken() -> Int {
    var index = token.end
    while true {
      switch tokens.byte(index) {
      case 0x20, 0x09: index += 1
      case UInt8(ascii: "\\") where tokens.byte(index + 1) == 0x0A: index += 2
      case UInt8(ascii: "\\") where tokens.byte(index + 1) == 0x0D: index += tokens.byte(index + 2) == 0x0A ? 3 : 2
      default: return index
      }
    }
  }

  func byteAfterToken() -> UInt8 { tokens.byte(offsetAfterToken()) }
}
