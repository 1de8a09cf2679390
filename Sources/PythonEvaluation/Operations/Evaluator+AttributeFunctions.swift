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
    guard case .object(let number)? = arguments.positional.first, case .text(let key)? = arguments.value(1, "name"),
      !MarkedText.hasHole(key)
    else { return unknown }
    let symbol = symbol(key)
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
    guard !isOpen, !objects[number].escaped, isWhole(Array(homes.drop { $0.isSame(as: .object(number)) })),
      names.find("__getattr__").flatMap({ classMember($0, of: homes.last ?? .none) }) == nil
    else { return unknown }
    return .bool(false)
  }

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
    guard let fallback = arguments.value(2, "default") else {
      return attribute(symbol, of: arguments.positional[0], at: id)
    }
    return forEachAlternative(of: arguments.positional[0]) { $0.attribute(symbol, of: $1, else: fallback, at: id) }
  }

  mutating func attribute(
    _ symbol: UInt32, of owner: PythonValue, else fallback: PythonValue, at id: UInt32
  ) -> PythonValue {
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
