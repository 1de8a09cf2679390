import PythonSyntax

package extension Evaluator {
  mutating func runRaise(_ node: Node) {
    let operands = Array(tree.list(node.second))
    guard let first = operands.first else { return raise(handled.last ?? .unknown("an exception")) }
    var exception = evaluate(first)
    for operand in operands.dropFirst() { _ = evaluate(operand) }
    guard isAlive else { return }
    if case .object(let number) = exception, case .classObject = objects[number].kind {
      exception = instantiate(number, PythonArguments(), at: first)
    }
    raise(exception)
  }

  mutating func runTry(_ node: Node) {
    let members = Array(tree.list(node.second))
    let (block, otherwise, final) = (members[0], members[1], members[2])
    let clauses = members[3...]
    guard final != Node.none else { return runTry(block, otherwise: otherwise, clauses: clauses) }
    let before = uncaught
    let exits = holdingExits(catches: false) { $0.runTry(block, otherwise: otherwise, clauses: clauses) }
    run(final)
    release(exits) { $0.run(final) }
    forgive(since: before)
  }

  private mutating func runTry(_ block: UInt32, otherwise: UInt32, clauses: ArraySlice<UInt32>) {
    if clauses.isEmpty || importsSurely(block) {
      run(block)
      if otherwise != Node.none { run(otherwise) }
      return
    }
    let before = uncaught
    handlers.append(Handler(catches: true))
    run(block)
    let raised = handlers.removeLast().raised
    if otherwise != Node.none { run(otherwise) }
    var result: State?
    keep(in: &result)
    for (state, exception) in raised {
      resume(state)
      handle(exception, clauses)
      keep(in: &result)
    }
    rejoin(result)
    forgive(since: before)
  }

  private mutating func handle(_ exception: PythonValue, _ clauses: ArraySlice<UInt32>) {
    guard isAlive else { return }
    guard let first = clauses.first, let clause = tree.node(first) else { return raise(exception) }
    let type = clause.first == Node.none ? nil : evaluate(clause.first)
    let (target, block) = (tree.member(clause.second, 0), tree.member(clause.second, 1))
    let rest = clauses.dropFirst()
    func take(_ evaluator: inout Evaluator) {
      if target != Node.none {
        let isThing = if case .object = exception { true } else { false }
        evaluator.assign(isThing ? exception : .unknown("an exception"), to: target)
      }
      evaluator.handled.append(exception)
      evaluator.run(block)
      evaluator.handled.removeLast()
      // Its name goes with the clause.
      if evaluator.isAlive, let name = evaluator.tree.node(target), name.kind == .name { evaluator.unbind(name.first) }
    }
    switch type.map({ isInstance(exception, of: $0) }) ?? true {
    case true?: take(&self)
    case false?: handle(exception, rest)
    case nil: fork(2) { $1 == 0 ? take(&$0) : $0.handle(exception, rest) }
    }
  }

  // MARK: Types of exceptions

  /// Python's own exceptions by what they are kinds of.
  private static let parents: [String: String] = [
    "KeyError": "LookupError", "IndexError": "LookupError", "LookupError": "Exception", "ValueError": "Exception",
    "UnicodeError": "ValueError", "UnicodeDecodeError": "UnicodeError", "UnicodeEncodeError": "UnicodeError",
    "TypeError": "Exception", "AttributeError": "Exception", "NameError": "Exception",
    "UnboundLocalError": "NameError", "ImportError": "Exception", "ModuleNotFoundError": "ImportError",
    "ArithmeticError": "Exception", "ZeroDivisionError": "ArithmeticError", "OverflowError": "ArithmeticError",
    "AssertionError": "Exception", "StopIteration": "Exception", "RuntimeError": "Exception",
    "RecursionError": "RuntimeError", "NotImplementedError": "RuntimeError", "OSError": "Exception",
    "FileNotFoundError": "OSError", "PermissionError": "OSError", "ConnectionError": "OSError", "EOFError": "Exception",
    "SyntaxError": "Exception", "StandardError": "Exception", "Exception": "BaseException",
    "SystemExit": "BaseException", "KeyboardInterrupt": "BaseException", "GeneratorExit": "BaseException",
    "StopAsyncIteration": "Exception", "MemoryError": "Exception", "BufferError": "Exception", "Warning": "Exception",
    "BaseException": "",
  ]
  private static let aliases = [
    "IOError": "OSError", "EnvironmentError": "OSError", "socket.error": "OSError", "os.error": "OSError",
    "select.error": "OSError", "queue.Empty": "Exception",
  ]

  static func isException(_ name: String) -> Bool { parents[name] != nil || aliases[name] != nil }

  /// Whether an exception is of a type, or of one of several; nil when that is not known.
  mutating func isInstance(_ exception: PythonValue, of type: PythonValue) -> Bool? {
    switch type {
    case .tuple(let types), .choice(let types):
      let outcomes = types.map { isInstance(exception, of: $0) }
      if case .choice = type { return outcomes.dropFirst().allSatisfy { $0 == outcomes[0] } ? outcomes[0] : nil }
      return outcomes.contains(true) ? true : outcomes.contains(nil) ? nil : false
    case .name(let wanted):
      let wanted = Self.aliases[wanted] ?? wanted
      if wanted == "BaseException" { return true }
      let lineage = lineage(of: exception)
      if lineage.isEmpty { return wanted == "Exception" ? true : nil }
      for case .name(let name) in lineage {
        var next = Self.aliases[name] ?? name
        while !next.isEmpty {
          if next == wanted { return true }
          guard let parent = Self.parents[next] else { return wanted == "Exception" ? true : nil }
          next = parent
        }
      }
      return Self.parents[wanted] == nil ? nil : false
    case .object(let wanted):
      let lineage = lineage(of: exception)
      if lineage.isEmpty { return nil }
      if lineage.contains(where: { $0.isSame(as: .object(wanted)) }) { return true }
      let isWhole = lineage.allSatisfy {
        if case .name(let name) = $0 { Self.isException(name) || name == "object" } else { true }
      }
      return isWhole ? false : nil
    default: return nil
    }
  }

  /// The classes of an exception, nearest first; none when they are not known.
  private func lineage(of exception: PythonValue) -> [PythonValue] {
    switch exception {
    case .name(let name): [.name(name)]
    case .object(let number):
      switch objects[number].kind {
      case .instance(let type): ancestry(of: type)
      case .classObject: ancestry(of: exception)
      default: []
      }
    default: []
    }
  }

  /// An exception as `__exit__` gets it: its type, and an instance.
  private mutating func described(_ exception: PythonValue) -> (type: PythonValue, value: PythonValue) {
    switch exception {
    case .name: return (exception, make(.instance(of: exception), at: Node.none))
    case .object(let number):
      if case .instance(let type) = objects[number].kind { return (type, exception) }
      return (exception, exception)
    default: return (.unknown("the type of an exception"), exception)
    }
  }

  // MARK: with

  /// Enters the contexts from one on, then runs the block.
  mutating func runWith(_ members: [UInt32], _ index: Int) {
    guard isAlive else { return }
    guard index < members.count, level < Self.levelLimit, let item = tree.node(members[index]) else {
      return run(members[0])
    }
    level += 1
    defer { level -= 1 }
    let target = item.second
    let context = evaluate(item.first)
    guard isAlive else { return }
    _ = forEachAlternative(of: context) { evaluator, context in
      evaluator.enter(context, as: target, at: members[index]) { $0.runWith(members, index + 1) }
      return .none
    }
  }

  private mutating func enter(
    _ context: PythonValue, as target: UInt32, at id: UInt32, body: @escaping (inout Evaluator) -> Void
  ) {
    func bind(_ value: PythonValue, _ evaluator: inout Evaluator) {
      if target != Node.none { evaluator.assign(value, to: target) }
    }
    guard case .object(let number) = context else {
      bind(context, &self)
      return body(&self)
    }
    switch objects[number].kind {
    case .generator:
      runContext(number, at: id) { evaluator, value in
        bind(value, &evaluator)
        body(&evaluator)
      }
    case .instance where hasMember("__exit__", number):
      let value = callMember("__enter__", of: number, PythonArguments(), at: id) ?? context
      guard isAlive else { return }
      bind(value, &self)
      leaveContext(maySwallow: maySwallow(number), body) { evaluator, exception in
        let isRaised = if case .none = exception { false } else { true }
        var arguments = PythonArguments(positional: [.none, .none, .none])
        if isRaised {
          let (type, value) = evaluator.described(exception)
          arguments = PythonArguments(positional: [type, value, .unknown("a traceback")])
        }
        let value = evaluator.callMember("__exit__", of: number, arguments, at: id) ?? .none
        return isRaised ? evaluator.truth(of: value) : false
      }
    default:
      bind(context, &self)
      body(&self)
    }
  }

  /// Whether the `__exit__` of a context may return something that counts as true.
  private func maySwallow(_ number: Int) -> Bool {
    guard case .instance(let type) = objects[number].kind, let symbol = names.find("__exit__"),
      let member = classMember(symbol, of: type), case .function(let function)? = object(member)?.kind
    else { return true }
    return bodyContains(module: function.module, node: function.node) { tree, node in
      guard node.kind == .return, let value = tree.node(node.first) else { return false }
      return value.kind != .name || !["None", "False"].contains(names.text(value.first))
    }
  }

  /// Runs the body of a context and does what leaving it does on every way.
  ///
  /// - Parameters:
  ///   - maySwallow: whether some exception may end there.
  ///   - exit: is given the exception, or nothing, and tells whether it is swallowed.
  private mutating func leaveContext(
    maySwallow: Bool, _ body: (inout Evaluator) -> Void, _ exit: (inout Evaluator, PythonValue) -> Bool?
  ) {
    let before = uncaught
    var exits = holdingExits(catches: maySwallow || handlers.contains(where: \.catches), body)
    if isAlive { _ = exit(&self, .none) }
    let raised = exits.raised
    exits.raised = []
    release(exits) { _ = exit(&$0, .none) }
    var result: State?
    keep(in: &result)
    for (state, exception) in raised {
      resume(state)
      let isSwallowed = exit(&self, exception)
      guard isAlive else { continue }
      switch isSwallowed {
      case true?: break
      case false?: raise(exception)
      case nil: fork(2) { if $1 == 1 { $0.raise(exception) } }
      }
      keep(in: &result)
    }
    rejoin(result)
    forgive(since: before)
  }
}
