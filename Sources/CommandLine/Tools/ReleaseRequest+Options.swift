import Diagnostics
import PackageModel
import Projects
import Toolbox

extension ReleaseRequest {
  /// Reads the changelog, and finds the version where the command line names none.
  init(
    _ options: ToolOptions, author: Maintainer, environment: [String: String], warn: (Diagnostic) -> Void
  ) throws(Failure) {
    self.init()
    let slash = options.tapfile?.lastIndex(of: "/")
    let folder = options.tapfile.flatMap { file in slash.map { String(file[...$0]) } } ?? "."
    let repository = GitRepository(around: folder, environment: environment)
    if let name = options.changelog {
      changelog =
        name == "git"
        ? try Changelog(repository.releases(), author: author.description)
        : try Changelog(
          options.read(name, limit: Changelog.sizeLimit).contents, file: name, author: author.description)
    }
    switch options.version {
    case "git": version = try repository.version(warn: warn)
    case let text?: version = text
    case nil: version = changelog?.newestVersion ?? version
    }
    for note in changelog?.notes ?? [] { warn(note) }
    revision = options.revision
    licence = options.licence
    copyright = options.copyright
    homepage = options.homepage
    section = options.section
    compression = options.compression
  }
}

extension Changelog {
  /// A history as git has it.
  fileprivate init(_ releases: [GitRepository.Release], author: String) {
    self.init(
      releases.map { release in
        let changes = release.subjects.map(Self.cleaned).filter { !$0.isEmpty }
        return Entry(
          version: release.version, timestamp: release.timestamp, author: author,
          changes: changes.isEmpty ? ["New version."] : changes.map { Change($0) })
      })
    for release in releases where release.timestamp == nil {
      notes.append(
        .warning(
          "the tag of \(release.version) has a date that no package can bear",
          remedy: "name a file with --changelog FILE"))
    }
  }

  private static func cleaned(_ subject: String) -> String {
    String(String.UnicodeScalarView(subject.unicodeScalars.prefix(1000).map { $0.isDeceptive ? " " : $0 })).trimmed
  }
}
