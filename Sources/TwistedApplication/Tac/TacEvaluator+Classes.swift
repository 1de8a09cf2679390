import PythonSyntax

extension TacEvaluator {
  /// The attribute that marks a class which provides an interface itself, without an instance.
  static let providerMark = "(provider)"

  mutating func defineFunction(_ node: Node, at id: UInt32) {
    var function = TacFunction(module: module, node: id, scope: scope)
    for decorator in tree.list(tree.member(node.second, 2)) {
      let value = evaluate(decorator)
      decorate(&function, with: value)
    }
    setVariable(node.first, in: scope, to: make(.function(function), at: id))
  }

  private func decorate(_ function: inout TacFunction, with decorator: TacValue) {
    guard case .name(let name) = decorator else {
      // `@implementer(I)` and `@defer.inlineCallbacks` leave calls as they are.
      if let object = object(decorator), case .instance(.name(let type)) = object.kind,
        type.hasPrefix("zope.interface.") || type.hasPrefix("twisted.")
      {
        return
      }
      function.isOpaque = true
      return
    }
    switch name {
    case "staticmethod": function.binding = .staticMethod
    case "classmethod": function.binding = .classMethod
    case "property", "functools.cached_property": function.binding = .property
    case "functools.cache", "functools.lru_cache", "typing.no_type_check", "typing.override": break
    case "twisted.internet.defer.inlineCallbacks", "twisted.internet.defer.deferredGenerator":
      function.isDeferred = true
    default: if !name.hasPrefix("zope.interface.") { function.isOpaque = true }
    }
  }

  mutating func defineClass(_ node: Node, at id: UInt32) {
    var bases: [TacValue] = []
    var keywords = TacArguments()
    for argument in tree.list(tree.member(node.second, 0)) {
      guard let inner = tree.node(argument) else { continue }
      switch inner.kind {
      case .keywordArgument: keywords.named.append((names.text(inner.first), evaluate(inner.second)))
      case .doubleStarred: keywords.isPartial = true
      default: bases.append(evaluate(argument))
      }
    }
    var isProvider = false
    var decorators: [TacValue] = []
    for decorator in tree.list(tree.member(node.second, 2)) {
      let value = evaluate(decorator)
      decorators.append(value)
      if classNames(of: value).contains("six.add_metaclass"), case .object(let number) = value {
        keywords.named.append(("metaclass", objects[number].arguments.positional.first ?? .none))
      }
      if classNames(of: value).contains("zope.interface.provider") { isProvider = true }
    }
    let value = make(
      .classObject(TacClass(name: names.text(node.first), module: module, bases: bases)), at: id)
    guard case .object(let number) = value, scopes.count < 200_000 else {
      return setVariable(node.first, in: scope, to: value)
    }
    scopes.append(Scope(parent: scope, isClass: true))
    let outer = scope
    scope = scopes.count - 1
    _ = run(tree.member(node.second, 1))
    if isProvider {
      let mark = symbol(Self.providerMark)
      objects[number].attributes[mark] = .bool(true)
    }
    for (symbol, member) in scopes[scope].variables {
      objects[number].attributes[symbol] = member
      if case .object(let inner) = member, case .function(var function) = objects[inner].kind, function.owner == nil {
        function.owner = number
        // Methods do not see the names of the class's body.
        function.scope = outer
        objects[inner].kind = .function(function)
      }
    }
    scope = outer
    let fields = declaredFields(tree.member(node.second, 1))
    if !fields.isEmpty {
      let mark = symbol(Self.fieldsMark)
      objects[number].attributes[mark] = .tuple(fields)
    }
    setVariable(node.first, in: scope, to: value)
    classDefined(number, keywords, at: id)
    let bound = decorated(value, by: decorators, at: id)
    if !bound.isSame(as: value) { setVariable(node.first, in: scope, to: bound) }
  }

  /// An instance of a class of the program, its `__init__` followed.
  mutating func instantiate(_ type: Int, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    let value = make(.instance(of: .object(type)), at: id)
    guard case .object(let number) = value else { return value }
    objects[number].arguments = arguments
    prepareMapping(number, at: id)
    if callMember("__init__", of: number, arguments, at: id) == nil {
      initialise(number, from: ancestry(of: .object(type)), arguments, at: id)
      if mapping(value) == nil { fillFields(number, of: .object(type), arguments) }
    }
    return value
  }

  /// Calls a method that the instance's classes define; `nil` when none does.
  mutating func callMember(
    _ name: String, of number: Int, _ arguments: TacArguments, at id: UInt32, after owner: Int? = nil
  ) -> TacValue? {
    guard case .instance(let type) = objects[number].kind, let symbol = names.find(name) else { return nil }
    var classes = ancestry(of: type)[...]
    if let owner {
      guard let place = classes.firstIndex(where: { $0.isSame(as: .object(owner)) }) else { return nil }
      classes = classes[(place + 1)...]
    }
    for ancestor in classes {
      guard case .object(let home) = ancestor, let member = object(objects[home].attributes[symbol] ?? .none) else {
        continue
      }
      guard case .function(let function) = member.kind else { continue }
      return callFunction(function, bind(.object(number), arguments, function), at: id)
    }
    return nil
  }

  /// What the constructor of a class from elsewhere does to an instance of the program's own subclass.
  mutating func initialise(
    _ number: Int, from classes: [TacValue], _ arguments: TacArguments, at id: UInt32
  ) {
    for case .name(let name) in classes {
      if Self.dictionaryNames.contains(name) {
        _ = mappingMethod("__init__", of: number, arguments, at: id)
        return
      }
      if constructService(name, number, arguments, at: id) { return }
    }
  }

  /// `super().method(...)`, `super(C, self).method(...)`.
  mutating func superCall(_ callee: Node, _ node: Node, at id: UInt32) -> TacValue? {
    guard let inner = tree.node(callee.first), inner.kind == .call, let name = tree.node(inner.first),
      name.kind == .name, names.text(name.first) == "super", let frame = frames.last, let owner = frame.function?.owner,
      case .object(let number)? = frame.receiver
    else { return nil }
    let arguments = evaluateArguments(node.second)
    let method = names.text(callee.second)
    if method == "__new__", let definedClass { return definedClass }
    if let value = callMember(method, of: number, arguments, at: id, after: owner) { return value }
    return callInherited(method, number, ancestry(of: .object(owner)), arguments, at: id)
  }

  /// A method that a class from elsewhere gives an instance: constructors and the framework's own.
  mutating func callInherited(
    _ method: String, _ number: Int, _ classes: [TacValue], _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    if method == "__init__" {
      initialise(number, from: classes, arguments, at: id)
      return .none
    }
    if let value = mappingMethod(method, of: number, arguments, at: id) { return value }
    return callServiceMethod(method, of: .object(number), arguments, at: id) ?? .unknown("a call of \(callName(id))")
  }
}
