/// The statements of a source, in flat arrays: nodes by number, lists of numbers by the place of their count.
package struct SyntaxTree: Sendable {
  package typealias ID = UInt32

  package let source: SourceText
  package let nodes: [Node]
  private let lists: [UInt32]
  /// The list of the module's statements.
  package let body: UInt32
  /// Whether the source was read to its end, which one with too many statements is not.
  package let isWhole: Bool
  /// The statements that could not be read, and what was guessed about the encoding.
  package let notes: [SyntaxNote]
  /// Constructs of one generation of Python, the first of each kind.
  package let evidence: [GrammarEvidence]
  /// Why Python 3 would not load the source, `nil` where it would.
  package let fault: SyntaxFault?
  /// Why Python 2 would not.
  package let python2Fault: SyntaxFault?
  /// Whether it holds what no Python has, rather than what one generation has and the other lacks.
  package let isBroken: Bool

  init(
    source: SourceText, nodes: [Node], lists: [UInt32], body: UInt32, isWhole: Bool, notes: [SyntaxNote],
    evidence: [GrammarEvidence], faults: SyntaxFaults
  ) {
    self.source = source
    self.nodes = nodes
    self.lists = lists
    self.body = body
    self.isWhole = isWhole
    self.notes = notes
    self.evidence = evidence
    fault = faults.python3
    python2Fault = faults.python2
    isBroken = faults.hasForBoth
  }

  /// Parses a file; never fails, but says what it skipped. Names are added to `names`, which several trees can share.
  package static func parse(_ file: [UInt8], names: inout NameTable) -> SyntaxTree {
    parse(SourceText(file), names: &names)
  }

  package static func parse(_ source: SourceText, names: inout NameTable) -> SyntaxTree {
    var parser = Parser(source, names)
    names = NameTable.placeholder
    let tree = parser.parseModule()
    names = parser.names
    return tree
  }

  /// The members of a list; nothing for `Node.none`.
  package func list(_ id: UInt32) -> ArraySlice<UInt32> {
    guard Int(id) < lists.count else { return [] }
    let start = Int(id) + 1
    return lists[start..<min(lists.count, start + Int(lists[Int(id)]))]
  }

  /// A member of a list, `Node.none` when there are fewer.
  package func member(_ id: UInt32, _ index: Int) -> UInt32 {
    guard Int(id) < lists.count, index < Int(lists[Int(id)]) else { return Node.none }
    return lists[Int(id) + 1 + index]
  }

  package func node(_ id: ID) -> Node? { Int(id) < nodes.count ? nodes[Int(id)] : nil }

  /// The line of a node, counted from 1.
  package func line(_ node: Node) -> Int { source.line(at: Int(node.offset)) }

  /// The source text of a literal.
  package func text(_ node: Node) -> String {
    source.text(Int(node.offset)..<(Int(node.offset) + Int(node.first)))
  }

  /// The bytes of a literal.
  package func literal(_ node: Node) -> ArraySlice<UInt8> {
    let start = min(Int(node.offset), source.bytes.count)
    return source.bytes[start..<min(source.bytes.count, start + Int(node.first))]
  }
}

extension NameTable {
  /// An empty table that stands in while a parser holds the real one, so that there is never a second copy.
  fileprivate static let placeholder = NameTable()
}
