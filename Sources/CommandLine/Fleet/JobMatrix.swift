import Diagnostics

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
