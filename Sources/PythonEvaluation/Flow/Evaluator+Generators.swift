import PythonSyntax

/// Generators: their bodies run when their members are asked for, with what takes the members in between.
package extension Evaluator {
  /// Whether a function's body has a `yield` of its own.
  mutating func isGenerator(module index: Int, node id: UInt32) -> Bool {
    let key = UInt64(index) << 32 | UInt64(id)
    if let known = generators[key] { return known }
    let result = bodyContains(module: index, node: id) { _, node in node.kind == .yield || node.kind == .yieldFrom }
    generators[key] = result
    return result
  }

  /// Whether one of the nodes of a function's body, without those of functions inside it, passes a test.
  func bodyContains(module index: Int, node id: UInt32, _ test: (SyntaxTree, Node) -> Bool) -> Bool {
    let tree = modules[index].tree
    guard let function = tree.node(id) else { return false }
    // What a node consists of was read before it, so it stands below it.
    var place = Int(id) - 1
    while place >= 0, tree.nodes[place].offset >= function.offset {
      let node = tree.nodes[place]
      place -= 1
      if node.kind == .function || node.kind == .lambda {
        while place >= 0, tree.nodes[place].offset >= node.offset { place -= 1 }
      } else if test(tree, node) {
        return true
      }
    }
    return false
  }

  /// Runs a generator and hands on what it makes.
  mutating func runGenerator(_ number: Int, at id: UInt32, _ consumer: Consumer) {
    guard isAlive, case .generator(var generator) = objects[number].kind else { return }
    guard frames.count < Self.callLimit, level < Self.levelLimit, !isExhausted() else {
      let member = PythonValue.unknown("a member of a generator")
      return repeatedly { consumer.body(&$0, member) }
    }
    if case .members(let value) = generator.source, !generator.isDisturbed, let content = content(of: value),
      content.isExact
    {
      return takeMembers(of: number, content.items, consumer)
    }
    if generator.isStarted { return resumeGenerator(generator, at: id, consumer) }
    generator.isStarted = true
    objects[number].kind = .generator(generator)
    start(generator, at: id, watching(number, consumer))
  }

  /// Members that are known, from the one on that comes next; what takes them may take some in between.
  private mutating func takeMembers(of number: Int, _ items: [PythonValue], _ consumer: Consumer) {
    while isAlive, !isExhausted(), case .generator(var generator) = objects[number].kind {
      guard !generator.isDisturbed else {
        return repeatedly { consumer.body(&$0, .merge(items)) }
      }
      guard generator.position < items.count else { return }
      generator.isStarted = true
      generator.position += 1
      objects[number].kind = .generator(generator)
      consumer.body(&self, items[generator.position - 1])
    }
  }

  /// A consumer that may get each member or not, once something else has taken members of its generator.
  private func watching(_ number: Int, _ consumer: Consumer) -> Consumer {
    var consumer = consumer
    let body = consumer.body
    consumer.body = { evaluator, member in
      if case .generator(let generator) = evaluator.objects[number].kind, generator.isDisturbed {
        evaluator.perhaps { body(&$0, member) }
      } else {
        body(&evaluator, member)
      }
    }
    return consumer
  }

  /// Someone who takes members here.
  func consumer(isContext: Bool = false, _ body: @escaping Consumer.Body) -> Consumer {
    Consumer(
      body: body, frames: frames.count, handlers: handlers.count, module: module, scope: scope, isContext: isContext)
  }

  private mutating func start(_ generator: PythonGenerator, at id: UInt32, _ consumer: Consumer) {
    switch generator.source {
    case .members(let value): iterate(value, at: id, consumer.body)
    case .function(let function, let home): runBody(of: function, home: home, for: consumer)
    case .expression(let index, let node, let home, let first):
      let outer = (module, scope, tree)
      enter(index)
      scope = home
      frames.append(Frame(scope: home, consumer: consumer))
      if let node = tree.node(node) {
        let members = Array(tree.list(node.second))
        gather(node.first, members, clause: 1, first: first) { evaluator, _, value in evaluator.yield(value) }
      }
      frames.removeLast()
      (module, scope, tree) = outer
    case .builtin(let name, let arguments): runBuiltin(name, with: arguments, at: id, for: consumer)
    }
  }

  private mutating func runBody(of function: PythonFunction, home: Int, for consumer: Consumer) {
    let before = uncaught
    let outer = (module, scope, tree)
    enter(function.module)
    scope = home
    frames.append(Frame(function: function, receiver: nil, scope: home, consumer: consumer))
    handlers.append(Handler(catches: handlers.contains(where: \.catches), isBoundary: true))
    if let node = modules[function.module].tree.node(function.node) {
      run(tree.member(node.second, 1))
    }
    let raised = handlers.removeLast().raised
    rejoin(frames.removeLast().returned)
    (module, scope, tree) = outer
    let onward: State? = isAlive ? state : nil
    for (state, exception) in raised {
      resume(state)
      if case .object(let number) = exception,
        let exit = consumer.closing.exits.first(where: { $0.exception == number })?.exit
      {
        leave(consumer, exit)
      } else {
        raise(exception)
      }
    }
    if let onward { resume(onward) } else { end() }
    forgive(since: before)
  }

  /// Goes out of the place where members are taken.
  private mutating func leave(_ consumer: Consumer, _ exit: Consumer.Closing.Exit) {
    switch exit {
    case .returned: leaveFunction()
    case .broken: leaveLoop(\.broken)
    case .continued: leaveLoop(\.continued)
    case .taken: keep(in: &consumer.taken.state)
    case .raised(let exception): raise(exception)
    }
  }

  /// A generator of which some members were taken already: from then on any of its body may run, and any member come.
  private mutating func resumeGenerator(_ generator: PythonGenerator, at id: UInt32, _ consumer: Consumer) {
    var consumer = consumer
    let body = consumer.body
    consumer.body = { evaluator, member in evaluator.perhaps { body(&$0, member) } }
    perhaps { $0.start(generator, at: id, consumer) }
  }

  /// `yield value` in the body under way.
  mutating func yield(_ value: PythonValue) {
    guard isAlive, let consumer = frames[frames.count - 1].consumer else { return }
    let context = (module, scope, tree)
    // The consumer runs in its own place, with the generator waiting.
    let waiting = Array(frames[consumer.frames...])
    frames.removeLast(waiting.count)
    var held: [Handler] = []
    if !consumer.isContext, handlers.count > consumer.handlers {
      held = Array(handlers[consumer.handlers...])
      handlers.removeLast(held.count)
    }
    enter(consumer.module)
    scope = consumer.scope
    level += 2
    // Besides the boundary of the generator there is something that sees how it is left.
    let sees = held.contains { !$0.isBoundary }
    var exits = Exits()
    let taken = consumer.taken.state
    if sees {
      consumer.taken.state = nil
      exits = holdingExits(catches: handlers.contains(where: \.catches), isBoundary: true) { consumer.body(&$0, value) }
    } else {
      consumer.body(&self, value)
    }
    level -= 2
    handlers += held
    frames += waiting
    (module, scope, tree) = context
    guard sees else { return }
    let onward: State? = isAlive ? state : nil
    var left: [(State, Consumer.Closing.Exit)] = []
    if let state = exits.returned { left.append((state, .returned)) }
    if let state = exits.loop.broken { left.append((state, .broken)) }
    if let state = exits.loop.continued { left.append((state, .continued)) }
    if let state = consumer.taken.state { left.append((state, .taken)) }
    for (state, exception) in exits.raised { left.append((state, .raised(exception))) }
    consumer.taken.state = taken
    for (state, exit) in left {
      resume(state)
      close(consumer, exit, depth: waiting.count)
    }
    if let onward { resume(onward) } else { end() }
  }

  /// The generator is closed where it waits, and what it does on its way out is done.
  private mutating func close(_ consumer: Consumer, _ exit: Consumer.Closing.Exit, depth: Int) {
    if consumer.isKept {
      fork(2) { evaluator, way in
        if way == 0 { return }
        let waiting = Array(evaluator.frames.suffix(depth))
        let held = Array(evaluator.handlers[consumer.handlers...])
        let place = (evaluator.module, evaluator.scope, evaluator.tree)
        evaluator.frames.removeLast(depth)
        evaluator.handlers.removeLast(held.count)
        evaluator.enter(consumer.module)
        evaluator.scope = consumer.scope
        evaluator.leave(consumer, exit)
        evaluator.handlers += held
        evaluator.frames += waiting
        (evaluator.module, evaluator.scope, evaluator.tree) = place
      }
    }
    guard isAlive, case .object(let number) = make(.instance(of: .name("GeneratorExit")), at: Node.none) else { return }
    consumer.closing.exits.append((number, exit))
    raise(.object(number))
  }

  /// `with context():`, where the body runs in the place of the `yield`.
  mutating func runContext(_ number: Int, at id: UInt32, _ body: @escaping Consumer.Body) {
    let ways = WaysOut()
    let inner: Consumer.Body = { evaluator, value in
      let frame = evaluator.frames.count - 1
      let outerReturned = evaluator.frames[frame].returned
      evaluator.frames[frame].returned = nil
      let outerLoop = evaluator.frames[frame].loops.last
      if let loop = evaluator.frames[frame].loops.indices.last { evaluator.frames[frame].loops[loop] = Loop() }
      body(&evaluator, value)
      let returned = evaluator.frames[frame].returned
      evaluator.frames[frame].returned = outerReturned
      let loop = evaluator.frames[frame].loops.last ?? Loop()
      if let outerLoop, let last = evaluator.frames[frame].loops.indices.last {
        evaluator.frames[frame].loops[last] = outerLoop
      }
      if evaluator.isAlive { ways.kinds.insert(.onward) }
      for (kind, state) in [(WaysOut.Kind.returned, returned), (.broken, loop.broken), (.continued, loop.continued)] {
        guard let state else { continue }
        ways.kinds.insert(kind)
        evaluator.rejoin(state)
      }
    }
    runGenerator(number, at: id, consumer(isContext: true, inner))
    // An exception that the generator swallowed also leads on.
    let kinds = WaysOut.Kind.allCases.filter { ways.kinds.contains($0) }
    if kinds == [.onward] || kinds.isEmpty { return }
    let options: [WaysOut.Kind] = kinds
    fork(options.count) { evaluator, index in
      switch options[index] {
      case .onward: break
      case .returned: evaluator.leaveFunction()
      case .broken: evaluator.leaveLoop(\.broken)
      case .continued: evaluator.leaveLoop(\.continued)
      }
    }
  }

  /// How the body of a context was left.
  private final class WaysOut {
    package enum Kind: CaseIterable { case onward, returned, broken, continued }
    package var kinds: Set<Kind> = []
  }

  /// `map`, `filter`, `zip`, `enumerate` and their like.
  private mutating func runBuiltin(
    _ name: String, with arguments: PythonArguments, at id: UInt32, for consumer: Consumer
  ) {
    let body = consumer.body
    let given = arguments.positional
    switch name {
    case "map" where given.count == 2:
      let function = given[0]
      iterate(given[1], at: id) { evaluator, member in
        let value = evaluator.apply(function, PythonArguments(positional: [member]), at: id)
        if evaluator.isAlive { body(&evaluator, value) }
      }
    case "filter" where given.count == 2:
      let function = given[0]
      iterate(given[1], at: id) { evaluator, member in
        var test = member
        if case .none = function {
        } else {
          test = evaluator.apply(function, PythonArguments(positional: [member]), at: id)
        }
        guard evaluator.isAlive else { return }
        switch evaluator.truth(of: test) {
        case true?: body(&evaluator, member)
        case false?: break
        case nil: evaluator.perhaps { body(&$0, member) }
        }
      }
    default:
      mayRaise(.unknown("an exception"))
      repeatedly { body(&$0, .unknown("a call of \(name)()")) }
    }
  }

  /// `next(iterator, default)`.
  mutating func takeNext(_ value: PythonValue, _ fallback: PythonValue?, at id: UInt32) -> PythonValue {
    guard case .object(let number) = value else {
      mayRaise(.name("StopIteration"))
      return .unknown(origin(of: value))
    }
    if case .instance = objects[number].kind {
      return callMember("__next__", of: number, PythonArguments(), at: id) ?? .unknown("a member of an iterator")
    }
    guard case .generator(var generator) = objects[number].kind else {
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: value))
    }
    if case .members(let members) = generator.source, !generator.isDisturbed, let content = content(of: members),
      content.isExact
    {
      guard generator.position < content.items.count else { return exhausted(fallback) }
      generator.isStarted = true
      generator.position += 1
      objects[number].kind = .generator(generator)
      return content.items[generator.position - 1]
    }
    let result = Values()
    let wasStarted = generator.isStarted
    if wasStarted {
      generator.isDisturbed = true
      objects[number].kind = .generator(generator)
    }
    let before = uncaught
    let taken = Consumer.Taken()
    var consumer = consumer { evaluator, value in
      // Only the first member is taken; the body waits there.
      result.values.append(value)
      if !wasStarted {
        evaluator.keep(in: &taken.state)
      } else {
        var other = evaluator.state
        other.weight = evaluator.weight / 2
        evaluator.weight -= other.weight
        Evaluator.join(other, into: &taken.state)
      }
    }
    consumer.taken = taken
    consumer.isKept = true
    runGenerator(number, at: id, consumer)
    if wasStarted {
      rejoin(taken.state)
      mayRaise(.name("StopIteration"))
      return .merge(result.values + [fallback ?? .unknown("a member of a generator")])
    }
    var values = result.values
    var joined: State?
    if isAlive {
      let last = exhausted(fallback)
      if isAlive { values.append(last) }
      keep(in: &joined)
    }
    rejoin(joined)
    rejoin(taken.state)
    forgive(since: before)
    return values.isEmpty ? .unknown("a value that is never computed") : .merge(values)
  }

  private mutating func exhausted(_ fallback: PythonValue?) -> PythonValue {
    if let fallback { return fallback }
    fail(.name("StopIteration"))
    return .unknown("a value that is never computed")
  }

  private final class Values {
    package var values: [PythonValue] = []
  }
}
