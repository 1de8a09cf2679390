import Diagnostics
import Text

extension ProcessSettings.Variable {
  private static let lengthLimit = 2000

  /// Reads `NAME=VALUE`.
  ///
  /// - Throws: A usage failure for what is no assignment of one line, and for a variable that the service's start sets.
  package init(option text: String) throws(Failure) {
    guard let equals = text.firstIndex(of: "="), text[..<equals].isVariableName else {
      throw Failure.usage(.variable, "--env takes NAME=VALUE, not \(quoted(text))", remedy: "try --env TZ=UTC")
    }
    let (name, value) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
    if ProcessSettings.ownNames.contains(name) {
      throw Failure.usage(
        .variable, "\(name) is set by the service's start",
        remedy: name == "PLUGIN_OPTIONS" ? "give the plugin's options after --" : "choose another name")
    }
    try refuseDeceptive(value, of: "--env \(name)")
    guard value.utf8.count <= Self.lengthLimit, !value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" })
    else {
      throw Failure.usage(
        .variable, "the value of --env \(name) is not one line of at most \(Self.lengthLimit) bytes",
        remedy: "keep it in a file that the application reads")
    }
    self.init(name: name, value: value)
  }

  /// Whether it is for the service's eyes alone.
  var isSecret: Bool { SecretText.isIn(["--\(name.lowercased())=x"]) || SecretText.isIn(Array(value.utf8)) }
}
