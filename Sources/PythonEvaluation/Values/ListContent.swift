/// What a list is known to hold.
///
/// It begins with the items, of which the first `minimum` are surely there: it may be shorter than the items tell, never
/// without a beginning. After the last item any number of members may follow that are each `rest`.
package struct ListContent: Sendable {
  package var items: [PythonValue]
  /// The number of items that are surely there.
  package var minimum: Int
  /// What further members may be, if there may be any.
  package var rest: PythonValue?

  package static let limit = 1024
  /// The members at a growing end that is not known which are told apart.
  package static let tailLimit = 12

  package init(_ items: [PythonValue] = []) {
    self.items = items
    minimum = items.count
  }

  package init(items: [PythonValue], minimum: Int, rest: PythonValue?) {
    self.items = items
    self.minimum = minimum
    self.rest = rest
  }

  /// A list of which nothing is known but what its members may be.
  package static func blurred(_ member: PythonValue?) -> ListContent {
    ListContent(items: [], minimum: 0, rest: member)
  }

  package var isExact: Bool { rest == nil && minimum == items.count }

  /// What any of the members may be; nil for a list that is surely empty.
  package var anyMember: PythonValue? {
    let all = items + (rest.map { [$0] } ?? [])
    return all.isEmpty ? nil : PythonValue.merge(all)
  }

  /// The members may come in any order and number.
  package var blurred: ListContent { .blurred(anyMember) }

  /// As many members, each of which may stand at any place.
  package var shuffled: ListContent {
    guard isExact, let any = anyMember else { return blurred }
    return ListContent(Array(repeating: any, count: items.count))
  }

  /// Whether it counts as true; nil when that is not known.
  package var truth: Bool? { minimum > 0 ? true : isExact ? false : nil }

  package mutating func append(_ value: PythonValue) {
    guard items.count < Self.limit else {
      rest = rest.map { .merge([$0, value]) } ?? value
      return
    }
    if isExact {
      items.append(value)
      minimum += 1
      return
    }
    if items.count - minimum > Self.tailLimit {
      rest = PythonValue.merge(items.dropFirst(minimum) + [value] + (rest.map { [$0] } ?? []))
      items.removeSubrange(minimum...)
      return
    }
    for place in minimum..<items.count { items[place] = .merge([items[place], value]) }
    if let more = rest {
      rest = .merge([more, value])
      if minimum == items.count { items.append(.merge([more, value])) }
    } else {
      items.append(value)
    }
    minimum += 1
  }

  package mutating func append(contentsOf other: ListContent) {
    if isExact, items.count + other.items.count <= Self.limit {
      items += other.items
      minimum += other.minimum
      rest = other.rest
      return
    }
    for value in other.items.prefix(other.minimum) { append(value) }
    let others = Array(other.items.dropFirst(other.minimum)) + (other.rest.map { [$0] } ?? [])
    if others.isEmpty { return }
    // From the first place that may be its end, any of the rest may stand anywhere.
    let merged = PythonValue.merge(others + items.dropFirst(minimum) + (rest.map { [$0] } ?? []))
    for place in minimum..<items.count { items[place] = merged }
    rest = merged
  }

  /// A place in the list for a Python index; nil when that is not surely one of the items.
  package func place(of index: Int) -> Int? {
    if index >= 0 { return index < minimum ? index : nil }
    guard isExact, index >= -items.count else { return nil }
    return items.count + index
  }

  /// What may stand at an index, and whether the index may or must be out of range.
  package func member(at index: Int) -> (value: PythonValue?, isMissing: Bool?) {
    if let place = place(of: index) { return (items[place], false) }
    if isExact { return (nil, true) }
    if index >= 0 {
      if index < items.count { return (items[index], nil) }
      return (rest, rest == nil ? true : nil)
    }
    let isSure = minimum >= -index
    // Counted from an end that is not known.
    let first = max(0, minimum + index)
    let candidates = Array(items.dropFirst(first)) + (rest.map { [$0] } ?? [])
    return (candidates.isEmpty ? nil : .merge(candidates), isSure ? false : candidates.isEmpty ? true : nil)
  }

  /// Joins what the list holds on another way; tells whether that changed it.
  package mutating func join(_ other: ListContent, isWidening: Bool) -> Bool {
    var hasChanged = false
    if isWidening, items.count != other.items.count || minimum != other.minimum {
      // A loop lets it grow: what is common stays, the rest may come in any number.
      let common = min(minimum, other.minimum)
      for place in 0..<common {
        hasChanged = items[place].join(other.items[place], isWidening: true) || hasChanged
      }
      let more =
        Array(items.dropFirst(common)) + Array(other.items.dropFirst(common))
        + [rest, other.rest].compactMap { $0 }
      let was = (items.count, minimum, rest)
      items = Array(items.prefix(common))
      minimum = common
      let merged: PythonValue? = more.isEmpty ? nil : .merge(more)
      if let before = was.2, let merged, !before.isSame(as: merged) {
        rest = before.widened(to: merged)
      } else {
        rest = merged
      }
      let isSameRest = was.2.flatMap { a in rest.map { a.isSame(as: $0) } } ?? (was.2 == nil && rest == nil)
      return hasChanged || was.0 != items.count || was.1 != minimum || !isSameRest
    }
    for place in 0..<min(items.count, other.items.count) {
      hasChanged = items[place].join(other.items[place], isWidening: isWidening) || hasChanged
    }
    if items.count < other.items.count {
      var added = Array(other.items.dropFirst(items.count))
      if let rest { added = added.map { .merge([$0, rest]) } }
      items += added
      hasChanged = true
    } else if items.count > other.items.count, let more = other.rest {
      for place in other.items.count..<items.count {
        hasChanged = items[place].join(more, isWidening: isWidening) || hasChanged
      }
    }
    if other.minimum < minimum {
      minimum = other.minimum
      hasChanged = true
    }
    return rest.join(other.rest, isWidening: isWidening) || hasChanged
  }
}
