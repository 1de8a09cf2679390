import PythonEvaluation
import ApplicationFacts
import PythonSyntax

extension LoadCheck {
  /// Follows a statement that is surely reached; false when none after it is.
  mutating func follow(_ id: UInt32) -> Bool {
    guard let node = tree.node(id) else { return true }
    switch node.kind {
    case .raise:
      for operand in tree.list(node.second) { read(operand) }
      return doubt > 0
    case .return, .break, .continue: return doubt > 0
    case .assign:
      read(node.first)
      for target in tree.list(node.second) { readTarget(target) }
    case .augmentedAssign:
      read(node.second)
      read(node.first)
    case .annotatedAssign:
      read(tree.member(node.second, 1))
      readTarget(node.first)
    case .assert: read(node.first)
    case .import, .importFrom: importModules(id, node)
    case .if: followBranches(node)
    case .while:
      read(tree.member(node.second, 0))
      inDoubt { check in for block in 1...2 { check.follow(block: check.tree.member(node.second, block)) } }
    case .for:
      read(tree.member(node.second, 1))
      inDoubt { check in for block in 2...3 { check.follow(block: check.tree.member(node.second, block)) } }
    case .with:
      for item in tree.list(node.second).dropFirst() { read(tree.node(item)?.first ?? Node.none) }
      // A context manager may swallow what its block raises.
      inDoubt { check in check.follow(block: check.tree.member(node.second, 0)) }
    case .try: followTry(node)
    case .match: read(node.first)
    case .function: followFunction(node)
    case .classDefinition: followClass(node)
    case .delete, .global, .nonlocal, .pass, .typeAlias, .exec, .print: break
    default:
      if isExit(id) { return doubt > 0 }
      read(id)
    }
    return true
  }

  mutating func follow(block: UInt32) {
    guard block != Node.none else { return }
    for statement in tree.list(block) where !follow(statement) { break }
  }

  /// Follows what may never run, or whose failing the program is ready for.
  mutating func inCare(_ body: (inout LoadCheck) -> Void) {
    care += 1
    inDoubt(body)
    care -= 1
  }

  mutating func inDoubt(_ body: (inout LoadCheck) -> Void) {
    doubt += 1
    body(&self)
    doubt -= 1
  }

  private mutating func followBranches(_ node: Node) {
    let members = Array(tree.list(node.second))
    for (index, test) in members.enumerated() where index % 2 == 0 {
      if index == 0 { read(test) } else { inCare { $0.read(test) } }
      let block = index + 1 < members.count ? members[index + 1] : Node.none
      inCare { $0.follow(block: block) }
    }
  }

  private mutating func followTry(_ node: Node) {
    let members = Array(tree.list(node.second))
    if members.count == 3 {
      // Nothing is caught.
      follow(block: members[0])
      return follow(block: members[2])
    }
    inCare { check in
      check.follow(block: members[0])
      check.follow(block: members[1])
      for handler in members.dropFirst(3).compactMap({ check.tree.node($0) }) {
        check.follow(block: check.tree.member(handler.second, 1))
      }
    }
    follow(block: members[2])
  }

  private mutating func followFunction(_ node: Node) {
    for decorator in tree.list(tree.member(node.second, 2)) { read(decorator) }
    for parameter in tree.list(tree.member(node.second, 0)) { read(tree.node(parameter)?.second ?? Node.none) }
    inDoubt { check in check.follow(block: check.tree.member(node.second, 1)) }
  }

  private mutating func followClass(_ node: Node) {
    for decorator in tree.list(tree.member(node.second, 2)) { read(decorator) }
    for argument in tree.list(tree.member(node.second, 0)) { read(argument) }
    for statement in tree.list(tree.member(node.second, 1)) {
      if let advice = classAdvice(statement) {
        failInPython3("TypeError: \(advice)() in the body of a class is Python 2's", at: statement)
      } else if !follow(statement) {
        break
      }
    }
  }

  /// `implements(I)` and its kin, which tell zope.interface of the class around them and raise in Python 3.
  private func classAdvice(_ statement: UInt32) -> String? {
    guard let call = tree.node(statement), call.kind == .call,
      let name = bindings.qualified(call.first, in: tree, names)
    else { return nil }
    let advice = ["implements", "implementsOnly", "classProvides"].first { name.hasSuffix(".\($0)") }
    let isKnown = ["zope.interface.", "twisted.python.components.", "twisted.internet.interfaces."].contains {
      name.hasPrefix($0)
    }
    return isKnown ? advice : nil
  }

  private func isExit(_ id: UInt32) -> Bool {
    guard let call = tree.node(id), call.kind == .call else { return false }
    if let name = tree.node(call.first), name.kind == .name {
      return ["exit", "quit"].contains(names.text(name.first)) && bindings.counts[name.first] == nil
    }
    return ["sys.exit", "os._exit"].contains(bindings.qualified(call.first, in: tree, names))
  }

  // MARK: Imports

  private mutating func importModules(_ id: UInt32, _ node: Node) {
    if node.kind == .import {
      for alias in tree.list(node.second).compactMap({ tree.node($0) }) { importModule(path(alias.first), at: id) }
      return
    }
    guard node.detail == 0 else { return }
    let module = path(node.first)
    guard importModule(module, at: id) else { return }
    for alias in tree.list(node.second).compactMap({ tree.node($0) }) {
      let name = path(alias.first)
      useLibrary(name, of: module, isImport: true, at: id)
      guard importModule("\(module).\(name)", at: id) else { continue }
      checkName(name, in: module, isImport: true, at: id)
    }
  }

  private func path(_ list: UInt32) -> String { tree.list(list).map { names.text($0) }.joined(separator: ".") }

  /// - Returns: whether the module may be there.
  @discardableResult
  private mutating func importModule(_ module: String, at id: UInt32) -> Bool {
    let top = String(module.prefix { $0 != "." })
    guard !isLocal(top) else {
      if doubt == 0 { imported.append(module) }
      return true
    }
    if let successor = RemovedModules.successor(of: module) {
      let message = "ModuleNotFoundError: No module named '\(module)'"
      let hint = successor.isEmpty ? "Twisted dropped it" : "Twisted dropped it for \(successor)"
      if tree.python2Fault == nil, !bindings.knowsBothPythons { isPython2 = true }
      if doubt == 0 { fail(message, at: id, remedy: "\(hint), and \(Self.port)\(Self.way)") }
      return false
    }
    if ModuleNames.onlyPython2.contains(top) {
      guard doubt == 0 else { return false }
      failInPython3("ModuleNotFoundError: No module named '\(top)'", at: id)
      return false
    }
    return true
  }
}
