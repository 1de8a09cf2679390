import Diagnostics
import ApplicationFacts
import SavedObjects

/// Makes a `SavedGraph` of what a reader found: only what the root leads to, and without recursion.
struct GraphBuilder {
  typealias ID = SavedGraph.ID

  let source: ObjectGraph
  let format: ApplicationFormat
  var graph: SavedGraph
  /// What the file says of classes that Python 2 knew in two styles.
  private let newStyleClasses: Set<String>
  private var ids: [ID]
  private var pending: [(node: ObjectGraph.Node, id: ID)] = []
  private var names: [QualifiedName: ID] = [:]

  private static let unseen = -1

  init(_ source: ObjectGraph, format: ApplicationFormat) {
    self.source = source
    self.format = format
    let header = format == .tas ? AOTHeader(source.bytes) : nil
    newStyleClasses = Set(header?.newStyleClasses ?? [])
    graph = SavedGraph(python: header?.python ?? Self.python(of: source))
    ids = [ID](repeating: Self.unseen, count: source.count)
  }

  /// - Throws: `Failure` of kind `.application` where there are more objects than a real application has.
  mutating func build(file: String) throws(Failure) -> SavedGraph {
    graph.root = id(source.root)
    while let (node, id) = pending.popLast() {
      graph.nodes[id] = content(of: node)
      guard graph.nodes.count <= SavedGraph.nodeLimit else {
        throw Failure.application(
          .limit, "the file holds more than \(SavedGraph.nodeLimit) objects", at: SourceLocation(file: file),
          remedy: "no application of Twisted's has that many; look where the file comes from")
      }
    }
    if let offset = source.foreign {
      let line = source.bytes[..<min(offset, source.bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      graph.foreignPlace = format == .tas ? "line \(line)" : "byte \(offset)"
    }
    return graph
  }

  /// AOT source may hold no string that tells the Pythons apart; a version of the state does, which only 2 wrote.
  private static func python(of source: ObjectGraph) -> PythonVersion {
    if source.python != .either { return source.python }
    for node in ObjectGraph.Node(0)..<ObjectGraph.Node(truncatingIfNeeded: source.count)
    where source.isText(node, "twisted.python.components.Componentized.persistenceVersion") {
      return .python2
    }
    return .python3
  }

  mutating func id(_ reference: ObjectGraph.Node) -> ID {
    let node = source.resolved(reference)
    if ids[Int(node)] != Self.unseen { return ids[Int(node)] }
    if source.kind(node).isName, let name = source.name(node) {
      ids[Int(node)] = id(of: name)
    } else {
      ids[Int(node)] = graph.add(.none)
      pending.append((node, ids[Int(node)]))
    }
    return ids[Int(node)]
  }

  private mutating func id(of name: QualifiedName) -> ID {
    let name = PythonNames.current(name, in: graph.python)
    if let known = names[name] { return known }
    let id = graph.add(PythonNames.isSound(name) ? .name(name) : .lost(.name))
    names[name] = id
    return id
  }

  private mutating func elements(_ node: ObjectGraph.Node) -> [ID] {
    var found: [ObjectGraph.Node] = []
    source.forEachElement(of: node) { _, element in
      found.append(element)
      return true
    }
    return found.map { id($0) }
  }

  private mutating func content(of node: ObjectGraph.Node) -> SavedGraph.Node {
    switch source.kind(node) {
    case .none: return .none
    case .true: return .truth(true)
    case .false: return .truth(false)
    case .int: return .integer(source.integer(node) ?? 0, isLong: false)
    case .long: return .integer(source.integer(node) ?? 0, isLong: graph.python == .python2)
    case .bigInt: return bigInteger(source.bytes[source.range(node)])
    case .bigIntBytes:
      let digits = Decimal(bytes: source.bytes[source.range(node)])?.description
      return digits.map { number in
        Int(number).map { .integer($0, isLong: graph.python == .python2) } ?? .bigInteger(number)
      }
        ?? .lost(.code)
    case .float:
      let value = source.double(node) ?? .nan
      return .float(value.isNaN ? .nan : value)
    case .tuple: return .tuple(elements(node))
    case .list: return .list(elements(node))
    case .set: return .set(elements(node))
    case .frozenSet: return .frozenSet(elements(node))
    case .dictionary: return .dictionary(elements(node))
    case .module:
      guard let name = source.name(node), PythonNames.isSound(name) else { return .lost(.name) }
      return .module(PythonNames.current(name, in: graph.python).module)
    case .method:
      guard let method = source.method(node), let name = source.text(source.resolved(method.name)),
        PythonNames.isIdentifier(name)
      else { return .lost(.name) }
      return .method(SavedMethod(name: name, target: id(method.target), instance: id(method.instance)))
    case .instance, .call: return object(node)
    case .dangling: return .lost(.missing)
    case .global, .stackGlobal, .dottedName: return .lost(.name)
    case .reference, .unknown: return .lost(.code)
    default: return string(node)
    }
  }

  private func bigInteger(_ digits: ArraySlice<UInt8>) -> SavedGraph.Node {
    let text = String(decoding: digits.filter { $0 > 0x20 }, as: UTF8.self)
    if let value = Int(text) { return .integer(value, isLong: false) }
    return Decimal(text).map { .bigInteger($0.description) } ?? .lost(.code)
  }

  private func string(_ node: ObjectGraph.Node) -> SavedGraph.Node {
    let raw = source.bytes[source.range(node)]
    switch source.kind(node) {
    case .byteText: return .bytes(Array(raw))
    case .utf8Text: return format == .tas && graph.python == .python2 ? .bytes(Array(raw)) : .text(Array(raw))
    case .encodedBytes: return EscapedText.latin1(raw).map { .bytes($0) } ?? .lost(.code)
    case .literalText where format == .tas && graph.python == .python3:
      return .text(EscapedText.literal(raw, isUnicode: true))
    case .literalText, .literalBytes: return .bytes(EscapedText.literal(raw, isUnicode: false))
    case .literalUnicode: return .text(EscapedText.literal(raw, isUnicode: true))
    case .rawUnicodeText: return .text(EscapedText.rawUnicode(raw))
    case .markupString: return .bytes(EscapedText.literal(EscapedText.unescapedMarkup(raw)[...], isUnicode: false))
    case .markupUnicode: return .text(EscapedText.markupUnicode(raw))
    default: return .lost(.code)
    }
  }
}

// MARK: Instances and calls

extension GraphBuilder {
  private mutating func object(_ node: ObjectGraph.Node) -> SavedGraph.Node {
    guard let object = source.object(node) else { return .lost(.code) }
    var made = SavedObject(target: id(object.target))
    let arguments = source.resolved(object.arguments)
    if source.resolved(object.state) != ObjectGraph.none { made.state = id(object.state) }
    let kinds = source.itemKinds(node)
    if kinds.elements && kinds.pairs { return .lost(.code) }
    if kinds.pairs { made.pairs = elements(node) } else { made.elements = elements(node) }
    if source.kind(node) == .call {
      if let known = knownCall(object, made) { return known }
      // Where the results of other calls are among them, the arguments stand in a list (see `partsWithCalls`).
      if format != .tap, source.kind(arguments) == .list {
        made.arguments = graph.add(.tuple(elements(arguments)))
      } else {
        made.arguments = arguments == ObjectGraph.emptyTuple ? nil : id(arguments)
      }
      return .call(made)
    }
    let creation = source.creation(node)
    made.isNewStyle =
      graph.python == .python2 && (creation == .unknown ? isNewStyle(object.target) : creation != .classic)
    switch creation {
    case .unknown: break
    case .classic, .new: made.arguments = arguments == ObjectGraph.emptyTuple ? nil : id(arguments)
    case .newFunction: made.arguments = rest(of: arguments)
    case .reconstructor:
      let values = source.elements(of: arguments, limit: 4)
      let isPlain =
        values.count == 3 && values[2] == ObjectGraph.none
        && source.name(values[1]).map { "\(PythonNames.current($0, in: .python3))" } == "builtins.object"
      if !isPlain {
        made.target = id(of: QualifiedName(module: "copy_reg", name: "_reconstructor"))
        made.arguments = id(arguments)
        made.isNewStyle = false
        return .call(made)
      }
    }
    // With arguments, a class of the old style is called like any function.
    return creation == .classic && made.arguments != nil ? .call(made) : .instance(made)
  }

  private func isNewStyle(_ target: ObjectGraph.Node) -> Bool {
    source.name(source.resolved(target)).map { newStyleClasses.contains("\($0)") } ?? false
  }

  /// The arguments behind the class, which `copy_reg.__newobj__` takes first.
  private mutating func rest(of arguments: ObjectGraph.Node) -> ID? {
    let others = elements(arguments).dropFirst()
    return others.isEmpty ? nil : graph.add(.tuple(Array(others)))
  }

  /// What some functions return, where that is a thing of its own in a graph.
  private mutating func knownCall(_ call: ObjectGraph.Object, _ made: SavedObject) -> SavedGraph.Node? {
    guard let name = source.name(source.resolved(call.target)), made.state == nil, made.elements.isEmpty,
      made.pairs.isEmpty
    else { return nil }
    let values = source.elements(of: source.resolved(call.arguments), limit: 8)
    switch ("\(PythonNames.current(name, in: .python3))", values.count) {
    case ("builtins.bytes", 0): return graph.python == .python3 ? .bytes([]) : nil
    case ("builtins.set", 0): return .set([])
    case ("builtins.frozenset", 0): return .frozenSet([])
    case ("builtins.set", 1) where source.kind(values[0]) == .list: return .set(elements(values[0]))
    case ("builtins.frozenset", 1) where source.kind(values[0]) == .list: return .frozenSet(elements(values[0]))
    case ("copyreg.__newobj__", 1...):
      return .instance(
        SavedObject(
          target: id(values[0]), arguments: rest(of: source.resolved(call.arguments)),
          isNewStyle: graph.python == .python2))
    case ("copy._reconstruct", 3) where source.kind(values[1]) == .tuple:
      return reconstructed(source.elements(of: values[1], limit: 6))
    case ("copy._reconstruct", 7): return reconstructed(Array(values.dropFirst(2)))
    default: return nil
    }
  }

  /// `copy._reconstruct`, by which formats that know of nothing but state give an object the rest: function, arguments,
  /// state, elements, pairs.
  private mutating func reconstructed(_ parts: [ObjectGraph.Node]) -> SavedGraph.Node? {
    guard parts.count == 5, source.kind(parts[1]) == .tuple,
      parts[3] == ObjectGraph.none || source.kind(parts[3]) == .list,
      parts[4] == ObjectGraph.none || source.kind(parts[4]) == .list
    else { return nil }
    var pairs: [ID] = []
    for pair in source.elements(of: parts[4], limit: .max) {
      let both = source.elements(of: pair, limit: 3)
      guard source.kind(pair) == .tuple, both.count == 2 else { return nil }
      pairs += both.map { id($0) }
    }
    var made = SavedObject(target: id(parts[0]), elements: elements(parts[3]), pairs: pairs)
    if parts[2] != ObjectGraph.none { made.state = id(parts[2]) }
    let function = source.name(parts[0]).map { "\(PythonNames.current($0, in: .python3))" }
    let values = source.elements(of: parts[1], limit: 1)
    if function == "copyreg.__newobj__", let type = values.first {
      made.target = id(type)
      made.arguments = rest(of: parts[1])
      made.isNewStyle = graph.python == .python2
      return .instance(made)
    }
    if parts[1] != ObjectGraph.emptyTuple { made.arguments = id(parts[1]) }
    return .call(made)
  }
}
