import CommandOptions
import Formats
import Text

/// The JSON Schema of configuration files, made from the option tables (json-schema.org, draft 2020-12).
struct ConfigurationSchema {
  private let tools: [Tool]

  init(_ tools: [Tool]) { self.tools = tools }

  /// - Returns: The schema as text, keys in order, ending in a line break.
  func json() -> String { JSONText.text(of: schema) + "\n" }

  /// - Returns: The schema of files that list several applications.
  func fleetJSON() -> String {
    let options = Dictionary(
      uniqueKeysWithValues: ["type", "additionalProperties", "properties"].compactMap { key in
        if case .object(let schema) = schema { schema[key].map { (key, $0) } } else { nil }
      })
    let member = JSONValue.object(["anyOf": .array([.object(["$ref": .string("#/$defs/options")]), Self.string])])
    return JSONText.text(
      of: .object([
        "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
        "title": .string("applications to be packaged with --batch"), "type": .string("object"),
        "additionalProperties": .boolean(false), "required": .array([.string("applications")]),
        "properties": .object([
          ConfigurationFile.SpecialKey.schema: Self.string,
          "defaults": .object([
            "description": .string("Options of all applications."), "$ref": .string("#/$defs/options"),
          ]),
          "applications": .object([
            "description": .string("Each is the path of its file, or its own options, which go over the defaults."),
            "type": .string("array"), "minItems": .integer(1), "items": member,
          ]),
        ]), "$defs": .object(["options": .object(options)]),
      ])) + "\n"
  }

  private var schema: JSONValue {
    var properties: [String: JSONValue] = [
      ConfigurationFile.SpecialKey.schema: .object(["type": .string("string")])
    ]
    for tool in tools.reversed() { properties.merge(Self.properties(of: tool)) { $1 } }
    for tool in tools {
      properties[tool.format.name] = .object([
        "description": .string("Options for \(tool.name) alone, which go over the others."),
        "type": .string("object"), "additionalProperties": .boolean(false),
        "properties": .object(Self.properties(of: tool)),
      ])
    }
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("\(ConfigurationFile.name): options of \(tools.map(\.name).joined(separator: " and "))"),
      "type": .string("object"),
      "additionalProperties": .boolean(false), "properties": .object(properties),
    ])
  }

  private static func properties(of tool: Tool) -> [String: JSONValue] {
    var properties: [String: JSONValue] = [
      ConfigurationFile.SpecialKey.arguments: .object([
        "description": .string("The plugin's own arguments."), "type": .string("array"), "items": string,
      ])
    ]
    for option in tool.configurableOptions {
      var property = type(of: option)
      property["description"] = .string(option.helpWithDefault)
      for name in option.names { properties[name] = .object(property) }
    }
    return properties
  }

  private static let string = JSONValue.object(["type": .string("string")])

  private static func type(of option: Option<ToolOptions>) -> [String: JSONValue] {
    switch (option.argument, option.completion) {
    case (.none, _): ["type": .string("boolean")]
    case (.optional, _), (.optionalWord, _):
      ["type": .array([.string("string"), .string("integer"), .string("boolean")])]
    case (.required, _) where option.isRepeatable:
      [
        "anyOf": .array([
          .object(["type": .array([.string("string"), .string("integer")])]),
          .object(["type": .string("array"), "items": string]),
        ])
      ]
    // A variable stands for a word that is not known here.
    case (.required, .words(let words)):
      [
        "anyOf": .array([
          .object(["enum": .array(words.all.map(JSONValue.string))]),
          .object(["type": .string("string"), "pattern": .string("\\$\\{")]),
        ])
      ]
    case (.required, _): ["type": .array([.string("string"), .string("integer")])]
    }
  }
}
