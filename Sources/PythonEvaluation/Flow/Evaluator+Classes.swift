import ApplicationFacts
import PythonSyntax

package extension Evaluator {
  /// The attribute that marks a class which provides an interface itself, without an instance.
  static let providerMark = "(provider)"

  mutating func defineFunction(_ node: Node, at id: UInt32) {
    var function = PythonFunction(module: module, node: id, scope: scope)
    let decorators = tree.list(tree.member(node.second, 2)).map { evaluate($0) }
    evaluateDefaults(&function, tree.member(node.second, 0))
    guard isAlive else { return }
    var value = make(.function(function), at: id)
    for decorator in decorators.reversed() { value = decorate(value, with: decorator, at: id) }
    if isAlive { scopes[home(of: node.first)].variables[node.first] = value }
  }

  private mutating func decorate(_ value: PythonValue, with decorator: PythonValue, at id: UInt32) -> PythonValue {
    guard case .name(let name) = decorator else {
      // `@implementer(I)` and `@defer.inlineCallbacks` leave calls as they are.
      if let object = object(decorator), case .instance(.name(let type)) = object.kind,
        framework.owns(type) || type == "functools.wraps"
      {
        return value
      }
      let result = apply(decorator, PythonArguments(positional: [value]), at: id)
      if case .unknown = result { return .merge([value, result]) }
      return result
    }
    switch name {
    case "property", "abc.abstractproperty": return make(.property(PythonProperty(getter: value)), at: id)
    case "functools.cached_property": return make(.property(PythonProperty(getter: value, isCached: true)), at: id)
    case "typing.no_type_check", "typing.override", "typing.final": return value
    default: break
    }
    let decoration = framework.decoration(name)
    if decoration == .cachedProperty { return make(.property(PythonProperty(getter: value, isCached: true)), at: id) }
    if let described = callStub(name, PythonArguments(positional: [value]), at: id) { return described }
    guard case .object(let number) = value, case .function(var function) = objects[number].kind else {
      return decoration == .nothing ? value : .merge([value, .unknown("a decorated function")])
    }
    switch name {
    case "staticmethod": function.binding = .staticMethod
    case "abc.abstractmethod": function.isAbstract = true
    case "classmethod": function.binding = .classMethod
    case "contextlib.contextmanager", "contextlib.asynccontextmanager": function.isContextManager = true
    default:
      switch decoration {
      case .deferred: function.isDeferred = true
      case .nothing: break
      default:
        framework.handedOver(&self, value, id)
        return .merge([value, .unknown("a decorated function")])
      }
    }
    return make(.function(function), at: id)
  }

  mutating func defineClass(_ node: Node, at id: UInt32) {
    var bases: [PythonValue] = []
    var keywords = PythonArguments()
    for argument in tree.list(tree.member(node.second, 0)) {
      guard let inner = tree.node(argument) else { continue }
      switch inner.kind {
      case .keywordArgument: keywords.named.append((names.text(inner.first), evaluate(inner.second)))
      case .doubleStarred: keywords.isPartial = true
      default:
        let base = evaluate(argument)
        if base.isScalar { fail(.name("TypeError")) }
        bases.append(stubClass(base))
      }
    }
    var isProvider = false
    var isFrozen = false
    var decorators: [PythonValue] = []
    for decorator in tree.list(tree.member(node.second, 2)) {
      let value = evaluate(decorator)
      decorators.append(value)
      if classNames(of: value).contains("six.add_metaclass"), case .object(let number) = value {
        keywords.named.append(("metaclass", objects[number].arguments.positional.first ?? .none))
      }
      if classNames(of: value).contains(where: framework.providers.contains) { isProvider = true }
      isFrozen = isFrozen || self.isFrozen(byDecorator: value)
    }
    guard isAlive else { return }
    var definition = PythonClass(name: names.text(node.first), module: module, bases: bases)
    if modules[module].isStub { definition.qualifiedName = "\(modules[module].name).\(definition.name)" }
    let value = make(.classObject(definition), at: id)
    let home = home(of: node.first)
    guard case .object(let number) = value, let inner = makeScope(Scope(parent: scope, isClass: true)) else {
      scopes[home].variables[node.first] = value
      return
    }
    let outer = scope
    scope = inner
    run(tree.member(node.second, 1))
    scope = outer
    guard isAlive else { return }
    if isProvider {
      let mark = symbol(Self.providerMark)
      objects[number].attributes[mark] = .bool(true)
    }
    if isFrozen {
      let mark = symbol(Self.frozenMark)
      objects[number].attributes[mark] = .bool(true)
    }
    for (symbol, member) in scopes[inner].variables {
      objects[number].attributes[symbol] = member
      adopt(member, by: number)
    }
    if let mark = names.find(Self.openMark), scopes[inner].variables[mark] != nil {
      definition.bases.append(.unknown("code that is not followed"))
      objects[number].kind = .classObject(definition)
    }
    let fields = declaredFields(tree.member(node.second, 1))
    if !fields.isEmpty {
      let mark = symbol(Self.fieldsMark)
      objects[number].attributes[mark] = .tuple(fields)
      let unordered = symbol(Self.unorderedMark)
      if hasUnorderedFields(tree.member(node.second, 1)) { objects[number].attributes[unordered] = .bool(true) }
    }
    scopes[home].variables[node.first] = value
    classDefined(number, keywords, at: id)
    let bound = decorated(value, by: decorators, at: id)
    if !bound.isSame(as: value) { scopes[home].variables[node.first] = bound }
  }

  /// Functions of a class know it, for `super()`.
  mutating func adopt(_ member: PythonValue, by owner: Int) {
    for case .object(let inner) in member.alternatives {
      switch objects[inner].kind {
      case .function(var function) where function.owner == nil:
        function.owner = owner
        objects[inner].kind = .function(function)
      case .property(let property):
        for part in [property.getter, property.setter, property.deleter] { if let part { adopt(part, by: owner) } }
      default: break
      }
    }
  }

  /// An instance of a class of the program, its `__init__` followed.
  mutating func instantiate(_ type: Int, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    if isAbstract(type) {
      fail(.name("TypeError"))
      if !isAlive { return .unknown("a value that is never computed") }
    }
    if metaclassCall(type) == nil, let maker = names.find("__new__"),
      let member = classMember(maker, of: .object(type)), case .function(let function)? = object(member)?.kind
    {
      var given = arguments
      given.positional.insert(.object(type), at: 0)
      let value = callFunction(function, given, at: id)
      if isAlive, case .object(let number) = value, case .instance = objects[number].kind {
        _ = callMember("__init__", of: number, arguments, at: id)
      }
      return value
    }
    if let call = metaclassCall(type) { return callFunction(call, bind(.object(type), arguments, to: call), at: id) }
    return construct(type, arguments, at: id)
  }

  /// What `type.__call__` does for a class of the program.
  mutating func construct(_ type: Int, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let value = make(.instance(of: .object(type)), at: id)
    guard case .object(let number) = value else { return value }
    objects[number].arguments = arguments
    prepareMapping(number, at: id)
    if classNames(of: value).contains(where: Self.isException) {
      let symbol = symbol("args")
      objects[number].attributes[symbol] = makeTuple(arguments.positional)
    }
    if callMember("__init__", of: number, arguments, at: id) == nil {
      initialise(number, from: ancestry(of: .object(type)), arguments, at: id)
      if mapping(value) == nil { fillFields(number, of: .object(type), arguments, at: id) }
    }
    return value
  }

  /// Whether a class leaves a method to those that inherit from it, so that it has no instances.
  private func isAbstract(_ type: Int) -> Bool {
    let classes = ancestry(of: .object(type))
    let mark = names.find(Self.metaclassMark)
    let isGuarded = classes.contains {
      switch $0 {
      case .name("abc.ABC"): true
      case .object(let owner):
        mark.map { objects[owner].attributes[$0]?.isSame(as: .name("abc.ABCMeta")) == true } ?? false
      default: false
      }
    }
    guard isGuarded else { return false }
    var seen: Set<UInt32> = []
    for case .object(let owner) in classes {
      for (symbol, value) in objects[owner].attributes where seen.insert(symbol).inserted {
        var member = object(value)
        if case .property(let property)? = member?.kind { member = object(property.getter) }
        if case .function(let function)? = member?.kind, function.isAbstract { return true }
      }
    }
    return false
  }

  /// Whether a class of the instance defines a method.
  func hasMember(_ name: String, _ number: Int) -> Bool {
    guard case .instance(let type) = objects[number].kind, let symbol = names.find(name) else { return false }
    return classMember(symbol, of: type) != nil
  }

  /// What a class or one that it inherits from binds a name to.
  func classMember(_ symbol: UInt32, of type: PythonValue) -> PythonValue? {
    for case .object(let home) in ancestry(of: type) {
      if let value = objects[home].attributes[symbol]?.present.value { return value }
    }
    return nil
  }

  /// Calls a method that the instance's classes define; nil when none does.
  mutating func callMember(_ name: String, of number: Int, _ arguments: PythonArguments, at id: UInt32) -> PythonValue?
  {
    guard isAlive, case .instance(let type) = objects[number].kind, let symbol = names.find(name) else { return nil }
    let given = forEachClass(of: number) {
      $0.callMember(name, of: number, arguments, at: id) ?? .unknown("a call of \(name)()")
    }
    return given ?? callMember(symbol, of: .object(number), in: ancestry(of: type)[...], arguments, at: id)
  }

  /// Calls what the first of some classes binds a name to, as a method of an instance or a class.
  mutating func callMember(
    _ symbol: UInt32, of receiver: PythonValue, in classes: ArraySlice<PythonValue>, _ arguments: PythonArguments,
    at id: UInt32
  ) -> PythonValue? {
    for (place, ancestor) in zip(classes.indices, classes) {
      guard case .object(let home) = ancestor, let member = objects[home].attributes[symbol] else { continue }
      let (present, isSure) = member.present
      guard let present else { continue }
      if !isSure {
        var results: [PythonValue] = []
        fork(2) { evaluator, way in
          let value =
            way == 0
            ? evaluator.callClassMember(present, of: receiver, arguments, at: id)
            : evaluator.callMember(symbol, of: receiver, in: classes[(place + 1)...], arguments, at: id)
          if evaluator.isAlive, let value { results.append(value) }
        }
        return .merge(results.isEmpty ? [.unknown("a value that is never computed")] : results)
      }
      return callClassMember(present, of: receiver, arguments, at: id)
    }
    return nil
  }

  private mutating func callClassMember(
    _ member: PythonValue, of receiver: PythonValue, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    forEachAlternative(of: member) { evaluator, member in
      guard case .object(let number) = member else { return evaluator.apply(member, arguments, at: id) }
      switch evaluator.objects[number].kind {
      case .function(let function):
        return evaluator.callFunction(function, evaluator.bind(receiver, arguments, to: function), at: id)
      case .property(let property):
        let value = evaluator.apply(property.getter, PythonArguments(positional: [receiver]), at: id)
        return evaluator.apply(value, arguments, at: id)
      default: return evaluator.apply(member, arguments, at: id)
      }
    }
  }

  /// What the constructor of a class from elsewhere does to an instance of the program's own subclass.
  mutating func initialise(
    _ number: Int, from classes: [PythonValue], _ arguments: PythonArguments, at id: UInt32
  ) {
    for case .name(let name) in classes {
      if Self.dictionaryNames.contains(name) {
        _ = mappingMethod("__init__", of: number, arguments, at: id)
        return
      }
      if Self.isException(name) {
        let symbol = symbol("args")
        objects[number].attributes[symbol] =
          arguments.isPartial ? .unknown("arguments that are computed") : makeTuple(arguments.positional)
        return
      }
      if framework.construct(&self, name, number, arguments, id) { return }
      if Module.Kind.of(name) == .thirdParty, name.contains("."), !isDescribed(name) {
        tellOfAddress(arguments, givenToObject: number, at: id)
      }
    }
  }

  // MARK: super()

  /// `super()`, `super(C, self)`.
  mutating func parentView(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let frame = frames.last { $0.function?.owner != nil }
    var owner = frame?.function?.owner
    var receiver = frame?.receiver
    if arguments.positional.count == 2 {
      guard case .object(let given) = arguments.positional[0] else { return .unknown("a call of super()") }
      owner = given
      receiver = arguments.positional[1]
    }
    guard let owner, let receiver else { return .unknown("a call of super()") }
    return make(.parentView(of: receiver, after: owner), at: id)
  }

  /// The classes that `super()` looks in.
  func parents(of receiver: PythonValue, after owner: Int) -> ArraySlice<PythonValue> {
    let classes: [PythonValue] =
      if let object = object(receiver), case .instance(let type) = object.kind { ancestry(of: type) } else {
        ancestry(of: receiver)
      }
    guard let place = classes.firstIndex(where: { $0.isSame(as: .object(owner)) }) else {
      return ancestry(of: .object(owner)).dropFirst()
    }
    return classes[(place + 1)...]
  }

  mutating func callParent(
    _ symbol: UInt32, of receiver: PythonValue, after owner: Int, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    let classes = parents(of: receiver, after: owner)
    let method = names.text(symbol)
    if method == "__new__", definedClass != nil { return makeDefinedClass(arguments) }
    if let value = callMember(symbol, of: receiver, in: classes, arguments, at: id) { return value }
    guard case .object(let number) = receiver else { return .unknown("a call of \(callName(id))") }
    if method == "__new__", case .classObject = objects[number].kind { return make(.instance(of: receiver), at: id) }
    if method == "__call__", case .classObject = objects[number].kind { return construct(number, arguments, at: id) }
    if method == "__setattr__", arguments.positional.count == 2 {
      storePlainly(arguments.positional[1], under: arguments.positional[0], of: receiver)
      return .none
    }
    if method == "__getattribute__", let name = arguments.positional.first.flatMap({ literal($0) }) {
      let symbol = self.symbol(name)
      return plainAttribute(symbol, ofObject: number, at: id)
    }
    return callInherited(method, on: number, of: Array(classes), with: arguments, at: id)
  }

  /// A method that a class from elsewhere gives an instance: constructors and the framework's own.
  mutating func callInherited(
    _ method: String, on number: Int, of classes: [PythonValue], with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    if method == "__init__" {
      initialise(number, from: classes, arguments, at: id)
      return .none
    }
    if let value = mappingMethod(method, of: number, arguments, at: id) { return value }
    return framework.callMethod(&self, method, .object(number), arguments, id) ?? .unknown("a call of \(callName(id))")
  }
}
