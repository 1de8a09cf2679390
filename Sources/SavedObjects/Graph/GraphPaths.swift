/// Where in an object graph some nodes were first met, breadth first, so that each gets a short path. Numbers and text
/// are left out: they are told of by the attribute that holds them.
package struct GraphPaths {
  package typealias Node = ObjectGraph.Node

  /// What the search takes for each node of the graph.
  package static let bytesPerNode = 12

  /// The nodes that the root leads to, nearest first.
  private var order: [Node] = []
  private var links: [Link]
  /// Paths begin at these nodes instead of at the root.
  private var anchors: [Node: String]

  private struct Link {
    package var parent: Node = GraphPaths.unseen
    /// What leads from the parent to the node: an index, a key's node, or nothing worth telling.
    package var label: UInt32 = GraphPaths.silent
  }

  private static let unseen = Node.max
  package static let keyFlag: UInt32 = 1 << 31
  private static let silent: UInt32 = UInt32.max
  /// How many steps of a path are told; the first are left out, the last say more.
  package static let stepLimit = 24

  /// Searches until every wanted node was met, or all that the root leads to.
  package init(to wanted: [Node], in graph: borrowing ObjectGraph, anchors: [Node: String]) {
    links = [Link](repeating: Link(), count: graph.count)
    order.reserveCapacity(graph.count)
    self.anchors = anchors
    var missing = wanted[...]
    let root = graph.resolved(graph.root)
    links[Int(root)].parent = root
    order.append(root)
    for anchor in anchors.keys.sorted() where anchor != root {
      links[Int(anchor)].parent = anchor
      order.append(anchor)
    }
    // `parent` and `namedServices` repeat what other places hold; a path through them would mislead.
    var deferred: [(node: Node, parent: Node, label: UInt32)] = []
    var next = 0
    while next < order.count || !deferred.isEmpty {
      if next == order.count {
        for edge in deferred { visit(edge.node, from: edge.parent, label: edge.label, graph) }
        deferred = []
        continue
      }
      let node = order[next]
      next += 1
      expand(node, in: graph, deferring: &deferred)
      while let next = missing.first, links[Int(next)].parent != Self.unseen { missing.removeFirst() }
      if missing.isEmpty { break }
    }
    order = []
  }

  private mutating func visit(
    _ node: Node, from source: Node, label edge: UInt32, _ graph: borrowing ObjectGraph
  ) {
    guard !graph.kind(node).isPlain, links[Int(node)].parent == Self.unseen else { return }
    links[Int(node)] = Link(parent: source, label: edge)
    order.append(node)
  }

  private mutating func expand(
    _ node: Node, in graph: borrowing ObjectGraph, deferring deferred: inout [(node: Node, parent: Node, label: UInt32)]
  ) {
    switch graph.kind(node) {
    case .reference: visit(graph.resolved(node), from: node, label: Self.silent, graph)
    case .instance, .call:
      guard let object = graph.object(node) else { return }
      for part in [object.target, object.arguments, object.state] { visit(part, from: node, label: Self.silent, graph) }
    case .method:
      guard let method = graph.method(node) else { return }
      for part in [method.name, method.target, method.instance] { visit(part, from: node, label: Self.silent, graph) }
    case .stackGlobal, .dictionary, .tuple, .list, .set, .frozenSet: break
    default: return
    }
    let isDictionary = graph.kind(node) == .dictionary
    var key = ObjectGraph.unknown
    graph.forEachElement(of: node) { index, element in
      let isKey = isDictionary && index % 2 == 0
      if isKey { key = element }
      if graph.kind(element).isPlain || links[Int(element)].parent != Self.unseen { return true }
      if isKey {
        visit(element, from: node, label: Self.silent, graph)
      } else if !isDictionary {
        visit(element, from: node, label: UInt32(truncatingIfNeeded: index) & ~Self.keyFlag, graph)
      } else if graph.isText(key, "namedServices") || graph.isText(key, "parent") {
        deferred.append((element, node, key | Self.keyFlag))
      } else {
        visit(element, from: node, label: key | Self.keyFlag, graph)
      }
      return true
    }
  }

  /// The path of a node, e.g. `services[0].args[1].resource`; nil when nothing leads to it.
  package func path(to node: Node, in graph: borrowing ObjectGraph) -> String? {
    guard links[Int(node)].parent != Self.unseen else { return nil }
    var steps: [String] = []
    var current = node
    var start = ""
    while true {
      if let anchor = anchors[current] {
        start = anchor
        break
      }
      let source = links[Int(current)].parent
      if source == current { break }
      if let step = Self.step(links[Int(current)].label, graph) {
        guard steps.count < Self.stepLimit else {
          start = "…"
          break
        }
        steps.append(step)
      }
      current = source
    }
    let path = start + steps.reversed().joined()
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  /// An index or a key as part of a path.
  package static func step(_ label: UInt32, _ graph: borrowing ObjectGraph) -> String? {
    if label == silent { return nil }
    guard label & keyFlag != 0 else { return "[\(label)]" }
    let key = graph.resolved(label & ~keyFlag)
    if let number = graph.integer(key) { return "[\(number)]" }
    guard let text = graph.text(key), text.utf8.count <= 80 else { return "[…]" }
    let isIdentifier = !text.isEmpty && text.utf8.allSatisfy { $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39 || isLetter($0) }
    return isIdentifier ? ".\(text)" : "['\(text)']"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
