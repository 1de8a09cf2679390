import Diagnostics
import PythonSyntax

/// Follows a Python program without running it, and notes what it would make of Twisted.
///
/// Values are folded where they can be; branches that depend on the unknown are all followed, and what they do counts
/// as conditional. Steps, depth and the number of things are limited, so that no input can hold it up.
struct TacEvaluator {
  struct LoadedModule {
    var name: String
    var file: String
    var tree: SyntaxTree
    var scope: Int
    var isPackage: Bool
  }

  struct Scope {
    var variables: [UInt32: TacValue] = [:]
    /// The scope that encloses a function's, where names are looked up next.
    var parent: Int?
    var globals: Set<UInt32> = []
    var isClass = false
  }

  /// A call under way.
  struct Frame {
    var returned: [TacValue] = []
    /// What a generator has yielded.
    var yielded: [TacValue] = []
    /// How far certainty fell because some paths through the frame have ended.
    var doubts = 0
    var function: TacFunction?
    var receiver: TacValue?
  }

  static let statementSteps = 400_000
  /// Far more than any file takes that a person wrote.
  static let programSteps = 1_000_000
  /// Calls of one function within itself that are followed.
  static let recursionLimit = 3
  static let levelLimit = 220
  static let callLimit = 24
  static let objectLimit = 60_000
  static let findingLimit = 5_000
  static let moduleLimit = 120
  static let moduleSizeLimit = 4 << 20
  /// The bytes of all the modules that are read beside the file.
  static let modulesSizeLimit = 16 << 20

  let siblings: SourceFolder?
  var names: NameTable
  var tree: SyntaxTree
  var modules: [LoadedModule] = []
  var module = 0
  var scope = 0
  var scopes: [Scope] = []
  var frames: [Frame] = [Frame()]
  var objects: [TacObject] = []
  var holes: [TacUnknown] = []
  var journal: [Change] = []
  /// Above zero where it depends on the unknown whether the code runs.
  var doubt = 0
  /// Above zero while changes are noted so that they can be undone.
  var recording = 0
  /// Above zero while a loop is tried out to see what it changes.
  var rehearsing = 0
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

  init(_ bytes: [UInt8], file: String, siblings: SourceFolder?) {
    self.siblings = siblings
    names = NameTable()
    tree = SyntaxTree.parse(bytes, names: &names)
    scopes = [Scope()]
    modules = [LoadedModule(name: "", file: file, tree: tree, scope: 0, isPackage: false)]
    steps = Self.statementSteps
    budget = Self.programSteps
  }

  /// Whether to stop: everything after is left unread, which the findings say.
  mutating func isExhausted() -> Bool {
    steps -= 1
    if steps > 0 { return false }
    findings.isIncomplete = true
    return true
  }

  // MARK: Places

  var file: String { modules[module].file }

  func location(_ id: UInt32) -> SourceLocation {
    SourceLocation(file: file, line: tree.node(id).map { tree.line($0) })
  }

  func line(_ id: UInt32) -> Int { tree.node(id).map { tree.line($0) } ?? 1 }

  mutating func symbol(_ name: String) -> UInt32 { names.symbol(for: name) }

  var certainty: Certainty { doubt > 0 ? .conditional : .sure }

  mutating func note(_ message: String, at id: UInt32, remedy: String? = nil) {
    guard rehearsing == 0, !findings.isTalkative else { return }
    findings.note(message, at: location(id), remedy: remedy)
  }

  // MARK: Things

  mutating func make(_ kind: TacObject.Kind, at id: UInt32) -> TacValue {
    guard objects.count < objectAllowance else { return .unknown("more objects than are followed") }
    var object = TacObject(kind)
    object.line = line(id)
    object.file = file
    object.isConditional = doubt > 0
    object.isTrial = rehearsing > 0
    objects.append(object)
    return .object(objects.count - 1)
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

  /// A class and those that it inherits from, depth first.
  func ancestry(of type: TacValue) -> [TacValue] {
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
        pending.append(contentsOf: type.bases.reversed())
      }
    }
    return found
  }
}
