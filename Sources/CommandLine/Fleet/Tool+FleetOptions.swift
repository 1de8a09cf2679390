import CommandOptions
import Diagnostics

extension Tool {
  /// Options about several packages in one run.
  var fleetOptions: [Option<ToolOptions>] {
    [
      .flag(
        "each",
        help: "Make one package for each file that is named, each application file in a folder and each match of a "
          + "pattern. The other options hold for all of them.", into: \.fleet.isEach
      ).forOneRun,
      .value(
        "batch", placeholder: "FILE", completing: .files,
        help: "Make the packages that a file in JSON5 lists, each with its own options and those for all.",
        into: \.fleet.batch
      ).forOneRun,
      .value(
        "jobs", "j", placeholder: "NUMBER", default: "the number of processors",
        help: "How many packages are made at once.", into: \.fleet.jobs, reading: Self.jobs
      ).forOneRun,
      .flag(
        "fail-fast", help: "Stop at the first package that fails.", into: \.fleet.failsFast
      ).forOneRun,
      .flag(
        "incremental",
        help: "Make only the packages of which something has changed since they were made.",
        into: \.fleet.isIncremental
      ).forOneRun,
      Option(
        "shard", argument: .optionalWord("I/N"),
        help: "Make part I of N of the packages, where several machines share the work. Without I/N it is "
          + "CI_NODE_INDEX of CI_NODE_TOTAL."
      ) { (values: inout ToolOptions, text: String?) throws(Failure) in
        values.fleet.shard = try ShardChoice(option: text)
      }.forOneRun,
      .value(
        "matrix", placeholder: "CI[:N]", completing: .oneOf(JobMatrix.System.allCases.map(\.rawValue)),
        help:
          "Make nothing; print the jobs that share the work, for github or gitlab: N of them, or as many as are "
          + "worth it.", into: \.fleet.matrix,
        reading: { (text: String) throws(Failure) in try JobMatrix(option: text) }
      ).forOneRun,
    ]
  }

  @Sendable private static func jobs(_ text: String) throws(Failure) -> Int? {
    guard let number = Int(text), (1...256).contains(number) else {
      throw Failure.usage(.optionValue, "--jobs is not a number of packages: \(quoted(text))", remedy: "try 2")
    }
    return number
  }
}
