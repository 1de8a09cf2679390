/// Elements in the order in which they were first added, each once; adding one takes the same time however many there are.
package struct OrderedSet<Element: Hashable & Sendable>: Sendable, Equatable {
  package private(set) var elements: [Element] = []
  private var known: Set<Element> = []

  package init() {}

  package init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// - Returns: Whether the element is new.
  @discardableResult package mutating func append(_ element: Element) -> Bool {
    guard known.insert(element).inserted else { return false }
    elements.append(element)
    return true
  }

  package mutating func append(contentsOf others: some Sequence<Element>) {
    for element in others { append(element) }
  }
}
