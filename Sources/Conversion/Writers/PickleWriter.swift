import ApplicationFacts
import SavedObjects

/// Writes a graph as a pickle of protocol 2, which Twisted since 2.2 and every Python since 2.3 read.
struct PickleWriter {
  typealias ID = SavedGraph.ID

  private indirect enum Step {
    case node(ID)
    case bytes([UInt8])
    /// What a thing that is made last does, such as a tuple or a call, and what it is filled with then.
    case made(ID, by: [UInt8], filling: [Step] = [])
  }

  private let graph: SavedGraph
  private let useCounts: [Int]
  private var output: [UInt8] = [0x80, 2]
  private var memo: [ID: Int] = [:]
  private var steps: [Step] = []

  /// A graph whose immutable parts lie in circles is written again and again within itself, as Python does.
  private static let sizeLimit = 256 << 20

  private init(_ graph: SavedGraph) {
    self.graph = graph
    useCounts = graph.useCounts()
  }

  static func bytes(of graph: SavedGraph) throws(WritingFailure) -> [UInt8] {
    if let node = graph.unmakeable() {
      throw WritingFailure(
        message: "an object is made of itself, which Python cannot do", node: node,
        remedy: "no pickle can hold it; write it as source or xml")
    }
    var writer = PickleWriter(graph)
    writer.steps = [.node(graph.root)]
    while let step = writer.steps.popLast() {
      try writer.perform(step)
      guard writer.output.count <= sizeLimit else {
        throw WritingFailure(
          message: "the pickle would have more than \(sizeLimit) bytes", node: nil,
          remedy: "write it as source or xml")
      }
    }
    return writer.output + [UInt8(ascii: ".")]
  }

  private mutating func perform(_ step: Step) throws(WritingFailure) {
    switch step {
    case .bytes(let bytes): output += bytes
    case .made(let id, let operation, let filling):
      output += operation
      if let place = memo[id] {
        // It was met within itself and is there already: this other one is dropped.
        output += [UInt8(ascii: "0")] + Self.get(place)
      } else {
        remember(id)
        push(filling)
      }
    case .node(let id):
      if let place = memo[id] { output += Self.get(place) } else { try write(id) }
    }
  }

  /// Everything that has an identity is remembered, as in Python's own pickles: what stands within a circle may be met
  /// again although one place alone holds it.
  private mutating func remember(_ id: ID) {
    guard useCounts[id] > 1 || graph.hasIdentity(id), memo[id] == nil else { return }
    let place = memo.count
    memo[id] = place
    output += place < 256 ? [UInt8(ascii: "q"), UInt8(place)] : [UInt8(ascii: "r")] + Self.word(place)
  }

  private static func get(_ place: Int) -> [UInt8] {
    place < 256 ? [UInt8(ascii: "h"), UInt8(place)] : [UInt8(ascii: "j")] + word(place)
  }

  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Puts steps on top, the first to be done first.
  private mutating func push(_ next: [Step]) { steps += next.reversed() }

  private mutating func write(_ id: ID) throws(WritingFailure) {
    switch graph.nodes[id] {
    case .none: output.append(UInt8(ascii: "N"))
    case .truth(let value): output.append(value ? 0x88 : 0x89)
    case .integer(let value, let isLong): writeInteger(value, isLong: isLong)
    case .bigInteger(let digits): writeLong(Decimal(digits)?.bytes ?? [])
    case .float(let value):
      output.append(UInt8(ascii: "G"))
      output += (0..<8).reversed().map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
    case .bytes(let bytes): writeBytes(bytes, id)
    case .text(let bytes): output += Self.text(bytes)
    case .tuple(let ids): writeTuple(ids, id)
    case .list(let ids): writeContainer("]", ids, filledBy: "e", of: id)
    case .dictionary(let ids): writeContainer("}", ids, filledBy: "u", of: id)
    case .set(let ids): writeSet("set", ids, of: id)
    case .frozenSet(let ids): writeSet("frozenset", ids, of: id)
    case .name(let name): try writeName(name, id)
    case .module(let name):
      output += Self.global("twisted.persisted.styles", "unpickleModule") + string(name) + [0x85, UInt8(ascii: "R")]
      remember(id)
    case .method(let method):
      output += Self.global("twisted.persisted.styles", "unpickleMethod") + string(method.name)
      push([.node(method.instance), .node(method.target), .bytes([0x87]), .made(id, by: [UInt8(ascii: "R")])])
    case .instance(let object): writeInstance(object, id)
    case .call(let object):
      push([
        .node(object.target), object.arguments.map { .node($0) } ?? .bytes([UInt8(ascii: ")")]),
        .made(id, by: [UInt8(ascii: "R")], filling: filling(object)),
      ])
    case .lost(let loss):
      throw WritingFailure(
        message: loss.failurePhrase, node: id, remedy: "write a .tac, in which the place is marked, and complete that")
    }
  }
}

// MARK: The kinds of objects

