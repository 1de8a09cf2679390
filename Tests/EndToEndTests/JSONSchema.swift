import Foundation

/// The part of JSON Schema 2020-12 that `docs/facts.schema.json` uses: `type`, `const`, `enum`, `properties`, `required`,
/// `items`, `minLength`, `minimum` and `$ref` to `$defs`.
///
/// Stricter than the standard in two points: a property that the schema does not describe is an error, since everything
/// that the tools write is to be documented, and so is a keyword that is not understood here.
struct JSONSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document, each with its place.
  func problems(in document: Data) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: document), root, at: "$")
  }

  private static let known: Set<String> = [
    "$schema", "$defs", "title", "description", "type", "const", "enum", "properties", "required", "items", "minLength",
    "minimum", "$ref",
  ]

  private func problems(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    var found = schema.keys.filter { !Self.known.contains($0) }.map { "\(place): the keyword \($0) is not understood" }
    if let reference = schema["$ref"] as? String {
      guard let target = definition(reference) else { return ["\(place): \(reference) is not defined"] }
      found += problems(value, target, at: place)
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) {
      found.append("\(place): \(value) is none of \(types)")
    }
    if let constant = schema["const"], !Self.isEqual(value, constant) {
      found.append("\(place): \(value) is not \(constant)")
    }
    if let words = schema["enum"] as? [Any], !words.contains(where: { Self.isEqual(value, $0) }) {
      found.append("\(place): \(value) is none of \(words)")
    }
    if let least = schema["minLength"] as? Int, let text = value as? String, text.count < least {
      found.append("\(place): \(text.debugDescription) is too short")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(place): \(number) is below \(least)")
    }
    if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
      for (index, item) in values.enumerated() { found += problems(item, items, at: "\(place)[\(index)]") }
    }
    if let object = value as? [String: Any] { found += members(object, schema, at: place) }
    return found
  }

  private func members(_ object: [String: Any], _ schema: [String: Any], at place: String) -> [String] {
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place) lacks \($0)" }
    guard let properties = schema["properties"] as? [String: Any] else { return found }
    for (name, member) in object.sorted(by: { $0.key < $1.key }) {
      if let described = properties[name] as? [String: Any] {
        found += problems(member, described, at: "\(place).\(name)")
      } else {
        found.append("\(place).\(name) is not described")
      }
    }
    return found
  }

  private func definition(_ reference: String) -> [String: Any]? {
    let prefix = "#/$defs/"
    guard reference.hasPrefix(prefix) else { return nil }
    return (root["$defs"] as? [String: Any])?[String(reference.dropFirst(prefix.count))] as? [String: Any]
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean(value)
    case "integer":
      !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !isBoolean(value) && value is NSNumber
    default: false
    }
  }

  /// `JSONSerialization` gives numbers for `true` and `false`, of a type of their own.
  private static func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
  }

  private static func isEqual(_ left: Any, _ right: Any) -> Bool {
    if let left = left as? String, let right = right as? String { return left == right }
    guard let left = left as? NSNumber, let right = right as? NSNumber else { return false }
    return isBoolean(left) == isBoolean(right) && left == right
  }
}
