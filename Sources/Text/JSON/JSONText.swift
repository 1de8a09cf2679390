/// How JSON is written for programs: indented, keys in order, so that two documents can be compared line by line.
package enum JSONText {
  /// - Throws: What the value's own `encode(to:)` throws.
  package static func text(of document: some Encodable) throws -> String {
    text(of: try JSONValue(encoding: document))
  }

  package static func text(of value: JSONValue) -> String {
    var text = ""
    write(value, to: &text, indent: "")
    return text
  }

  /// On one line.
  package static func line(of value: JSONValue) -> String {
    switch value {
    case .array(let values): "[\(values.map(line).joined(separator: ","))]"
    case .object(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(line(of: $0.value))" }.joined(separator: ",")
        + "}"
    default: text(of: value)
    }
  }

  private static func write(_ value: JSONValue, to text: inout String, indent: String) {
    switch value {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    // JSON has no word for these.
    case .number(let number) where !number.isFinite:
      text += number.isNaN ? "\"nan\"" : number < 0 ? "\"-inf\"" : "\"inf\""
    case .number(let number):
      text += number.description.hasSuffix(".0") ? String(number.description.dropLast(2)) : number.description
    case .string(let string): text += quoted(string)
    case .array(let values):
      list(values, opening: "[", closing: "]", to: &text, indent: indent) { value, text, indent in
        write(value, to: &text, indent: indent)
      }
    case .object(let members):
      list(members.sorted { $0.key < $1.key }, opening: "{", closing: "}", to: &text, indent: indent) {
        member, text, indent in
        text += "\(quoted(member.key)) : "
        write(member.value, to: &text, indent: indent)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], opening open: String, closing close: String, to text: inout String, indent: String,
    write: (Element, inout String, String) -> Void
  ) {
    text += open + "\n"
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "" : ",\n") + inner
      write(element, &text, inner)
    }
    text += "\n\(indent)\(close)"
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
