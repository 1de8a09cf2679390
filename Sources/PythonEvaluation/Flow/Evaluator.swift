import ApplicationFacts
import Diagnostics
import PythonSyntax

/// Follows a Python program without running it, and notes what it would do.
///
/// Values are folded where they can be; ways that depend on the unknown are all followed, each in a state of its own, and
/// joined where they meet. Certainty is the share of the ways that the present one stands for. Steps, depth and the
/// number of things are limited, so that no input can hold it up.
package struct Evaluator {
  package struct LoadedModule {
    package var name: String
    package var file: String
    package var tree: SyntaxTree
    package var scope: Int
    package var isPackage: Bool
    /// Whether it describes a library's module instead of being it.
    package var isStub = false
  }

  package struct Scope: Stamped {
    package var variables: Bindings = [:]
    /// The scope that encloses a function's, where names are looked up next.
    package var parent: Int?
    package var globals: Set<UInt32> = []
    package var nonlocals: Set<UInt32> = []
    /// The names that statements of a function bind, which are its own from its first line on.
    package var locals: Set<UInt32> = []
    package var isClass = false
    /// Whether it is a comprehension's, in which `:=` binds outside.
    package var isComprehension = false
    package var isMissing = false
    package var stamp: UInt64 = 0

    package var isPresent: Bool { !isMissing }
    package static let missing = Scope(isMissing: true)
  }

  /// A call under way.
  package struct Frame {
    package var function: PythonFunction?
    package var receiver: PythonValue?
    /// The scope of the function's own variables.
    package var scope = 0
    /// The joined ways that have returned.
    package var returned: State?
    /// The loops around the present statement.
    package var loops: [Loop] = []
    /// Where the members of a generator go.
    package var consumer: Consumer?
    /// The node of the call and the module that it stands in.
    package var site: (module: Int, node: UInt32)?
  }

  package static let statementSteps = 400_000
  /// Far more than any file takes that a person wrote.
  package static let programSteps = 1_000_000
  /// Calls of one function within itself that are followed.
  package static let recursionLimit = 12
  package static let levelLimit = 220
  package static let callLimit = 40
  package static let objectLimit = 60_000
  package static let findingLimit = 5_000
  package static let moduleLimit = 120
  package static let moduleSizeLimit = 4 << 20
  /// The bytes of all the modules that are read beside the file.
  package static let modulesSizeLimit = 16 << 20

  package let siblings: SourceFolder?
  package let stubs: StubLibrary
  package let framework: Framework
  /// What a program is told that Python itself starts; `nil` for what twistd loads.
  package var programArguments: [String]?
  package var names: NameTable
  package var tree: SyntaxTree
  package var modules: [LoadedModule] = []
  package var module = 0
  package var scope = 0
  /// With `objects` and `weight` all that differs between two ways through the program.
  package var scopes: Paged<Scope>
  package var objects: Paged<PythonObject>
  /// The share of all ways that the present one stands for; all of them is `State.whole`.
  package var weight = State.whole
  /// Whether the present way goes on; otherwise it has returned, left its loop, raised or ended the process.
  package var isAlive = true
  /// The share of the ways that ended with an exception which nothing catches. No service comes of them.
  package var uncaught: UInt64 = 0
  /// The last way that ended so.
  package var lastRaised: (state: State, exception: PythonValue, location: SourceLocation?)?
  /// The statement under way, and the module that it stands in.
  package var statement: (module: Int, node: UInt32) = (0, Node.none)
  /// Whether the file is being loaded, in which no exception may be left.
  package var isLoading = false
  /// The first failure of which every way of the load comes to an end.
  package var failure: (said: String, isExit: Bool, location: SourceLocation)?
  /// The exceptions whose handlers are under way, innermost last.
  package var handled: [PythonValue] = []
  /// The `try` and `with` statements around the present one, across calls.
  package var handlers: [Handler] = []
  /// Whether the code runs some time after the start, or never.
  package var isLater = false
  package var nextScope = 0
  package var nextObject = 0
  package var frames: [Frame] = [Frame()]
  package var holes: [UnknownValue] = []
  /// How often the statement of the file under way has called functions, by their nodes.
  package var calls: [UInt64: Int] = [:]
  /// How often functions, by their nodes, went to code that was not read.
  package var handedOver: [UInt64: Int] = [:]
  /// The functions whose deeper calls are being taken together.
  package var summarized: Set<UInt64> = []
  /// The names that functions bind, by their nodes.
  package var functionLocals: [UInt64: Set<UInt32>] = [:]
  /// Whether functions, by their nodes, are generators.
  package var generators: [UInt64: Bool] = [:]
  package var level = 0
  /// The steps left to the statement under way, and to the whole program.
  package var steps: Int
  package var budget: Int
  /// The number of things up to which the statement under way may make more.
  package var objectAllowance = Evaluator.objectLimit / 4
  package var findings = Findings()
  package var deadCode: [(module: Int, range: Range<UInt32>)] = []
  package var loading: [String: Int] = [:]
  package var missingModules: Set<String> = []
  package var loadedBytes = 0
  package var searchPath: [String] = []
  /// The modules whose names all came in by `from x import *`.
  package var starImports: [String] = []
  /// Names that nothing binds, as they were looked up before.
  package var constants: [UInt32: PythonValue] = [:]
  package var startedServices: Set<Int> = []
  /// The things from elsewhere that were given an address, of which there is a note.
  var addressed: Set<String> = []
  /// The class whose metaclass is being called.
  package var definedClass: PythonValue?

  package init(_ bytes: [UInt8], file: String, siblings: SourceFolder?, stubs: StubLibrary, framework: Framework) {
    self.siblings = siblings
    self.stubs = stubs
    self.framework = framework
    names = NameTable()
    tree = SyntaxTree.parse(bytes, names: &names)
    let clock = StampClock()
    scopes = Paged(clock: clock)
    objects = Paged(clock: clock)
    modules = [LoadedModule(name: "", file: file, tree: tree, scope: 0, isPackage: false)]
    steps = Self.statementSteps
    budget = Self.programSteps
    _ = makeScope(Scope())
  }

  /// Whether to stop: everything after is left unread, which the findings say.
  package mutating func isExhausted() -> Bool {
    steps -= 1 + objects.clock.takeWork()
    if steps > 0 { return false }
    findings.isIncomplete = true
    return true
  }

  /// Takes the steps for what is copied or looked through: a large list or text costs as much as the work with it.
  ///
  /// - Parameter effort: how many times longer each member takes than to copy it.
  package mutating func charge(_ count: Int, _ effort: Int = 1) { steps -= count * effort / 32 }

  /// Leaves every call that was under way: nothing but the file's own code goes on.
  package mutating func leaveCalls() {
    handlers = []
    frames = [Frame()]
  }

  // MARK: Places

  package var file: String { modules[module].file }

  package func location(_ id: UInt32) -> SourceLocation {
    SourceLocation(file: file, line: tree.node(id).map { tree.line($0) })
  }

  /// Where a statement stands, in whatever module.
  package func location(ofStatement statement: (module: Int, node: UInt32)) -> SourceLocation {
    let (tree, file) = (modules[statement.module].tree, modules[statement.module].file)
    return SourceLocation(file: file, line: tree.node(statement.node).map { tree.line($0) })
  }

  package func line(_ id: UInt32) -> Int { tree.node(id).map { tree.line($0) } ?? 1 }

  package mutating func symbol(_ name: String) -> UInt32 { names.symbol(for: name) }

  package var certainty: Certainty { isSure ? .sure : .conditional }

  package mutating func note(_ code: Diagnostic.Code, _ message: String, at id: UInt32, remedy: String? = nil) {
    guard isAlive, !findings.isTalkative else { return }
    findings.note(code, message, at: location(id), remedy: remedy)
  }

  // MARK: Things

  package mutating func make(_ kind: PythonObject.Kind, at id: UInt32) -> PythonValue {
    guard nextObject < objectAllowance else { return .unknown("more objects than are followed") }
    switch kind {
    case .list(let content): charge(content.items.count)
    case .dictionary(let content): charge(content.entries.count, 12)
    default: break
    }
    var object = PythonObject(kind)
    object.line = line(id)
    object.file = file
    object.isConditional = !isSure
    objects.append(object, at: nextObject)
    nextObject += 1
    return .object(nextObject - 1)
  }

  package mutating func makeList(_ content: ListContent, at id: UInt32) -> PythonValue { make(.list(content), at: id) }

  /// A list whose members are all known.
  package mutating func makeList(_ values: [PythonValue], at id: UInt32) -> PythonValue {
    make(.list(ListContent(values)), at: id)
  }

  /// The number of a new scope; nil when there are too many.
  package mutating func makeScope(_ scope: Scope) -> Int? {
    guard nextScope < 200_000 else { return nil }
    scopes.append(scope, at: nextScope)
    nextScope += 1
    return nextScope - 1
  }

  package func object(_ value: PythonValue) -> PythonObject? {
    if case .object(let id) = value, objects.indices.contains(id) { objects[id] } else { nil }
  }

  /// Text with a hole for an unknown value.
  package mutating func holed(_ unknown: UnknownValue) -> String {
    guard holes.count < MarkedText.holeLimit else { return String(MarkedText.hole(MarkedText.holeLimit)) }
    holes.append(unknown)
    return String(MarkedText.hole(holes.count - 1))
  }

  package func unknown(ofHole index: Int) -> UnknownValue {
    holes.indices.contains(index) ? holes[index] : UnknownValue(origin: "more values than are followed")
  }

  /// The names of the classes from elsewhere that a value is an instance of, nearest first.
  package func classNames(of value: PythonValue) -> [String] {
    guard let object = object(value), case .instance(let type) = object.kind else { return [] }
    return ancestry(of: type).compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// A class and those that it inherits from, in the order in which Python looks members up.
  package func ancestry(of type: PythonValue) -> [PythonValue] {
    var known: [Int: [PythonValue]?] = [:]
    return linearization(of: type, level: 0, &known) ?? depthFirst(type)
  }

  /// The order of Python's C3; nil where there is none.
  ///
  /// - Parameter known: The orders that were found on the way: a class is a base of many.
  private func linearization(
    of type: PythonValue, level: Int, _ known: inout [Int: [PythonValue]?]
  ) -> [PythonValue]? {
    guard level < 24, case .object(let number) = type, case .classObject(let definition) = objects[number].kind else {
      if case .choice = type { return nil }
      return level < 24 ? [type] : nil
    }
    if let order = known[number] { return order }
    let order = merged(
      definition, [type] + (definition.qualifiedName.map { [.name($0)] } ?? []), level: level, known: &known)
    known[number] = .some(order)
    return order
  }

  private func merged(
    _ definition: PythonClass, _ own: [PythonValue], level: Int, known: inout [Int: [PythonValue]?]
  ) -> [PythonValue]? {
    let bases = definition.bases
    if bases.isEmpty { return own }
    // Each is one more in the order, which is not followed further than this.
    guard bases.count < 64 else { return nil }
    var sequences: [[PythonValue]] = []
    for base in bases {
      guard let order = linearization(of: base, level: level + 1, &known) else { return nil }
      sequences.append(order)
    }
    if bases.count == 1 { return own + sequences[0] }
    sequences.append(bases)
    var order = own
    while true {
      sequences.removeAll(where: \.isEmpty)
      if sequences.isEmpty { return order }
      guard order.count < 64,
        let next = sequences.lazy.map({ $0[0] }).first(where: { head in
          !sequences.contains { $0.dropFirst().contains { $0.isSame(as: head) } }
        })
      else { return nil }
      order.append(next)
      for place in sequences.indices where sequences[place][0].isSame(as: next) { sequences[place].removeFirst() }
    }
  }

  private func depthFirst(_ type: PythonValue) -> [PythonValue] {
    var found: [PythonValue] = []
    var pending = [type]
    while let next = pending.popLast(), found.count < 64 {
      if found.contains(where: { $0.isSame(as: next) }) { continue }
      if case .choice(let alternatives) = next {
        pending.append(contentsOf: alternatives.reversed())
        continue
      }
      found.append(next)
      if let object = object(next), case .classObject(let type) = object.kind {
        if let name = type.qualifiedName { found.append(.name(name)) }
        pending.append(contentsOf: type.bases.reversed())
      }
    }
    // Each was compared with all before it.
    objects.clock.addWork(found.count * found.count / 8)
    return found
  }
}
