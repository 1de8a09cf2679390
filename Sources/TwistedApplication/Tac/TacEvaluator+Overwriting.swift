import PythonSyntax

/// What code that was not read may put in the place of the program's own values, which are then no more than defaults.
extension TacEvaluator {
  static let globalsOrigin = "globals()"

  /// Code that was not read fills a dictionary.
  mutating func overwrite(_ value: TacValue, _ origin: String) {
    guard let number = mapping(value), case .dictionary(let entries) = objects[number].kind else { return }
    let doubted = entries.map { (key: $0.key, value: TacValue.merge([$0.value, .unknown(origin)])) }
    setContent(of: number, .dictionary(doubted), isPartial: true)
  }

  /// Code that was not read binds names of the scope: `from local_settings import *`, `execfile("settings.py")`.
  mutating func overwriteVariables(_ origin: (String) -> String) {
    for (symbol, value) in scopes[scope].variables where value.isScalar {
      let name = names.text(symbol)
      guard !name.hasPrefix("_") else { continue }
      let fallback: TacValue? = if case .none = value { nil } else { value }
      setVariable(symbol, in: scope, to: .unknown(origin(name), fallback: fallback))
    }
  }

  /// `exec code`, `exec code in entries`, `exec(code, entries)`, `execfile(path, entries)`.
  mutating func execute(into entries: [TacValue], _ origin: String) {
    if entries.isEmpty { return overwriteVariables { _ in origin } }
    for value in entries { overwrite(value, origin) }
  }

  mutating func runExec(_ node: Node, at id: UInt32) {
    note("exec runs text that is not followed", at: id)
    let operands = Array(tree.list(node.second))
    var entries: [TacValue] = []
    for (index, operand) in operands.enumerated() {
      guard let part = tree.node(operand) else { continue }
      if part.kind == .binary, part.operator == .in {
        _ = evaluate(part.first)
        entries.append(evaluate(part.second))
      } else if part.kind == .tuple {
        entries += tree.list(part.second).dropFirst().map { evaluate($0) }
      } else {
        let value = evaluate(operand)
        if index > 0 { entries.append(value) }
      }
    }
    execute(into: entries, "code that is not followed")
  }

  /// A dictionary that goes to `load(settings)` and its like comes back with other things in it.
  mutating func overwriteFilled(_ name: String, _ arguments: TacArguments, at id: UInt32) {
    let verb = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["load", "read", "parse", "update", "fill", "merge", "exec"].contains(where: verb.hasPrefix) else { return }
    for value in arguments.positional { overwrite(value, "a call of \(callName(id))") }
  }
}
