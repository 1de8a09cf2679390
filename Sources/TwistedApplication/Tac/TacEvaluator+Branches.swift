import PythonSyntax

/// How a run of statements ended.
enum TacFlow {
  case onward, returned, broken, continued
  /// An exception or the end of the process.
  case raised
}

extension TacEvaluator {
  /// A change that can be undone.
  struct Change {
    enum Place: Hashable {
      case variable(scope: Int, symbol: UInt32)
      case attribute(object: Int, symbol: UInt32)
      case content(object: Int)
    }
    var place: Place
    var before: Content
  }

  enum Content {
    case value(TacValue?)
    case kind(TacObject.Kind, isPartial: Bool)
  }

  func content(of place: Change.Place) -> Content {
    switch place {
    case .variable(let scope, let symbol): .value(scopes[scope].variables[symbol])
    case .attribute(let object, let symbol): .value(objects[object].attributes[symbol])
    case .content(let object): .kind(objects[object].kind, isPartial: objects[object].isPartial)
    }
  }

  mutating func restore(_ place: Change.Place, _ content: Content) {
    switch (place, content) {
    case (.variable(let scope, let symbol), .value(let value)): scopes[scope].variables[symbol] = value
    case (.attribute(let object, let symbol), .value(let value)): objects[object].attributes[symbol] = value
    case (.content(let object), .kind(let kind, let isPartial)):
      objects[object].kind = kind
      objects[object].isPartial = isPartial
    default: break
    }
  }

  mutating func record(_ place: Change.Place) {
    if recording > 0 { journal.append(Change(place: place, before: content(of: place))) }
  }

  mutating func setVariable(_ symbol: UInt32, in scope: Int, to value: TacValue?) {
    record(.variable(scope: scope, symbol: symbol))
    scopes[scope].variables[symbol] = value
  }

  mutating func setAttribute(_ symbol: UInt32, of object: Int, to value: TacValue?) {
    record(.attribute(object: object, symbol: symbol))
    objects[object].attributes[symbol] = value
  }

  mutating func setContent(of object: Int, _ kind: TacObject.Kind, isPartial: Bool) {
    record(.content(object: object))
    objects[object].kind = kind
    objects[object].isPartial = isPartial
  }

  /// Undoes the changes since a mark; returns what the places held until then.
  private mutating func undo(to mark: Int) -> [Change.Place: Content] {
    var after: [Change.Place: Content] = [:]
    // Branches within branches take each change back and merge it once a level, which is work as any other.
    steps -= journal.count - mark
    while journal.count > mark, let change = journal.popLast() {
      if after[change.place] == nil { after[change.place] = content(of: change.place) }
      restore(change.place, change.before)
    }
    return after
  }

  /// Follows each of several ways that the program may take; what they change becomes a choice.
  mutating func follow(_ ways: [(inout TacEvaluator) -> TacFlow]) -> TacFlow {
    let mark = journal.count
    var results: [(flow: TacFlow, after: [Change.Place: Content])] = []
    doubt += 1
    recording += 1
    for way in ways {
      let flow = way(&self)
      results.append((flow, undo(to: mark)))
    }
    recording -= 1
    doubt -= 1
    // A way that raises ends the service, so nothing of it is seen later.
    let alive = results.filter { $0.flow != .raised }
    let places = alive.reduce(into: [Change.Place: Void]()) { places, result in
      for place in result.after.keys { places[place] = () }
    }
    for place in places.keys {
      let contents = alive.filter { $0.flow == .onward || $0.flow == .continued || alive.count == 1 }
        .map { $0.after[place] ?? content(of: place) }
      if contents.isEmpty { continue }
      record(place)
      restore(place, merge(contents))
    }
    if alive.isEmpty { return .raised }
    let flows = alive.map(\.flow)
    if let first = flows.first, flows.allSatisfy({ $0 == first }) { return first }
    if flows.contains(.onward) {
      doubt += 1
      frames[frames.count - 1].doubts += 1
      return .onward
    }
    return flows.contains(.continued) ? .continued : .returned
  }

  private func merge(_ contents: [Content]) -> Content {
    var values: [TacValue] = []
    var best: Content?
    var size = -1
    for content in contents {
      switch content {
      case .value(let value): if let value { values.append(value) }
      case .kind(.list(let members), _) where members.count > size:
        best = .kind(.list(members), isPartial: true)
        size = members.count
      case .kind(.dictionary(let entries), _) where entries.count > size:
        best = .kind(.dictionary(entries), isPartial: true)
        size = entries.count
      default: break
      }
    }
    if let best { return best }
    if case .kind? = contents.first { return contents[0] }
    return .value(values.isEmpty ? nil : TacValue.merge(values))
  }

  /// Runs something to learn what it changes, and makes that unknown.
  mutating func forget(_ reason: String, changedBy body: (inout TacEvaluator) -> Void) {
    let mark = journal.count
    rehearsing += 1
    recording += 1
    doubt += 1
    body(&self)
    doubt -= 1
    let after = undo(to: mark)
    recording -= 1
    rehearsing -= 1
    for place in after.keys {
      record(place)
      switch place {
      case .content(let object): objects[object].isPartial = true
      default:
        let value = if case .value(let value?) = content(of: place) { value } else { TacValue?.none }
        // Things such as factories stay what they are; what is counted or replaced does not.
        if let value, case .object = value, case .value(.object?)? = after[place] { continue }
        restore(place, .value(.unknown(reason)))
      }
    }
  }
}
