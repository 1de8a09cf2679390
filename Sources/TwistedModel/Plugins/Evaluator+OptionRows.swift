import PythonEvaluation
import PythonSyntax

/// Classes of options as twistd has them, whose `optParameters` are rows of name, short name and default.
extension Evaluator {
  /// An entry of an instance of such a class.
  mutating func option(_ name: String, of number: Int) -> PythonValue? {
    guard classNames(of: .object(number)).contains(where: { $0.hasSuffix("Options") }) else { return nil }
    return .unknown("option:\(name)", fallback: optionDefault(number, name))
  }

  /// All the options with a value of an instance of twistd-style options: `make(**options)`.
  mutating func declaredOptions(_ value: PythonValue) -> [(name: String, value: PythonValue)]? {
    guard let object = object(value), case .instance(let type) = object.kind, case .object(let number) = value,
      let symbol = names.find("optParameters"), classNames(of: value).contains(where: { $0.hasSuffix("Options") })
    else { return nil }
    var found: [(name: String, value: PythonValue)] = []
    for case .object(let home) in ancestry(of: type) {
      guard let list = objects[home].attributes[symbol], let (rows, _) = elements(of: list) else { continue }
      for row in rows.prefix(256) {
        guard let (cells, _) = elements(of: row), let name = cells.first.flatMap({ literal($0) }) else { continue }
        if let value = configured(number, .text(name)) { found.append((name, value)) }
      }
    }
    return found.isEmpty ? nil : found
  }

  /// The default of an option, from the class's `optParameters`.
  mutating func optionDefault(_ number: Int, _ name: String) -> PythonValue? {
    guard let row = optionRow(name, of: number), row.count >= 3, row[2].isScalar else { return nil }
    return row[2]
  }

  /// The row of an option in `optParameters` of an instance's class, or of one that it inherits from.
  mutating func optionRow(_ name: String, of number: Int) -> [PythonValue]? {
    guard case .instance(let type) = objects[number].kind, let symbol = names.find("optParameters") else { return nil }
    for case .object(let home) in ancestry(of: type) {
      guard let list = objects[home].attributes[symbol], let (rows, _) = elements(of: list) else { continue }
      for row in rows.prefix(500) {
        if let (cells, _) = elements(of: row), case .text(name)? = cells.first { return cells }
      }
    }
    return nil
  }
}
