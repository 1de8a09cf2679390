import Diagnostics
import Toolbox

/// Where a suite's packages come from: the archives of the machine's own apt where it has them, and its settings for the
/// way there.
package struct AptSources: Sendable {
  /// One-line sources, as in sources.list(5); none where mmdebstrap is to choose.
  package private(set) var sources: [String] = []
  /// Settings of apt.conf(5).
  package private(set) var options: [String] = []

  private static let debian: Set<String> = [
    "bullseye", "bookworm", "trixie", "forky", "sid", "stable", "testing", "unstable",
  ]
  private static let settings = [
    "Acquire::http", "Acquire::https", "Acquire::Retries", "Acquire::ForceIPv", "Acquire::Check-Valid-Until",
  ]

  package init(of suite: String, in workspace: Workspace, environment: [String: String]) throws(Failure) {
    let dump = try Program("apt-config", package: "apt").run(
      ["dump", "--no-empty", "--format", "%f \"%v\";%n"], environment: environment, in: workspace)
    options = dump.split(separator: "\n").map(String.init).filter { line in
      Self.settings.contains { line.hasPrefix($0) }
    }
    let targets = try Program("apt-get", package: "apt").run(
      ["indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages", "Component: main"],
      environment: environment, in: workspace)
    let archives = Set(targets.split(separator: "\n")).sorted().compactMap { line -> (suite: String, place: String)? in
      let fields = line.split(separator: " ").map(String.init)
      return fields.count == 2 ? (fields[0], fields[1]) : nil
    }
    let own = archives.filter { $0.suite == suite || $0.suite.hasPrefix("\(suite)-") }
    if own.contains(where: { $0.suite == suite }) {
      sources = own.map { "deb \($0.place) \($0.suite) main" }
    } else if Self.debian.contains(suite) {
      let mirror = archives.first { Self.debian.contains($0.suite) && !$0.place.contains("security") }
      sources = ["deb \(mirror?.place ?? "http://deb.debian.org/debian") \(suite) main"]
    }
  }
}
