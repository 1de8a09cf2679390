import Diagnostics
import Text
import ApplicationFacts

extension Service {
  /// Takes over the variables that the packager sets, and those that the application reads; notes those that nobody sets
  /// and it cannot do without.
  ///
  /// - Throws: A usage failure for a variable that is set twice.
  mutating func take(variables: [ProcessSettings.Variable], readBy application: Application?) throws(Failure) {
    var names = Set(process.environment.map(\.name))
    for variable in variables where !names.insert(variable.name).inserted {
      throw Failure.usage(
        .variable, "\(variable.name) is set twice", remedy: "leave out one --env or --unit Environment=")
    }
    given = variables
    settings = application.map(EnvironmentSetting.all)?.filter { !names.contains($0.name) } ?? []
    for setting in settings where setting.isRequired {
      notes.append(
        .warning(
          .variableNeeded, "the service does not start unless \(setting.name) is set", at: setting.location,
          remedy: "give --env \(setting.name)=VALUE, or set it in \(environmentPath) on the target"
        ).about(.variable))
    }
  }
}

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
