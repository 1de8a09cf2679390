import PythonSyntax

extension TacEvaluator {
  mutating func call(_ node: Node, at id: UInt32) -> TacValue {
    guard let callee = tree.node(node.first) else { return .unknown("a call") }
    if callee.kind == .attribute {
      if let value = superCall(callee, node, at: id) { return value }
      let receiver = evaluate(callee.first)
      let arguments = evaluateArguments(node.second)
      return callMethod(callee.second, of: receiver, arguments, at: id)
    }
    let function = evaluate(node.first)
    return apply(function, evaluateArguments(node.second), at: id)
  }

  mutating func evaluateArguments(_ list: UInt32) -> TacArguments {
    var arguments = TacArguments()
    for id in tree.list(list) {
      guard let node = tree.node(id), arguments.positional.count < Self.displayLimit else {
        arguments.isPartial = true
        break
      }
      switch node.kind {
      case .keywordArgument: arguments.named.append((names.text(node.first), evaluate(node.second)))
      case .starred:
        if let (values, isPartial) = elements(of: evaluate(node.first)), !isPartial {
          arguments.positional.append(contentsOf: values)
        } else {
          arguments.isPartial = true
        }
      case .doubleStarred:
        let unpacked = evaluate(node.first)
        if let number = mapping(unpacked), case .dictionary(let entries) = objects[number].kind {
          for entry in entries.prefix(256) {
            if let name = literal(entry.key) { arguments.named.append((name, entry.value)) }
          }
          arguments.isPartial = arguments.isPartial || objects[number].isPartial
        } else if let options = declaredOptions(unpacked) {
          arguments.named += options
        } else {
          arguments.isPartial = true
        }
      default: arguments.positional.append(evaluate(id))
      }
    }
    return arguments
  }

  mutating func apply(_ function: TacValue, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    switch function {
    case .name(let name): return callNamed(name, arguments, at: id)
    case .choice(let values): return applyEach(values, at: id) { $0.apply($1, arguments, at: id) }
    case .object(let number):
      switch objects[number].kind {
      case .function(let function): return callFunction(function, arguments, at: id)
      case .classObject: return instantiate(number, arguments, at: id)
      case .method(let receiver, let function, let name):
        if let inner = object(function ?? .none), case .function(let function) = inner.kind {
          return callFunction(function, bind(receiver, arguments, function), at: id)
        }
        return callMethod(name, of: receiver, arguments, at: id)
      case .instance(.name("functools.partial")):
        var given = objects[number].arguments
        guard !given.positional.isEmpty else { break }
        let function = given.positional.removeFirst()
        given.positional += arguments.positional
        given.named = given.named.filter { arguments[$0.name] == nil } + arguments.named
        given.isPartial = given.isPartial || arguments.isPartial
        return apply(function, given, at: id)
      case .instance:
        if let value = callMember("__call__", of: number, arguments, at: id) { return value }
      default: break
      }
    default: break
    }
    handOver(arguments, at: id)
    return .unknown("a call of \(callName(id))")
  }

  /// Calls every alternative; those that are nothing known add nothing.
  mutating func applyEach(
    _ values: [TacValue], at id: UInt32, _ body: (inout TacEvaluator, TacValue) -> TacValue
  ) -> TacValue {
    doubt += 1
    defer { doubt -= 1 }
    var results: [TacValue] = []
    for value in values.prefix(8) {
      if case .none = value { continue }
      results.append(body(&self, value))
    }
    return results.isEmpty ? .unknown("a call of \(callName(id))") : .merge(results)
  }

  /// The called expression as written, for an account of an unknown value.
  func callName(_ id: UInt32) -> String {
    guard let node = tree.node(id), node.kind == .call else { return "something" }
    var parts: [String] = []
    var next = node.first
    while let part = tree.node(next), parts.count < 6 {
      if part.kind == .attribute {
        parts.append(names.text(part.second))
        next = part.first
      } else if part.kind == .name {
        parts.append(names.text(part.first))
        break
      } else if part.kind == .call {
        next = part.first
      } else {
        break
      }
    }
    return parts.reversed().joined(separator: ".") + "()"
  }

  func bind(_ receiver: TacValue, _ arguments: TacArguments, _ function: TacFunction) -> TacArguments {
    var arguments = arguments
    switch function.binding {
    case .staticMethod: break
    case .classMethod:
      if let object = object(receiver), case .instance(let type) = object.kind {
        arguments.positional.insert(type, at: 0)
      } else {
        arguments.positional.insert(receiver, at: 0)
      }
    default: arguments.positional.insert(receiver, at: 0)
    }
    return arguments
  }

  // MARK: Functions of the program

