/// The methods of sets.
package extension Evaluator {
  mutating func setMethod(
    _ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    guard case .dictionary(var content) = objects[number].kind else { return .none }
    let first = arguments.positional.first.map { keyed($0) }
    charge(content.entries.count)
    switch name {
    case "add": if let first { content.add(first) }
    case "discard", "remove":
      guard let first else { return .none }
      if name == "remove" {
        let isMissing = content.lookUp(first).isMissing
        if isMissing == true {
          fail(.name("KeyError"))
          return .none
        }
        if isMissing == nil { mayRaise(.name("KeyError")) }
      }
      content.remove(first)
    case "clear": content = DictionaryContent(isSet: true)
    case "copy": return make(.dictionary(content), at: id)
    case "update":
      for more in arguments.positional { update(number, with: more, at: id) }
      return .none
    case "pop":
      if content.isExact, content.entries.isEmpty {
        fail(.name("KeyError"))
        return .none
      }
      if content.isExact, content.entries.count == 1 {
        let value = content.entries[0].key
        objects[number].kind = .dictionary(DictionaryContent(isSet: true))
        return value
      }
      // Which one comes is left to chance.
      if content.truth != true { mayRaise(.name("KeyError")) }
      let all = content.entries.map(\.key) + (content.rest.map { [$0] } ?? [])
      content.doubtEach()
      objects[number].kind = .dictionary(content)
      return .merge(all)
    case "union", "difference", "intersection", "symmetric_difference", "issubset", "issuperset", "isdisjoint",
      "intersection_update", "difference_update", "symmetric_difference_update":
      return combineSets(name, of: number, with: arguments, at: id)
    default:
      mayRaise(.unknown("an exception"))
      return .unknown("a call of \(callName(id))")
    }
    objects[number].kind = .dictionary(content)
    return .none
  }

  private mutating func combineSets(
    _ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    guard case .dictionary(let content) = objects[number].kind else { return .none }
    var others: [DictionaryContent] = []
    for value in arguments.positional {
      guard let members = self.content(of: value, at: id, inOrder: false) else {
        mayRaise(.unknown("an exception"))
        if name.hasSuffix("_update") { blur(number, "a call of \(callName(id))") }
        return .unknown("a call of \(callName(id))")
      }
      others.append(set(of: members))
      charge(content.entries.count + members.items.count, 8)
    }
    guard isAlive else { return .none }
    if name.hasPrefix("is") {
      guard content.isExact, let other = others.first, other.isExact else { return .unknown("a comparison of sets") }
      let (small, large) = name == "issuperset" ? (other, content) : (content, other)
      let outcomes = small.entries.map { large.lookUp($0.key).isMissing }
      if outcomes.contains(nil) { return .unknown("a comparison of sets") }
      return .bool(name == "isdisjoint" ? !outcomes.contains(false) : !outcomes.contains(true))
    }
    var result = content
    let verb = name.replacing("_update", with: "")
    for other in others { result = Self.combined(verb, result, with: other) }
    if name.hasSuffix("_update") {
      objects[number].kind = .dictionary(result)
      return .none
    }
    return make(.dictionary(result), at: id)
  }

  static func combined(_ verb: String, _ a: DictionaryContent, with b: DictionaryContent) -> DictionaryContent {
    var result = DictionaryContent(isSet: true)
    switch verb {
    case "union":
      result = a
      result.update(with: b)
    case "intersection", "difference":
      for var entry in a.entries {
        let isMissing = b.lookUp(entry.key).isMissing
        if isMissing == nil { entry.isMaybe = true }
        if isMissing != (verb == "difference" ? false : true) { result.append(entry) }
      }
      result.rest = a.rest
    default:
      for var entry in a.entries + b.entries {
        let (inA, inB) = (a.lookUp(entry.key).isMissing, b.lookUp(entry.key).isMissing)
        if inA == false, inB == false { continue }
        if inA == nil || inB == nil { entry.isMaybe = true }
        result.appendNew(entry)
      }
      result.rest = a.rest ?? b.rest
    }
    return result
  }
}
