import ApplicationFacts
import Diagnostics

/// Reads a pickle of protocol 0 to 5 as a graph, without executing anything: a symbolic machine.
///
/// GLOBAL yields a name and never imports it; REDUCE, NEWOBJ, OBJ and INST yield a node that says what would be made.
/// The machine needs no recursion, its memory and time are linear in the input.
package struct PickleMachine {
  /// Limits that no real application reaches and that keep a hostile file from claiming the machine.
  enum Limit {
    static let nodes = ObjectGraph.nodeLimit
    static let stack = 1 << 20
    static let opcodes = 50_000_000
    /// Ten times the input, as no pickler writes that many objects into so few bytes, and 32 MiB for small files.
    static func memory(of size: Int) -> Int { size * 10 + (32 << 20) }
  }

  let bytes: [UInt8]
  let file: String
  var position = 0
  var graph: ObjectGraph
  var stack: [ObjectGraph.Node] = []
  var marks: [UInt32] = []
  /// Objects below the latest MARK are out of reach.
  private(set) var floor = 0
  var memo = PickleMemo()
  /// The names met so far: protocol 0 writes a class out for each of its instances.
  var names = PickleNames()
  var opcodes = 0
  /// What REDUCE does with a callable, remembered by the callable's node.
  var reductions: [ObjectGraph.Node: PickleReduction] = [:]
  /// Strings of Python 2 were seen, which Python 3 never writes.
  var hasByteStrings = false
  var hasClassicInstances = false
  var hasText = false
  var protocolVersion = 0
  /// The opcode of each byte, for speed.
  private let opcodeOfByte = PickleMachine.opcodeTable
  private static let opcodeTable = (UInt8.min...UInt8.max).map { PickleOpcode(rawValue: $0) }

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    graph = ObjectGraph(bytes: bytes, bytesPerNode: 1)
  }

  /// The graph that the pickle describes, its root set.
  ///
  /// - Throws: `Failure` of kind `.application` naming the byte at which the pickle is broken, refers outside itself
  ///   (persistent ids, extension codes, buffers) or passes a limit.
  package static func read(_ bytes: [UInt8], file: String) throws(Failure) -> ObjectGraph {
    var machine = PickleMachine(bytes, file: file)
    try machine.run()
    return machine.graph
  }

  mutating func run() throws(Failure) {
    let memory = Limit.memory(of: bytes.count)
    while true {
      let start = position
      guard start < bytes.count else { throw failure("it ends without a STOP", at: start) }
      position = start + 1
      guard let opcode = opcodeOfByte[Int(bytes[start])] else {
        throw failure("it has an unknown opcode \(bytes[start])", at: start)
      }
      opcodes += 1
      if opcode == .stop { break }
      try execute(opcode, at: start)
      // An operation adds little, so looking now and then is enough.
      if opcodes & 63 == 0 { try checkLimits(memory: memory, at: start) }
    }
    try checkLimits(memory: memory, at: position - 1)
    guard let root = stack.last else {
      throw failure("it stops without a value", at: position - 1)
    }
    graph.root = root
    graph.python = python
  }

  private func checkLimits(memory: Int, at start: Int) throws(Failure) {
    guard stack.count <= Limit.stack, marks.count <= Limit.stack else {
      throw failure("it stacks up more than \(Limit.stack) objects", at: start)
    }
    guard graph.count <= Limit.nodes, opcodes <= Limit.opcodes else {
      throw failure("it holds more than \(Limit.nodes) objects or \(Limit.opcodes) operations", at: start)
    }
    guard graph.footprint <= memory else {
      throw failure("its objects take more than ten times its size", at: start)
    }
  }

  /// Python 3 writes text as unicode only; Python 2 has byte strings at least as attribute names.
  private var python: PythonVersion {
    if protocolVersion >= 3 { return .python3 }
    if hasByteStrings || hasClassicInstances { return .python2 }
    return hasText && protocolVersion == 2 ? .python3 : .either
  }

  private mutating func execute(_ opcode: PickleOpcode, at start: Int) throws(Failure) {
    switch opcode {
    case .stop: return
    case .proto:
      let version = try byte()
      guard version <= 5 else { throw failure("it has protocol \(version), newer than 5", at: start) }
      protocolVersion = Int(version)
    case .frame: _ = try length(bytes: 8)
    case .mark:
      marks.append(UInt32(truncatingIfNeeded: stack.count))
      floor = stack.count
    case .pop: try discard(at: start)
    case .popMark: try stack.removeLast(stack.count - mark(at: start))
    case .dup: stack.append(try top(at: start))
    case .none: stack.append(ObjectGraph.none)
    case .newTrue: stack.append(ObjectGraph.yes)
    case .newFalse: stack.append(ObjectGraph.no)
    case .emptyTuple: stack.append(ObjectGraph.emptyTuple)
    case .emptyList: stack.append(graph.add(.list))
    case .emptyDict: stack.append(graph.add(.dictionary))
    case .emptySet: stack.append(graph.add(.set))
    case .put: try put(memoNumber(at: start), at: start)
    case .binPut: try put(UInt32(byte()), at: start)
    case .longBinPut: try put(word(), at: start)
    case .memoize: try put(UInt32(truncatingIfNeeded: memo.count), at: start)
    case .get: try get(memoNumber(at: start), at: start)
    case .binGet: try get(UInt32(byte()), at: start)
    case .longBinGet: try get(word(), at: start)
    case .int, .long, .float, .binInt, .binInt1, .binInt2, .long1, .long4, .binFloat:
      try number(opcode, at: start)
    case .string, .unicode, .binString, .shortBinString, .binUnicode, .shortBinUnicode, .binUnicode8, .binBytes,
      .shortBinBytes, .binBytes8, .byteArray8:
      try text(opcode, at: start)
    case .tuple, .list, .dict, .frozenSet, .tuple1, .tuple2, .tuple3, .append, .appends, .setItem, .setItems,
      .addItems:
      try collect(opcode, at: start)
    case .global, .stackGlobal, .inst, .obj, .newObj, .newObjEx, .reduce, .build:
      try construct(opcode, at: start)
    case .persID, .binPersID:
      throw failure("it refers to an object outside the file (persistent id)", at: start)
    case .ext1, .ext2, .ext4:
      throw failure("it uses an extension code, which only the writer's registry could resolve", at: start)
    case .nextBuffer, .readOnlyBuffer:
      throw failure("it refers to a buffer outside the file", at: start)
    }
  }
}

