import SavedObjects
import ApplicationFacts
import Diagnostics

/// Looks up attributes and turns nodes into facts.
extension GraphFacts {
  func location(_ path: String) -> SourceLocation { SourceLocation(file: file, objectPath: path) }

  /// The value of an attribute of an instance. The state is a dictionary, or a pair of one and the slots'.
  mutating func field(_ object: Node, _ name: StaticString) -> Node? {
    guard let object = graph.object(object) else { return nil }
    return value(inState: object.state, name)
  }

  mutating func value(inState state: Node, _ name: StaticString) -> Node? {
    let state = graph.resolved(state)
    guard graph.kind(state) == .tuple else { return value(in: state, name) }
    for part in graph.elements(of: state, limit: 2).reversed() {
      if let found = value(in: part, name) { return found }
    }
    return nil
  }

  /// The value of a key in a dictionary; the last one counts, as for Python.
  mutating func value(in dictionary: Node, _ key: StaticString) -> Node? {
    guard graph.kind(dictionary) == .dictionary, fuel > 0 else { return nil }
    var found: Node?
    var matches = false
    var left = fuel
    let graph = graph
    graph.forEachElement(of: dictionary) { index, element in
      left -= 1
      if index % 2 == 0 {
        matches = graph.isText(graph.resolved(element), key)
      } else if matches {
        found = graph.resolved(element)
      }
      return left > 0
    }
    fuel = left
    return found
  }

  /// Whether a node stands for something that the file does not hold.
  func isLost(_ node: Node) -> Bool { graph.kind(graph.resolved(node)) == .dangling }

  func lost<Value>(_ path: String) -> Fact<Value> {
    Fact(nil, at: location(path), origin: "an object that the file refers to but does not hold")
  }

  func textFact(_ node: Node, at path: String) -> Fact<String> {
    if let text = graph.text(node) { return Fact(text, at: location(path)) }
    return isLost(node) ? lost(path) : Fact(nil, at: location(path), origin: reason(node))
  }

  /// A number, also one written as text.
  func integerFact(_ node: Node, at path: String) -> Fact<Int> {
    if let value = graph.integer(node) ?? graph.text(node).flatMap({ Int($0) }) {
      return Fact(value, at: location(path))
    }
    return isLost(node) ? lost(path) : Fact(nil, at: location(path), origin: reason(node))
  }

  /// A file's name: text, or a `twisted.python.filepath.FilePath`.
  mutating func pathFact(_ node: Node, at place: String) -> Fact<String> {
    if graph.kind(node) == .instance, let inner = field(node, "path") { return textFact(inner, at: "\(place).path") }
    return textFact(node, at: place)
  }

  /// Why a node has no value, as a phrase.
  func reason(_ node: Node) -> String {
    switch graph.kind(node) {
    case .call: "a call of \(graph.object(node).flatMap { graph.name($0.target) }.map { "\($0)" } ?? "a function")"
    case .instance:
      "an instance of \(graph.object(node).flatMap { graph.name($0.target) }.map { "\($0)" } ?? "a class")"
    case .unknown: "code in the file"
    case .dangling: "an object that the file refers to but does not hold"
    default: "a value of another type"
    }
  }
}
