import Diagnostics
import PackageModel
import Projects

extension ToolOptions {
  /// With the version that a project says, where neither the command line nor a history names one.
  ///
  /// - Parameter isBundled: Whether the project's wheel is made, which says its version better than anything else.
  /// - Throws: A usage failure for a project whose version only running it would tell: 1.0 would be a guess, and every
  ///   later version below it a step back that no package manager takes.
  func withVersion(
    of project: Project?, isBundled: Bool, environment: [String: String], warn: (Diagnostic) -> Void
  ) throws(Failure) -> ToolOptions {
    guard let project, version == nil, changelog == nil else { return self }
    var options = self
    let remedy = "give --set-version VERSION"
    switch project.version {
    case .text(let text): options.version = text
    case .repository(let tool):
      if let told = environment["SETUPTOOLS_SCM_PRETEND_VERSION"], !told.isEmpty {
        options.version = told
        break
      }
      do throws(Failure) {
        options.version = try GitRepository(around: project.folder, environment: environment).version(warn: warn)
      } catch {
        let why = error.diagnostics.first?.message ?? ""
        throw Failure(
          .usage, "the project's version is git's (\(tool)), and \(why)", at: SourceLocation(file: project.folder),
          remedy: remedy)
      }
    case .unknown(let why, let place):
      if isBundled { break }
      throw Failure(
        .usage, "the project's version is not said without running it: \(why)", at: place, remedy: remedy)
    case nil:
      if isBundled { break }
      throw Failure(
        .usage, "the project says no version", at: SourceLocation(file: project.folder),
        remedy: "\(remedy), or --set-version git")
    }
    return options
  }
}