  mutating func callFunction(_ function: TacFunction, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    let name = "a call of \(callName(id))"
    let depth = frames.reduce(0) {
      $0 + ($1.function?.node == function.node && $1.function?.module == function.module ? 1 : 0)
    }
    guard depth < Self.recursionLimit, frames.count < Self.callLimit, level < Self.levelLimit, !isExhausted() else {
      arguments.all.forEach { escape($0) }
      return .unknown(name)
    }
    if function.isOpaque { doubt += 1 }
    defer { if function.isOpaque { doubt -= 1 } }
    let outer = (module, scope, tree)
    enter(function.module)
    defer { (module, scope, tree) = outer }
    guard let node = tree.node(function.node), scopes.count < 200_000 else { return .unknown(name) }
    scopes.append(Scope(parent: function.scope))
    scope = scopes.count - 1
    frames.append(Frame(function: function, receiver: arguments.positional.first))
    defer {
      doubt -= frames[frames.count - 1].doubts
      frames.removeLast()
    }
    let isLambda = node.kind == .lambda
    bindParameters(isLambda ? node.first : tree.member(node.second, 0), arguments)
    if isLambda { return evaluate(node.second) }
    let flow = run(tree.member(node.second, 1))
    var returned = frames[frames.count - 1].returned
    if flow != .returned, flow != .raised, !returned.isEmpty { returned.append(.none) }
    if function.isDeferred { return .unknown("a deferred") }
    if function.isOpaque || node.detail == 1 { return .unknown(name) }
    let yielded = frames[frames.count - 1].yielded
    if !yielded.isEmpty {
      let value = make(.list(yielded), at: id)
      if frames[frames.count - 1].doubts > 0, case .object(let number) = value { objects[number].isPartial = true }
      return value
    }
    if returned.isEmpty { return flow == .raised ? .unknown(name) : .none }
    return .merge(returned)
  }

  /// Makes a module the one whose code is followed.
  mutating func enter(_ index: Int) {
    guard index != module else { return }
    module = index
    tree = modules[index].tree
  }

  private mutating func bindParameters(_ list: UInt32, _ arguments: TacArguments) {
    var place = 0
    var isNamedOnly = false
    var taken: Set<String> = []
    for id in tree.list(list) {
      guard let parameter = tree.node(id), let kind = Node.Parameter(rawValue: parameter.detail) else { continue }
      switch kind {
      case .slash: continue
      case .star:
        isNamedOnly = true
        if parameter.first != Node.none {
          setVariable(parameter.first, in: scope, to: .tuple(Array(arguments.positional.dropFirst(place))))
        }
      case .doubleStar:
        let rest = arguments.named.filter { !taken.contains($0.name) }.map {
          (key: TacValue.text($0.name), value: $0.value)
        }
        setVariable(parameter.first, in: scope, to: make(.dictionary(rest), at: id))
      case .ordinary:
        let name = names.text(parameter.first)
        taken.insert(name)
        let value: TacValue
        if let given = arguments[name] {
          value = given
        } else if !isNamedOnly, place < arguments.positional.count {
          value = arguments.positional[place]
        } else if arguments.isPartial {
          value = .unknown("arguments that are computed")
        } else if parameter.second != Node.none {
          value = evaluate(parameter.second)
        } else {
          value = .unknown("the argument \(name)")
        }
        if !isNamedOnly { place += 1 }
        if parameter.first != Node.none { setVariable(parameter.first, in: scope, to: value) }
      }
    }
  }

  // MARK: Escapes

  /// Marks what is handed to code that was not read; when that is the application or a collection of services, more
  /// may be hung there.
  mutating func handOver(_ arguments: TacArguments, at id: UInt32) {
    for value in arguments.all {
      escape(value)
      let isCollection = classNames(of: value).contains {
        $0 == Self.applicationName || $0 == "twisted.application.service.MultiService"
      }
      if isCollection { noteHidden("a call of \(callName(id))", at: id) }
    }
  }

  /// Marks what is handed to code that cannot be followed: a service among it may be started there.
  mutating func escape(_ value: TacValue, level: Int = 0) {
    guard level < 4 else { return }
    switch value {
    case .object(let number):
      if objects[number].escaped { return }
      objects[number].escaped = true
      switch objects[number].kind {
      case .list(let values): values.prefix(64).forEach { escape($0, level: level + 1) }
      case .dictionary(let entries): entries.prefix(64).forEach { escape($0.value, level: level + 1) }
      default: break
      }
    case .tuple(let values): values.prefix(64).forEach { escape($0, level: level + 1) }
    case .choice(let values): values.forEach { escape($0, level: level + 1) }
    default: break
    }
  }
}
