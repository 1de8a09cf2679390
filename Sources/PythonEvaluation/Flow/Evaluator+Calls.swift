import Diagnostics
import PythonSyntax

package extension Evaluator {
  mutating func call(_ node: Node, at id: UInt32) -> PythonValue {
    guard let callee = tree.node(node.first) else { return .unknown("a call") }
    if callee.kind == .attribute {
      let receiver = evaluate(callee.first)
      let arguments = evaluateArguments(node.second)
      guard isAlive else { return .unknown("a value that is never computed") }
      return callMethod(callee.second, of: receiver, arguments, at: id)
    }
    let function = evaluate(node.first)
    let arguments = evaluateArguments(node.second)
    guard isAlive else { return .unknown("a value that is never computed") }
    return apply(function, arguments, at: id)
  }

  mutating func evaluateArguments(_ list: UInt32) -> PythonArguments {
    var arguments = PythonArguments()
    for id in tree.list(list) {
      guard let node = tree.node(id), isAlive, arguments.positional.count < Self.displayLimit else {
        arguments.isPartial = true
        break
      }
      switch node.kind {
      case .keywordArgument: arguments.named.append((names.text(node.first), evaluate(node.second)))
      case .starred:
        let value = evaluate(node.first)
        if let content = content(of: value, at: id), content.isExact {
          arguments.positional.append(contentsOf: content.items)
        } else {
          arguments.isPartial = true
        }
      case .doubleStarred: unpack(evaluate(node.first), into: &arguments)
      default: arguments.positional.append(evaluate(id))
      }
    }
    return arguments
  }

  private mutating func unpack(_ value: PythonValue, into arguments: inout PythonArguments) {
    if let number = mapping(value), case .dictionary(let content) = objects[number].kind {
      for entry in content.entries.prefix(256) {
        guard let name = literal(entry.key) else { continue }
        // One that may be missing may leave the parameter its default.
        arguments.named.append(
          (name, entry.isMaybe ? .merge([entry.value, .unknown("arguments that are computed")]) : entry.value))
      }
      arguments.isPartial = arguments.isPartial || content.rest != nil
    } else if let options = framework.options(&self, value) {
      arguments.named += options
    } else {
      arguments.isPartial = true
    }
  }

  mutating func apply(_ function: PythonValue, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    guard isAlive else { return .unknown("a value that is never computed") }
    switch function {
    case .name(let name): return callNamed(name, arguments, at: id)
    case .choice(let values): return applyEach(values, at: id) { $0.apply($1, arguments, at: id) }
    case .object(let number):
      switch objects[number].kind {
      case .function(let function): return callFunction(function, arguments, at: id)
      case .classObject: return instantiate(number, arguments, at: id)
      case .method(let receiver, let function, let name):
        if let function {
          if case .function(let inner)? = object(function)?.kind {
            return callFunction(inner, bind(receiver, arguments, to: inner), at: id)
          }
          return apply(function, arguments, at: id)
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
    case .none, .bool, .integer, .float, .text, .tuple:
      fail(.name("TypeError"), "\(Self.typeName(of: function)) object is not callable")
      return .unknown("a value that is never computed")
    default: break
    }
    if case .unknown(let function) = function {
      if function.origin.hasPrefix("import:") { tellOfAddress(arguments, givenTo: function.origin, at: id) }
      // Something of the program's own is called there, and it is not known what.
      if [PythonValue.changedByLoop, PythonValue.oneOfMany].contains(function.origin) { findings.isIncomplete = true }
    }
    handOver(arguments, at: id)
    mayRaise(.unknown("an exception"))
    return .unknown("a call of \(callName(id))")
  }

  /// Calls every alternative; those that are nothing known add nothing.
  mutating func applyEach(
    _ values: [PythonValue], at id: UInt32, _ body: (inout Evaluator, PythonValue) -> PythonValue
  ) -> PythonValue {
    let called = values.prefix(8).filter { if case .none = $0 { false } else { true } }
    if called.count < values.count { mayRaise(.name("AttributeError")) }
    var results: [PythonValue] = []
    fork(called.count) { evaluator, index in
      let result = body(&evaluator, called[index])
      if evaluator.isAlive { results.append(result) }
    }
    return results.isEmpty ? .unknown("a call of \(callName(id))") : .merge(results)
  }

  /// The called expression as written, for an account of an unknown value.
  func callName(_ id: UInt32) -> String {
    guard let node = tree.node(id), node.kind == .call else { return "something" }
    return writtenName(node.first) + "()"
  }

  /// A name with attributes as written, without what stands between them.
  func writtenName(_ id: UInt32) -> String {
    var parts: [String] = []
    var next = id
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
    return parts.reversed().joined(separator: ".")
  }

  func bind(_ receiver: PythonValue, _ arguments: PythonArguments, to function: PythonFunction) -> PythonArguments {
    var arguments = arguments
    switch function.binding {
    case .staticMethod: break
    case .classMethod:
      if let object = object(receiver), case .instance(let type) = object.kind {
        arguments.positional.insert(type, at: 0)
      } else {
        arguments.positional.insert(receiver, at: 0)
      }
    case .ordinary: arguments.positional.insert(receiver, at: 0)
    }
    return arguments
  }

  // MARK: Functions of the program

  mutating func callFunction(_ function: PythonFunction, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    guard isAlive else { return .unknown("a value that is never computed") }
    let name = "a call of \(callName(id))"
    guard frames.count < Self.callLimit, level < Self.levelLimit, !isExhausted() else {
      arguments.all.forEach { escape($0) }
      mayRaise(.unknown("an exception"))
      return .unknown(name)
    }
    let depth = frames.reduce(0) {
      $0 + ($1.function?.node == function.node && $1.function?.module == function.module ? 1 : 0)
    }
    let key = UInt64(function.module) << 32 | UInt64(function.node)
    calls[key, default: 0] += 1
    // A function that calls itself more than once a call takes too long soon.
    let limit = calls[key, default: 0] > 128 ? 3 : Self.recursionLimit
    if depth >= limit {
      // Deeper calls are taken together: one with any arguments stands for them all.
      if summarized.insert(key).inserted, tree.node(function.node)?.kind != .lambda {
        var any = arguments
        any.positional = any.positional.map { isPlain($0) ? .unknown("a recursive call") : $0 }
        any.named = any.named.map { ($0.name, isPlain($0.value) ? .unknown("a recursive call") : $0.value) }
        perhaps { _ = $0.follow(function, any, named: name, at: id) }
        summarized.remove(key)
      }
      return .unknown(name)
    }
    return follow(function, arguments, named: name, at: id)
  }

  private func isPlain(_ value: PythonValue) -> Bool { value.alternatives.allSatisfy(\.isScalar) }

  private mutating func follow(
    _ function: PythonFunction, _ arguments: PythonArguments, named name: String, at id: UInt32
  ) -> PythonValue {
    guard let node = modules[function.module].tree.node(function.node),
      let home = makeScope(Scope(parent: function.scope, locals: locals(of: function, node)))
    else { return .unknown(name) }
    steps -= 20
    let before = uncaught
    let outer = (module, scope, tree)
    enter(function.module)
    scope = home
    defer { (module, scope, tree) = outer }
    var frame = Frame(function: function, receiver: arguments.positional.first, scope: home)
    frame.site = frames[frames.count - 1].site ?? (outer.0, id)
    if !modules[function.module].isStub { frame.site = nil }
    frames.append(frame)
    let isLambda = node.kind == .lambda
    bindParameters(
      isLambda ? node.first : tree.member(node.second, 0), of: function, to: arguments,
      isDirect: !modules[outer.0].isStub && (!modules[module].isStub || framework.owns(modules[module].name)))
    if isLambda {
      let value = evaluate(node.second)
      frames.removeLast()
      return value
    }
    if isGenerator(module: function.module, node: function.node), !function.isDeferred {
      frames.removeLast()
      return make(.generator(PythonGenerator(source: .function(function, scope: home))), at: id)
    }
    run(tree.member(node.second, 1))
    if isAlive {
      // A stub says what a call does, and what it gives only where it returns something.
      setResult(modules[function.module].isStub ? .unknown(name) : .none)
      leaveFunction()
    }
    rejoin(frames.removeLast().returned)
    forgive(since: before)
    if function.isDeferred, !isAlive, handlers.isEmpty, let lastRaised {
      // The deferred holds what it raises.
      resume(lastRaised.state)
      uncaught = before
    }
    guard isAlive else { return .unknown(name) }
    if function.isDeferred { return .unknown("a deferred") }
    let mark = symbol("(result)")
    return scopes[home].variables[mark]?.present.value ?? .none
  }

  /// The names that a function's statements bind.
  private mutating func locals(of function: PythonFunction, _ node: Node) -> Set<UInt32> {
    guard node.kind == .function, !modules[function.module].isStub else { return [] }
    let key = UInt64(function.module) << 32 | UInt64(function.node)
    if let known = functionLocals[key] { return known }
    let tree = modules[function.module].tree
    let found = LoadBindings.names(boundBy: tree.list(tree.member(node.second, 1)), tree)
    functionLocals[key] = found
    return found
  }

  /// Makes a module the one whose code is followed.
  mutating func enter(_ index: Int) {
    guard index != module else { return }
    module = index
    tree = modules[index].tree
  }

  /// Defaults are evaluated once, where the function is defined.
  mutating func evaluateDefaults(_ function: inout PythonFunction, _ list: UInt32) {
    for id in tree.list(list) {
      guard let parameter = tree.node(id), parameter.kind == .parameter, parameter.second != Node.none else { continue }
      function.defaults[id] = evaluate(parameter.second)
    }
  }

  /// - Parameter isDirect: whether the program calls it, and what the function takes is known for certain.
  private mutating func bindParameters(
    _ list: UInt32, of function: PythonFunction, to arguments: PythonArguments, isDirect: Bool
  ) {
    var place = 0
    var takesMore = false
    var takesNamed = false
    var isNamedOnly = false
    var taken: Set<String> = []
    for id in tree.list(list) {
      guard let parameter = tree.node(id), let kind = Node.Parameter(rawValue: parameter.detail) else { continue }
      switch kind {
      case .slash: continue
      case .star:
        takesMore = takesMore || parameter.first != Node.none
        isNamedOnly = true
        if parameter.first != Node.none {
          let rest = Array(arguments.positional.dropFirst(place))
          let value: PythonValue =
            arguments.isPartial
            ? makeList(
              ListContent(items: rest, minimum: rest.count, rest: .unknown("arguments that are computed")), at: id)
            : makeTuple(rest)
          scopes[scope].variables[parameter.first] = value
        }
      case .doubleStar:
        takesNamed = true
        let rest = arguments.named.filter { !taken.contains($0.name) }.map {
          (key: PythonValue.text($0.name), value: $0.value)
        }
        var content = DictionaryContent(pairs: rest)
        if arguments.isPartial { content.rest = .unknown("arguments that are computed") }
        scopes[scope].variables[parameter.first] = make(.dictionary(content), at: id)
      case .ordinary:
        let name = names.text(parameter.first)
        taken.insert(name)
        let value: PythonValue
        if let given = arguments[name] {
          if isDirect, !isNamedOnly, place < arguments.positional.count, !modules[module].isStub {
            fail(.name("TypeError"), "a call gives the argument '\(name)' twice")
          }
          value = given
        } else if !isNamedOnly, place < arguments.positional.count {
          value = arguments.positional[place]
        } else if arguments.isPartial {
          value = .unknown(
            "arguments that are computed", fallback: function.defaults[id].flatMap { $0.isScalar ? $0 : nil })
        } else if let given = function.defaults[id] {
          value = given
        } else {
          if isDirect { fail(.name("TypeError"), "a call leaves out the argument '\(name)'", inStub: true) }
          value = .unknown("the argument \(name)")
        }
        if !isNamedOnly { place += 1 }
        if parameter.first != Node.none { scopes[scope].variables[parameter.first] = value }
      }
    }
    if isDirect, !takesNamed, let extra = arguments.named.first(where: { !taken.contains($0.name) })?.name {
      // The library of the target may take more than a stub tells; a name that is nearly one of its own is misspelt.
      let near = Spelling.meant(by: extra, among: taken.sorted())
      if !modules[module].isStub || near != nil {
        fail(
          .name("TypeError"),
          "a call gives an argument '\(extra)' that is not taken" + (near.map { "; did you mean \($0)?" } ?? ""),
          inStub: true)
      }
    }
    if !takesMore, !arguments.isPartial, arguments.positional.count > place {
      fail(.name("TypeError"), "a call gives \(arguments.positional.count) arguments, and there are \(place)")
    }
  }

  // MARK: Escapes

  /// Marks what is handed to code that was not read.
  mutating func handOver(_ arguments: PythonArguments, at id: UInt32) {
    for value in arguments.all {
      escape(value)
      framework.handedOver(&self, value, id)
    }
  }

  /// Marks what is handed to code that cannot be followed: a service among it may be started there.
  mutating func escape(_ value: PythonValue, level: Int = 0) {
    guard level < 4, isAlive else { return }
    switch value {
    case .object(let number):
      if objects[number].escaped { return }
      objects[number].escaped = true
      switch objects[number].kind {
      case .list(let content): content.items.prefix(64).forEach { escape($0, level: level + 1) }
      case .dictionary(let content): content.entries.prefix(64).forEach { escape($0.value, level: level + 1) }
      default: break
      }
    case .tuple(let values): values.prefix(64).forEach { escape($0, level: level + 1) }
    case .choice(let values): values.forEach { escape($0, level: level + 1) }
    default: break
    }
  }

  /// Code that was not read may have changed what lists and dictionaries it was given.
  mutating func overwriteContainers(_ value: PythonValue, _ origin: String, level: Int = 0) {
    guard level < 3 else { return }
    switch value {
    case .object(let number):
      switch objects[number].kind {
      case .list(var content):
        for place in content.items.indices {
          overwriteContainers(content.items[place], origin, level: level + 1)
          if content.items[place].isScalar { content.items[place] = .merge([content.items[place], .unknown(origin)]) }
        }
        content.minimum = 0
        content.rest = .unknown(origin)
        objects[number].kind = .list(content)
      case .dictionary(var content):
        for entry in content.entries.prefix(64) { overwriteContainers(entry.value, origin, level: level + 1) }
        content.doubt(origin)
        setDictionary(number, content)
      default: break
      }
    case .choice(let values), .tuple(let values):
      for value in values.prefix(16) { overwriteContainers(value, origin, level: level + 1) }
    default: break
    }
  }
}
