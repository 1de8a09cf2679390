import ApplicationFacts
import SavedObjects

/// The objects of a saved application in terms that every format shares, so that one can be written as another.
///
/// What only looks different is one thing here: a class by its dotted name wherever it was written, `set([…])` as a set,
/// an instance with its state however it came to it. Objects that are shared are one node; there may be cycles.
package struct SavedGraph: Sendable {
  package typealias ID = Int

  package enum Node: Sendable {
    case none
    case truth(Bool)
    /// `isLong`: a `long` of Python 2; never in a graph of Python 3.
    case integer(Int, isLong: Bool)
    /// The decimal digits of a number beyond 64 bits, perhaps with a minus sign.
    case bigInteger(String)
    case float(Double)
    /// A byte string: `str` of Python 2, `bytes` of Python 3.
    case bytes([UInt8])
    /// Text: `unicode` of Python 2, `str` of Python 3. In UTF-8, with surrogates that stand alone in three bytes.
    case text([UInt8])
    case tuple([ID])
    case list([ID])
    /// Keys and values alternate.
    case dictionary([ID])
    case set([ID])
    case frozenSet([ID])
    case name(QualifiedName)
    case module(String)
    case method(SavedMethod)
    case instance(SavedObject)
    /// What a function returns that only runs when the file is loaded.
    case call(SavedObject)
    case lost(Loss)
  }

  /// Why there is no telling what a node is.
  package enum Loss: Sendable, Equatable {
    /// The file refers to an object that it does not hold.
    case missing
    /// Code, or elements of a program's own.
    case code
    /// A name that no Python has.
    case name
  }

  package internal(set) var nodes: [Node] = []
  package internal(set) var root: ID = 0
  /// The Python whose strings the graph holds: `.python2` or `.python3`.
  package internal(set) var python: PythonVersion
  /// A phrase that says where the file holds what no graph can, such as code.
  package internal(set) var foreignPlace: String?

  /// More objects than that are not converted: a real application has thousands.
  static let nodeLimit = 1 << 21

  package init(python: PythonVersion, nodes: [Node] = [], root: ID = 0) {
    self.python = python
    self.nodes = nodes
    self.root = root
  }

  mutating func add(_ node: Node) -> ID {
    nodes.append(node)
    return nodes.count - 1
  }
}

/// A bound method, or a plain one of a class where the instance is None.
package struct SavedMethod: Sendable {
  package var name: String
  package var target: SavedGraph.ID
  package var instance: SavedGraph.ID

  package init(name: String, target: SavedGraph.ID, instance: SavedGraph.ID) {
    self.name = name
    self.target = target
    self.instance = instance
  }
}

extension SavedGraph {
  /// The nodes that a node holds, in the order in which they are written.
  func children(of id: ID) -> [ID] {
    switch nodes[id] {
    case .tuple(let ids), .list(let ids), .dictionary(let ids), .set(let ids), .frozenSet(let ids): ids
    case .method(let method): [method.target, method.instance]
    case .instance(let object), .call(let object):
      [object.target] + [object.arguments].compactMap { $0 } + object.elements + object.pairs
        + [object.state].compactMap { $0 }
    default: []
    }
  }

  /// Whether it matters that two places hold the same node: numbers, text and names are alike wherever they are.
  func hasIdentity(_ id: ID) -> Bool {
    switch nodes[id] {
    case .none, .truth, .integer, .bigInteger, .float, .bytes, .text, .name, .module, .lost: false
    case .tuple(let ids): !ids.isEmpty
    default: true
    }
  }

  /// How many places hold each node.
  func useCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: nodes.count)
    counts[root] = 1
    for id in nodes.indices { for child in children(of: id) { counts[child] += 1 } }
    return counts
  }

  /// The text of a node, for programs: bytes of Python 2 and text alike.
  package func string(_ id: ID?) -> String? {
    guard let id else { return nil }
    switch nodes[id] {
    case .bytes(let bytes) where python == .python2: return String(validating: bytes, as: UTF8.self)
    case .text(let bytes): return String(validating: bytes, as: UTF8.self)
    default: return nil
    }
  }

  package func name(_ id: ID?) -> QualifiedName? {
    guard let id, case .name(let name) = nodes[id] else { return nil }
    return name
  }
}
