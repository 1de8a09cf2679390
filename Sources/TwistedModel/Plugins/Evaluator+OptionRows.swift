import PythonEvaluation
import PythonSyntax

/// Classes of options as twistd has them, whose `optParameters` are rows of name, short name and default.
extension Evaluator {
  /// An entry of an instance of such a class.
  mutating func option(_ name: String, of number: Int) -> PythonValue? {
    guard classNames(of: .object(number)).contains(where: { $0.hasSuffix("Options") }) else { return nil }
    return .unknown("option:\(name)", fallback: optionDefault(number, name))
  }

  /// All the options with a value of an instance of twistd-style options: `make(**options)`, `dict(options)`.
  mutating func declaredOptions(_ value: PythonValue) -> [(name: String, value: PythonValue)]? {
    guard let object = object(value), case .instance(let type) = object.kind, case .object(let number) = value,
      classNames(of: value).contains(where: { $0.hasSuffix("Options") })
    else { return nil }
    var found: [(name: String, value: PythonValue)] = []
    for cells in optionRows("optParameters", of: type) + optionRows("optFlags", of: type) {
      guard let name = cells.first.flatMap({ literal($0) }), !found.contains(where: { $0.name == name }) else {
        continue
      }
      if let value = configured(number, .text(name)) { found.append((name, value)) }
    }
    for (symbol, value) in object.attributes {
      let name = names.text(symbol)
      guard name.hasPrefix("["), name.hasSuffix("]"), value.present.isSure else { continue }
      let key = String(name.dropFirst().dropLast())
      if !found.contains(where: { $0.name == key }) { found.append((key, value)) }
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
    guard case .instance(let type) = objects[number].kind else { return nil }
    return optionRows("optParameters", of: type).first { if case .text(name)? = $0.first { true } else { false } }
  }

  /// The rows of `optParameters`, `optFlags` or `subCommands` of a class, and then of those that it inherits from.
  mutating func optionRows(_ attribute: String, of type: PythonValue) -> [[PythonValue]] {
    guard let symbol = names.find(attribute) else { return [] }
    var found: [[PythonValue]] = []
    for case .object(let home) in ancestry(of: type) {
      guard let list = objects[home].attributes[symbol], let (rows, _) = elements(of: list) else { continue }
      for row in rows.prefix(500) { if let (cells, _) = elements(of: row) { found.append(cells) } }
    }
    return found
  }
}
