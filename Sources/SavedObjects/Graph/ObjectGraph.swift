import ApplicationFacts
/// The objects that an application file describes, whatever its format, as a graph that may have cycles.
///
/// Nodes are indices into flat arrays and text stays where it is, in the input, so a graph needs a small multiple of
/// the input's size and no recursion to build, walk or free. Nothing in it is code.
package struct ObjectGraph: Sendable {
  package typealias Node = UInt32

  /// More objects than any real application has; what holds more is refused.
  package static let nodeLimit = 1 << 24

  package static let none: Node = 0
  package static let yes: Node = 1
  package static let no: Node = 2
  package static let emptyTuple: Node = 3
  package static let unknown: Node = 4
  /// The nodes of the integers 0...255 follow each other from here.
  package static let smallIntegers: Node = 5

  package let bytes: [UInt8]
  package var root: Node = ObjectGraph.unknown
  /// What the format of the file tells about the Python that wrote it.
  package var python: PythonVersion = .either
  /// Where the first thing stands that the graph cannot hold as it is: code, elements of a program's own.
  package var foreign: Int?
  /// The line of the first thing in a .tas that is neither a literal nor a constructor.
  package var customLine: Int?

  package private(set) var kinds: [NodeKind] = []
  package private(set) var first: [UInt32] = []
  package private(set) var second: [UInt32] = []
  /// The elements of tuples, segments of other containers (count, next segment, elements…), and records of nodes that
  /// need more than two words.
  package private(set) var pool: [UInt32] = [0]

  /// An empty graph over an input whose every node takes at least `bytesPerNode` bytes, as a rule. Room is reserved
  /// for as many: memory that is never touched costs nothing, and growing would need old and new room at once.
  package init(bytes: [UInt8], bytesPerNode: Int = 4) {
    self.bytes = bytes
    let expected = min(bytes.count / bytesPerNode, Self.nodeLimit) + 300
    kinds.reserveCapacity(expected)
    first.reserveCapacity(expected)
    second.reserveCapacity(expected)
    pool.reserveCapacity(expected)
    for kind in [NodeKind.none, .true, .false, .tuple, .unknown] { _ = add(kind) }
    for value in UInt32(0)...255 { _ = add(.int, value, and: 0) }
  }

  package var count: Int { kinds.count }

  /// What the graph takes, and what finding the paths in it will take, in bytes.
  package var footprint: Int { kinds.count * (9 + GraphPaths.bytesPerNode) + pool.count * 4 }

  package mutating func add(_ kind: NodeKind, _ low: UInt32 = 0, and high: UInt32 = 0) -> Node {
    let node = Node(truncatingIfNeeded: kinds.count)
    kinds.append(kind)
    first.append(low)
    second.append(high)
    return node
  }

  package mutating func add(integer value: Int) -> Node {
    if value >= 0 && value < 256 { return Self.smallIntegers + Node(truncatingIfNeeded: value) }
    let bits = UInt64(bitPattern: Int64(value))
    return add(.int, UInt32(truncatingIfNeeded: bits), and: UInt32(truncatingIfNeeded: bits >> 32))
  }

  /// A number that Python 2 wrote as a `long`, whatever its size.
  package mutating func add(long value: Int) -> Node {
    let bits = UInt64(bitPattern: Int64(value))
    return add(.long, UInt32(truncatingIfNeeded: bits), and: UInt32(truncatingIfNeeded: bits >> 32))
  }

  /// A set of what a list holds by now.
  package mutating func addSet(_ kind: NodeKind, of list: Node) -> Node {
    add(kind, first[Int(list)], and: second[Int(list)])
  }

  package mutating func add(float value: Double) -> Node {
    let bits = value.bitPattern
    return add(.float, UInt32(truncatingIfNeeded: bits), and: UInt32(truncatingIfNeeded: bits >> 32))
  }

  /// A node that stands for a range of the input: text, a name, a long number.
  package mutating func add(_ kind: NodeKind, range: Range<Int>) -> Node {
    add(kind, UInt32(truncatingIfNeeded: range.lowerBound), and: UInt32(truncatingIfNeeded: range.count))
  }

  /// A container of the values that `stack` holds from `start` on.
  package mutating func add(_ kind: NodeKind, elementsOf stack: [Node], from start: Int) -> Node {
    if kind == .tuple && start == stack.count { return Self.emptyTuple }
    let node = add(kind)
    append(elementsOf: stack, from: start, to: node)
    return node
  }

  package mutating func addObject(
    _ kind: NodeKind, of target: Node, arguments: Node, _ creation: Creation = .unknown
  ) -> Node {
    let record = UInt32(truncatingIfNeeded: pool.count)
    pool.append(target)
    pool.append(arguments)
    pool.append(Self.none)
    pool.append(0)
    pool.append(0)
    return add(kind, record, and: UInt32(creation.rawValue))
  }

  package mutating func addMethod(name: Node, of target: Node, instance: Node) -> Node {
    let record = UInt32(truncatingIfNeeded: pool.count)
    pool.append(name)
    pool.append(target)
    pool.append(instance)
    return add(.method, record)
  }

  /// Gives an instance its state; the object stays the same, so references to it see the state.
  package mutating func setState(_ state: Node, of object: Node) {
    guard kinds[Int(object)] == .instance || kinds[Int(object)] == .call else { return }
    pool[Int(first[Int(object)]) + 2] = state
  }

  /// Appends to a container, or to the items of an instance of a subclass of `list`, `dict` or `set`.
  package mutating func append(elementsOf stack: [Node], from start: Int, to container: Node) {
    guard start < stack.count else { return }
    let index = Int(container)
    switch kinds[index] {
    case .tuple:
      // A tuple is made at once, so its elements need no segment that others could follow.
      guard second[index] == 0 else { return }
      first[index] = UInt32(truncatingIfNeeded: pool.count)
      second[index] = UInt32(truncatingIfNeeded: stack.count - start)
      pool.append(contentsOf: stack[start...])
    case .list, .set, .frozenSet, .dictionary:
      (first[index], second[index]) = extend(first[index], second[index], by: stack, from: start)
    case .instance, .call:
      let record = Int(first[index])
      (pool[record + 3], pool[record + 4]) = extend(pool[record + 3], pool[record + 4], by: stack, from: start)
    default:
      return
    }
  }

  /// Notes what kind of items an instance of a container's subclass was given.
  package mutating func noteItems(arePairs: Bool, of object: Node) {
    guard kinds[Int(object)] == .instance || kinds[Int(object)] == .call else { return }
    second[Int(object)] |= arePairs ? Self.pairsFlag : Self.elementsFlag
  }

  /// Makes `reference` stand for `target`, or for nothing when the file lacks the target.
  package mutating func resolve(_ reference: Node, to target: Node?) {
    kinds[Int(reference)] = target == nil ? .dangling : .reference
    first[Int(reference)] = target ?? 0
  }

  private mutating func extend(
    _ head: UInt32, _ tail: UInt32, by stack: [Node], from start: Int
  ) -> (head: UInt32, tail: UInt32) {
    let added = UInt32(truncatingIfNeeded: stack.count - start)
    if tail != 0 {
      let end = Int(tail) + 2 + Int(pool[Int(tail)])
      if end == pool.count {
        pool[Int(tail)] += added
        pool.append(contentsOf: stack[start...])
        return (head, tail)
      }
    }
    let segment = UInt32(truncatingIfNeeded: pool.count)
    pool.append(added)
    pool.append(0)
    pool.append(contentsOf: stack[start...])
    if tail != 0 { pool[Int(tail) + 1] = segment }
    return (head == 0 ? segment : head, segment)
  }
}
