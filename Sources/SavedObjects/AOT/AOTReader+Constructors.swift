/// Makes nodes of closed brackets and of the constructors of `twisted.persisted.aot`.
extension AOTReader {
  typealias Node = ObjectGraph.Node

  mutating func close(_ frame: Frame) {
    let node: Node
    switch frame.kind {
    case .group:
      node = values.count == frame.start + 1 && !frame.hasComma ? values[frame.start] : collect(.tuple, frame)
    case .list: node = collect(.list, frame)
    case .braces:
      let isDictionary = frame.hasColon || values.count == frame.start
      if isDictionary && (values.count - frame.start) % 2 != 0 {
        noteCustomCode(at: frame.opened)
        node = ObjectGraph.unknown
      } else {
        node = collect(isDictionary ? .dictionary : .set, frame)
      }
    case .call: node = construct(frame)
    }
    values.removeLast(values.count - frame.start)
    values.append(node)
  }

  private mutating func collect(_ kind: NodeKind, _ frame: Frame) -> Node {
    graph.add(kind, elementsOf: values, from: frame.start)
  }

  private mutating func construct(_ frame: Frame) -> Node {
    let end = min(frame.keywords ?? values.count, frame.start + 3)
    let arguments = Array(values[frame.start..<max(frame.start, end)])
    if isName(frame.name, "Ref"), arguments.count == 2, let number = graph.integer(arguments[0]) {
      targets[number] = arguments[1]
      return arguments[1]
    }
    if isName(frame.name, "Deref"), arguments.count == 1, let number = graph.integer(arguments[0]) {
      let node = graph.add(.dangling)
      references.append((node, number))
      return node
    }
    if isName(frame.name, "Instance"), let name = arguments.first { return instance(of: name, arguments, frame) }
    if isName(frame.name, "InstanceMethod"), arguments.count == 3 {
      return graph.addMethod(name: arguments[0], of: named(arguments[1]), instance: arguments[2])
    }
    if isName(frame.name, "Class") || isName(frame.name, "Function"), arguments.count == 1 {
      return named(arguments[0])
    }
    if isName(frame.name, "Module"), arguments.count == 1, graph.kind(arguments[0]).isText {
      return graph.add(.module, range: graph.range(arguments[0]))
    }
    if isName(frame.name, "Copyreg"), arguments.count == 2 {
      return graph.addObject(.call, of: named(arguments[0]), arguments: arguments[1])
    }
    if isName(frame.name, "float"), arguments.count == 1 {
      if graph.isText(arguments[0], "inf") { return graph.add(float: .infinity) }
      if graph.isText(arguments[0], "-inf") { return graph.add(float: -.infinity) }
      if graph.isText(arguments[0], "nan") { return graph.add(float: .nan) }
    }
    if !isName(frame.name, "slice") { noteCustomCode(at: frame.opened) }
    graph.foreign = graph.foreign ?? frame.opened
    return ObjectGraph.unknown
  }

  /// The state is the second argument, or the keywords.
  private mutating func instance(of name: Node, _ arguments: [Node], _ frame: Frame) -> Node {
    let node = graph.addObject(.instance, of: named(name), arguments: ObjectGraph.emptyTuple)
    if arguments.count > 1 {
      graph.setState(arguments[1], of: node)
    } else if let keywords = frame.keywords, (values.count - keywords) % 2 == 0 {
      graph.setState(graph.add(.dictionary, elementsOf: values, from: keywords), of: node)
    } else if frame.hasComma {
      // Twisted writes a comma where the attributes would follow; this project's own writer none where there is no state.
      graph.setState(graph.add(.dictionary), of: node)
    }
    return node
  }

  /// A class or function that a string names.
  private mutating func named(_ node: Node) -> Node {
    if graph.kind(node).isName { return node }
    guard graph.kind(node).isText else { return ObjectGraph.unknown }
    return graph.add(.dottedName, range: graph.range(node))
  }
}
