import PythonSyntax

/// Splitting the present way through the program into several, and joining ways where they meet.
package extension Evaluator {
  var isSure: Bool { weight == State.whole }

  var state: State { State(objects: objects, scopes: scopes, weight: weight) }

  /// Goes on from a state.
  mutating func resume(_ state: State) {
    objects = state.objects
    scopes = state.scopes
    weight = state.weight
    isAlive = true
  }

  /// The present way goes no further here.
  mutating func end() {
    isAlive = false
    weight = 0
  }

  /// Joins the present way with others that were kept, and ends it here.
  mutating func keep(in slot: inout State?) {
    guard isAlive else { return }
    Self.join(state, into: &slot)
    end()
  }

  static func join(_ state: State, into slot: inout State?) {
    guard var joined = slot else {
      slot = state
      return
    }
    slot = nil
    _ = joined.join(state)
    slot = joined
  }

  /// Joins kept ways with the present one, if that goes on.
  mutating func rejoin(_ kept: State?) {
    guard let kept else { return }
    guard isAlive else { return resume(kept) }
    var joined: State? = state
    Self.join(kept, into: &joined)
    if let joined { resume(joined) }
  }

  /// Follows each of several ways, one of which the program takes, and joins those that go on.
  mutating func fork(_ count: Int, _ way: (inout Evaluator, Int) -> Void) {
    guard isAlive, count > 0 else { return }
    let start = state
    let before = uncaught
    let share = start.weight / UInt64(count)
    var result: State?
    for index in 0..<count {
      if isExhausted(), result != nil { break }
      // Ways within ways copy and join what they change each time, which is work as any other.
      steps -= forkCost
      resume(start)
      weight = index == 0 ? start.weight - share * UInt64(count - 1) : share
      way(&self, index)
      keep(in: &result)
    }
    guard let result else { return end() }
    resume(result)
    forgive(since: before)
  }

  /// The steps of a fork: copies of the lists of pages.
  var forkCost: Int { 4 + (nextObject + nextScope) / 256 }

  /// A way that raises what nothing catches ends the service, so the others are all the ways that there are.
  mutating func forgive(since before: UInt64) {
    guard isAlive, uncaught > before else { return }
    weight = min(weight + (uncaught - before), State.whole)
    uncaught = before
  }

  /// Follows something for each alternative of a value, each on a way of its own; gives what they give.
  mutating func forEachAlternative(
    of value: PythonValue, _ body: (inout Evaluator, PythonValue) -> PythonValue
  ) -> PythonValue {
    let options = value.alternatives
    if options.count == 1 { return body(&self, options[0]) }
    var results: [PythonValue] = []
    fork(options.count) { evaluator, index in
      let result = body(&evaluator, options[index])
      if evaluator.isAlive { results.append(result) }
    }
    return results.isEmpty ? .unknown("a value that is never computed") : .merge(results)
  }

  /// Follows something that the program may do or not.
  mutating func perhaps(_ body: (inout Evaluator) -> Void) {
    fork(2) { evaluator, index in if index == 0 { body(&evaluator) } }
  }

  /// Follows something that the program does any number of times, until another round changes nothing.
  mutating func repeatedly(_ body: (inout Evaluator) -> Void) {
    guard isAlive else { return }
    let before = uncaught
    var head = state
    for round in 0..<8 {
      if isExhausted() { break }
      let part = head.weight / 2
      head.weight -= part
      resume(head)
      weight = part
      body(&self)
      guard isAlive else { break }
      if !head.join(state, isWidening: round > 1) { break }
    }
    resume(head)
    forgive(since: before)
  }

  // MARK: Exceptions

  /// The present way raises.
  mutating func raise(_ exception: PythonValue) {
    guard isAlive else { return }
    if handlers.isEmpty {
      uncaught = min(uncaught + weight, State.whole)
      lastRaised = (state, exception, isLoading ? location(ofStatement: statement) : nil)
    } else {
      addRaised(state, exception)
    }
    end()
  }

  /// Something fails here. Where nothing catches it Python ends, of which no service comes; what is read may be taken for
  /// more than it is, though, so the reading goes on.
  ///
  /// - Parameters:
  ///   - said: Python's words for it, where they are known.
  ///   - inStub: whether a stub is meant, too: what is in its text is nothing that Python comes to.
  mutating func fail(_ exception: PythonValue, _ said: String? = nil, inStub: Bool = false) {
    if handlers.contains(where: { !$0.isBoundary }) { return raise(exception) }
    guard failure == nil, isLoading, isAlive, isSure, !isLater, !modules[module].isStub || inStub, handlers.isEmpty,
      frames.allSatisfy({ $0.consumer == nil && $0.function?.isDeferred != true })
    else { return }
    failure = (described(exception) + (said.map { ": \($0)" } ?? ""), false, location(ofStatement: statement))
  }

  /// No way goes on: each ended with an exception that nothing catches.
  mutating func endInFailure() {
    guard failure == nil, let lastRaised, let location = lastRaised.location else { return }
    let isExit = isInstance(lastRaised.exception, of: .name("SystemExit")) == true
    failure = (described(lastRaised.exception), isExit, location)
  }

  /// An exception by its class, and its message where that is plain.
  func described(_ exception: PythonValue) -> String {
    guard let object = object(exception) else {
      return if case .name(let name) = exception { name } else { "an exception" }
    }
    let type: String
    switch object.kind {
    case .instance(.name(let name)): type = name
    case .instance(.object(let number)):
      guard case .classObject(let definition) = objects[number].kind else { return "an exception" }
      type = definition.name
    case .classObject(let definition): type = definition.name
    default: return "an exception"
    }
    guard let symbol = names.find("args"), case .tuple(let values)? = object.attributes[symbol], values.count == 1,
      case .text(let message) = values[0], !MarkedText.hasHole(message), message.utf8.count < 200
    else { return type }
    return "\(type): \(message)"
  }

  /// Follows something, and goes on whatever becomes of it; tells what it raised where every way did.
  mutating func surelyRaised(_ body: (inout Evaluator) -> Void) -> PythonValue? {
    let share = weight
    handlers.append(Handler(catches: true))
    body(&self)
    let raised = handlers.removeLast().raised
    // No service comes of those that raise, so the others are all that there are.
    defer { weight = share }
    guard !isAlive, let first = raised.first else { return nil }
    resume(first.state)
    return first.exception
  }

  /// Something may raise here; that matters only where it is caught.
  mutating func mayRaise(_ exception: PythonValue) {
    guard isAlive, handlers.contains(where: \.catches) else { return }
    var other = state
    other.weight = weight / 2
    weight -= other.weight
    addRaised(other, exception)
  }

  private mutating func addRaised(_ state: State, _ exception: PythonValue) {
    let top = handlers.count - 1
    steps -= 2
    for place in handlers[top].raised.indices where handlers[top].raised[place].exception.isSame(as: exception) {
      _ = handlers[top].raised[place].state.join(state)
      return
    }
    if handlers[top].raised.count >= 12 {
      handlers[top].raised[11].exception = .unknown("an exception")
      _ = handlers[top].raised[11].state.join(state)
    } else {
      handlers[top].raised.append((state, exception))
    }
  }

  /// How a run of statements was left other than at its end.
  struct Exits {
    package var returned: State?
    package var loop = Loop()
    package var raised: [(state: State, exception: PythonValue)] = []
  }

  /// Runs something and keeps back the ways that leave it, so that something can be done on their way out.
  mutating func holdingExits(
    catches: Bool, isBoundary: Bool = false, _ body: (inout Evaluator) -> Void
  ) -> Exits {
    let frame = frames.count - 1
    let outerReturned = frames[frame].returned
    frames[frame].returned = nil
    let hasLoop = !frames[frame].loops.isEmpty
    let outerLoop = frames[frame].loops.last ?? Loop()
    if hasLoop { frames[frame].loops[frames[frame].loops.count - 1] = Loop() }
    handlers.append(Handler(catches: catches, isBoundary: isBoundary))
    body(&self)
    var exits = Exits()
    exits.raised = handlers.removeLast().raised
    exits.returned = frames[frame].returned
    frames[frame].returned = outerReturned
    if hasLoop {
      exits.loop = frames[frame].loops[frames[frame].loops.count - 1]
      frames[frame].loops[frames[frame].loops.count - 1] = outerLoop
    }
    return exits
  }

  /// Lets ways that were kept back leave, each after something is done on its way out.
  mutating func release(
    _ exits: Exits, withRaised: Bool = true, _ cleanup: (inout Evaluator) -> Void
  ) {
    let onward: State? = isAlive ? state : nil
    if let returned = exits.returned {
      resume(returned)
      cleanup(&self)
      leaveFunction()
    }
    if let broken = exits.loop.broken {
      resume(broken)
      cleanup(&self)
      leaveLoop(\.broken)
    }
    if let continued = exits.loop.continued {
      resume(continued)
      cleanup(&self)
      leaveLoop(\.continued)
    }
    if withRaised {
      for raised in exits.raised {
        resume(raised.state)
        cleanup(&self)
        raise(raised.exception)
      }
    }
    if let onward { resume(onward) } else { end() }
  }

  mutating func leaveFunction() {
    guard isAlive else { return }
    let frame = frames.count - 1
    var slot = frames[frame].returned
    frames[frame].returned = nil
    keep(in: &slot)
    frames[frame].returned = slot
  }

  mutating func leaveLoop(_ exit: WritableKeyPath<Loop, State?>) {
    guard isAlive else { return }
    let frame = frames.count - 1
    guard let loop = frames[frame].loops.indices.last else { return end() }
    var slot = frames[frame].loops[loop][keyPath: exit]
    frames[frame].loops[loop][keyPath: exit] = nil
    keep(in: &slot)
    frames[frame].loops[loop][keyPath: exit] = slot
  }
}
