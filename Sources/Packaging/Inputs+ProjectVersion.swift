import Diagnostics
import PackageModel
import Projects
import Toolbox

extension Inputs {
  /// With the version that a project says, where neither the command line nor a history names one.
  ///
  /// - Parameter isBundled: Whether the project's wheel is made, which says its version better than anything else.
  /// - Throws: A usage failure for a project whose version only running it would tell: 1.0 would be a guess, and every
  ///   later version below it a step back that no package manager takes.
  func withVersion(
    of project: Project?, isBundled: Bool, _ context: BuildContext
  ) throws(Failure) -> (inputs: Inputs, notes: [Diagnostic]) {
    guard let project, release.version == nil, release.changelog == nil else { return (self, []) }
    var (inputs, notes) = (self, [Diagnostic]())
    let remedy = "give --set-version VERSION"
    switch project.version {
    case .text(let text): inputs.release.version = .named(text)
    case .repository(let tool):
      if let told = context.environment["SETUPTOOLS_SCM_PRETEND_VERSION"], !told.isEmpty {
        inputs.release.version = .named(told)
        break
      }
      do throws(Failure) {
        let described = try GitRepository(around: project.folder, context).version()
        inputs.release.version = .named(described.text)
        notes = described.notes
      } catch {
        let why = error.diagnostics.first?.message ?? ""
        throw Failure.usage(
          .projectVersion, "the project's version is git's (\(tool)), and \(why)",
          at: SourceLocation(file: project.folder),
          remedy: remedy)
      }
    case .unknown(let why, let place):
      if isBundled { break }
      throw Failure.usage(
        .projectVersion, "the project's version is not said without running it: \(why)", at: place, remedy: remedy)
    case nil:
      if isBundled { break }
      throw Failure.usage(
        .projectVersion, "the project says no version", at: SourceLocation(file: project.folder),
        remedy: "\(remedy), or --set-version git")
    }
    return (inputs, notes)
  }
}
