import PythonSyntax

package extension Evaluator {
  static let iterationLimit = 512
  /// Rounds of a `while` that are followed one by one.
  private static let roundLimit = 64

  mutating func runFor(_ node: Node, at id: UInt32) {
    let members = Array(tree.list(node.second))
    let (target, block, otherwise) = (members[0], members[2], members[3])
    var iterable = evaluate(members[1])
    guard isAlive else { return }
    // What is bound by the member of a set that comes last.
    var bound: [UInt32: [PythonValue]] = [:]
    if isSet(iterable) {
      if let names = namesBound(byLoop: id, target: target) {
        for name in names { bound[name] = [] }
      } else {
        iterable = arranged(iterable, at: members[1])
      }
    }
    loop(otherwise) { [iterable] evaluator in
      let isKept = evaluator.tree.node(members[1])?.kind != .call
      evaluator.iterate(iterable, at: members[1], isKept: isKept) { evaluator, element in
        evaluator.assign(element, to: target)
        evaluator.run(block)
        evaluator.rejoinContinued()
        for name in bound.keys {
          let value = evaluator.scopes[evaluator.home(of: name)].variables[name]
          if evaluator.isAlive, let value { bound[name]?.append(value) }
        }
      }
    }
    for (name, values) in bound where isAlive && values.count > 1 {
      scopes[home(of: name)].variables[name] = .merge(values)
    }
  }

  /// Runs what goes round as a loop: then `else`, then the ways that broke out of it.
  private mutating func loop(_ otherwise: UInt32, _ rounds: (inout Evaluator) -> Void) {
    let before = uncaught
    let frame = frames.count - 1
    frames[frame].loops.append(Loop())
    rounds(&self)
    let left = frames[frame].loops.removeLast()
    if otherwise != Node.none { run(otherwise) }
    rejoin(left.broken)
    forgive(since: before)
  }

  /// The ways that went on with the next round join the one that came to the end of this.
  private mutating func rejoinContinued() {
    let frame = frames.count - 1
    guard let loop = frames[frame].loops.indices.last else { return }
    let continued = frames[frame].loops[loop].continued
    frames[frame].loops[loop].continued = nil
    rejoin(continued)
  }

  mutating func runWhile(_ node: Node) {
    let members = Array(tree.list(node.second))
    let (test, block) = (members[0], members[1])
    loop(members[2]) { $0.runRounds(test, block) }
  }

  private mutating func runRounds(_ test: UInt32, _ block: UInt32) {
    var left: State?
    var rounds = 0
    var openRounds = 0
    while isAlive, !isExhausted() {
      let before = weight
      let truth = evaluateTruth(test)
      guard isAlive else { break }
      if truth == false {
        keep(in: &left)
        break
      }
      rounds += 1
      if truth == nil { openRounds += 1 }
      // A loop that does not end soon is one that waits for something.
      if rounds > Self.roundLimit || openRounds > 4 {
        runUncounted(test, block, left: &left)
        break
      }
      if truth == nil {
        var other = state
        other.weight = weight / 2
        weight -= other.weight
        Self.join(other, into: &left)
      }
      run(block)
      rejoinContinued()
      if truth == true, weight != before { openRounds += 1 }
    }
    if isAlive { keep(in: &left) }
    rejoin(left)
  }

  private mutating func runUncounted(_ test: UInt32, _ block: UInt32, left: inout State?) {
    repeatedly { evaluator in
      if evaluator.evaluateTruth(test) == false { return evaluator.end() }
      evaluator.run(block)
      evaluator.rejoinContinued()
    }
    guard let literal = tree.node(test), evaluateTruth(test) == true, literal.kind == .name || literal.kind == .number
    else { return keep(in: &left) }
    // Only a `break` leads out of it.
    if frames.last?.loops.last?.broken != nil { end() } else { keep(in: &left) }
  }

  // MARK: Members

  /// Hands on the members of a value, one at a time, until the way ends. Where their number is not known, ways of
  /// every number are followed.
  ///
  /// - Parameters:
  ///   - isKept: whether something else holds the value, so that a generator is not closed with the last member taken.
  ///   - taken: gets the ways on which no more members are wanted.
  mutating func iterate(
    _ value: PythonValue, at id: UInt32, isKept: Bool = true, taken: Consumer.Taken = Consumer.Taken(),
    _ body: @escaping Consumer.Body
  ) {
    guard isAlive else { return }
    switch value {
    case .tuple(let values): iterate(ListContent(values), body)
    case .text(let text) where !MarkedText.hasHole(text) && text.unicodeScalars.count <= Self.iterationLimit:
      iterate(ListContent(text.unicodeScalars.map { .text(String($0)) }), body)
    case .choice(let values):
      fork(values.count) { evaluator, index in evaluator.iterate(values[index], at: id, body) }
    case .object(let number):
      if case .generator = objects[number].kind {
        var consumer = consumer(body)
        consumer.isKept = isKept
        consumer.taken = taken
        return runGenerator(number, at: id, consumer)
      }
      iterate(object: number, at: id, body)
    case .none, .bool, .integer, .float:
      fail(.name("TypeError"), "\(Self.typeName(of: value)) object is not iterable")
    default:
      mayRaise(.unknown("an exception"))
      let member = PythonValue.unknown(origin(of: value))
      repeatedly { body(&$0, member) }
    }
  }

  private mutating func iterate(object number: Int, at id: UInt32, _ body: @escaping Consumer.Body) {
    refresh(number)
    switch objects[number].kind {
    case .list(let content):
      if content.items.count > Self.iterationLimit {
        return repeatedly { body(&$0, .unknown("one of many values")) }
      }
      // Of a dictionary's view those come that were there: Python 2 has copied them, and Python 3 refuses others.
      let isView = !objects[number].attributes.isEmpty
      if isView, case .object(let copy) = makeList(content, at: id) { return iterateLive(copy, body) }
      iterateLive(number, body)
    case .dictionary(let content):
      if content.entries.count > Self.iterationLimit {
        return repeatedly { body(&$0, .unknown("one of many values")) }
      }
      if content.isShuffled, case .object(let keys) = makeList(content.list(\.key), at: id) {
        return iterateLive(keys, body)
      }
      for entry in content.entries {
        guard isAlive, !isExhausted() else { return }
        if entry.isMaybe { perhaps { body(&$0, entry.key) } } else { body(&self, entry.key) }
      }
      if content.rest != nil {
        repeatedly { body(&$0, .unknown(content.isSet ? "a member of a set" : "a key of a dictionary")) }
      }
    case .generator: runGenerator(number, at: id, consumer(body))
    case .instance:
      if let inner = mapping(.object(number)) { return iterate(object: inner, at: id, body) }
      if let values = members(ofRecord: number) { return iterate(ListContent(values), body) }
      if let services = framework.members(self, number), case .object(let list) = makeList(services, at: id) {
        return iterateLive(list, body)
      }
      if let iterator = callMember("__iter__", of: number, PythonArguments(), at: id) {
        guard isAlive else { return }
        if case .object(let other) = iterator, case .instance = objects[other].kind {
          return iterate(iterator: other, at: id, body)
        }
        return iterate(iterator, at: id, body)
      }
      fallthrough
    default:
      mayRaise(.unknown("an exception"))
      let member = PythonValue.unknown(origin(of: .object(number)))
      repeatedly { body(&$0, member) }
    }
  }

  /// An object with a `__next__`, asked until it raises StopIteration.
  private mutating func iterate(iterator number: Int, at id: UInt32, _ body: @escaping Consumer.Body) {
    var left: State?
    for round in 0..<Self.roundLimit {
      guard isAlive, !isExhausted() else { break }
      handlers.append(Handler(catches: true))
      let value =
        callMember("__next__", of: number, PythonArguments(), at: id)
        ?? callMember("next", of: number, PythonArguments(), at: id)
      let raised = handlers.removeLast().raised
      let onward: State? = isAlive ? state : nil
      for raised in raised {
        resume(raised.state)
        switch isInstance(raised.exception, of: .name("StopIteration")) {
        case true?: keep(in: &left)
        case false?: raise(raised.exception)
        case nil: fork(2) { $1 == 0 ? $0.keep(in: &left) : $0.raise(raised.exception) }
        }
      }
      guard let onward else {
        end()
        break
      }
      resume(onward)
      let isLast = round == Self.roundLimit - 1
      if value == nil || isLast || (round > 8 && !isSure) {
        repeatedly { body(&$0, value ?? .unknown("a member of an iterator")) }
        keep(in: &left)
        break
      }
      if let value { body(&self, value) }
    }
    rejoin(left)
  }

  private mutating func iterate(_ content: ListContent, _ body: Consumer.Body) {
    for value in content.items.prefix(Self.iterationLimit) {
      guard isAlive, !isExhausted() else { return }
      body(&self, value)
    }
    if content.items.count > Self.iterationLimit { repeatedly { body(&$0, .unknown("one of many values")) } }
  }

  /// The members of a list, which the body may change meanwhile.
  private mutating func iterateLive(_ number: Int, _ body: Consumer.Body) {
    let before = uncaught
    var ended: State?
    var place = 0
    while isAlive, !isExhausted() {
      guard case .list(let content) = objects[number].kind else { break }
      if place < content.items.count, place < Self.iterationLimit {
        if place >= content.minimum {
          var other = state
          other.weight = weight / 2
          weight -= other.weight
          Self.join(other, into: &ended)
        }
        body(&self, content.items[place])
        place += 1
        continue
      }
      if let rest = content.rest {
        repeatedly { body(&$0, rest) }
      } else if place < content.items.count {
        repeatedly { body(&$0, .unknown("one of many values")) }
      }
      break
    }
    rejoin(ended)
    forgive(since: before)
  }

  /// The members of a value as a list; nil when it has none that are known.
  ///
  /// - Parameter inOrder: Whether it matters which of a set's members comes first, which Python leaves to chance: each may
  ///   then stand at any place.
  mutating func content(of value: PythonValue, at id: UInt32 = Node.none, inOrder: Bool = true) -> ListContent? {
    switch value {
    case .tuple(let values): return ListContent(values)
    case .text(let text) where !MarkedText.hasHole(text) && text.unicodeScalars.count <= Self.iterationLimit:
      return ListContent(text.unicodeScalars.map { .text(String($0)) })
    case .choice(let values):
      var joined: ListContent?
      for value in values {
        guard let content = content(of: value, at: id, inOrder: inOrder) else { return nil }
        if joined == nil { joined = content } else { _ = joined?.join(content, isWidening: false) }
      }
      return joined
    case .object(let number):
      refresh(number)
      switch objects[number].kind {
      case .list(let content): return content
      case .dictionary(let content):
        let list = content.list(\.key)
        return inOrder && content.isSet && list.items.count > 1 ? list.shuffled : list
      case .generator: return gathered(.object(number), at: id)
      case .instance:
        if let inner = mapping(value) { return content(of: .object(inner), inOrder: inOrder) }
        if let values = members(ofRecord: number) { return ListContent(values) }
        if let services = framework.members(self, number) { return services }
        if hasMember("__iter__", number) { return gathered(.object(number), at: id) }
        return nil
      default: return nil
      }
    default: return nil
    }
  }

  /// The members that a value gives when it is asked for all of them.
  private mutating func gathered(_ value: PythonValue, at id: UInt32) -> ListContent? {
    guard case .object(let list) = make(.list(ListContent()), at: id) else { return nil }
    iterate(value, at: id) { evaluator, member in
      evaluator.append(member, to: list)
    }
    guard isAlive, case .list(let content) = objects[list].kind else { return ListContent() }
    return content
  }

  /// The members of a value that can be looped over, and whether there may be more or fewer; nil when they are not
  /// known.
  mutating func elements(of value: PythonValue) -> (values: [PythonValue], isPartial: Bool)? {
    content(of: value).map { ($0.items, !$0.isExact) }
  }
}
