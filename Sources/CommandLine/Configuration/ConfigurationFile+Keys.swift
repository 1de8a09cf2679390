import CommandOptions
import Diagnostics
import Formats
import Text

extension ConfigurationFile {
  /// A file with more than these is no configuration.
  private static let mistakeLimit = 20

  /// The keys that there are, by the tools that they are for.
  struct KnownKeys {
    let tools: [Tool]
    let own: [[String: Option<ToolOptions>]]
    let common: [String: Option<ToolOptions>]

    init(of tools: [Tool]) {
      self.tools = tools
      own = tools.map(\.optionsByKey)
      common = own.reduce(into: [:]) { all, keys in all.merge(keys) { first, _ in first } }
    }
  }

  /// Checks every key and the type of its value, whichever of the tools it is for.
  func checkKeys(_ known: KnownKeys) -> [Diagnostic] {
    let (tools, common) = (known.tools, known.common)
    let sections = tools.map(\.format.name)
    var mistakes: [Diagnostic] = []
    for (key, value) in values.sorted(by: { order($0.key, "") < order($1.key, "") }) {
      guard mistakes.count < Self.mistakeLimit else { break }
      if let index = sections.firstIndex(of: key) {
        guard case .object(let own) = value else {
          mistakes.append(wrong(value, wanted: "an object of options", key: key, in: ""))
          continue
        }
        mistakes += check(own, object: key, options: known.own[index], others: [], of: tools)
      } else {
        mistakes += check([key: value], object: "", options: common, others: sections + [SpecialKey.schema], of: tools)
      }
    }
    for (index, tool) in tools.enumerated() {
      mistakes += checkSpellings(of: tool, known.own[index], isFirst: index == 0)
    }
    return mistakes
  }

  private func check(
    _ object: [String: JSONValue], object name: String, options: [String: Option<ToolOptions>], others: [String],
    of tools: [Tool]
  ) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for (key, value) in object.sorted(by: { order($0.key, name) < order($1.key, name) }) {
      guard mistakes.count < Self.mistakeLimit else { break }
      if key == SpecialKey.schema, name.isEmpty { continue }
      if key == SpecialKey.arguments {
        if !value.isListOfStrings {
          mistakes.append(wrong(value, wanted: "an array of at most 1000 strings", key: key, in: name))
        }
      } else if let option = options[key] {
        if let wanted = option.mismatch(with: value) {
          mistakes.append(wrong(value, wanted: wanted, key: key, in: name))
        }
      } else {
        let known = Array(options.keys) + others + [SpecialKey.arguments]
        mistakes.append(unknown(key, name, known: known, of: tools))
      }
    }
    return mistakes
  }

  /// The same option under two of its names would leave open which of them holds.
  private func checkSpellings(
    of tool: Tool, _ known: [String: Option<ToolOptions>], isFirst: Bool
  ) -> [Diagnostic] {
    var objects = [("", values)]
    if case .object(let own) = values[tool.format.name] { objects.append((tool.format.name, own)) }
    return objects.flatMap { name, object in
      OrderedSet(object.keys.sorted().compactMap { known[$0]?.names }).elements.compactMap { names -> Diagnostic? in
        let keys = names.filter { object[$0] != nil }
        guard keys.count > 1, isFirst || !name.isEmpty else { return nil }
        return .error(
          .configuration, "\(keys.map { "'\($0)'" }.joined(separator: " and ")) are the same",
          at: location(of: keys[1], in: name),
          remedy: "leave one of them out")
      }
    }
  }

  private func wrong(_ value: JSONValue, wanted: String, key: String, in object: String) -> Diagnostic {
    .error(
      .configuration, "'\(key)' is \(value.kind)", at: location(of: key, in: object), remedy: "give it \(wanted)")
  }

  private func unknown(_ key: String, _ object: String, known: [String], of tools: [Tool]) -> Diagnostic {
    let remedy: String
    if let nearest = Spelling.nearest(to: key, among: known).first {
      remedy = "try '\(nearest)'"
    } else {
      remedy = "see --help for what there is; keys are the long names of options"
    }
    let isOneRun = tools.contains { tool in
      tool.optionTable.options.contains { $0.names.contains(key) }
    }
    return .error(
      .configuration,
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
