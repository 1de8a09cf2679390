import PythonSyntax

package extension Evaluator {
  /// Begin, end and step of `slice(...)`; nil for another value.
  func sliceBounds(of key: PythonValue) -> [PythonValue?]? {
    guard case .object(let number) = key, case .instance(.name("slice")) = objects[number].kind else { return nil }
    let given = objects[number].arguments.positional.map { $0.isNone ? nil : $0 }
    return (given.count == 1 ? [nil] + given : given) + Array(repeating: nil, count: max(0, 3 - max(given.count, 2)))
  }

  /// Begin, end and step as they are written; what is left out is nothing.
  mutating func sliceBounds(_ slice: Node) -> [PythonValue?] {
    (0..<3).map { place -> PythonValue? in
      let bound = tree.member(slice.second, place)
      if bound == Node.none { return nil }
      let value = evaluate(bound)
      if case .none = value { return nil }
      return value
    }
  }

  /// The places that a slice of so many members takes, as Python counts; nil when they are not known.
  private func places(_ bounds: [PythonValue?], _ count: Int) -> [Int]? {
    func whole(_ value: PythonValue?) -> Int?? {
      guard let value else { return .some(nil) }
      guard let number = value.wholeNumber, number.magnitude < 1 << 40 else { return nil }
      return .some(number)
    }
    guard bounds.count == 3, let lower = whole(bounds[0]), let upper = whole(bounds[1]), let given = whole(bounds[2])
    else { return nil }
    let step = given ?? 1
    guard step != 0 else { return nil }
    func clamped(_ value: Int, from low: Int, to high: Int) -> Int {
      min(max(value < 0 ? value + count : value, low), high)
    }
    let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
    let start = lower.map { clamped($0, from: low, to: high) } ?? (step > 0 ? low : high)
    let end = upper.map { clamped($0, from: low, to: high) } ?? (step > 0 ? high : low)
    return Array(stride(from: start, to: end, by: step))
  }

  mutating func sliced(_ container: PythonValue, _ bounds: [PythonValue?], at id: UInt32) -> PythonValue {
    switch container {
    case .text(let text) where !MarkedText.hasHole(text):
      charge(text.utf8.count)
      let characters = Array(text.unicodeScalars)
      guard let places = places(bounds, characters.count) else { return .unknown("a part of a text") }
      var part = String.UnicodeScalarView()
      for place in places { part.append(characters[place]) }
      return .text(String(part))
    case .tuple(let values):
      guard let places = places(bounds, values.count) else { return .unknown("a slice") }
      charge(places.count)
      return .tuple(places.map { values[$0] })
    case .object(let number):
      if case .list(let content) = objects[number].kind {
        guard content.isExact, let places = places(bounds, content.items.count) else {
          return makeList(content.blurred, at: id)
        }
        return makeList(places.map { content.items[$0] }, at: id)
      }
      mayRaise(.unknown("an exception"))
      return .unknown("a slice")
    default:
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: container))
    }
  }

  /// The bounds of a slice that stands between brackets; nil for another index.
  mutating func subscriptBounds(_ index: UInt32) -> [PythonValue?]? {
    tree.node(index).flatMap { $0.kind == .slice ? sliceBounds($0) : nil }
  }

  mutating func replaceSlice(of container: PythonValue, _ bounds: [PythonValue?], with replacement: Replacement) {
    _ = forEachAlternative(of: container) { evaluator, container in
      if case .object(let number) = container { evaluator.replaceSlice(of: number, bounds, with: replacement) }
      return .none
    }
  }

  /// What takes the place of a slice.
  enum Replacement {
    case list(ListContent)
    case unknown(String)
  }

  mutating func replaceSlice(of number: Int, _ bounds: [PythonValue?], with replacement: Replacement) {
    guard isAlive, case .list(var content) = objects[number].kind else { return }
    charge(content.items.count)
    var added = ListContent.blurred(nil)
    switch replacement {
    case .list(let list): added = list
    case .unknown(let origin): added = .blurred(.unknown(origin))
    }
    guard content.isExact, let places = places(bounds, content.items.count) else {
      let all = [content.anyMember, added.anyMember].compactMap { $0 }
      objects[number].kind = .list(.blurred(all.isEmpty ? nil : .merge(all)))
      return
    }
    let isPlain = zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 } && (bounds[2]?.wholeNumber ?? 1) == 1
    if isPlain {
      let start = places.first ?? self.places([bounds[0], nil, nil], content.items.count)?.first ?? content.items.count
      let tail = Array(content.items[(start + places.count)...])
      var result = ListContent(Array(content.items[..<start]))
      result.append(contentsOf: added)
      for value in tail { result.append(value) }
      objects[number].kind = .list(result)
    } else if case .list(let list) = replacement, list.isExact, list.items.count == places.count {
      for (place, value) in zip(places, list.items) { content.items[place] = value }
      objects[number].kind = .list(content)
    } else if case .list(let list) = replacement, list.isExact, list.items.isEmpty {
      for place in places.sorted(by: >) { content.items.remove(at: place) }
      objects[number].kind = .list(ListContent(content.items))
    } else {
      blur(number, "a list that is computed")
    }
  }

  /// Nothing more is known of a list, a dictionary or an object than what it may hold.
  mutating func blur(_ number: Int, _ origin: String) {
    switch objects[number].kind {
    case .list(let content):
      objects[number].kind = .list(.blurred(.merge((content.anyMember.map { [$0] } ?? []) + [.unknown(origin)])))
    case .dictionary(var content):
      content.doubt(origin)
      content.doubtEach()
      setDictionary(number, content)
    default:
      for (symbol, value) in objects[number].attributes where value.alternatives.allSatisfy(\.isScalar) {
        objects[number].attributes[symbol] = .merge([value, .unknown(origin)])
      }
    }
  }
}
