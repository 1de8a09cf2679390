import Diagnostics
import PythonSyntax

/// What code that was not read may put in the place of the program's own values, which are then no more than defaults.
package extension Evaluator {
  /// Code that was not read fills a dictionary.
  mutating func overwrite(_ value: PythonValue, _ origin: String) {
    guard let number = mapping(value), case .dictionary(var content) = objects[number].kind else { return }
    content.doubt(origin)
    setDictionary(number, content)
  }

  /// Code that was not read binds names of the scope: `from local_settings import *`, `execfile("settings.py")`.
  mutating func overwriteVariables(_ origin: (String) -> String) {
    for (symbol, value) in scopes[scope].variables {
      let name = names.text(symbol)
      guard !name.hasPrefix("_"), let present = value.present.value else { continue }
      if let replaced = replaced(present, origin(name)) { scopes[scope].variables[symbol] = replaced }
    }
  }

  /// What stands for a constant that may be another; nil for what constants are not.
  mutating func replaced(_ value: PythonValue, _ origin: String) -> PythonValue? {
    switch value {
    case .none: return .unknown(origin)
    case .bool, .integer, .float, .text: return .unknown(origin, fallback: value)
    case .tuple(let values): return .tuple(values.map { replaced($0, origin) ?? $0 })
    case .choice(let values):
      return values.allSatisfy(\.isScalar) ? .unknown(origin) : nil
    case .object(let number):
      switch objects[number].kind {
      case .list(let content):
        // In its place, so that what it was is no more than a default where this may not happen.
        let items = content.items.map { replaced($0, origin) ?? $0 }
        objects[number].kind = .list(ListContent(items: items, minimum: 0, rest: content.rest))
        return nil
      case .dictionary(var content):
        if !content.isSet {
          content.changeEach { entry in
            let part = literal(entry.key).map { "\(origin).\($0)" } ?? origin
            entry.value = replaced(entry.value, part) ?? entry.value
          }
        }
        content.rest = .unknown(origin)
        return make(.dictionary(content), at: Node.none)
      default: return nil
      }
    default: return nil
    }
  }

  /// The variable of a scope that says that other names may be bound in it.
  static let openMark = "(open)"

  /// `exec code`, `exec code in entries`, `exec(code, entries)`, `execfile(path, entries)`.
  mutating func execute(into entries: [PythonValue], _ origin: String) {
    if entries.isEmpty {
      let mark = symbol(Self.openMark)
      scopes[scope].variables[mark] = .bool(true)
      return overwriteVariables { _ in origin }
    }
    for value in entries { overwrite(value, origin) }
  }

  mutating func runExec(_ node: Node, at id: UInt32) {
    note(.codeUnread, "exec runs text that is not followed", at: id)
    let operands = Array(tree.list(node.second))
    var entries: [PythonValue] = []
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

  /// Lists and dictionaries that go to code which was not read come back with other things in them.
  mutating func overwriteGiven(_ arguments: PythonArguments, _ origin: String) {
    for value in arguments.all { overwriteContainers(value, origin) }
  }
}
