/// Something numbered that remembers when it was last changed.
package protocol Stamped {
  /// Two copies with one stamp are the same.
  var stamp: UInt64 { get set }
  /// Whether it exists on this way through the program.
  var isPresent: Bool { get }
  static var missing: Self { get }
}

/// An array whose copies share what did not change, a page at a time, so that a way through the program can be kept and
/// joined with another at the cost of what they changed.
package struct Paged<Element: Stamped> {
  private final class Page {
    package var elements: [Element]
    package init(_ elements: [Element]) { self.elements = elements }
  }

  private static var pageSize: Int { 32 }

  private var pages: [Page] = []
  package private(set) var count = 0
  package let clock: StampClock

  package init(clock: StampClock) { self.clock = clock }

  package var indices: Range<Int> { 0..<count }

  package subscript(index: Int) -> Element {
    get {
      guard index >= 0, index < count else { return Element.missing }
      return pages[index / Self.pageSize].elements[index % Self.pageSize]
    }
    _modify {
      precondition(index >= 0 && index < count)
      let page = index / Self.pageSize
      if !isKnownUniquelyReferenced(&pages[page]) { pages[page] = Page(pages[page].elements) }
      pages[page].elements[index % Self.pageSize].stamp = clock.tick()
      yield &pages[page].elements[index % Self.pageSize]
    }
  }

  /// Puts an element at a number; those before it that are not there exist only on other ways.
  package mutating func append(_ element: Element, at index: Int) {
    while pages.count <= index / Self.pageSize {
      pages.append(Page(Array(repeating: Element.missing, count: Self.pageSize)))
    }
    count = max(count, index + 1)
    self[index] = element
    self[index].stamp = clock.tick()
  }

  /// Takes in what another way holds; tells whether that changed anything that was here.
  ///
  /// - Parameter combine: joins the second into the first, and tells whether it changed.
  package mutating func join(_ other: Paged, _ combine: (inout Element, Element) -> Bool) -> Bool {
    var hasChanged = false
    if pages.count < other.pages.count { pages.append(contentsOf: other.pages[pages.count...]) }
    count = max(count, other.count)
    for page in 0..<min(pages.count, other.pages.count) where pages[page] !== other.pages[page] {
      clock.addWork(4)
      let theirs = other.pages[page].elements
      var changed: [(Int, Element)] = []
      for (place, element) in theirs.enumerated() where element.isPresent {
        var mine = pages[page].elements[place]
        if mine.stamp == element.stamp { continue }
        if !mine.isPresent {
          changed.append((place, element))
        } else if combine(&mine, element) {
          mine.stamp = clock.tick()
          changed.append((place, mine))
          hasChanged = true
        }
      }
      if changed.isEmpty { continue }
      if !isKnownUniquelyReferenced(&pages[page]) { pages[page] = Page(pages[page].elements) }
      for (place, element) in changed { pages[page].elements[place] = element }
    }
    return hasChanged
  }
}