extension PickleMachine {
  /// An error that names the byte; the way out is a sound file, or not to look inside.
  func failure(_ what: String, at offset: Int) -> Failure {
    Failure.application(
      .applicationUnreadable, "the pickle cannot be read: \(what), at byte \(offset) of \(bytes.count)",
      at: SourceLocation(file: file),
      remedy: "save the application again, or package it unread with --no-inspect")
  }

  func top(at start: Int) throws(Failure) -> ObjectGraph.Node {
    guard let node = stack.last, stack.count > floor else { throw underflow(at: start) }
    return node
  }

  mutating func pop(at start: Int) throws(Failure) -> ObjectGraph.Node {
    guard stack.count > floor, let node = stack.popLast() else { throw underflow(at: start) }
    return node
  }

  /// Removes the latest MARK and returns where its objects begin.
  mutating func mark(at start: Int) throws(Failure) -> Int {
    guard let mark = marks.popLast() else { throw failure("a MARK is missing", at: start) }
    floor = Int(marks.last ?? 0)
    return Int(mark)
  }

  /// POP also removes a MARK when nothing lies above it.
  private mutating func discard(at start: Int) throws(Failure) {
    if let mark = marks.last, Int(mark) == stack.count {
      _ = try self.mark(at: start)
    } else {
      _ = try pop(at: start)
    }
  }

  private func underflow(at start: Int) -> Failure { failure("an operation lacks its operand", at: start) }
}
