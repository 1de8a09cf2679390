import PythonSyntax

/// `match`: cases whose patterns take a value apart.
package extension Evaluator {
  mutating func runMatch(_ node: Node) {
    let subject = evaluate(node.first)
    guard isAlive else { return }
    _ = forEachAlternative(of: subject) { evaluator, subject in
      evaluator.matchCases(Array(evaluator.tree.list(node.second).prefix(64))[...], subject)
      return .none
    }
  }

  private mutating func matchCases(_ cases: ArraySlice<UInt32>, _ subject: PythonValue) {
    guard isAlive, let id = cases.first, let branch = tree.node(id) else { return }
    let rest = cases.dropFirst()
    let (guardTest, block) = (tree.member(branch.second, 0), tree.member(branch.second, 1))
    func take(_ evaluator: inout Evaluator, _ bound: Bindings) {
      for (symbol, value) in bound { evaluator.bindName(symbol, to: value) }
      if guardTest == Node.none { return evaluator.run(block) }
      let truth = evaluator.evaluateTruth(guardTest)
      guard evaluator.isAlive else { return }
      switch truth {
      case true?: evaluator.run(block)
      case false?: evaluator.matchCases(rest, subject)
      case nil: evaluator.fork(2) { $1 == 0 ? $0.run(block) : $0.matchCases(rest, subject) }
      }
    }
    var bound: Bindings = [:]
    let outcome = matches(subject, branch.first, binding: &bound)
    guard isAlive else { return }
    switch outcome {
    case true?: take(&self, bound)
    case false?: matchCases(rest, subject)
    case nil: fork(2) { $1 == 0 ? take(&$0, bound) : $0.matchCases(rest, subject) }
    }
  }

  private mutating func bindName(_ symbol: UInt32, to value: PythonValue) {
    let home = self.home(of: symbol)
    scopes[home].variables[symbol] = value
  }

  /// Whether a value fits a pattern, nil when that is not known; what the pattern's names then are.
  private mutating func matches(
    _ subject: PythonValue, _ pattern: UInt32, binding bound: inout Bindings, level: Int = 0
  )
    -> Bool?
  {
    guard level < 16, let node = tree.node(pattern) else { return nil }
    switch node.kind {
    case .name:
      switch names.text(node.first) {
      case "None", "True", "False": return compare(.is, subject, with: evaluate(pattern))
      case "_": return true
      default:
        bound[node.first] = subject
        return true
      }
    case .number, .string, .joinedStrings, .unary, .attribute: return compare(.equal, subject, with: evaluate(pattern))
    case .binary where node.operator == .bitOr:
      let first = matches(subject, node.first, binding: &bound, level: level + 1)
      if first == true { return true }
      let before = bound
      let second = matches(subject, node.second, binding: &bound, level: level + 1)
      if first == nil { _ = bound.join(before, isWidening: false) }
      return second == true ? true : first == nil ? nil : second
    case .binary: return compare(.equal, subject, with: evaluate(pattern))
    case .walrus:
      let outcome = matches(subject, node.second, binding: &bound, level: level + 1)
      if let name = tree.node(node.first) { bound[name.first] = subject }
      return outcome
    case .tuple, .list:
      return matchesSequence(subject, Array(tree.list(node.second)), binding: &bound, level: level + 1)
    case .dictionary: return matchesMapping(subject, Array(tree.list(node.second)), binding: &bound, level: level + 1)
    case .call: return matchesClass(subject, node, binding: &bound, level: level + 1)
    default: return nil
    }
  }

  private static func all(_ outcomes: [Bool?]) -> Bool? {
    outcomes.contains(false) ? false : outcomes.contains(nil) ? nil : true
  }

  private mutating func matchesSequence(
    _ subject: PythonValue, _ parts: [UInt32], binding bound: inout Bindings, level: Int
  ) -> Bool? {
    var content: ListContent?
    switch subject {
    case .tuple(let values): content = ListContent(values)
    case .object(let number):
      switch objects[number].kind {
      case .list(let list): content = list
      case .dictionary, .function, .classObject: return false
      case .instance(let type):
        content = members(ofRecord: number).map { ListContent($0) }
        if content == nil, isWhole(ancestry(of: type)) { return false }
      default: break
      }
    case .none, .bool, .integer, .float, .text: return false
    default: break
    }
    let star = parts.firstIndex { tree.node($0)?.kind == .starred }
    guard let content, content.isExact else {
      let member = content?.anyMember ?? .unknown("a match")
      for part in parts {
        let isStar = tree.node(part)?.kind == .starred
        let inner = isStar ? tree.node(part)?.first ?? part : part
        _ = matches(isStar ? makeList(.blurred(member), at: part) : member, inner, binding: &bound, level: level)
      }
      return nil
    }
    let values = content.items
    guard let star else {
      guard values.count == parts.count else { return false }
      return Self.all(zip(values, parts).map { matches($0, $1, binding: &bound, level: level) })
    }
    guard values.count >= parts.count - 1 else { return false }
    let tail = parts.count - star - 1
    var outcomes = zip(values, parts[..<star]).map { matches($0, $1, binding: &bound, level: level) }
    let middle = makeList(Array(values[star..<(values.count - tail)]), at: parts[star])
    if let inner = tree.node(parts[star]) {
      outcomes.append(matches(middle, inner.first, binding: &bound, level: level))
    }
    outcomes += zip(values.suffix(tail), parts[(star + 1)...]).map { matches($0, $1, binding: &bound, level: level) }
    return Self.all(outcomes)
  }

  private mutating func matchesMapping(
    _ subject: PythonValue, _ members: [UInt32], binding bound: inout Bindings, level: Int
  ) -> Bool? {
    guard let number = mapping(subject), case .dictionary(var content) = objects[number].kind, !content.isSet else {
      for index in stride(from: 0, to: members.count - 1, by: 2) {
        _ = matches(.unknown("a match"), members[index + 1], binding: &bound, level: level)
      }
      if subject.isScalar { return false }
      if case .tuple = subject { return false }
      switch object(subject)?.kind {
      case .list, .function: return false
      case .instance(let type): return isWhole(ancestry(of: type)) ? false : nil
      default: return nil
      }
    }
    var outcomes: [Bool?] = []
    for index in stride(from: 0, to: members.count - 1, by: 2) {
      if members[index] == Node.none {
        outcomes.append(
          matches(make(.dictionary(content), at: members[index + 1]), members[index + 1], binding: &bound, level: level)
        )
        continue
      }
      let key = evaluate(members[index])
      let (values, isMissing) = content.lookUp(key)
      if isMissing == true { return false }
      let outcome = matches(.merge(values), members[index + 1], binding: &bound, level: level)
      outcomes.append(isMissing == nil && outcome == true ? nil : outcome)
      content.remove(key)
    }
    return Self.all(outcomes)
  }

  private mutating func matchesClass(
    _ subject: PythonValue, _ node: Node, binding bound: inout Bindings, level: Int
  ) -> Bool? {
    let type = evaluate(node.first)
    var outcomes = [isKind(subject, type, isClass: false)]
    if outcomes[0] == false { return false }
    var place = 0
    for argument in tree.list(node.second) {
      guard let part = tree.node(argument) else { return nil }
      var inner = argument
      var value = PythonValue.unknown("a match")
      if part.kind == .keywordArgument {
        inner = part.second
        value = attribute(part.first, of: subject, at: argument)
      } else if case .name = type {
        // `int(x)` and its like stand for the value itself.
        value = subject
      } else {
        let order = symbol("__match_args__")
        let listed = elements(of: classMember(order, of: type) ?? .none)?.values ?? fields(of: type).map { .text($0) }
        if place < listed.count, let name = literal(listed[place]) {
          let symbol = symbol(name)
          value = attribute(symbol, of: subject, at: argument)
        }
        place += 1
      }
      outcomes.append(matches(value, inner, binding: &bound, level: level))
    }
    return Self.all(outcomes)
  }
}
