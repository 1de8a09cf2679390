import PythonSyntax

extension TacEvaluator {
  mutating func listMethod(_ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    guard case .list(var values) = objects[number].kind else { return .none }
    var isPartial = objects[number].isPartial
    switch name {
    case "append", "add", "appendleft":
      guard let value = arguments.positional.first else { return .none }
      if objects[number].escaped { escape(value) }
      if values.count < Self.displayLimit { values.append(value) } else { isPartial = true }
    case "insert":
      guard case .integer(let place)? = arguments.positional.first, let value = arguments.value(1, "object") else {
        isPartial = true
        break
      }
      values.insert(value, at: min(max(0, place), values.count))
    case "extend", "update":
      if let more = arguments.positional.first, let (added, addedPartial) = elements(of: more),
        values.count + added.count <= Self.displayLimit
      {
        values.append(contentsOf: added)
        isPartial = isPartial || addedPartial
      } else {
        isPartial = true
      }
    case "copy": return .object(number)
    case "pop", "remove", "sort", "reverse", "clear", "discard", "popleft":
      setContent(of: number, .list(values), isPartial: true)
      return name == "pop" ? .unknown("a member of a list") : .none
    default: return .unknown("a call of \(callName(id))")
    }
    setContent(of: number, .list(values), isPartial: isPartial)
    return .none
  }

  mutating func dictionaryMethod(
    _ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    guard case .dictionary(var entries) = objects[number].kind else { return .none }
    switch name {
    case "get", "setdefault", "pop":
      guard let key = arguments.positional.first else { return .none }
      let fallback = arguments.value(1, "default")
      guard let found = entry(of: .object(number), key) else { return fallback ?? .none }
      if case .unknown(let unknown) = found { return .unknown(unknown.origin, fallback: unknown.fallback ?? fallback) }
      return found
    case "keys", "iterkeys", "values", "itervalues", "items", "iteritems":
      let members: [TacValue] = entries.map { entry in
        name.hasSuffix("keys") ? entry.key : name.hasSuffix("values") ? entry.value : .tuple([entry.key, entry.value])
      }
      let value = make(.list(members), at: id)
      if case .object(let list) = value { objects[list].isPartial = objects[number].isPartial }
      return value
    case "copy":
      let value = make(.dictionary(entries), at: id)
      if case .object(let copy) = value { objects[copy].isPartial = objects[number].isPartial }
      return value
    case "update":
      var isPartial = objects[number].isPartial
      var added = arguments.named.map { (key: TacValue.text($0.name), value: $0.value) }
      if let more = arguments.positional.first {
        if let other = mapping(more), case .dictionary(let inner) = objects[other].kind {
          added = inner + added
          isPartial = isPartial || objects[other].isPartial
        } else {
          isPartial = true
        }
      }
      if isPartial {
        // What was there may have been replaced by something unknown.
        entries = entries.map { ($0.key, .merge([$0.value, .unknown("an entry of a dictionary")])) }
      }
      for entry in added.prefix(512) {
        entries.removeAll { $0.key.isSame(as: entry.key) }
        entries.append(entry)
      }
      setContent(of: number, .dictionary(entries), isPartial: isPartial)
      return .none
    default:
      return .unknown("a call of \(callName(id))")
    }
  }
}
