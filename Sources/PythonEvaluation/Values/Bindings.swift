/// What names are bound to, by their symbols: the variables of a scope, the attributes of a thing.
///
/// Few of them stand in a dictionary. More stand in pages that copies share, so that a copy for another way through the
/// program, a change and a join each cost what was changed, not what is there.
package struct Bindings: Sendable, Sequence, ExpressibleByDictionaryLiteral {
  package typealias Element = (key: UInt32, value: PythonValue)
  private typealias Page = [PythonValue?]

  private static let fewest = 48
  private static let pageSize = 16
  /// Pages stand in shelves, for copying a list of all pages would cost as much as a dictionary.
  private static let shelfSize = 64

  private var few: [UInt32: PythonValue] = [:]
  private var shelves: [[Page]] = []
  private var isPaged = false

  package init(dictionaryLiteral elements: (UInt32, PythonValue)...) {
    for (key, value) in elements { self[key] = value }
  }

  package subscript(symbol: UInt32) -> PythonValue? {
    get {
      guard isPaged else { return few[symbol] }
      let place = Self.place(of: symbol)
      guard place.shelf < shelves.count, place.page < shelves[place.shelf].count else { return nil }
      let page = shelves[place.shelf][place.page]
      return page.isEmpty ? nil : page[place.index]
    }
    set {
      guard isPaged else {
        few[symbol] = newValue
        if few.count > Self.fewest { spread() }
        return
      }
      let place = Self.place(of: symbol)
      while shelves.count <= place.shelf { shelves.append([]) }
      while shelves[place.shelf].count <= place.page { shelves[place.shelf].append([]) }
      if shelves[place.shelf][place.page].isEmpty {
        shelves[place.shelf][place.page] = Array(repeating: nil, count: Self.pageSize)
      }
      shelves[place.shelf][place.page][place.index] = newValue
    }
  }

  /// Whether there was never anything in it.
  package var isEmpty: Bool { !isPaged && few.isEmpty }

  private static func place(of symbol: UInt32) -> (shelf: Int, page: Int, index: Int) {
    let (number, index) = Int(symbol).quotientAndRemainder(dividingBy: pageSize)
    return (number / shelfSize, number % shelfSize, index)
  }

  private mutating func spread() {
    let all = few
    (few, isPaged) = ([:], true)
    for (key, value) in all { self[key] = value }
  }

  /// In the order of the symbols.
  package func makeIterator() -> some IteratorProtocol<Element> {
    guard isPaged else { return few.sorted { $0.key < $1.key }.makeIterator() }
    var all: [Element] = []
    for (shelf, pages) in shelves.enumerated() {
      for (page, values) in pages.enumerated() {
        let first = UInt32((shelf * Self.shelfSize + page) * Self.pageSize)
        for (index, value) in values.enumerated() { if let value { all.append((first + UInt32(index), value)) } }
      }
    }
    return all.makeIterator()
  }

  /// Takes in what another way binds; tells whether that changed anything that was here.
  ///
  /// - Parameter isWidening: what still changes becomes unknown, so that the rounds of a loop come to an end.
  package mutating func join(_ other: Bindings, isWidening: Bool) -> Bool {
    guard isPaged || other.isPaged else { return join(few: other.few, isWidening: isWidening) }
    var other = other
    if !other.isPaged { other.spread() }
    if !isPaged { spread() }
    var hasChanged = false
    for shelf in 0..<Swift.max(shelves.count, other.shelves.count) {
      let theirs = shelf < other.shelves.count ? other.shelves[shelf] : []
      if shelf == shelves.count { shelves.append([]) }
      if shelves[shelf].sharesStorage(with: theirs) { continue }
      for page in 0..<Swift.max(shelves[shelf].count, theirs.count) {
        let their = page < theirs.count ? theirs[page] : []
        if page == shelves[shelf].count { shelves[shelf].append([]) }
        if shelves[shelf][page].sharesStorage(with: their) { continue }
        if Self.join(&shelves[shelf][page], their, isWidening: isWidening) { hasChanged = true }
      }
    }
    return hasChanged
  }

  private static func join(_ mine: inout Page, _ theirs: Page, isWidening: Bool) -> Bool {
    var hasChanged = false
    for index in 0..<pageSize {
      let value = theirs.isEmpty ? nil : theirs[index]
      var own = mine.isEmpty ? nil : mine[index]
      guard join(&own, value, isWidening: isWidening) else { continue }
      if mine.isEmpty { mine = Array(repeating: nil, count: pageSize) }
      mine[index] = own
      hasChanged = true
    }
    return hasChanged
  }

  /// Joins one binding with another way's: what only one of them has may be absent.
  private static func join(_ mine: inout PythonValue?, _ theirs: PythonValue?, isWidening: Bool) -> Bool {
    switch (mine, theirs) {
    case (nil, nil): return false
    case (nil, let value?):
      mine = .merge([value, .absent])
      return true
    case (let own?, nil):
      let merged = PythonValue.merge([own, .absent])
      if merged.isSame(as: own) { return false }
      mine = merged
      return true
    case (var own?, let value?):
      guard own.join(value, isWidening: isWidening) else { return false }
      mine = own
      return true
    }
  }

  private mutating func join(few theirs: [UInt32: PythonValue], isWidening: Bool) -> Bool {
    var hasChanged = false
    for symbol in Set(few.keys).union(theirs.keys) {
      var own = few[symbol]
      if Self.join(&own, theirs[symbol], isWidening: isWidening) {
        few[symbol] = own
        hasChanged = true
      }
    }
    if few.count > Self.fewest { spread() }
    return hasChanged
  }
}

package extension Array {
  /// Whether both are surely equal, for neither was changed since one was copied from the other.
  fileprivate func sharesStorage(with other: [Element]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { mine in other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress } }
  }
}
