import PythonSyntax

package extension Evaluator {
  /// The outcome of a comparison; nil when it is not known.
  mutating func compare(_ symbol: Node.Operator, _ left: PythonValue, with right: PythonValue) -> Bool? {
    if left.alternatives.count > 1 || right.alternatives.count > 1 {
      var outcomes: [Bool?] = []
      for mine in left.alternatives {
        for theirs in right.alternatives { outcomes.append(compare(symbol, mine, with: theirs)) }
      }
      return outcomes.dropFirst().allSatisfy { $0 == outcomes[0] } ? outcomes[0] : nil
    }
    switch symbol {
    case .equal: return isEqual(left, right)
    case .notEqual:
      if case .object(let number) = left, hasMember("__ne__", number) {
        return callMember("__ne__", of: number, PythonArguments(positional: [right]), at: Node.none).flatMap {
          truth(of: $0)
        }
      }
      return isEqual(left, right).map { !$0 }
    case .is: return isIdentical(left, right)
    case .isNot: return isIdentical(left, right).map { !$0 }
    case .in: return contains(right, left)
    case .notIn: return contains(right, left).map { !$0 }
    default: break
    }
    if let result = compareThings(symbol, left, with: right) { return result }
    if left.isScalar, right.isScalar, Self.isLess(left, right) == nil, !holdsHole(left), !holdsHole(right) {
      fail(.name("TypeError"))
      return nil
    }
    switch symbol {
    case .less: return Self.isLess(left, right)
    case .greater: return Self.isLess(right, left)
    case .lessEqual: return Self.isLess(right, left).map { !$0 }
    case .greaterEqual: return Self.isLess(left, right).map { !$0 }
    default: return nil
    }
  }

  /// Sets, lists and objects with methods of comparison.
  private mutating func compareThings(_ symbol: Node.Operator, _ left: PythonValue, with right: PythonValue) -> Bool? {
    guard case .object(let number) = left else { return nil }
    switch objects[number].kind {
    case .dictionary(let mine) where mine.isSet:
      guard case .object(let other) = right, case .dictionary(let theirs) = objects[other].kind, mine.isExact,
        theirs.isExact
      else { return nil }
      charge(mine.entries.count + theirs.entries.count, 4)
      let isWithin = mine.entries.allSatisfy { theirs.lookUp($0.key).isMissing == false }
      let isAround = theirs.entries.allSatisfy { mine.lookUp($0.key).isMissing == false }
      switch symbol {
      case .lessEqual: return isWithin
      case .less: return isWithin && !isAround
      case .greaterEqual: return isAround
      case .greater: return isAround && !isWithin
      default: return nil
      }
    case .list(let mine):
      guard case .object(let other) = right, case .list(let theirs) = objects[other].kind, mine.isExact, theirs.isExact
      else { return nil }
      return compare(symbol, .tuple(mine.items), with: .tuple(theirs.items))
    case .instance:
      let methods: [Node.Operator: String] = [
        .less: "__lt__", .greater: "__gt__", .lessEqual: "__le__", .greaterEqual: "__ge__",
      ]
      guard let name = methods[symbol],
        let value = callMember(name, of: number, PythonArguments(positional: [right]), at: Node.none)
      else {
        mayRaise(.name("TypeError"))
        return nil
      }
      return truth(of: value)
    default: return nil
    }
  }

  private func holdsHole(_ value: PythonValue) -> Bool {
    if case .text(let text) = value { MarkedText.hasHole(text) } else { false }
  }

  private mutating func isIdentical(_ left: PythonValue, _ right: PythonValue) -> Bool? {
    if isPlaceholder(left) || isPlaceholder(right) { return nil }
    switch (left, right) {
    case (.object(let a), .object(let b)): return a == b
    case (.none, .none): return true
    case (.none, .name(let name)), (.name(let name), .none): return Self.isException(name) ? false : nil
    case (.none, .unknown), (.unknown, .none): return nil
    case (.none, _), (_, .none): return false
    case (.bool(let a), .bool(let b)): return a == b
    case (.bool, .integer), (.integer, .bool): return false
    case (.object(let number), .name), (.name, .object(let number)):
      if case .classObject = objects[number].kind { return isEqual(left, right) == true ? true : nil }
      return nil
    default:
      if isEqual(left, right) == false { return false }
      if case .integer(let a) = left, case .integer(let b) = right, -5...256 ~= a { return a == b }
      if case .name = left, case .name = right { return isEqual(left, right) }
      return nil
    }
  }

  /// Whether it stands for an attribute that none of the classes that were read defines, which could be anything.
  private func isPlaceholder(_ value: PythonValue) -> Bool {
    if case .method(_, nil, _)? = object(value)?.kind { true } else { false }
  }

  private mutating func isEqual(_ left: PythonValue, _ right: PythonValue) -> Bool? {
    if isPlaceholder(left) || isPlaceholder(right) { return nil }
    switch (left, right) {
    case (.name("__name__"), .text(let name)), (.text(let name), .name("__name__")): return isModuleName(name)
    case (.name("sys.platform"), .text(let name)), (.text(let name), .name("sys.platform")):
      // Packages are for Linux, whose name Python 2 spells `linux2`.
      return name.hasPrefix("linux") ? nil : false
    case (.object(let a), .object(let b)):
      if a == b { return true }
      if let outcome = equalByMethod(a, right) ?? equalByMethod(b, left) { return outcome }
      switch (objects[a].kind, objects[b].kind) {
      case (.list(let mine), .list(let theirs)):
        guard mine.isExact, theirs.isExact else { return nil }
        return isEqual(.tuple(mine.items), .tuple(theirs.items))
      case (.dictionary(let mine), .dictionary(let theirs)):
        guard mine.isExact, theirs.isExact, mine.isSet == theirs.isSet else { return nil }
        if mine.entries.count != theirs.entries.count { return false }
        charge(mine.entries.count, 4)
        var isKnown = true
        for entry in mine.entries {
          let (values, isMissing) = theirs.lookUp(entry.key)
          if isMissing == true { return false }
          if mine.isSet, isMissing == false { continue }
          let outcome = isMissing == false ? values.first.flatMap { isEqual(entry.value, $0) } : nil
          if outcome == false { return false }
          if outcome == nil { isKnown = false }
        }
        return isKnown ? true : nil
      case (.instance(let type), .instance(let other)):
        // Without a method of its own an instance equals itself only.
        let isPlain = [type, other].allSatisfy { isWhole(ancestry(of: $0)) && !$0.isName(Self.simpleNamespace) }
        return isPlain && fields(of: type).isEmpty ? false : nil
      case (.list, .dictionary), (.dictionary, .list), (.classObject, .classObject), (.function, .function),
        (.classObject, .function), (.function, .classObject):
        return false
      default: return nil
      }
    case (.object(let number), _) where right.isScalar, (_, .object(let number)) where left.isScalar:
      let other = right.isScalar ? right : left
      if let outcome = equalByMethod(number, other) { return outcome }
      if case .none = other { return false }
      switch objects[number].kind {
      case .list, .dictionary, .classObject, .function: return false
      case .instance(let type): return isWhole(ancestry(of: type)) ? false : nil
      default: return nil
      }
    case (.tuple(let a), .tuple(let b)):
      if a.count != b.count { return false }
      guard level < Self.levelLimit - 60, !isExhausted() else { return nil }
      level += 60
      defer { level -= 60 }
      var isKnown = true
      for (mine, theirs) in zip(a, b) {
        switch compare(.equal, mine, with: theirs) {
        case false?: return false
        case nil: isKnown = false
        case true?: continue
        }
      }
      return isKnown ? true : nil
    default: return left.equals(right)
    }
  }

  /// What a method of the program's own says; nil where there is none, and a nil in it where that is not known.
  private mutating func equalByMethod(_ number: Int, _ other: PythonValue) -> Bool?? {
    guard hasMember("__eq__", number) else { return nil }
    let value = callMember("__eq__", of: number, PythonArguments(positional: [other]), at: Node.none)
    return .some(value.flatMap { truth(of: $0) })
  }

  /// twistd runs the file with no `__name__` of its own, so that it is that of the built-ins.
  private func isModuleName(_ name: String) -> Bool? {
    name == "__builtin__" || name == "builtins"
  }

  private mutating func contains(_ container: PythonValue, _ member: PythonValue) -> Bool? {
    let members: [PythonValue]
    var isPartial = false
    var sure = Int.max
    switch container {
    case .tuple(let values): members = values
    case .text(let text):
      guard case .text(let part) = member, !MarkedText.hasHole(text), !MarkedText.hasHole(part) else { return nil }
      charge(text.utf8.count)
      return part.isEmpty || text.contains(part)
    case .object(let id):
      refresh(id)
      switch objects[id].kind {
      case .list(let content):
        members = content.items
        isPartial = content.rest != nil
        sure = content.minimum
      case .dictionary(let content):
        charge(content.cost(of: member), 4)
        let member = keyed(member)
        let isMissing = content.lookUp(member).isMissing
        return isMissing.map { !$0 }
      case .instance:
        if let value = callMember("__contains__", of: id, PythonArguments(positional: [member]), at: Node.none) {
          return truth(of: value)
        }
        if let inner = mapping(container) { return contains(.object(inner), member) }
        if hasMember("__iter__", id) {
          return seek(in: container, at: Node.none) { $0.compare(.equal, $1, with: member) }
        }
        guard let values = self.members(ofRecord: id) else { return nil }
        members = values
      case .generator:
        return seek(in: container, at: Node.none) { $0.compare(.equal, $1, with: member) }
      default: return nil
      }
    default: return nil
    }
    var outcomes: [Bool?] = []
    charge(members.count, 4)
    for value in members { outcomes.append(compare(.equal, value, with: member)) }
    if outcomes.prefix(sure).contains(true) { return true }
    return isPartial || outcomes.contains(where: { $0 != false }) ? nil : false
  }
}
