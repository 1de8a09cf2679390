import CommandOptions
import Diagnostics
import PackageModel
import Packaging

extension Tool {
  /// What runs the service, if it is not twistd, and how.
  var runnerOptions: [Option<ToolOptions>] {
    [
      .values(
        "script", placeholder: "FILE.py", completing: .filesEnding([".py"]),
        help: "Package a program of Python's that runs the reactor itself; its arguments follow after --. Given again, "
          + "each becomes a service of the same package.",
        into: \.inputs.application.scripts
      ).trusted(.inside),
      .values(
        "command", placeholder: "'NAME ARGS'",
        help:
          "Package a console script of the project or of the bundle, or another package's program by its path, with "
          + "its arguments. Given again, each becomes a service of the same package.",
        into: \.inputs.application.commands
      ).trusted(.any),
      .value(
        "runner", placeholder: "NAME|PATH", default: "twistd", completing: .oneOf(["twistd", "twist", "axiomatic"]),
        help:
          "What runs the application or plugin: twistd, twist (plugins only, logs to standard output), axiomatic, or "
          + "the path of one of them on the target system.",
        into: \.inputs.service.runner,
        reading: { (text: String) throws(Failure) in try RunnerChoice(option: text) }
      ).trusted(.any),
      .value(
        "reactor", placeholder: "NAME", completing: .oneOf(Reactor.allCases.map(\.rawValue)),
        help: "The reactor that the service uses.", into: \.inputs.service.reactor,
        reading: { (text: String) throws(Failure) in try Reactor(option: text) }
      ).trusted(.any),
      .values(
        "twistd-option", placeholder: "OPTION",
        help: "An option of twistd's or twist's own, for example --twistd-option --logfile=FILE. What the runner does "
          + "not take is refused: twistd would end with status 0.",
        into: \.inputs.service.runnerOptions
      ).trusted(.any),
    ]
  }
}