extension PickleWriter {
  private mutating func writeInteger(_ value: Int, isLong: Bool) {
    if isLong || (graph.python == .python3 && Int32(exactly: value) == nil) {
      writeLong(Decimal("\(value)")?.bytes ?? [])
    } else if let byte = UInt8(exactly: value) {
      output += [UInt8(ascii: "K"), byte]
    } else if let short = UInt16(exactly: value) {
      output += [UInt8(ascii: "M"), UInt8(short & 0xFF), UInt8(short >> 8)]
    } else if Int32(exactly: value) != nil {
      output += [UInt8(ascii: "J")] + Self.word(value)
    } else {
      output += Array("I\(value)\n".utf8)
    }
  }

  private mutating func writeLong(_ bytes: [UInt8]) {
    output += bytes.count < 256 ? [0x8A, UInt8(bytes.count)] : [0x8B] + Self.word(bytes.count)
    output += bytes
  }

  private static func text(_ bytes: [UInt8]) -> [UInt8] { [UInt8(ascii: "X")] + word(bytes.count) + bytes }

  private static func byteString(_ bytes: [UInt8]) -> [UInt8] {
    (bytes.count < 256 ? [UInt8(ascii: "U"), UInt8(bytes.count)] : [UInt8(ascii: "T")] + word(bytes.count)) + bytes
  }

  /// A string of the kind that names are in the graph's Python.
  private func string(_ text: String) -> [UInt8] {
    graph.python == .python2 ? Self.byteString(Array(text.utf8)) : Self.text(Array(text.utf8))
  }

  private static func global(_ module: String, _ name: String) -> [UInt8] { Array("c\(module)\n\(name)\n".utf8) }

  /// Python 3 has no other way in protocol 2 than to encode text again.
  private mutating func writeBytes(_ bytes: [UInt8], _ id: ID) {
    guard graph.python == .python3 else { return output += Self.byteString(bytes) }
    if bytes.isEmpty {
      output += Self.global("__builtin__", "bytes") + [UInt8(ascii: ")"), UInt8(ascii: "R")]
    } else {
      let characters = bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
      output += Self.global("_codecs", "encode") + Self.text(characters) + Self.text(Array("latin1".utf8))
      output += [0x86, UInt8(ascii: "R")]
    }
    remember(id)
  }

  private mutating func writeName(_ name: QualifiedName, _ id: ID) throws(WritingFailure) {
    guard !name.module.isEmpty, !name.name.contains(".") else {
      throw WritingFailure(
        message: "a pickle of protocol 2 cannot name \(name): it is not a name of the module itself", node: id,
        remedy: "write it as source or xml")
    }
    // As Python's own writer does: the names that both Pythons understand in a pickle.
    let former = ["builtins": "__builtin__", "copyreg": "copy_reg"][name.module] ?? name.module
    output += Self.global(former, name.name)
    remember(id)
  }

  private mutating func writeTuple(_ ids: [ID], _ id: ID) {
    if ids.isEmpty { return output.append(UInt8(ascii: ")")) }
    // Up to three elements need no mark; of more, those that turn out superfluous go with the mark.
    if ids.count <= 3 {
      push(ids.map { .node($0) } + [.made(id, by: [0x84 + UInt8(ids.count)])])
    } else {
      push([.bytes([UInt8(ascii: "(")])] + ids.map { .node($0) } + [.made(id, by: [UInt8(ascii: "t")])])
    }
  }

  private mutating func writeContainer(_ empty: Character, _ ids: [ID], filledBy fill: Character, of id: ID) {
    output.append(empty.asciiValue ?? 0)
    remember(id)
    push(items(ids, fill))
  }

  private func items(_ ids: [ID], _ fill: Character) -> [Step] {
    if ids.isEmpty { return [] }
    return [.bytes([UInt8(ascii: "(")])] + ids.map { .node($0) } + [.bytes([fill.asciiValue ?? 0])]
  }

  private mutating func writeSet(_ name: String, _ ids: [ID], of id: ID) {
    output += Self.global("__builtin__", name) + [UInt8(ascii: "]")]
    push(items(ids, "e") + [.bytes([0x85]), .made(id, by: [UInt8(ascii: "R")])])
  }

  private mutating func writeInstance(_ object: SavedObject, _ id: ID) {
    if graph.python == .python2 && !object.isNewStyle {
      // A classic instance is given its state whatever that is (`save_inst` of Python 2's pickle).
      let none: [Step] = object.state == nil ? [.bytes([UInt8(ascii: "N"), UInt8(ascii: "b")])] : []
      push([
        .bytes([UInt8(ascii: "(")]), .node(object.target),
        .made(id, by: [UInt8(ascii: "o")], filling: filling(object) + none),
      ])
    } else {
      push([
        .node(object.target), object.arguments.map { .node($0) } ?? .bytes([UInt8(ascii: ")")]),
        .made(id, by: [0x81], filling: filling(object)),
      ])
    }
  }

  private func filling(_ object: SavedObject) -> [Step] {
    items(object.elements, "e") + items(object.pairs, "u")
      + (object.state.map { [.node($0), .bytes([UInt8(ascii: "b")])] } ?? [])
  }
}
