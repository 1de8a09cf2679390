import CommandOptions
import Diagnostics

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

/// The part of the packages that one of several machines makes.
package struct Shard: Sendable, Equatable {
  /// Counted from 1.
  let index: Int
  let count: Int

  static let most = 1000

  /// - Throws: A usage failure for what is no `I/N` with I among 1...N.
  init(_ text: String, of option: String) throws(Failure) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let index = Int(words[0]), let count = Int(words[1]), (1...Self.most).contains(count),
      (1...count).contains(index)
    else {
      throw Failure.usage(
        .optionValue, "\(option) is no part of a whole: \(quoted(text))", remedy: "write 2/4 for the second of four")
    }
    (self.index, self.count) = (index, count)
  }

  /// Which of the packages are this part's. The heaviest go first, each to the part that has the least so far, so the
  /// answer is the same on every machine that is told the same sizes.
  func members(of sizes: [Int]) -> [Int] {
    var loads = [Int](repeating: 0, count: count)
    var own: [Int] = []
    let order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    for member in order {
      guard let least = loads.indices.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else { break }
      loads[least] += sizes[member]
      if least == index - 1 { own.append(member) }
    }
    return own.sorted()
  }
}

/// How a run gets to know its part.
package enum ShardChoice: Sendable, Equatable {
  case given(Shard)
  /// As the jobs of GitLab and others are numbered: CI_NODE_INDEX of CI_NODE_TOTAL.
  case environment

  init(option text: String?) throws(Failure) {
    self = if let text { .given(try Shard(text, of: "--shard")) } else { .environment }
  }

  func shard(_ environment: [String: String]) throws(Failure) -> Shard {
    switch self {
    case .given(let shard): return shard
    case .environment:
      guard let index = environment["CI_NODE_INDEX"], let total = environment["CI_NODE_TOTAL"] else {
        throw Failure.usage(
          .optionValue, "--shard names no part, and the environment has no CI_NODE_INDEX and CI_NODE_TOTAL",
          remedy: "give --shard 1/2")
      }
      return try Shard("\(index)/\(total)", of: "CI_NODE_INDEX/CI_NODE_TOTAL")
    }
  }
}

/// The jobs of a CI system, one for each part of the packages.
package struct JobMatrix: Sendable, Equatable {
  package enum System: String, Sendable, Equatable, CaseIterable { case github, gitlab }
  let system: System
  /// How many jobs there are; `nil` for as many as are worth a machine of their own.
  let count: Int?

  /// A machine is not worth its start for fewer packages than this.
  private static let worthwhile = 50
  private static let usualMost = 20

  init(option text: String) throws(Failure) {
    let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let system = words.first.flatMap(System.init(rawValue:)), words.count < 3 else {
      throw Failure.usage(
        .optionValue, "--matrix takes no \(quoted(text))", remedy: "give github, gitlab or github:4 for four jobs")
    }
    self.system = system
    count = try words.dropFirst().first.map { number throws(Failure) in try Shard("1/\(number)", of: "--matrix").count }
  }

  /// One line: what `fromJSON` of GitHub's takes for a matrix, or a whole pipeline of GitLab's, whose YAML takes JSON.
  func text(packages: Int) -> String {
    let usual = min(max((packages + Self.worthwhile - 1) / Self.worthwhile, 1), Self.usualMost)
    let total = min(count ?? usual, max(packages, 1))
    let shards = (1...total).map { "\"\($0)/\(total)\"" }.joined(separator: ",")
    switch system {
    case .github: return "{\"shard\":[\(shards)]}\n"
    case .gitlab:
      return "{\"include\":[{\"local\":\"ci/packages.yml\"}],"
        + "\"packages\":{\"extends\":\".packages\",\"parallel\":{\"matrix\":[{\"SHARD\":[\(shards)]}]}}}\n"
    }
  }
}
