import PythonSyntax

/// The methods of dictionaries.
package extension Evaluator {
  mutating func dictionaryMethod(
    _ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    refresh(number)
    guard case .dictionary(var content) = objects[number].kind else { return .none }
    if content.isSet { return setMethod(name, of: number, with: arguments, at: id) }
    let given = arguments.positional
    switch name {
    case "get", "setdefault", "pop":
      guard let key = given.first.map({ keyed($0) }) else { return .none }
      charge(content.cost(of: key), 4)
      let fallback = arguments.value(1, "default")
      let (values, isMissing) = content.lookUp(key)
      var results = values
      if isMissing != false {
        if name == "pop", fallback == nil {
          if isMissing == true {
            fail(.name("KeyError"))
            return .none
          }
          mayRaise(.name("KeyError"))
        } else {
          results.append(fallback ?? .none)
        }
      }
      let result = PythonValue.merge(results)
      if name == "pop" {
        content.remove(key)
        setDictionary(number, content)
      } else if name == "setdefault", isMissing != false {
        content.store(result, key)
        setDictionary(number, content)
      }
      if case .unknown(let unknown) = result, unknown.fallback == nil, isMissing == nil, fallback?.isScalar == true {
        return .unknown(unknown.origin, fallback: fallback)
      }
      return result
    case "keys", "iterkeys", "values", "itervalues", "items", "iteritems":
      let value = make(.list(members(name, of: content)), at: id)
      if case .object(let view) = value, !name.hasPrefix("iter") { addView(view, of: number, name) }
      return value
    case "copy": return make(.dictionary(content), at: id)
    case "clear": setDictionary(number, DictionaryContent())
    case "popitem":
      if content.isExact, !content.isShuffled {
        guard let last = content.popLast() else {
          fail(.name("KeyError"))
          return .none
        }
        setDictionary(number, content)
        return makeTuple([last.key, last.value])
      }
      mayRaise(.name("KeyError"))
      content.doubtEach()
      setDictionary(number, content)
      return .unknown("an entry of a dictionary")
    case "update":
      for more in given { update(number, with: more, at: id) }
      guard isAlive, case .dictionary(var content) = objects[number].kind else { return .none }
      for argument in arguments.named { content.store(argument.value, .text(argument.name)) }
      if arguments.isPartial { content.doubt("an entry of a dictionary") }
      setDictionary(number, content)
    case "has_key":
      return given.first.flatMap { compare(.in, $0, with: .object(number)) }.map { .bool($0) } ?? .unknown("has_key")
    default:
      mayRaise(.unknown("an exception"))
      if !Self.harmless.contains(name) { blur(number, "a call of \(callName(id))") }
      return .unknown("a call of \(callName(id))")
    }
    return .none
  }

  private mutating func members(_ name: String, of content: DictionaryContent) -> ListContent {
    charge(content.entries.count, 2)
    return content.list {
      name.hasSuffix("keys") ? $0.key : name.hasSuffix("values") ? $0.value : makeTuple([$0.key, $0.value])
    }
  }

  /// The attribute of a dictionary that holds what shows its members as they are by now, and how.
  static let viewsMark = "(views)"

  private mutating func addView(_ view: Int, of number: Int, _ name: String) {
    let mark = symbol(Self.viewsMark)
    var views: [PythonValue] = if case .tuple(let views)? = objects[number].attributes[mark] { views } else { [] }
    if views.count >= 16 { views.removeFirst(2) }
    objects[number].attributes[mark] = .tuple(views + [.object(view), .text(name)])
    objects[view].attributes[mark] = PythonValue.none
  }

  /// Brings the views of a dictionary that changed to where it is now.
  mutating func refreshViews(of number: Int, _ content: DictionaryContent) {
    guard let mark = names.find(Self.viewsMark), case .tuple(let views)? = objects[number].attributes[mark] else {
      return
    }
    for place in stride(from: 0, to: views.count - 1, by: 2) {
      guard case .object(let view) = views[place], case .text(let name) = views[place + 1] else { continue }
      let shown = members(name, of: content)
      objects[view].kind = .list(shown)
    }
  }

  /// Takes in the entries of a mapping or of pairs.
  mutating func update(_ number: Int, with more: PythonValue, at id: UInt32) {
    let optionsOf = framework.options
    _ = forEachAlternative(of: more) { evaluator, more in
      guard case .dictionary(var content) = evaluator.objects[number].kind else { return .none }
      if let other = evaluator.mapping(more) { evaluator.refresh(other) }
      if let other = evaluator.mapping(more), case .dictionary(let added) = evaluator.objects[other].kind {
        content.update(with: added)
        evaluator.charge(added.entries.count, 4)
      } else if let options = optionsOf(&evaluator, more) {
        for (name, value) in options { content.store(value, .text(name)) }
      } else if content.isSet, let added = evaluator.content(of: more, at: id, inOrder: false) {
        content.update(with: evaluator.set(of: added))
        evaluator.charge(added.items.count, 4)
      } else if let pairs = evaluator.content(of: more, at: id), pairs.isExact {
        evaluator.charge(pairs.items.count, 4)
        for pair in pairs.items {
          guard let cells = evaluator.content(of: pair), cells.isExact, cells.items.count == 2 else {
            if pair.isScalar {
              evaluator.fail(.name("TypeError"))
            } else {
              evaluator.mayRaise(.unknown("an exception"))
            }
            content.doubt("an entry of a dictionary")
            continue
          }
          content.store(cells.items[1], evaluator.keyed(cells.items[0]))
        }
      } else {
        evaluator.mayRaise(.unknown("an exception"))
        if content.isSet {
          content.rest = .unknown(evaluator.origin(of: more))
        } else {
          content.doubt(evaluator.isView(number) ? "a call of globals()" : "an entry of a dictionary")
        }
      }
      if evaluator.isAlive { evaluator.setDictionary(number, content) }
      return .none
    }
  }
}
