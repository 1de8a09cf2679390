import Diagnostics
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
