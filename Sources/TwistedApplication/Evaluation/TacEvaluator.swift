import ApplicationFacts
import Diagnostics
import PythonSyntax
import TwistedModel

/// Follows a Python program without running it, and notes what it would make of Twisted.
///
/// Values are folded where they can be; ways that depend on the unknown are all followed, each in a state of its own, and
/// joined where they meet. Certainty is the share of the ways that the present one stands for. Steps, depth and the
/// number of things are limited, so that no input can hold it up.
struct TacEvaluator {
  struct LoadedModule {
    var name: String
    var file: String
    var tree: SyntaxTree
    var scope: Int
    var isPackage: Bool
    /// Whether it describes a library's module instead of being it.
    var isStub = false
  }

  struct Scope: Stamped {
    var variables: Bindings = [:]
    /// The scope that encloses a function's, where names are looked up next.
    var parent: Int?
    var globals: Set<UInt32> = []
    var nonlocals: Set<UInt32> = []
    var isClass = false
    /// Whether it is a comprehension's, in which `:=` binds outside.
    var isComprehension = false
    var isMissing = false
    var stamp: UInt64 = 0

    var isPresent: Bool { !isMissing }
    static let missing = Scope(isMissing: true)
  }

  /// A call under way.
  struct Frame {
    var function: TacFunction?
    var receiver: TacValue?
    /// The scope of the function's own variables.
    var scope = 0
    /// The joined ways that have returned.
    var returned: State?
    /// The loops around the present statement.
    var loops: [Loop] = []
    /// Where the members of a generator go.
    var consumer: Consumer?
    /// The node of the call and the module that it stands in.
    var site: (module: Int, node: UInt32)?
  }

  static let statementSteps = 400_000
  /// Far more than any file takes that a person wrote.
  static let programSteps = 1_000_000
  /// Calls of one function within itself that are followed.
  static let recursionLimit = 12
  static let levelLimit = 220
  static let callLimit = 40
  static let objectLimit = 60_000
  static let findingLimit = 5_000
  static let moduleLimit = 120
  static let moduleSizeLimit = 4 << 20
  /// The bytes of all the modules that are read beside the file.
  static let modulesSizeLimit = 16 << 20

  let siblings: SourceFolder?
  let stubs: StubLibrary
  /// What a program is told that Python itself starts; `nil` for what twistd loads.
  var programArguments: [String]?
  var names: NameTable
  var tree: SyntaxTree
  var modules: [LoadedModule] = []
  var module = 0
  var scope = 0
  /// With `objects` and `weight` all that differs between two ways through the program.
  var scopes: Paged<Scope>
  var objects: Paged<TacObject>
  /// The share of all ways that the present one stands for; all of them is `State.whole`.
  var weight = State.whole
  /// Whether the present way goes on; otherwise it has returned, left its loop, raised or ended the process.
  var isAlive = true
  /// The share of the ways that ended with an exception which nothing catches. No service comes of them.
  var uncaught: UInt64 = 0
  /// The last way that ended so.
  var lastRaised: (state: State, exception: TacValue, location: SourceLocation?)?
  /// The statement under way, and the module that it stands in.
  var statement: (module: Int, node: UInt32) = (0, Node.none)
  /// Whether the file is being loaded, in which no exception may be left.
  var isLoading = false
  /// The first failure of which every way of the load comes to an end.
  var failure: (said: String, isExit: Bool, location: SourceLocation)?
  /// The exceptions whose handlers are under way, innermost last.
  var handled: [TacValue] = []
  /// The `try` and `with` statements around the present one, across calls.
  var handlers: [Handler] = []
  /// Whether the code runs some time after the start, or never.
  var isLater = false
  var nextScope = 0
  var nextObject = 0
  var frames: [Frame] = [Frame()]
  var holes: [TacUnknown] = []
  /// How often the statement of the file under way has called functions, by their nodes.
  var calls: [UInt64: Int] = [:]
  /// How often functions, by their nodes, went to code that was not read.
  var handedOver: [UInt64: Int] = [:]
  /// The functions whose deeper calls are being taken together.
  var summarized: Set<UInt64> = []
  /// Whether functions, by their nodes, are generators.
  var generators: [UInt64: Bool] = [:]
  var level = 0
  /// The steps left to the statement under way, and to the whole program.
  var steps: Int
  var budget: Int
  /// The number of things up to which the statement under way may make more.
  var objectAllowance = TacEvaluator.objectLimit / 4
  var findings = TacFindings()
  var deadCode: [(module: Int, range: Range<UInt32>)] = []
  var loading: [String: Int] = [:]
  var missingModules: Set<String> = []
  var loadedBytes = 0
  var searchPath: [String] = []
  /// The modules whose names all came in by `from x import *`.
  var starImports: [String] = []
  /// Names that nothing binds, as they were looked up before.
  var constants: [UInt32: TacValue] = [:]
  var startedServices: Set<Int> = []
  /// The class whose metaclass is being called.
  var definedClass: TacValue?

