import ApplicationFacts
import SavedObjects

/// Writes a graph as AOT source: `app = ` and one expression of the constructors of `twisted.persisted.aot`.
struct AOTWriter {
  typealias ID = SavedGraph.ID

  enum Step {
    case node(ID, depth: Int)
    case text(String)
  }

  let graph: SavedGraph
  private let useCounts: [Int]
  private var output: [UInt8]
  private var numbers: [ID: Int] = [:]
  private var steps: [Step] = []
  /// Nodes that stand in a `Ref` even if nothing refers to them: a method's instance that is none (see `method`), and the
  /// root if it is a call, for the file begins with `app = Ref(` or `app = Instance(`.
  private var wrapped: Set<ID> = []

  /// Python reads no deeper nesting of brackets than 200.
  static let depthLimit = 190

  private init(_ graph: SavedGraph) {
    self.graph = graph
    useCounts = graph.useCounts()
    if case .call = graph.nodes[graph.root] { wrapped = [graph.root] }
    output = Array((AOTHeader(graph).text + "app = ").utf8)
  }

  static func bytes(of graph: SavedGraph) throws(WritingFailure) -> [UInt8] {
    var writer = AOTWriter(graph)
    writer.steps = [.node(graph.root, depth: 0)]
    while let step = writer.steps.popLast() {
      switch step {
      case .text(let text): writer.output += text.utf8
      case .node(let id, let depth): try writer.write(id, depth)
      }
    }
    return writer.output + [0x0A]
  }

  private mutating func push(_ next: [Step]) { steps += next.reversed() }

  private func newLine(_ depth: Int) -> String { "\n" + String(repeating: "  ", count: depth) }

  private mutating func write(_ id: ID, _ depth: Int) throws(WritingFailure) {
    guard depth <= Self.depthLimit else {
      throw WritingFailure(
        message: "objects nest deeper than the \(Self.depthLimit) brackets that Python reads", node: id,
        remedy: "write it as a pickle")
    }
    var depth = depth
    var closing: [Step] = []
    if wrapped.contains(id) || (graph.hasIdentity(id) && useCounts[id] > 1) {
      if let number = numbers[id] {
        output += "Deref(\(number))".utf8
        return
      }
      numbers[id] = numbers.count + 1
      depth += 1
      output += "Ref(\(numbers.count),\(newLine(depth))".utf8
      closing = [.text(")")]
    }
    push(try content(id, depth) + closing)
  }

  private mutating func content(_ id: ID, _ depth: Int) throws(WritingFailure) -> [Step] {
    switch graph.nodes[id] {
    case .none: return [.text("None")]
    case .truth(let value): return [.text(value ? "True" : "False")]
    case .integer(let value, let isLong): return [.text("\(value)\(isLong ? "L" : "")")]
    case .bigInteger(let digits): return [.text(digits + (graph.python == .python2 ? "L" : ""))]
    case .float(let value): return [.text(PythonLiteral.float(value))]
    case .bytes(let bytes): return [.text(PythonLiteral.bytes(bytes, in: graph.python))]
    case .text(let text): return [.text(PythonLiteral.text(text, in: graph.python))]
    case .tuple(let ids): return brackets(opening: "(", ids, closing: ")", depth: depth)
    case .list(let ids): return brackets(opening: "[", ids, closing: "]", depth: depth)
    case .dictionary(let ids): return dictionary(ids, depth)
    case .set(let ids): return setCall("set", ids, depth: depth)
    case .frozenSet(let ids): return setCall("frozenset", ids, depth: depth)
    case .name(let name): return [.text("\(Self.looksLikeClass(name) ? "Class" : "Function")('\(name)')")]
    case .module(let name): return [.text("Module('\(name)')")]
    case .method(let method): return try self.method(method, id, depth: depth)
    case .instance(let object): return try instance(object, id, depth: depth)
    case .call(let object): return try call(object, depth: depth)
    case .lost(let loss):
      throw WritingFailure(
        message: loss.failurePhrase, node: id, remedy: "write a .tac, in which the place is marked, and complete that")
    }
  }

  /// A guess that changes nothing: Twisted looks both up in the same way.
  static func looksLikeClass(_ name: QualifiedName) -> Bool {
    name.name.unicodeScalars.first { $0 != "_" }?.properties.isUppercase == true
      || ((name.module == "__builtin__" || name.module == "builtins")
        && ["object", "dict", "list", "tuple", "set", "str", "unicode", "int", "float"].contains(name.name))
  }
}

// MARK: The kinds of objects

extension AOTWriter {
  private func brackets(opening open: String, _ ids: [ID], closing close: String, depth: Int) -> [Step] {
    if ids.isEmpty { return [.text(open + close)] }
    return [.text(open)]
      + ids.flatMap { [.text(newLine(depth + 1)), .node($0, depth: depth + 1), .text(",")] }
      + [.text(newLine(depth + 1) + close)]
  }

  private func dictionary(_ ids: [ID], _ depth: Int) -> [Step] {
    if ids.isEmpty { return [.text("{}")] }
    var steps: [Step] = [.text("{")]
    for pair in stride(from: 0, to: ids.count - 1, by: 2) {
      steps += [
        .text(newLine(depth + 1)), .node(ids[pair], depth: depth + 1), .text(": "),
        .node(ids[pair + 1], depth: depth + 1), .text(","),
      ]
    }
    return steps + [.text(newLine(depth + 1) + "}")]
  }

