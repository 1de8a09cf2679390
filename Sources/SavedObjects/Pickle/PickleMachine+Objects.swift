import Diagnostics

/// The opcodes that name classes and functions and would make objects of them.
extension PickleMachine {
  mutating func construct(_ opcode: PickleOpcode, at start: Int) throws(Failure) {
    switch opcode {
    case .global: stack.append(try global())
    case .stackGlobal:
      let name = try pop(at: start)
      let module = try pop(at: start)
      guard graph.kind(name).isText, graph.kind(module).isText else {
        throw failure("a STACK_GLOBAL lacks its names", at: start)
      }
      stack.append(graph.add(.stackGlobal, module, and: name))
    case .inst:
      hasClassicInstances = true
      let target = try global()
      try instantiate(target, argumentsFrom: mark(at: start))
    case .obj:
      hasClassicInstances = true
      let begin = try mark(at: start)
      guard begin < stack.count else { throw failure("an OBJ lacks its class", at: start) }
      let target = stack[begin]
      try instantiate(target, argumentsFrom: begin + 1, below: begin)
    case .newObj, .newObjEx:
      if opcode == .newObjEx {
        _ = try pop(at: start)
        graph.foreign = graph.foreign ?? start
      }
      let arguments = try pop(at: start)
      let target = try pop(at: start)
      stack.append(graph.addObject(.instance, of: target, arguments: arguments, .new))
    case .reduce: try reduce(at: start)
    default:
      let state = try pop(at: start)
      graph.setState(state, of: try top(at: start))
    }
  }

  private mutating func global() throws(Failure) -> ObjectGraph.Node {
    let module = try line()
    let name = try line()
    return names.node(of: module.lowerBound..<name.upperBound, in: &graph)
  }

  private mutating func instantiate(
    _ target: ObjectGraph.Node, argumentsFrom start: Int, below: Int? = nil
  ) throws(Failure) {
    let arguments = graph.add(.tuple, elementsOf: stack, from: start)
    stack.removeLast(stack.count - (below ?? start))
    stack.append(graph.addObject(.instance, of: target, arguments: arguments, .classic))
  }

  private mutating func reduce(at start: Int) throws(Failure) {
    let arguments = try pop(at: start)
    let callable = try pop(at: start)
    stack.append(symbolicCall(callable, arguments))
  }

  private mutating func symbolicCall(_ callable: ObjectGraph.Node, _ arguments: ObjectGraph.Node) -> ObjectGraph.Node {
    let values = graph.elements(of: arguments, limit: 3)
    switch (reduction(of: callable), values.count) {
    case (.reconstructor, 1...):
      return graph.addObject(.instance, of: values[0], arguments: arguments, .reconstructor)
    case (.newFunction, 1...):
      return graph.addObject(.instance, of: values[0], arguments: arguments, .newFunction)
    case (.method, 3): return graph.addMethod(name: values[0], of: values[2], instance: values[1])
    case (.attribute, 2) where graph.kind(values[0]) == .instance && graph.kind(values[1]).isText:
      let target = graph.object(values[0])?.target ?? ObjectGraph.unknown
      return graph.addMethod(name: values[1], of: target, instance: values[0])
    case (.module, 1) where graph.kind(values[0]).isText:
      return graph.add(.module, range: graph.range(values[0]))
    case (.encode, 2) where graph.kind(values[0]) == .utf8Text && graph.isText(values[1], "latin1"):
      return graph.add(.encodedBytes, range: graph.range(values[0]))
    case (.encode, 1...) where graph.kind(values[0]).isText:
      graph.foreign = graph.foreign ?? position
      return values[0]
    case (.set, 1) where graph.kind(values[0]) == .list: return graph.addSet(.set, of: values[0])
    case (.frozenSet, 1) where graph.kind(values[0]) == .list: return graph.addSet(.frozenSet, of: values[0])
    default: return graph.addObject(.call, of: callable, arguments: arguments)
    }
  }

  private mutating func reduction(of callable: ObjectGraph.Node) -> PickleReduction {
    guard graph.kind(callable).isName else { return .call }
    if let known = reductions[callable] { return known }
    let reduction = graph.name(callable).map(PickleReduction.init) ?? .call
    if reductions.count < 4096 { reductions[callable] = reduction }
    return reduction
  }
}