  init(_ bytes: [UInt8], file: String, siblings: SourceFolder?, stubs: StubLibrary = StubLibrary()) {
    self.siblings = siblings
    self.stubs = stubs
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
  mutating func isExhausted() -> Bool {
    steps -= 1 + objects.clock.takeWork()
    if steps > 0 { return false }
    findings.isIncomplete = true
    return true
  }

  /// Takes the steps for what is copied or looked through: a large list or text costs as much as the work with it.
  ///
  /// - Parameter effort: how many times longer each member takes than to copy it.
  mutating func charge(_ count: Int, _ effort: Int = 1) { steps -= count * effort / 32 }

  // MARK: Places

  var file: String { modules[module].file }

  func location(_ id: UInt32) -> SourceLocation {
    SourceLocation(file: file, line: tree.node(id).map { tree.line($0) })
  }

  /// Where a statement stands, in whatever module.
  func location(ofStatement statement: (module: Int, node: UInt32)) -> SourceLocation {
    let (tree, file) = (modules[statement.module].tree, modules[statement.module].file)
    return SourceLocation(file: file, line: tree.node(statement.node).map { tree.line($0) })
  }

  func line(_ id: UInt32) -> Int { tree.node(id).map { tree.line($0) } ?? 1 }

  mutating func symbol(_ name: String) -> UInt32 { names.symbol(for: name) }

  var certainty: Certainty { isSure ? .sure : .conditional }

  mutating func note(_ code: Diagnostic.Code, _ message: String, at id: UInt32, remedy: String? = nil) {
    guard isAlive, !findings.isTalkative else { return }
    findings.note(code, message, at: location(id), remedy: remedy)
  }

  // MARK: Things

  mutating func make(_ kind: TacObject.Kind, at id: UInt32) -> TacValue {
    guard nextObject < objectAllowance else { return .unknown("more objects than are followed") }
    switch kind {
    case .list(let content): charge(content.items.count)
    case .dictionary(let content): charge(content.entries.count, 12)
    default: break
    }
    var object = TacObject(kind)
    object.line = line(id)
    object.file = file
    object.isConditional = !isSure
    objects.append(object, at: nextObject)
    nextObject += 1
    return .object(nextObject - 1)
  }

  mutating func makeList(_ content: ListContent, at id: UInt32) -> TacValue { make(.list(content), at: id) }

  /// A list whose members are all known.
  mutating func makeList(_ values: [TacValue], at id: UInt32) -> TacValue { make(.list(ListContent(values)), at: id) }

  /// The number of a new scope; nil when there are too many.
  mutating func makeScope(_ scope: Scope) -> Int? {
    guard nextScope < 200_000 else { return nil }
    scopes.append(scope, at: nextScope)
    nextScope += 1
    return nextScope - 1
  }

  func object(_ value: TacValue) -> TacObject? {
    if case .object(let id) = value, objects.indices.contains(id) { objects[id] } else { nil }
  }

  /// Text with a hole for an unknown value.
  mutating func holed(_ unknown: TacUnknown) -> String {
    guard holes.count < TacText.holeLimit else { return String(TacText.hole(TacText.holeLimit)) }
    holes.append(unknown)
    return String(TacText.hole(holes.count - 1))
  }

  func unknown(ofHole index: Int) -> TacUnknown {
    holes.indices.contains(index) ? holes[index] : TacUnknown(origin: "more values than are followed")
  }

  /// The names of the classes from elsewhere that a value is an instance of, nearest first.
  func classNames(of value: TacValue) -> [String] {
    guard let object = object(value), case .instance(let type) = object.kind else { return [] }
    return ancestry(of: type).compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// A class and those that it inherits from, in the order in which Python looks members up.
  func ancestry(of type: TacValue) -> [TacValue] { linearization(of: type, level: 0) ?? depthFirst(type) }

  /// The order of Python's C3; nil where there is none.
  private func linearization(of type: TacValue, level: Int) -> [TacValue]? {
    guard level < 24, case .object(let number) = type, case .classObject(let definition) = objects[number].kind else {
      if case .choice = type { return nil }
      return level < 24 ? [type] : nil
    }
    let bases = definition.bases
    let own: [TacValue] = [type] + (definition.qualifiedName.map { [.name($0)] } ?? [])
    if bases.isEmpty { return own }
    var sequences: [[TacValue]] = []
    for base in bases {
      guard let order = linearization(of: base, level: level + 1) else { return nil }
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

  private func depthFirst(_ type: TacValue) -> [TacValue] {
    var found: [TacValue] = []
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
    return found
  }
}
