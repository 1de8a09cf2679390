import CommandOptions
import Diagnostics
import Text

extension ConfigurationFile {
  /// A file with more than these is no configuration.
  private static let mistakeLimit = 20

  /// Checks every key and the type of its value, whichever tool it is for.
  func checkKeys() -> [Diagnostic] {
    let sections = Tool.allCases.map(\.configurationKey)
    var common: [String: Option<ToolOptions>] = [:]
    for tool in Tool.allCases { common.merge(tool.optionsByKey) { first, _ in first } }
    var mistakes: [Diagnostic] = []
    for (key, value) in values.sorted(by: { order($0.key, "") < order($1.key, "") }) {
      guard mistakes.count < Self.mistakeLimit else { break }
      if let tool = Tool.allCases.first(where: { $0.configurationKey == key }) {
        guard case .object(let own) = value else {
          mistakes.append(wrong(value, wanted: "an object of options", key, ""))
          continue
        }
        mistakes += check(own, object: key, options: tool.optionsByKey, others: [])
      } else {
        mistakes += check([key: value], object: "", options: common, others: sections + [SpecialKey.schema])
      }
    }
    for tool in Tool.allCases { mistakes += checkSpellings(of: tool) }
    return mistakes
  }

  private func check(
    _ object: [String: JSONValue], object name: String, options: [String: Option<ToolOptions>], others: [String]
  ) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for (key, value) in object.sorted(by: { order($0.key, name) < order($1.key, name) }) {
      guard mistakes.count < Self.mistakeLimit else { break }
      if key == SpecialKey.schema, name.isEmpty { continue }
      if key == SpecialKey.arguments {
        if !value.isListOfStrings {
          mistakes.append(wrong(value, wanted: "an array of at most 1000 strings", key, name))
        }
      } else if let option = options[key] {
        if let wanted = option.mismatch(with: value) { mistakes.append(wrong(value, wanted: wanted, key, name)) }
      } else {
        let known = Array(options.keys) + others + [SpecialKey.arguments]
        mistakes.append(unknown(key, name, known: known))
      }
    }
    return mistakes
  }

  /// The same option under two of its names would leave open which of them holds.
  private func checkSpellings(of tool: Tool) -> [Diagnostic] {
    var objects = [("", values)]
    if case .object(let own) = values[tool.configurationKey] { objects.append((tool.configurationKey, own)) }
    return objects.flatMap { name, object in
      tool.configurableOptions.compactMap { option -> Diagnostic? in
        let keys = option.names.filter { object[$0] != nil }
        guard keys.count > 1, tool == .tap2deb || !name.isEmpty else { return nil }
        return .error(
          "\(keys.map { "'\($0)'" }.joined(separator: " and ")) are the same", at: location(of: keys[1], in: name),
          remedy: "leave one of them out")
      }
    }
  }

  private func wrong(_ value: JSONValue, wanted: String, _ key: String, _ object: String) -> Diagnostic {
    .error(
      "'\(key)' is \(value.kind)", at: location(of: key, in: object), remedy: "give it \(wanted)")
  }

  private func unknown(_ key: String, _ object: String, known: [String]) -> Diagnostic {
    let remedy: String
    if let nearest = Spelling.nearest(to: key, among: known).first {
      remedy = "try '\(nearest)'"
    } else {
      remedy = "see --help for what there is; keys are the long names of options"
    }
    let isOneRun = Tool.allCases.contains { tool in
      tool.optionTable.options.contains { $0.names.contains(key) }
    }
    return .error(
      isOneRun
        ? "'\(key)' is for the command line\(object.isEmpty ? "" : " or not for '\(object)'")"
        : "there is no option '\(key.prefix(60))'\(object.isEmpty ? "" : " for '\(object)'")",
      at: location(of: key, in: object), remedy: isOneRun ? "leave it out here" : remedy)
  }

  /// The order in which mistakes are told: that of the file.
  private func order(_ key: String, _ object: String) -> (Int, String) {
    (location(of: key, in: object).line ?? 0, key)
  }
}

extension Tool {
  fileprivate var optionsByKey: [String: Option<ToolOptions>] {
    var result: [String: Option<ToolOptions>] = [:]
    for option in configurableOptions { for name in option.names { result[name] = option } }
    return result
  }
}

extension Option {
  /// What the value should be, if it is something else.
  fileprivate func mismatch(with value: JSONValue) -> String? {
    switch (argument, value) {
    case (.none, .boolean): return nil
    case (.none, _): return "true or false"
    case (_, .string), (_, .integer): return nil
    case (.optional, .boolean), (.optionalWord, .boolean): return nil
    case (_, .array) where isRepeatable && value.isListOfStrings: return nil
    default: return isRepeatable ? "a string or an array of at most 1000 strings" : "a string"
    }
  }
}

extension JSONValue {
  private static let elementLimit = 1000

  /// Whether it can be what a repeatable option is given.
  fileprivate var isListOfStrings: Bool {
    guard case .array(let elements) = self else { return false }
    return elements.count <= Self.elementLimit && elements.allSatisfy { if case .string = $0 { true } else { false } }
  }
}