  private func setCall(_ name: String, _ ids: [ID], depth: Int) -> [Step] {
    [.text("Copyreg('\(graph.builtins).\(name)', (")] + brackets(opening: "[", ids, closing: "]", depth: depth + 2) + [
      .text(",))")
    ]
  }

  /// Twisted takes no instance here but an `Instance` or a reference, so that anything else stands in a `Ref`.
  private mutating func method(_ method: SavedMethod, _ id: ID, depth: Int) throws(WritingFailure) -> [Step] {
    guard let target = graph.name(method.target) else { throw unnamed(id) }
    let isInstance = if case .instance(let object) = graph.nodes[method.instance] { object.isPlain } else { false }
    if !isInstance { wrapped.insert(method.instance) }
    return [
      .text("InstanceMethod('\(method.name)', '\(target)',\(newLine(depth + 1))"),
      .node(method.instance, depth: depth + 1), .text(")"),
    ]
  }

  private func instance(_ object: SavedObject, _ id: ID, depth: Int) throws(WritingFailure) -> [Step] {
    guard object.isPlain, let target = graph.name(object.target) else {
      guard graph.python == .python3 || object.isNewStyle else { throw unnamed(id) }
      let (function, arguments) = graph.making(object)
      return reconstruction(
        of: [.text("Function('\(function)')")], brackets(opening: "(", arguments, closing: ")", depth: depth + 2),
        object, depth: depth)
    }
    if let keywords = keywords(object.state) {
      return [.text("Instance('\(target)',")]
        + keywords.flatMap {
          [.text("\(newLine(depth + 1))\($0.name)="), .node($0.value, depth: depth + 1), .text(",")]
        }
        + [.text(")")]
    }
    if let state = object.state {
      return [.text("Instance('\(target)', "), .node(state, depth: depth + 1), .text(",)")]
    }
    // An instance of the old style is always given a state, if only None; others can do without.
    let isOld = graph.python == .python2 && !object.isNewStyle
    return [.text("Instance('\(target)'\(isOld ? ", None," : ""))")]
  }

  /// The attributes, where all can be written as `name=value`.
  private func keywords(_ state: ID?) -> [(name: String, value: ID)]? {
    guard let state, useCounts[state] == 1, case .dictionary(let ids) = graph.nodes[state], !ids.isEmpty else {
      return nil
    }
    var names: Set<String> = ["self", "className", "__stateObj__"]
    var found: [(String, ID)] = []
    for pair in stride(from: 0, to: ids.count - 1, by: 2) {
      if graph.python == .python3, case .bytes = graph.nodes[ids[pair]] { return nil }
      guard let name = graph.string(ids[pair]), isNative(ids[pair]), PythonLiteral.isPlainName(name),
        names.insert(name).inserted
      else { return nil }
      found.append((name, ids[pair + 1]))
    }
    return found
  }

  /// Whether a string is of the kind that names are.
  private func isNative(_ id: ID) -> Bool {
    switch graph.nodes[id] {
    case .bytes: graph.python == .python2
    case .text: graph.python == .python3
    default: false
    }
  }

  private func call(_ object: SavedObject, depth: Int) throws(WritingFailure) -> [Step] {
    let isBare = object.state == nil && object.elements.isEmpty && object.pairs.isEmpty
    if isBare, let target = graph.name(object.target) {
      var arguments: [Step] = object.arguments.map { [.node($0, depth: depth + 1)] } ?? [.text("()")]
      if let parts = graph.partsWithCalls(object.arguments, useCounts) {
        arguments = brackets(opening: "[", parts, closing: "]", depth: depth + 1)
      }
      return [.text("Copyreg('\(target)', ")] + arguments + [.text(")")]
    }
    let arguments: Step = object.arguments.map { .node($0, depth: depth + 2) } ?? .text("()")
    return reconstruction(of: [.node(object.target, depth: depth + 2)], [arguments], object, depth: depth)
  }

  /// `copy._reconstruct` makes an object as a pickle does: by a call, then state, elements and pairs. Its arguments are
  /// others in Python 2 and 3.
  private func reconstruction(
    of function: [Step], _ arguments: [Step], _ object: SavedObject, depth: Int
  ) -> [Step] {
    let state: Step = object.state.map { .node($0, depth: depth + 3) } ?? .text("None")
    let elements =
      object.elements.isEmpty
      ? [.text("None")] : brackets(opening: "[", object.elements, closing: "]", depth: depth + 3)
    var pairs: [Step] = [.text("None")]
    if !object.pairs.isEmpty {
      pairs = [.text("[")]
      for pair in stride(from: 0, to: object.pairs.count - 1, by: 2) {
        pairs += [.text(newLine(depth + 4))]
        pairs +=
          brackets(opening: "(", Array(object.pairs[pair...(pair + 1)]), closing: ")", depth: depth + 4) + [.text(",")]
      }
      pairs += [.text("]")]
    }
    let parts = [function, arguments, [state], elements, pairs]
    let isOld = graph.python == .python2
    return [.text("Copyreg('copy._reconstruct', (None, \(isOld ? "(" : "None, ")")]
      + parts.flatMap { $0 + [.text(", ")] } + [.text(isOld ? "), 0,))" : "))")]
  }

  private func unnamed(_ id: ID) -> WritingFailure {
    WritingFailure(
      message: "the class of an object has no name but is the result of a call", node: id,
      remedy: "write it as a pickle")
  }
}
