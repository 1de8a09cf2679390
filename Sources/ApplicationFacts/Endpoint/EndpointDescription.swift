/// An endpoint description such as `tcp:8080:interface=127.0.0.1`, taken apart as Twisted does.
///
/// The syntax is that of `twisted.internet.endpoints.serverFromString` and `clientFromString`: a name, then arguments
/// divided by colons, `key=value` or positional; a backslash takes the next character as it is.
package struct EndpointDescription: Sendable, Equatable {
  /// The kind of endpoint as written, e.g. `tcp`.
  package var name: String
  package var positional: [String] = []
  package var named: [String: String] = [:]

  /// `nil` when the text is empty or names no kind.
  package init?(_ text: String) {
    var word = ""
    var key: String?
    var isFirst = true
    var escaped = false
    name = ""
    for character in text.unicodeScalars {
      if escaped {
        word.unicodeScalars.append(character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "=", key == nil {
        key = word
        word = ""
      } else if character == ":" {
        add((key, word), &isFirst)
        key = nil
        word = ""
      } else {
        word.unicodeScalars.append(character)
      }
    }
    add((key, word), &isFirst)
    if name.isEmpty { return nil }
  }

  private mutating func add(_ argument: (key: String?, value: String), _ isFirst: inout Bool) {
    if let key = argument.key {
      named[key] = argument.value
    } else if isFirst {
      name = argument.value
    } else {
      positional.append(argument.value)
    }
    isFirst = false
  }

  /// An argument given by name, else by its place after the endpoint's name.
  package func argument(_ key: String, _ place: Int) -> String? {
    named[key] ?? (positional.indices.contains(place) ? positional[place] : nil)
  }
}
