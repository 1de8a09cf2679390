import Diagnostics
import PythonEvaluation
import ApplicationFacts
import PythonSyntax

extension LoadCheck {
  /// Follows an expression that is surely evaluated.
  mutating func read(_ id: UInt32) {
    guard let node = tree.node(id) else { return }
    switch node.kind {
    case .name: readName(node, at: id)
    case .attribute:
      read(node.first)
      readAttribute(node, at: id)
    case .call: readCall(node, at: id)
    case .keywordArgument: read(node.second)
    case .starred, .doubleStarred, .unary, .await, .yield, .yieldFrom, .backquote: read(node.first)
    case .walrus: read(node.second)
    case .subscript:
      read(node.first)
      read(node.second)
    case .binary:
      read(node.first)
      // `and` and `or` may stop at their first operand; what follows the first of a chain of comparisons, too.
      let isSure = ![.and, .or].contains(node.operator)
      if isSure { read(node.second) } else { inCare { $0.read(node.second) } }
    case .conditional:
      read(tree.member(node.second, 0))
      inCare { check in for member in 1...2 { check.read(check.tree.member(node.second, member)) } }
    case .comprehension:
      read(tree.member(node.second, 2))
      inDoubt { check in
        check.read(node.first)
        check.read(check.tree.member(node.second, 0))
      }
    case .lambda: inDoubt { $0.read(node.second) }
    case .tuple, .list, .set, .dictionary, .slice, .joinedStrings, .formatString:
      for member in tree.list(node.second) { read(member) }
    case .replacement: read(node.first)
    default: break
    }
  }

  /// What is read of a target: the object whose attribute or item is set.
  mutating func readTarget(_ id: UInt32) {
    guard let node = tree.node(id) else { return }
    switch node.kind {
    case .attribute:
      stored.insert(node.second)
      read(node.first)
    case .subscript:
      read(node.first)
      read(node.second)
    case .tuple, .list: for member in tree.list(node.second) { readTarget(member) }
    default: break
    }
  }

  private mutating func readName(_ node: Node, at id: UInt32) {
    let name = names.text(node.first)
    // What it runs may bind any name, but not its own.
    let isBound = name == "execfile" ? bindings.counts[node.first] != nil : bindings.isBound(node.first)
    guard !isBound, !told.contains(node.first) else { return }
    guard !Builtins.python3.contains(name) else { return }
    if Builtins.python2.contains(name) {
      told.insert(node.first)
      return failInPython3("NameError: name '\(name)' is not defined", at: id)
    }
    guard doubt == 0 else { return }
    told.insert(node.first)
    fail("NameError: name '\(name)' is not defined", at: id, remedy: remedy(forUnbound: name) + ", " + Self.way)
  }

  private func remedy(forUnbound name: String) -> String {
    // Twenty are told at most, and each look is at every name that is bound and that Twisted has.
    if told.count > 20 { return "bind it" }
    let packages = [
      "twisted.application", "twisted.internet", "twisted.web", "twisted.python", "twisted.cred", "twisted",
    ]
    if let package = packages.first(where: { TwistedNames.names(in: $0)?.contains(name[...]) == true }) {
      return "import it (from \(package) import \(name))"
    }
    let modules = ["twisted.application.service", "twisted.application.internet", "twisted.internet.endpoints"]
    if let module = modules.first(where: { TwistedNames.names(in: $0)?.contains(name[...]) == true }) {
      return "import it (from \(module) import \(name))"
    }
    if StandardLibrary.contains(name) { return "import it (import \(name))" }
    let bound = bindings.counts.keys.map { names.text($0) }.sorted()
    if let near = Spelling.meant(by: name, among: bound) { return "did you mean \(near)? Fix it" }
    return "bind it"
  }

  private mutating func readAttribute(_ node: Node, at id: UInt32) {
    let name = names.text(node.second)
    if ["has_key", "iteritems", "itervalues", "iterkeys"].contains(name) {
      // Only of a dictionary it is known that it has none.
      failInPython3(
        "AttributeError: 'dict' object has no attribute '\(name)'", at: id, isCertain: isDictionary(node.first))
    } else if let module = bindings.qualified(node.first, in: tree, names) {
      useLibrary(name, of: module, isImport: false, at: id)
      if doubt == 0 { checkName(name, in: module, isImport: false, at: id) }
    }
  }

  /// A name that some release of Python lacks, where the program is not ready for that.
  mutating func useLibrary(_ name: String, of module: String, isImport: Bool, at id: UInt32) {
    guard care == 0, !isLocal(String(module.prefix { $0 != "." })), let known = LibraryName.of("\(module).\(name)"),
      names.find(name).map(stored.contains) != true
    else { return }
    let use = LibraryUse(known, isImport: isImport, certainty: doubt == 0 ? .sure : .conditional, at: at(line(id)))
    if known.isPython2 {
      failInPython3(use.complaint, at: id)
    } else if libraryUses.count < 100,
      !libraryUses.contains(where: { $0.name == known && $0.certainty == use.certainty })
    {
      libraryUses.append(use)
    }
  }

  private func isDictionary(_ id: UInt32) -> Bool {
    guard let node = tree.node(id) else { return false }
    if node.kind == .name, bindings.counts[node.first] == 1, let value = bindings.values[node.first] {
      return tree.node(value)?.kind == .dictionary
    }
    return node.kind == .dictionary
  }

  private mutating func readCall(_ node: Node, at id: UInt32) {
    read(node.first)
    for argument in tree.list(node.second) { read(argument) }
    guard doubt == 0, !isProgram, bindings.qualified(node.first, in: tree, names) == "twisted.internet.reactor.run"
    else {
      return
    }
    fail(
      "the file runs the reactor itself, so twistd never comes to start the application", at: id,
      remedy: "package it as the program that it is with --script, or take reactor.run() out")
  }

  /// A name that a module of Twisted has not, but one that is nearly the same.
  mutating func checkName(_ name: String, in module: String, isImport: Bool, at id: UInt32) {
    guard doubt == 0, !name.hasPrefix("_") else { return }
    let known = listed[module] ?? TwistedNames.names(in: module).map(Set.init)
    listed[module] = .some(known)
    guard let known, !known.contains(name[...]),
      let near = Spelling.meant(by: name, among: known.map { String($0) }.sorted())
    else { return }
    fail(
      isImport
        ? "ImportError: cannot import name '\(name)' from '\(module)'"
        : "AttributeError: module '\(module)' has no attribute '\(name)'",
      at: id, remedy: "did you mean \(near)? Fix it, \(Self.way)")
  }
}

/// The names that Python itself binds ("Built-in Functions", "Built-in Constants", "Built-in Exceptions").
private enum Builtins {
  static let python3 = WordList(
    """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
    False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
    ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
    MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
    OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
    ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
    ZeroDivisionError __build_class__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ __spec__
    __path__ __cached__ __qualname__ __module__ __annotations__ __dict__ __class__ abs aiter all anext any ascii bin
    bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod
    enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int
    isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print
    property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip _
    """)

  static let python2 = WordList(
    """
    StandardError apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode
    xrange
    """)
}
