import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax

/// What is certain to fail when Python loads a source: told from its text alone, in Python's own words.
///
/// Only what every run comes to counts: statements of the module and of its classes, not the branches of an `if`, what a
/// `try` may catch, or the bodies of functions.
package struct LoadCheck {
  let tree: SyntaxTree
  let names: NameTable
  let file: String
  /// Whether Python itself starts it, and not twistd.
  let isProgram: Bool
  /// Whether a module of the application's own has this dotted name.
  let isLocal: (String) -> Bool

  /// Errors: the source does not load.
  package var errors: [Diagnostic] = []
  /// Constructs of Python 2 that fail only where they run.
  var warnings: [Diagnostic] = []
  /// Whether something speaks against Python 3 that Python 2 has.
  var isPython2 = false
  /// Names of Python's library that some release lacks.
  var libraryUses: [LibraryUse] = []
  /// The modules that are surely imported.
  var imported: [String] = []

  /// The names of Twisted's modules that were looked for already: most programs ask for those of a few again and again.
  var listed: [String: Set<Substring>?] = [:]
  var bindings = LoadBindings()
  var told: Set<UInt32> = []
  /// Above zero in code that may never run.
  var doubt = 0
  /// Above zero where the program looks first or catches what fails.
  var care = 0
  /// The attributes that the source sets, of whatever.
  var stored: Set<UInt32> = []

  init(
    _ tree: SyntaxTree, names: NameTable, file: String, isProgram: Bool = false, isLocal: @escaping (String) -> Bool
  ) {
    self.isProgram = isProgram
    self.tree = tree
    self.names = names
    self.file = file
    self.isLocal = isLocal
    if let fault = tree.fault { tell(fault) }
    warnOfPython2()
    bindings = LoadBindings(tree, names)
    // What follows a fault is never reached, and what was skipped may bind any name.
    guard errors.isEmpty else { return }
    for statement in tree.list(tree.body) where !follow(statement) { break }
  }

  static let port = "the file is for Python 2 (python2), which today's twistd no longer runs: port it to Python 3, "
  static let way = "or package it unread with --no-inspect"

  private mutating func tell(_ fault: SyntaxFault) {
    let remedy: String
    if tree.isBroken {
      remedy = "fix it, \(Self.way)"
    } else if let other = tree.python2Fault {
      remedy = "Python 2 does not load the file either (line \(other.line): \(other.message)); fix it, \(Self.way)"
    } else {
      remedy = Self.port + Self.way
      isPython2 = true
    }
    errors.append(
      .error(.applicationFails, "\(fault.kind.rawValue): \(fault.message)", at: at(fault.line), remedy: remedy))
  }

  /// Statements that Python 3 reads as something else and that fail only where they run.
  private mutating func warnOfPython2() {
    guard tree.fault == nil, let found = tree.evidence.first(where: { $0.generation == 2 }) else { return }
    isPython2 = tree.python2Fault == nil
    warnings.append(
      .warning(
        .python2, "\(found.construct) is Python 2's and fails in Python 3", at: at(found.line), remedy: "port it first")
    )
  }

  // MARK: Telling

  func at(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }

  func line(_ id: UInt32) -> Int { tree.node(id).map { tree.line($0) } ?? 1 }

  mutating func fail(_ message: String, at id: UInt32, remedy: String) {
    guard errors.count < 20 else { return }
    errors.append(.error(.applicationFails, message, at: at(line(id)), remedy: remedy))
  }

  /// A construct of Python 2: an error where it surely runs, else a warning.
  mutating func failInPython3(_ message: String, at id: UInt32, isCertain: Bool = true) {
    guard !bindings.knowsBothPythons else { return }
    if tree.python2Fault == nil { isPython2 = true }
    if doubt == 0, isCertain {
      fail(message, at: id, remedy: Self.port + Self.way)
    } else if warnings.count < 20 {
      warnings.append(.warning(.python2, "\(message), in Python 3", at: at(line(id)), remedy: "port it first"))
    }
  }
}
