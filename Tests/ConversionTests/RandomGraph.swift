import Conversion
import TestSupport
import ApplicationFacts
import SavedObjects

/// A graph of anything that an application can hold, with circles and shared parts, the same for the same seed.
struct RandomGraph {
  private var noise: SplitMix
  private var nodes: [SavedGraph.Node] = []
  private let python: PythonVersion

  static func make(seed: UInt64) -> SavedGraph {
    var maker = RandomGraph(noise: SplitMix(state: seed), python: seed % 2 == 0 ? .python2 : .python3)
    return maker.graph()
  }

  private mutating func graph() -> SavedGraph {
    // The root is an instance with a state, as every application's; in Python 2 a classic one, by which that is told.
    let count = Int.random(in: 1...14, using: &noise)
    nodes = (0..<count).map { _ in .none }
    for index in 0..<count { nodes[index] = node(index, count) }
    nodes[0] = .instance(
      SavedObject(target: name(isNew: false), state: add(.dictionary([nativeText("attribute"), any(count)]))))
    return SavedGraph(python: python, nodes: nodes, root: 0)
  }

  private mutating func add(_ node: SavedGraph.Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func any(_ count: Int) -> Int {
    Bool.random(using: &noise) ? Int.random(in: 0..<count, using: &noise) : add(plain())
  }

  /// Something that can be there before the thing that is made of it: only what comes later is.
  private mutating func part(_ index: Int, _ count: Int) -> Int {
    index + 1 < count && Bool.random(using: &noise) ? Int.random(in: (index + 1)..<count, using: &noise) : add(plain())
  }

  private mutating func some(_ limit: Int, _ make: (inout Self) -> Int) -> [Int] {
    (0..<Int.random(in: 0...limit, using: &noise)).map { _ in make(&self) }
  }

  private mutating func node(_ index: Int, _ count: Int) -> SavedGraph.Node {
    switch Int.random(in: 0..<12, using: &noise) {
    case 0: return .list(some(4) { $0.any(count) })
    case 1: return .tuple((0..<Int.random(in: 1...5, using: &noise)).map { _ in part(index, count) })
    case 2, 3: return .dictionary(pairs(count))
    case 4: return .set(some(3) { $0.add($0.plain()) })
    case 5: return .frozenSet(some(3) { $0.add($0.plain()) })
    case 6:
      return .method(SavedMethod(name: "handle", target: name(isNew: false), instance: part(index, count)))
    case 7: return .call(object(index, count, isNew: false))
    case 8: return .instance(object(index, count, isNew: python == .python2))
    default:
      let isNew = python == .python2 && Bool.random(using: &noise)
      let state = Bool.random(using: &noise) ? add(.dictionary(attributes(count))) : any(count)
      return .instance(
        SavedObject(target: name(isNew: isNew), state: state == 0 ? nil : nonNone(state), isNewStyle: isNew))
    }
  }

  /// A state of None is none.
  private func nonNone(_ id: Int) -> Int? { if case .none = nodes[id] { nil } else { id } }

  private mutating func object(_ index: Int, _ count: Int, isNew: Bool) -> SavedObject {
    let arguments = some(3) { $0.part(index, count) }
    var object = SavedObject(
      target: name(isNew: isNew), arguments: arguments.isEmpty ? nil : add(.tuple(arguments)), isNewStyle: isNew)
    if Bool.random(using: &noise) { object.state = add(.dictionary(attributes(count))) }
    if Bool.random(using: &noise) {
      object.elements = some(3) { $0.any(count) }
    } else if Bool.random(using: &noise) {
      object.pairs = pairs(count)
    }
    return object
  }

  private mutating func pairs(_ count: Int) -> [Int] {
    some(3) { $0.add($0.plain()) }.flatMap { [$0, any(count)] }
  }

  private mutating func attributes(_ count: Int) -> [Int] {
    var names = ["path", "factory", "self", "print", "Twisted.persistenceVersion"].shuffled(using: &noise)
    return some(4) { $0.any(count) }.flatMap { [nativeText(names.removeLast()), $0] }
  }

  /// Classes of one style have other names than those of the other.
  private mutating func name(isNew: Bool) -> Int {
    let names = isNew ? ["realm.Realm", "portal.Portal"] : ["service.Service", "web.site.Site", "tools.make"]
    let text = names[Int.random(in: 0..<names.count, using: &noise)]
    let dot = text.lastIndex(of: ".") ?? text.startIndex
    return add(.name(QualifiedName(module: String(text[..<dot]), name: String(text[text.index(after: dot)...]))))
  }

  private mutating func nativeText(_ text: String) -> Int {
    add(python == .python2 ? .bytes(Array(text.utf8)) : .text(Array(text.utf8)))
  }

  private mutating func plain() -> SavedGraph.Node {
    switch Int.random(in: 0..<9, using: &noise) {
    case 0: return .truth(Bool.random(using: &noise))
    case 1: return .integer(Int(truncatingIfNeeded: noise.next()), isLong: false)
    case 2: return .integer(Int.random(in: -70_000...70_000, using: &noise), isLong: python == .python2)
    case 3: return .integer(Int.random(in: 0...300, using: &noise), isLong: false)
    case 4: return .bigInteger((Bool.random(using: &noise) ? "-" : "") + "9\(noise.next())\(noise.next())")
    case 5:
      let value = Double(bitPattern: noise.next())
      return .float(value.isNaN ? .nan : [value, .infinity, -0.0, 0.1][Int.random(in: 0..<4, using: &noise)])
    case 6:
      return .bytes((0..<Int.random(in: 0..<12, using: &noise)).map { _ in UInt8.random(in: 0...255, using: &noise) })
    case 7:
      let samples = [
        "", "it's \"quoted\"", "tab\tnew\nline\r", "\\n \\u0041 \\", "é ü &<>", "日本 😀", "\u{7F}\u{202E}\u{0}",
      ]
      return .text(Array(samples[Int.random(in: 0..<samples.count, using: &noise)].utf8))
    default: return .text([0x61, 0xED, 0xA0, 0x80, 0x62])
    }
  }
}
