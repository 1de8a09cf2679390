import CommandOptions
import Diagnostics
import Packaging

extension Tool {
  /// Options about several packages in one run.
  var fleetOptions: [Option<ToolOptions>] {
    [
      .flag(
        "each",
        help: "Make a package each: of every file that is named, of the application files in every folder, and of what "
          + "a pattern matches. The other options are those of all.", into: \.fleet.isEach
      ).forOneRun,
      .value(
        "batch", placeholder: "FILE", completing: .files,
        help: "Make the packages that a file in JSON5 lists, each with its own options and those of all.",
        into: \.fleet.batch
      ).forOneRun,
      .value(
        "jobs", "j", placeholder: "NUMBER", default: "the number of processors",
        help: "How many of several packages are made at once.", into: \.fleet.jobs, reading: Self.jobs
      ).forOneRun,
      .flag(
        "fail-fast", help: "Begin no further package once one of several has failed.", into: \.fleet.failsFast
      ).forOneRun,
      .flag(
        "incremental",
        help: "Of several packages, make those alone of which anything has changed since they were made.",
        into: \.fleet.isIncremental
      ).forOneRun,
      Option(
        "shard", argument: .optionalWord("I/N"),
        help: "Of several packages, make the part I of N, for machines that share the work. Without I/N it is "
          + "CI_NODE_INDEX of CI_NODE_TOTAL."
      ) { (values: inout ToolOptions, text: String?) throws(Failure) in
        values.fleet.shard = try ShardChoice(option: text)
      }.forOneRun,
      .value(
        "matrix", placeholder: "CI[:N]", completing: .oneOf(JobMatrix.System.allCases.map(\.rawValue)),
        help:
          "Make nothing; print the jobs that share the work, for github or gitlab, as many as there are packages for "
          + "or N.", into: \.fleet.matrix,
        reading: { (text: String) throws(Failure) in try JobMatrix(option: text) }
      ).forOneRun,
    ]
  }

  @Sendable private static func jobs(_ text: String) throws(Failure) -> Int? {
    guard let number = Int(text), (1...256).contains(number) else {
      throw Failure.usage(.optionValue, "--jobs is no number of packages: \(quoted(text))", remedy: "try 2")
    }
    return number
  }
}
