import Diagnostics
import PackageModel
import Projects
import Text
import Toolbox

extension ReleaseRequest {
  /// Reads the changelog, and finds the version where the packager names none.
  init(_ inputs: Inputs, author: Maintainer, _ context: BuildContext) throws(Failure) {
    self.init(inputs.release)
    let repository = GitRepository(
      around: inputs.application.files.first.map { Path($0).folder } ?? ".", context)
    switch options.changelog {
    case .git: changelog = try Changelog(repository.releases(), author: author.description)
    case .named(let file):
      changelog = try Changelog(
        inputs.read(file, limit: Changelog.sizeLimit).contents, file: file, author: author.description)
    case nil: break
    }
    switch options.version {
    case .git:
      let described = try repository.version()
      version = described.text
      notes = described.notes
    case .named(let text): version = text
    case nil: version = changelog?.newestVersion ?? version
    }
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
          .changelogDate, "the tag of \(release.version) has a date that no package can bear",
          remedy: "name a file with --changelog FILE"))
    }
  }

  private static func cleaned(_ subject: String) -> String {
    String(String.UnicodeScalarView(subject.unicodeScalars.prefix(1000).map { $0.isDeceptive ? " " : $0 })).trimmed
  }
}
