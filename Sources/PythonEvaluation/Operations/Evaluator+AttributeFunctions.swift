import PythonSyntax

/// `hasattr`, `getattr`, `setattr` and their like.
package extension Evaluator {
  /// An attribute whose name is not known is set: it may be any.
  mutating func storeSomewhere(_ value: PythonValue, in owner: PythonValue) {
    for case .object(let number) in owner.alternatives {
      for (symbol, before) in objects[number].attributes where before.alternatives.allSatisfy(\.isScalar) {
        objects[number].attributes[symbol] = .merge([before, value, .unknown("an attribute under a computed name")])
      }
      guard case .instance(let type) = objects[number].kind else { continue }
      for case .object(let home) in ancestry(of: type) {
        for (symbol, before) in objects[home].attributes
        where objects[number].attributes[symbol] == nil && before.alternatives.allSatisfy(\.isScalar) {
          objects[number].attributes[symbol] = .merge([before, value, .unknown("an attribute under a computed name")])
        }
      }
    }
  }

  /// `hasattr(x, "name")`, which only a value that is surely there answers.
  mutating func hasAttribute(_ arguments: PythonArguments) -> PythonValue {
    let unknown = PythonValue.unknown("a call of hasattr()")
    if hasSignal(arguments) { return .bool(true) }
    guard case .object(let number)? = arguments.positional.first, case .text(let key)? = arguments.value(1, "name"),
      !MarkedText.hasHole(key)
    else { return unknown }
    let symbol = symbol(key)
    if hasMember("__getattr__", number) || attributeHook(number) {
      let missing = PythonValue.name("a missing attribute")
      let value = computedAttribute(symbol, of: .object(number), else: missing, at: Node.none)
      let outcomes = value.alternatives.map { $0.isSame(as: missing) }
      return outcomes.allSatisfy { $0 == outcomes[0] } && isAlive ? .bool(!outcomes[0]) : unknown
    }
    var homes = [PythonValue.object(number)]
    switch objects[number].kind {
    case .classObject: homes = ancestry(of: .object(number))
    case .instance(let type): homes += ancestry(of: type)
    default: return unknown
    }
    var isOpen = false
    for case .object(let home) in homes {
      guard let value = objects[home].attributes[symbol] else { continue }
      if value.present.isSure { return .bool(true) }
      isOpen = isOpen || value.present.value != nil
    }
    // What inherits from nothing unread has what its classes and the code so far gave it.
    guard !isOpen, !objects[number].escaped, isWhole(Array(homes.drop { $0.isSame(as: .object(number)) })) else {
      return unknown
    }
    return .bool(false)
  }

  /// The module of signals is asked for one that every Linux has (signal(7)).
  private func hasSignal(_ arguments: PythonArguments) -> Bool {
    guard case .name("signal")? = arguments.positional.first, case .text(let key)? = arguments.value(1, "name") else {
      return false
    }
    return Self.signals.contains(key)
  }

  private static let signals = Set(
    """
    SIGABRT SIGALRM SIGBUS SIGCHLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGKILL SIGPIPE SIGPROF SIGPWR SIGQUIT
    SIGSEGV SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU
    SIGXFSZ
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// `getattr(x, "name", default)`.
  mutating func getAttribute(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    guard arguments.positional.count >= 2, case .text(let key) = arguments.positional[1], !MarkedText.hasHole(key)
    else {
      if arguments.positional.count == 2, arguments.positional[1].alternatives.count > 1 {
        let owner = arguments.positional[0]
        return forEachAlternative(of: arguments.positional[1]) {
          $0.getAttribute(PythonArguments(positional: [owner, $1]), at: id)
        }
      }
      mayRaise(.name("AttributeError"))
      return .unknown("a call of getattr()")
    }
    let symbol = symbol(key)
    guard let fallback = arguments.value(2, "default"), !hasSignal(arguments) else {
      return attribute(symbol, of: arguments.positional[0], at: id)
    }
    return forEachAlternative(of: arguments.positional[0]) { $0.attribute(symbol, of: $1, else: fallback, at: id) }
  }

  /// An attribute that a method of the class gives, which may raise AttributeError.
  private mutating func computedAttribute(
    _ symbol: UInt32, of owner: PythonValue, else fallback: PythonValue, at id: UInt32
  ) -> PythonValue {
    var results: [PythonValue] = []
    var ended: State?
    handlers.append(Handler(catches: true))
    let value = attribute(symbol, of: owner, at: id)
    let raised = handlers.removeLast().raised
    if isAlive {
      results.append(value)
      keep(in: &ended)
    }
    for (state, exception) in raised {
      resume(state)
      let isMissing = isInstance(exception, of: .name("AttributeError"))
      if isMissing != true { fork(isMissing == nil ? 2 : 1) { if $1 == 0 { $0.raise(exception) } } }
      let isTold = if case .unknown? = results.first { true } else { false }
      if isAlive, !isTold { results.append(fallback) }
      keep(in: &ended)
    }
    rejoin(ended)
    return results.isEmpty ? .unknown("a value that is never computed") : .merge(results)
  }

  mutating func attribute(
    _ symbol: UInt32, of owner: PythonValue, else fallback: PythonValue, at id: UInt32
  ) -> PythonValue {
    if owner.isScalar { return fallback }
    guard case .object(let number) = owner else {
      let held = handlers
      handlers = []
      defer { handlers = held }
      return known(attribute(symbol, of: owner, at: id), else: fallback)
    }
    let value = computedAttribute(symbol, of: owner, else: fallback, at: id)
    // No class that was read has it.
    let isAbsent =
      switch value {
      case .object(let found): if case .method(_, nil, _) = objects[found].kind { true } else { false }
      case .unknown(let unknown): unknown.origin.hasPrefix(Self.missingAttribute)
      default: false
      }
    guard isAbsent else { return known(value, else: fallback) }
    let classes: [PythonValue] =
      switch objects[number].kind {
      case .instance(let type): ancestry(of: type)
      case .classObject: ancestry(of: owner)
      default: []
      }
    return hasAllMembers(classes) && !objects[number].escaped
      ? fallback : .unknown("an attribute \(names.text(symbol))", fallback: fallback)
  }

  /// What is known of a value that may be missing.
  private func known(_ value: PythonValue, else fallback: PythonValue) -> PythonValue {
    switch value {
    case .unknown(let unknown): .unknown(unknown.origin, fallback: unknown.fallback ?? fallback)
    case .name where fallback.isScalar: .unknown(origin(of: value), fallback: fallback)
    default: value
    }
  }
}
