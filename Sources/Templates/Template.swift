import Diagnostics

/// A text with values, conditions and loops, and nothing more: logic stays in Swift.
///
/// - `{{name}}` is a value, escaped for the language of the template; `{{name as KIND}}` is escaped as told.
/// - `{{#escape KIND}}`, at the beginning, says how: without it, values are words of shell.
/// - `{{#if name}} … {{else}} … {{/if}}` is there when the value is not empty, `{{#unless name}} … {{/unless}}` when it is.
/// - `{{#each name}} … {{/each}}` is there once for each item, which is called `item` within it, or for each record,
///   whose values stand before those outside.
///
/// A line that holds only a condition or loop tag leaves no line behind.
package struct Template: Sendable {
  /// Where the template is from, for messages.
  package let name: String
  private let nodes: [Node]
  /// How values are written, where the template says so itself.
  package let escaping: Escaping?

  indirect enum Node: Sendable {
    case text(String)
    case value(name: String, escaping: Escaping?, line: Int)
    case condition(name: String, then: [Node], otherwise: [Node], line: Int)
    case loop(name: String, body: [Node], line: Int)
  }

  /// - Throws: A build failure that names the line of a tag that is not understood.
  package init(_ source: String, name: String) throws(Failure) {
    self.name = name
    var parser = TemplateParser(source, name: name)
    nodes = try parser.parse()
    escaping = parser.escaping
  }

  /// Renders in one pass: what a value holds is never looked at again.
  ///
  /// - Parameter usual: How values are written where the template does not say.
  /// - Throws: A build failure for a name that is not among the values.
  package func render(_ values: TemplateValues, escaping usual: Escaping = .shell) throws(Failure) -> String {
    var output = ""
    try render(nodes, with: values, escaping: escaping ?? usual, into: &output)
    return output
  }

  private func render(
    _ nodes: [Node], with values: TemplateValues, escaping: Escaping, into output: inout String
  ) throws(Failure) {
    for node in nodes {
      switch node {
      case .text(let text):
        output += text
      case .value(let key, let special, let line):
        let value = try value(key, in: values, line)
        // Whatever the way by which it came, no file of a package holds what makes a text look like another.
        for text in value.texts { try refuseDeceptive(text, of: "the value of \(key)") }
        switch value {
        case .text(let text): output += (special ?? escaping).apply(text)
        case .rendered(let text): output += special?.apply(text) ?? text
        case .list(let items): output += items.map((special ?? escaping).apply).joined(separator: " ")
        case .flag, .records: throw problem("\(key) is a condition or a loop, not a text", line)
        }
      case .condition(let key, let then, let otherwise, let line):
        let holds = try value(key, in: values, line).isTrue
        try render(holds ? then : otherwise, with: values, escaping: escaping, into: &output)
      case .loop(let key, let body, let line):
        for values in try rounds(of: key, in: values, line) {
          try render(body, with: values, escaping: escaping, into: &output)
        }
      }
    }
  }

  /// The values for each round of a loop: an item of a list, or what a record says in place of the values around it.
  private func rounds(
    of key: String, in values: TemplateValues, _ line: Int
  ) throws(Failure) -> [TemplateValues] {
    switch try value(key, in: values, line) {
    case .list(let items): return items.map { values.merging(["item": .text($0)]) { _, new in new } }
    case .records(let records): return records.map { values.merging($0) { _, new in new } }
    default: throw problem("\(key) is not a list", line)
    }
  }

  private func value(_ key: String, in values: TemplateValues, _ line: Int) throws(Failure) -> TemplateValue {
    if let value = values[key] { return value }
    let near = Spelling.nearest(to: key, among: values.keys.sorted()).first
    throw problem("there is no value named \(key)", line, remedy: near.map { "try \($0)" })
  }

  private func problem(_ message: String, _ line: Int, remedy: String? = nil) -> Failure {
    Failure.build(
      .template, message, at: SourceLocation(file: name, line: line),
      remedy: remedy ?? "compare it with the tool's own, which --print-templates DIR writes out")
  }
}

/// The values that a template can name.
package typealias TemplateValues = [String: TemplateValue]
