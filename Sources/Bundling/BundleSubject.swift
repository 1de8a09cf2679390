import Diagnostics
import Toolbox

/// What an environment is made from.
enum BundleSubject: Sendable, Equatable {
  /// A list of requirements in pip's format.
  case requirements(String)
  /// The folder of a project that pip can build.
  case project(String)
  /// A virtual environment, by its folder.
  case environment(String)

  /// Looks at what a path names.
  ///
  /// - Throws: A usage failure for a folder that is neither a project nor an environment.
  init(_ path: String) throws(Failure) {
    guard FileSystem.isFolder(path) else {
      guard FileSystem.exists(path) else {
        throw Failure.usage(
          .bundle, "is not there", at: SourceLocation(file: path),
          remedy: "--bundle takes a requirements file, a project's folder or a virtual environment")
      }
      let name = path.split(separator: "/").last ?? ""
      if ["pyproject.toml", "setup.py", "setup.cfg"].contains(name) {
        self = .project(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
      } else {
        self = .requirements(path)
      }
      return
    }
    if FileSystem.exists("\(path)/pyvenv.cfg") {
      self = .environment(path)
    } else if FileSystem.exists("\(path)/pyproject.toml") || FileSystem.exists("\(path)/setup.py") {
      self = .project(path)
    } else {
      throw Failure.usage(
        .bundle, "is neither a project nor a virtual environment: there is no pyproject.toml, setup.py or pyvenv.cfg",
        at: SourceLocation(file: path), remedy: "name a requirements file, or another folder")
    }
  }
}
