import Foundation
import TestSupport

/// Where the host's apt gets Debian packages from and by which proxy, so that a root is made from the same place.
struct AptConfiguration: Sendable {
  /// One-line sources, as in sources.list(5).
  let sources: [String]
  /// Settings of apt.conf(5) for its transports.
  let options: [String]

  /// - Parameter suite: Another release than the usual one comes from the same archive.
  static func ofHost(for suite: String = RootRecipe.usualSuite) throws -> AptConfiguration {
    let settings = try run("apt-config", "dump", "--no-empty", "--format", "%f \"%v\";%n").successful().output
    let wanted = [
      "Acquire::http", "Acquire::https", "Acquire::Retries", "Acquire::ForceIPv", "Acquire::Check-Valid-Until",
    ]
    let options = settings.split(separator: "\n").map(String.init).filter { line in
      wanted.contains { line.hasPrefix($0) }
    }
    let sources =
      suite == RootRecipe.usualSuite
      ? archives.map { "deb \($0.address) \($0.suite) main" }
      : archives.prefix(1).map { "deb \($0.address) \(suite) main" }
    return AptConfiguration(sources: sources, options: options)
  }

  /// Whether the first archive's release file can be downloaded, by apt's own transports and settings.
  static let archiveAnswers: Bool = {
    guard let archive = archives.first else { return false }
    return
      (try? withTemporaryFolder { folder in
        try run(
          "/usr/lib/apt/apt-helper", "-o", "Acquire::Retries=1", "download-file",
          "\(archive.address)/dists/\(archive.suite)/InRelease", "\(folder)/InRelease", timeout: .seconds(30)
        ).succeeded
      }) ?? false
  }()

  /// The archives which the host itself uses for the suite, as apt reads its sources; Debian's own when the host runs
  /// another release or distribution.
  private static let archives: [Archive] = {
    let targets = try? run(
      "apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages", "Component: main")
    let own = Set((targets?.output ?? "").split(separator: "\n")).sorted().compactMap { line -> Archive? in
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 2, fields[0] == RootRecipe.usualSuite || fields[0].hasPrefix("\(RootRecipe.usualSuite)-")
      else {
        return nil
      }
      return Archive(suite: fields[0], address: fields[1].hasSuffix("/") ? String(fields[1].dropLast()) : fields[1])
    }
    let isComplete = own.contains { $0.suite == RootRecipe.usualSuite }
    return isComplete ? own : [Archive(suite: RootRecipe.usualSuite, address: "http://deb.debian.org/debian")]
  }()

  private struct Archive {
    let suite: String
    let address: String
  }
}
