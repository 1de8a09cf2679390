import Diagnostics
import PackageModel
import Toolbox

extension Program {
  fileprivate static let git = Program("git", package: "git")
}

/// The repository that an application file is in, asked through git itself.
struct GitRepository {
  /// Where git looks; the repository may begin above it.
  let folder: String
  let environment: [String: String]

  init(of file: String?, environment: [String: String]) {
    let slash = file?.lastIndex(of: "/")
    folder = file.flatMap { file in slash.map { String(file[...$0]) } } ?? "."
    self.environment = environment
  }

  /// The version that the newest tag and the commits after it make (git-describe(1)).
  ///
  /// - Throws: A usage failure where there is no repository, no commit, or a tag without a version.
  func version(warn: (Diagnostic) -> Void) throws(Failure) -> String {
    let said = try run(["describe", "--tags", "--long", "--dirty", "--always", "--abbrev=7", "--match=*[0-9]*"])
    if let description = GitDescription(said) { return try description.version() }
    if try run(["rev-parse", "--is-shallow-repository"]) == "true" {
      warn(
        .warning("the git repository is shallow and has no tag", remedy: "fetch its tags: git fetch --unshallow --tags")
      )
    }
    let count = try run(["rev-list", "--count", "HEAD"])
    let date = try run(["log", "-1", "--format=%cd", "--date=format-local:%Y%m%d"])
    return "0~git\(date).\(count).g\(said.replacingDirtyMark)"
  }

  /// The history that tags part into versions, newest first; what came after the newest tag is left out.
  func changelog(author: String) throws(Failure) -> Changelog {
    let listing = try run([
      "for-each-ref", "--merged=HEAD", "--sort=-creatordate", "--count=\(Self.tagLimit)",
      "--format=%(creatordate:unix) %(refname)", "refs/tags",
    ])
    var tags: [(name: String, version: String, date: Int?)] = []
    for line in listing.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let version = GitDescription.version(ofTag: parts[1].dropFirst("refs/tags/".count)) else {
        continue
      }
      tags.append((String(parts[1]), version, Int(parts[0])))
    }
    guard !tags.isEmpty else {
      throw Failure(
        .usage, "the git repository of \(quoted(folder)) has no tag with a version",
        remedy: "tag a release: git tag -a v1.0, or name a file with --changelog FILE")
    }
    var entries: [Changelog.Entry] = []
    for (index, tag) in tags.enumerated() {
      let range = index + 1 < tags.count ? "\(tags[index + 1].name)..\(tag.name)" : tag.name
      let subjects = try run(["log", "--no-merges", "--max-count=\(Self.commitLimit)", "--format=%s", range, "--"])
      let changes = subjects.split(separator: "\n").map { Self.cleaned($0) }.filter { !$0.isEmpty }
      entries.append(
        Changelog.Entry(
          version: tag.version, timestamp: tag.date, author: author,
          changes: changes.isEmpty ? ["New version."] : changes))
    }
    return Changelog(entries)
  }

  private static let tagLimit = 50
  private static let commitLimit = 200

  private static func cleaned(_ subject: Substring) -> String {
    String(String.UnicodeScalarView(subject.unicodeScalars.prefix(1000).map { $0.isHarmless ? $0 : " " })).trimmed
  }

  /// What git prints. It runs without the caller's GIT_ variables, which may mean another repository, takes no lock, and
  /// starts no monitor that the repository names.
  private func run(_ arguments: [String]) throws(Failure) -> String {
    var variables = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"]
    for name in ["PATH", "HOME", "XDG_CONFIG_HOME"] { variables[name] = environment[name] }
    let words = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-C", folder] + arguments
    do throws(Failure) {
      return try Workspace.with(environment: environment) { workspace throws(Failure) in
        try Program.git.run(words, environment: variables, in: workspace).trimmed
      }
    } catch {
      let said = error.diagnostics.map(\.message).joined(separator: " ")
      if said.contains("is not installed") { throw error }
      let place = folder == "." ? "the current folder" : quoted(folder)
      if said.contains("not a git repository") {
        throw Failure(
          .usage, "there is no git repository at \(place)", remedy: "name the version with --set-version VERSION")
      }
      throw Failure(
        .usage, "git cannot tell the version of \(place): \(said)", remedy: "name it with --set-version VERSION")
    }
  }
}

extension String {
  fileprivate var replacingDirtyMark: String { hasSuffix("-dirty") ? dropLast("-dirty".count) + ".dirty" : self }
}
