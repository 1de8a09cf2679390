/// Reads statements and expressions of Python 2 and 3 into a `SyntaxTree`.
///
/// A union of both grammars: where they differ the construct is read and noted as evidence. A statement that fits
/// neither is skipped with a note. Recursion is bounded by `depthLimit`, and no byte is looked at more than a few times.
struct Parser {
  /// Thrown where the source fits no rule; the statement is skipped.
  struct Mismatch: Error {
    var message: String
    var offset: Int
    var kind = SyntaxFault.Kind.syntax
    /// Given up for its size, which is no fault of the source.
    var isLimit = false
    /// A line that is indented without a head, behind which CPython looks no further.
    var isStrayIndent = false
    /// How far the tokens were looked at.
    var reached: Int
  }

  /// Nested expressions, blocks and operators, above the 200 brackets and 100 blocks that CPython takes.
  static let depthLimit = 700
  /// The levels of a statement's tree. A chain (`a.b.c`, `a + b + c`) is as deep as it is long, without a bracket in it;
  /// CPython compiles none of more than some thousand links either.
  static let heightLimit = 1500
  static let noteLimit = 100
  /// The nodes that are looked at, in all, to check declarations of names (`global`, `nonlocal`).
  static let declarationLimit = 1 << 22
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
  /// The levels of what was read at the present depth, and at each above it.
  var height = 0
  private var heights = [Int](repeating: 0, count: depthLimit + 1)
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
  /// Why a Python would not load the source, beside what the tokens tell.
  var faults: SyntaxFaults
  /// Whether only the docstring and imports from `__future__` have come yet.
  var allowsFuture = true
  /// Whether a statement was too large to be read: what comes after may be its end, and is no fault of the source's.
  var hasReachedLimit = false
  /// The nodes that were looked at to check declarations.
  var declarationCost = 0
  /// What encloses the statement under way.
  var context = Context()
  /// The nodes of scopes that have ended: of those inside the present one, after those of the scopes around it.
  var scopes: [Range<Int>] = []
  /// The nodes of comprehensions and lambdas, whose names are their own.
  var shielded: [Range<Int>] = []
  /// The `nonlocal` names of functions that have ended, which no function around them has bound yet.
  var unbound: [(symbol: UInt32, offset: Int)] = []
  /// Where the statement under way has a `yield` or `:=`, outside of lambdas.
  var yields: [Int] = []
  var walruses: [(symbol: UInt32, offset: Int)] = []

  init(_ source: SourceText, _ names: NameTable) {
    self.source = source
    self.names = names
    tokens = Tokenizer(source.bytes)
    token = Token(kind: .invalid, start: 0, end: 0)
    notes = source.notes
    faults = source.faults
    // Untouched reserve costs address space only; growing would cost a second copy.
    nodes.reserveCapacity(min(source.bytes.count / 2, Self.sourceLimit + Self.statementLimit))
    lists.reserveCapacity(min(source.bytes.count / 2, 2 * (Self.sourceLimit + Self.statementLimit)))
    advance()
  }

  mutating func advance() {
    token = tokens.next()
    if token.kind == .name { token.symbol = names.intern(tokens.bytes, from: token.start, to: token.end) }
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
    guard token.kind == kind else { throw mismatch() }
    advance()
  }

  mutating func expect(_ keyword: Keyword) throws(Mismatch) {
    guard token.isKeyword(keyword) else { throw mismatch() }
    advance()
  }

  /// What Python says of the token under way when it fits nowhere, unless it has a better word.
  func mismatch(_ message: String = "invalid syntax", at offset: Int? = nil) -> Mismatch {
    token.kind == .indent && offset == nil
      ? Mismatch(
        message: "unexpected indent", offset: token.start, kind: .indentation, isStrayIndent: true, reached: token.start
      )
      : Mismatch(message: message, offset: offset ?? token.start, reached: token.start)
  }

  /// Notes that one generation of Python, or both, would not take the source, though it can be read on.
  mutating func reject(
    _ message: String = "invalid syntax", at offset: Int, phase: SyntaxFault.Phase = .grammar,
    kind: SyntaxFault.Kind = .syntax, by rejecting: SyntaxFault.Rejecting = .both
  ) {
    guard !hasReachedLimit else { return }
    faults.add(SyntaxFault(message, line: source.line(at: offset), phase: phase, kind: kind), by: rejecting)
  }

  /// Goes one level down, for which `leave` must answer on success (a mismatch resets the depth).
  mutating func enter() throws(Mismatch) {
    heights[depth] = height
    height = 0
    depth += 1
    if depth > Self.depthLimit { throw tooLarge("nested too deeply") }
    if nodes.count - statementStart > Self.statementLimit { throw tooLarge("too large") }
  }

  func tooLarge(_ message: String) -> Mismatch {
    Mismatch(message: message, offset: token.start, isLimit: true, reached: token.start)
  }

  mutating func leave() {
    depth -= 1
    height = max(heights[depth], height + 1)
  }

  /// Puts what was read at this depth below one more node.
  mutating func link() throws(Mismatch) {
    height += 1
    if height > Self.heightLimit { throw tooLarge("nested too deeply") }
  }

  mutating func add(
    _ kind: Node.Kind, at offset: Int, of first: UInt32 = Node.none, _ second: UInt32 = Node.none, detail: UInt8 = 0
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

  /// - Parameter message: What the other generation says of it; `nil` where it would load the source all the same.
  mutating func witness(
    _ generation: Int, _ construct: String, at offset: Int, says message: String? = "invalid syntax"
  ) {
    if let message { reject(message, at: offset, by: generation == 2 ? .python3 : .python2) }
    guard evidence.count < 32, !evidence.contains(where: { $0.construct == construct }) else { return }
    evidence.append(
      GrammarEvidence(generation: generation, line: source.line(at: offset), construct: construct))
  }

  mutating func takeName() throws(Mismatch) -> UInt32 {
    guard token.kind == .name, !Keyword.isReserved(token.symbol) else { throw mismatch() }
    let symbol = token.symbol
    checkBinding(symbol, at: token.start)
    advance()
    return symbol
  }

  /// `True`, `False`, `async`, `await` and `nonlocal` are names in Python 2 only, `None` in neither.
  private mutating func checkBinding(_ symbol: UInt32, at offset: Int) {
    checkDebug(symbol, at: offset)
    guard Keyword.isReservedInPython3(symbol) else { return }
    reject(at: offset, by: symbol == Keyword.noneValue.rawValue ? .both : .python3)
  }

  /// `__debug__` is a constant (Python 2 says so of fewer uses).
  mutating func checkDebug(_ symbol: UInt32, at offset: Int, word: String = "assign to") {
    guard names.text(symbol) == "__debug__" else { return }
    reject("cannot \(word) __debug__", at: offset, phase: .code, by: .python3)
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
