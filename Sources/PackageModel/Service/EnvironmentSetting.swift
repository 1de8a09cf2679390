import Diagnostics
import Text
import ApplicationFacts

/// A variable that the application reads, as the environment file tells of it.
package struct EnvironmentSetting: Sendable, Equatable {
  package let name: String
  /// What the application takes where it is not set.
  package let value: String
  /// Where it is read, and whether the service starts without it.
  package let reason: String
  package let isRequired: Bool
  package let location: SourceLocation

  private static let countLimit = 100

  /// What systemd, the init script or twistd set (systemd.exec(5), environment variables in spawned processes).
  private static let given: Set<String> = [
    "HOME", "INVOCATION_ID", "JOURNAL_STREAM", "LANG", "LISTEN_FDS", "LISTEN_FDNAMES", "LISTEN_PID", "LOGNAME",
    "LOGS_DIRECTORY", "MAINPID", "NOTIFY_SOCKET", "PWD", "RUNTIME_DIRECTORY", "SHELL", "STATE_DIRECTORY",
  ]

  /// Those that somebody may want to set, in the order in which they are read.
  static func all(of application: Application) -> [EnvironmentSetting] {
    let taken = given.union(ProcessSettings.ownNames)
    var seen: Set<String> = []
    let wanted = application.variables.filter { variable in
      variable.name.isVariableName && !taken.contains(variable.name) && seen.insert(variable.name).inserted
    }
    return wanted.prefix(countLimit).map { variable in
      let value = variable.fallback ?? ""
      return EnvironmentSetting(
        name: variable.name, value: value.unicodeScalars.contains(where: \.isDeceptive) ? "" : value,
        reason: "\(variable.location)" + (variable.isRequired ? "; the service does not start without it" : ""),
        isRequired: variable.isRequired, location: variable.location)
    }
  }

  /// Whether its value is for the service's eyes alone.
  var isSecret: Bool { SecretText.isIn(["--\(name.lowercased())=x"]) }
}
