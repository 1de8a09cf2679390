import Diagnostics
import PackageModel
import Toolbox

extension ReleaseRequest {
  /// Reads the changelog, and finds the version where the command line names none.
  init(
    _ options: ToolOptions, author: Maintainer, environment: [String: String], warn: (Diagnostic) -> Void
  ) throws(Failure) {
    self.init()
    let repository = GitRepository(of: options.tapfile, environment: environment)
    if let name = options.changelog {
      changelog =
        name == "git"
        ? try repository.changelog(author: author.description)
        : try Changelog(
          InputFile(name, limit: Changelog.sizeLimit, kind: .usage).contents, file: name, author: author.description)
    }
    switch options.version {
    case "git": version = try repository.version(warn: warn)
    case let text?: version = text
    case nil:
      if let newest = changelog?.newestVersion {
        version = newest
      } else if changelog != nil {
        warn(
          .warning(
            "the changelog's first entry is not its newest, so its version is not the package's",
            remedy: "name the version with --set-version"))
      }
    }
    revision = options.revision
    licence = options.licence
    copyright = options.copyright
    homepage = options.homepage
    section = options.section
    compression = options.compression
  }
}
