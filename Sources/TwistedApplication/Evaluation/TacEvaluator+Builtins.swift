import PythonSyntax

extension TacEvaluator {
  mutating func callBuiltin(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    let first = arguments.positional.first
    switch name {
    case "int", "long": return first.map { integer($0, radix: arguments.value(1, "base")) } ?? .integer(0)
    case "float":
      return first.map {
        map($0) { _, value in
          switch value {
          case .integer(let number): .float(Double(number))
          case .float: value
          case .text(let text): Double(text).map { .float($0) }
          default: nil
          }
        }
      }
    case "str", "unicode", "bytes": return first.map { text(of: $0) } ?? .text("")
    case "bool":
      return first.map { value in truth(of: value).map { .bool($0) } ?? .unknown(origin(of: value)) } ?? .bool(false)
    case "len": return first.map { length(of: $0, at: id) }
    case "list", "sorted": return copied(first, name, arguments, at: id)
    case "set", "frozenset":
      guard let first else { return make(.dictionary(DictionaryContent(isSet: true)), at: id) }
      if let content = content(of: first, at: id) { return make(.dictionary(Self.set(of: content)), at: id) }
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: first))
    case "iter": return first.map { iterator(over: $0, at: id) }
    case "next":
      guard let first else { return nil }
      return forEachAlternative(of: first) { $0.takeNext($1, arguments.value(1, "default"), at: id) }
    case "reversed":
      guard let first, let content = content(of: first, at: id) else { return first.map { .unknown(origin(of: $0)) } }
      return iterator(
        over: content.isExact ? makeTuple(content.items.reversed()) : makeList(content.blurred, at: id), at: id)
    case "tuple":
      guard let first else { return .tuple([]) }
      if let content = content(of: first, at: id) {
        return content.isExact ? makeTuple(content.items) : makeList(content, at: id)
      }
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: first))
    case "dict":
      // What is set in a copy is told by nobody, so it reads as the environment itself.
      if case .name(Self.environmentName)? = first, arguments.all.count == 1 { return first }
      return dictionary(arguments, at: id)
    case "range", "xrange": return range(arguments, at: id)
    case "zip", "enumerate": return combined(name, arguments, at: id)
    case "min", "max": return extreme(name, arguments, at: id)
    case "sum": return sum(arguments, at: id)
    case "any", "all": return first.map { anyOrAll(name == "any", $0, at: id) }
    case "map", "filter":
      guard arguments.positional.count == 2 else { return nil }
      return make(.generator(TacGenerator(source: .builtin(name, arguments))), at: id)
    case "super": return parentView(arguments, at: id)
    case "property":
      return make(
        .property(
          getter: arguments.value(0, "fget") ?? .none,
          setter: arguments.value(1, "fset").flatMap { $0.isNone ? nil : $0 }),
        at: id)
    case "abs":
      return first.map {
        map($0) { _, value in
          if case .integer(let number) = value, number != .min { .integer(abs(number)) } else { nil }
        }
      }
    case "getattr": return getAttribute(arguments, at: id)
    case "setattr":
      guard arguments.positional.count == 3 else { return TacValue.none }
      let (owner, value) = (arguments.positional[0], arguments.positional[2])
      return forEachAlternative(of: arguments.positional[1]) { evaluator, key in
        if case .text(let key) = key, !TacText.hasHole(key) {
          let symbol = evaluator.symbol(key)
          evaluator.store(value, in: symbol, of: owner, at: id)
        } else {
          evaluator.storeSomewhere(value, in: owner)
        }
        return .none
      }
    case "delattr":
      guard arguments.positional.count == 2 else { return TacValue.none }
      if case .object(let number) = arguments.positional[0], case .text(let key) = arguments.positional[1] {
        let symbol = symbol(key)
        objects[number].attributes[symbol] = nil
      } else {
        storeSomewhere(.unknown("a deleted attribute"), in: arguments.positional[0])
      }
      return TacValue.none
    case "vars":
      if case .object(let number)? = first {
        if case .instance(.name(Self.namespaceName)) = objects[number].kind { return first }
        return ownDictionary(of: number, at: id)
      }
      return .unknown("a call of vars()")
    case "exec":
      note("exec runs text that is not followed", at: id)
      execute(into: Array(arguments.positional.dropFirst()), "code that is not followed")
      return TacValue.none
    case "globals": return globals(at: id)
    case "type":
      guard let first else { return nil }
      if arguments.positional.count == 3 { return makeType(arguments, at: id) }
      return forEachAlternative(of: first) { evaluator, value in
        if let object = evaluator.object(value), case .instance(let type) = object.kind { return type }
        switch value {
        case .bool: return .name("bool")
        case .integer: return .name("int")
        case .float: return .name("float")
        case .text: return .name("str")
        case .tuple: return .name("tuple")
        default: return .unknown("a call of type()")
        }
      }
    case "isinstance", "issubclass":
      guard arguments.positional.count == 2 else { return nil }
      return isKind(arguments.positional[0], arguments.positional[1], isClass: name == "issubclass")
        .map { .bool($0) } ?? .unknown("a call of \(name)()")
    case "callable":
      guard let object = first.flatMap({ object($0) }) else { return .unknown("a call of callable()") }
      switch object.kind {
      case .function, .classObject, .method: return .bool(true)
      case .list, .dictionary: return .bool(false)
      default: return .unknown("a call of callable()")
      }
    case "repr", "ascii":
      if case .integer(let number)? = first { return .text(String(number)) }
      return .unknown("a call of repr()")
    case "ord":
      if case .text(let text)? = first, text.unicodeScalars.count == 1, !TacText.hasHole(text),
        let scalar = text.unicodeScalars.first
      {
        return .integer(Int(scalar.value))
      }
      return .unknown("a call of ord()")
    case "chr", "unichr":
      if let code = first?.wholeNumber, code >= 0, code < 0xF0000, let scalar = Unicode.Scalar(UInt32(code)) {
        return .text(String(scalar))
      }
      return .unknown("a call of chr()")
    case "divmod":
      guard arguments.positional.count == 2 else { return nil }
      let (a, b) = (arguments.positional[0], arguments.positional[1])
      return .tuple([operate(.floorDivide, a, b, at: id), operate(.modulo, a, b, at: id)])
    case "round":
      if case .integer? = first { return first }
      return .unknown("a call of round()")
    case "print": return TacValue.none
    case "id", "locals", "hash", "dir", "input", "raw_input", "hex", "oct", "bin":
      return .unknown("a call of \(name)()")
    case "exit", "quit", "sys.exit":
      raise(.name("SystemExit"))
      return .unknown("a value that is never computed")
    case "hasattr": return hasAttribute(arguments)
    case "object": return make(.instance(of: .name(name)), at: id)
    case "open", "file", "execfile":
      if let first { addPath(first, name == "execfile" ? .reads : use(ofMode: arguments.value(1, "mode")), at: id) }
      if name == "execfile" {
        note("execfile runs a file that is not followed", at: id)
        execute(into: Array(arguments.positional.dropFirst()), "a file that is not followed")
      }
      mayRaise(.name("OSError"))
      return .unknown("the contents of a file")
    default:
      if Self.isException(name) {
        let value = make(.instance(of: .name(name)), at: id)
        let symbol = symbol("args")
        if case .object(let number) = value { objects[number].attributes[symbol] = makeTuple(arguments.positional) }
        return value
      }
      return nil
    }
  }

  /// An attribute whose name is not known is set: it may be any.
  mutating func storeSomewhere(_ value: TacValue, in owner: TacValue) {
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

  /// `type(name, bases, members)`.
  private mutating func makeType(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    let bases = content(of: arguments.positional[1])?.items ?? []
    let value = make(
      .classObject(TacClass(name: literal(arguments.positional[0]) ?? "type", module: module, bases: bases)), at: id)
    guard case .object(let number) = value else { return value }
    if let inner = mapping(arguments.positional[2]), case .dictionary(let content) = objects[inner].kind {
      for entry in content.entries {
        guard let name = literal(entry.key) else { continue }
        let symbol = symbol(name)
        objects[number].attributes[symbol] = entry.isMaybe ? .merge([entry.value, .absent]) : entry.value
        adopt(entry.value, by: number)
      }
    }
    return value
  }

  /// `isinstance(value, type)`; nil when that is not known.
  private mutating func isKind(_ value: TacValue, _ type: TacValue, isClass: Bool) -> Bool? {
    if case .tuple(let types) = type {
      var outcomes: [Bool?] = []
      for type in types { outcomes.append(isKind(value, type, isClass: isClass)) }
      return outcomes.contains(true) ? true : outcomes.contains(nil) ? nil : false
    }
    if value.alternatives.count > 1 {
      var outcomes: [Bool?] = []
      for option in value.alternatives { outcomes.append(isKind(option, type, isClass: isClass)) }
      return outcomes.dropFirst().allSatisfy { $0 == outcomes[0] } ? outcomes[0] : nil
    }
    if case .name(let name) = type {
      if name == "object" { return true }
      switch value {
      case .bool: return name == "bool" || name == "int"
      case .integer: return Self.plainTypes.contains(name) ? name == "int" || name == "long" : nil
      case .float: return Self.plainTypes.contains(name) ? name == "float" : nil
      case .text:
        // Bytes and text are one here.
        if ["str", "bytes", "unicode", "basestring"].contains(name) { return name == "basestring" ? true : nil }
        return Self.plainTypes.contains(name) ? false : nil
      case .tuple: return Self.plainTypes.contains(name) ? name == "tuple" : nil
      case .none: return Self.plainTypes.contains(name) ? false : nil
      default: break
      }
    }
    guard let object = object(value) else { return nil }
    switch object.kind {
    case .list: if case .name(let name) = type, Self.plainTypes.contains(name) { return name == "list" }
    case .dictionary(let content):
      if case .name(let name) = type, Self.plainTypes.contains(name) {
        return name == (content.isSet ? "set" : "dict") ? true : content.isSet && name == "frozenset" ? nil : false
      }
    case .instance where !isClass, .classObject where isClass: return isInstance(value, of: type)
    case .function, .classObject, .module:
      if case .name(let name) = type, Self.plainTypes.contains(name) { return false }
    default: break
    }
    return nil
  }

  private static let plainTypes: Set = [
    "int", "long", "float", "bool", "str", "bytes", "unicode", "basestring", "tuple", "list", "dict", "set",
    "frozenset",
  ]

  private mutating func iterator(over value: TacValue, at id: UInt32) -> TacValue {
    guard case .object(let number) = value else {
      if case .choice = value { return forEachAlternative(of: value) { $0.iterator(over: $1, at: id) } }
      return make(.generator(TacGenerator(source: .members(value))), at: id)
    }
    switch objects[number].kind {
    case .generator: return value
    case .instance where hasMember("__iter__", number):
      return callMember("__iter__", of: number, TacArguments(), at: id) ?? value
    default: return make(.generator(TacGenerator(source: .members(value))), at: id)
    }
  }

  private mutating func sum(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    guard let first = arguments.positional.first, let content = content(of: first, at: id), content.isExact, isAlive
    else {
      mayRaise(.unknown("an exception"))
      return .unknown("a call of sum()")
    }
    var total = arguments.value(1, "start") ?? .integer(0)
    for item in content.items { total = operate(.add, total, item, at: id) }
    return total
  }

  /// `any(...)` and `all(...)` stop at the first member that decides.
  private mutating func anyOrAll(_ isAny: Bool, _ value: TacValue, at id: UInt32) -> TacValue {
    let outcome = seek(in: value, at: id) { evaluator, member in evaluator.truth(of: member).map { $0 == isAny } }
    return outcome.map { .bool($0 == isAny) } ?? .unknown("a call of \(isAny ? "any" : "all")()")
  }

  /// Asks for members up to the first that passes a test; tells whether there is one, nil when that is not known.
  mutating func seek(
    in value: TacValue, at id: UInt32, _ test: @escaping (inout TacEvaluator, TacValue) -> Bool?
  ) -> Bool? {
    final class Outcome {
      var isDecided = false
      var isOpen = false
    }
    let outcome = Outcome()
    let taken = Consumer.Taken()
    let before = uncaught
    iterate(value, at: id, isKept: false, taken: taken) { evaluator, member in
      switch test(&evaluator, member) {
      case true?:
        outcome.isDecided = true
        evaluator.keep(in: &taken.state)
      case nil:
        outcome.isOpen = true
        var other = evaluator.state
        other.weight = evaluator.weight / 2
        evaluator.weight -= other.weight
        TacEvaluator.join(other, into: &taken.state)
      case false?: break
      }
    }
    let isEnded = isAlive
    rejoin(taken.state)
    forgive(since: before)
    return outcome.isOpen || outcome.isDecided && isEnded ? nil : outcome.isDecided
  }

  private mutating func integer(_ value: TacValue, radix: TacValue?) -> TacValue {
    var base = 10
    if case .integer(let number)? = radix, 2...36 ~= number { base = number }
    if case .text(let text) = value, TacText.hasHole(text) {
      mayRaise(.name("ValueError"))
      return number(text, radix: base)
    }
    if value.alternatives.count == 1, value.isLiteral, radix == nil || radix?.isLiteral == true {
      let result = Self.integer(value, base)
      if let result { return result }
      switch value {
      case .none, .tuple: fail(.name("TypeError"))
      case .text(let text) where text.allSatisfy(\.isASCII) && !text.contains("_"): fail(.name("ValueError"))
      default: mayRaise(.name("ValueError"))
      }
      return .unknown(origin(of: value))
    }
    mayRaise(.name("ValueError"))
    return map(value) { _, value in Self.integer(value, base) }
  }

  private static func integer(_ value: TacValue, _ base: Int) -> TacValue? {
    switch value {
    case .integer: value
    case .bool(let flag): .integer(flag ? 1 : 0)
    case .float(let number): truncated(number).map { .integer($0) }
    case .text(let text): Int(text.filter { !$0.isWhitespace }, radix: base).map { .integer($0) }
    default: nil
    }
  }

  /// The whole part of a number that is not too large to have an exact one.
  static func truncated(_ number: Double) -> Int? { number.magnitude < 9e15 ? Int(number) : nil }

  private mutating func length(of value: TacValue, at id: UInt32) -> TacValue {
    if case .choice = value { return forEachAlternative(of: value) { $0.length(of: $1, at: id) } }
    switch value {
    case .text(let text):
      return TacText.hasHole(text) ? .unknown("the length of a text") : .integer(text.unicodeScalars.count)
    case .tuple(let values): return .integer(values.count)
    case .object(let number):
      switch objects[number].kind {
      case .list(let content):
        if content.isExact { return .integer(content.items.count) }
        let counts = content.minimum...content.items.count
        return content.rest == nil && counts.count <= 8
          ? .merge(counts.map { .integer($0) }) : .unknown("the length of a list")
      case .dictionary(let content):
        if content.isExact { return .integer(content.entries.count) }
        let maybe = content.entries.filter(\.isMaybe).count
        let sure = content.entries.count - maybe
        return content.rest == nil && maybe < 8
          ? .merge((sure...content.entries.count).map { .integer($0) }) : .unknown("the length of a dictionary")
      case .instance:
        if let value = callMember("__len__", of: number, TacArguments(), at: id) { return value }
        if let inner = mapping(value) { return length(of: .object(inner), at: id) }
        if let values = members(ofRecord: number) { return .integer(values.count) }
      default: break
      }
    case .none, .bool, .integer, .float:
      fail(.name("TypeError"))
      return .unknown("a value that is never computed")
    default: break
    }
    mayRaise(.unknown("an exception"))
    return .unknown(origin(of: value))
  }

  /// `list(...)` and `sorted(...)`, which make a new list.
  private mutating func copied(
    _ value: TacValue?, _ name: String, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    guard let value else { return makeList([], at: id) }
    guard let content = content(of: value, at: id) else {
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: value))
    }
    guard isAlive else { return .unknown("a value that is never computed") }
    if name == "list" {
      // The order of a set is left to chance.
      return makeList(isSet(value) && content.items.count > 1 ? shuffled(content) : content, at: id)
    }
    return sorted(content, arguments, at: id).map { makeList($0, at: id) } ?? .unknown("a value that is never computed")
  }

  private func isSet(_ value: TacValue) -> Bool {
    if case .dictionary(let content)? = object(value)?.kind { content.isSet } else { false }
  }

  private func shuffled(_ content: ListContent) -> ListContent {
    guard content.isExact, let any = content.anyMember else { return content.blurred }
    return ListContent(Array(repeating: any, count: content.items.count))
  }

  private mutating func dictionary(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    let value = make(.dictionary(DictionaryContent()), at: id)
    guard case .object(let number) = value else { return value }
    _ = dictionaryMethod("update", number, arguments, at: id)
    return value
  }

  private mutating func range(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    var bounds: [Int] = []
    for argument in arguments.positional {
      guard case .integer(let number) = argument, number.magnitude < 1 << 40 else {
        return .unknown(origin(of: argument))
      }
      bounds.append(number)
    }
    guard (1...3).contains(bounds.count), !arguments.isPartial else { return .unknown("a range") }
    let (start, end) = bounds.count == 1 ? (0, bounds[0]) : (bounds[0], bounds[1])
    let step = bounds.count == 3 ? bounds[2] : 1
    guard step != 0, abs(end - start) / abs(step) <= Self.iterationLimit else { return .unknown("a long range") }
    return makeList(stride(from: start, to: end, by: step).map { .integer($0) }, at: id)
  }

  private mutating func combined(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    var columns: [ListContent] = []
    for argument in arguments.positional {
      if name == "enumerate", !columns.isEmpty { break }
      guard let content = content(of: argument, at: id) else {
        mayRaise(.unknown("an exception"))
        return .unknown(origin(of: argument))
      }
      columns.append(content)
    }
    guard isAlive, let shortest = columns.map(\.items.count).min() else { return .unknown("a call of \(name)()") }
    let isOpen = columns.contains { $0.rest != nil }
    let minimum = columns.map(\.minimum).min() ?? 0
    var start = 0
    if name == "enumerate", let number = arguments.value(1, "start")?.wholeNumber, number.magnitude < 1 << 40 {
      start = number
    }
    let rows = (0..<shortest).map { row -> TacValue in
      let cells = columns.map { $0.items[row] }
      return makeTuple(name == "enumerate" ? [.integer(start + row), cells[0]] : cells)
    }
    let rest: TacValue? =
      isOpen
      ? makeTuple(
        (name == "enumerate" ? [.unknown("a place in a list")] : [])
          + columns.map { $0.anyMember ?? .unknown("a member of a list") })
      : nil
    return makeList(ListContent(items: rows, minimum: min(minimum, rows.count), rest: rest), at: id)
  }

  private mutating func extreme(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    var content = ListContent(arguments.positional)
    if arguments.positional.count == 1 {
      guard let members = self.content(of: arguments.positional[0], at: id) else {
        mayRaise(.unknown("an exception"))
        return .unknown("a call of \(name)()")
      }
      content = members
    }
    guard isAlive else { return .unknown("a value that is never computed") }
    if content.isExact, content.items.isEmpty {
      if let fallback = arguments["default"] { return fallback }
      fail(.name("ValueError"))
      return .unknown("a value that is never computed")
    }
    var keys: [TacValue] = []
    let key = arguments["key"].flatMap { $0.isNone ? nil : $0 }
    for item in content.items {
      keys.append(key.map { apply($0, TacArguments(positional: [item]), at: id) } ?? item)
      if !isAlive { return .unknown("a value that is never computed") }
    }
    if content.isExact, keys.allSatisfy(\.isLiteral) {
      var best = 0
      var isKnown = true
      for place in keys.indices.dropFirst() {
        let outcome = name == "min" ? Self.isLess(keys[place], keys[best]) : Self.isLess(keys[best], keys[place])
        if outcome == nil { isKnown = false }
        if outcome == true { best = place }
      }
      if isKnown { return content.items[best] }
    }
    if content.minimum == 0, arguments["default"] == nil { mayRaise(.name("ValueError")) }
    let others = (content.minimum == 0 ? arguments["default"].map { [$0] } : nil) ?? []
    return content.anyMember.map { .merge([$0] + others) } ?? .unknown("a call of \(name)()")
  }

  /// `hasattr(x, "name")`, which only a value that is surely there answers.
  private mutating func hasAttribute(_ arguments: TacArguments) -> TacValue {
    let unknown = TacValue.unknown("a call of hasattr()")
    guard case .object(let number)? = arguments.positional.first, case .text(let key)? = arguments.value(1, "name"),
      !TacText.hasHole(key)
    else { return unknown }
    let symbol = symbol(key)
    var homes = [TacValue.object(number)]
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
    guard !isOpen, !objects[number].escaped, isWhole(Array(homes.drop { $0.isSame(as: .object(number)) })),
      names.find("__getattr__").flatMap({ classMember($0, of: homes.last ?? .none) }) == nil
    else { return unknown }
    return .bool(false)
  }

  /// `getattr(x, "name", default)`.
  private mutating func getAttribute(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    guard arguments.positional.count >= 2, case .text(let key) = arguments.positional[1], !TacText.hasHole(key) else {
      if arguments.positional.count == 2, arguments.positional[1].alternatives.count > 1 {
        let owner = arguments.positional[0]
        return forEachAlternative(of: arguments.positional[1]) {
          $0.getAttribute(TacArguments(positional: [owner, $1]), at: id)
        }
      }
      mayRaise(.name("AttributeError"))
      return .unknown("a call of getattr()")
    }
    let symbol = symbol(key)
    guard let fallback = arguments.value(2, "default") else {
      return attribute(symbol, of: arguments.positional[0], at: id)
    }
    return forEachAlternative(of: arguments.positional[0]) { $0.attribute(symbol, of: $1, else: fallback, at: id) }
  }

  private mutating func attribute(
    _ symbol: UInt32, of owner: TacValue, else fallback: TacValue, at id: UInt32
  ) -> TacValue {
    if owner.isScalar { return fallback }
    if case .object(let number) = owner, case .instance(let type) = objects[number].kind,
      let own = objects[number].attributes[symbol], !own.present.isSure, classMember(symbol, of: type) == nil
    {
      return .merge((own.present.value.map { [$0] } ?? []) + [fallback])
    }
    let held = handlers
    handlers = []
    let value = attribute(symbol, of: owner, at: id)
    handlers = held
    switch value {
    case .unknown(let unknown):
      if unknown.origin.hasPrefix(Self.missingAttribute) { return fallback }
      return .unknown(unknown.origin, fallback: unknown.fallback ?? fallback)
    case .name where fallback.isScalar: return .unknown(origin(of: value), fallback: fallback)
    case .object(let number):
      if case .method(_, nil, _) = objects[number].kind { return fallback }
      return value
    default: return value
    }
  }
}
