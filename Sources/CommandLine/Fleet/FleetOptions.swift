import CommandOptions

/// What is asked for where a run makes a package each of several applications.
package struct FleetOptions: Sendable, Equatable {
  /// Whether each of the files that are named becomes a package of its own.
  package var isEach = false
  /// The file that lists applications and their options.
  package var batch: String?
  /// How many packages are made at once; as many as there are processors where nobody says.
  package var jobs: Int?
  /// Whether the first failure is the last.
  package var failsFast = false
  /// Whether what has not changed since it was made is left alone.
  package var isIncremental = false
  package var shard: ShardChoice?
  package var matrix: JobMatrix?

  /// The files, folders and patterns that are named.
  package var files: [String] = []
  /// The options of each of the packages.
  package var given: [GivenOption] = []
  /// What follows after `--`.
  package var arguments: [String] = []

  var isAsked: Bool { isEach || batch != nil }

  /// The options that say how several packages are made, and nothing of any of them.
  static let ownNames: Set = ["each", "batch", "jobs", "fail-fast", "incremental", "shard", "matrix"]
  /// Those that are not handed on beside them.
  static let keptNames: Set = ["tapfile", "json", "quiet", "timings"]
}
