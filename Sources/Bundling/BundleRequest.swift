import Diagnostics
import PackageModel

/// What is asked for of a bundled environment.
package struct BundleRequest: Sendable, Equatable {
  /// A requirements file, a project's folder, or a virtual environment that is ready, as the user named it.
  package var subject: String
  package var options: BundleOptions
  /// The folder on the target that the environment becomes.
  package var prefix: String
  /// The version of the project that is bundled, where it is known: one that asks git finds no repository in the copy that
  /// is built.
  package var version: String?

  package init(subject: String, prefix: String, options: BundleOptions = BundleOptions()) {
    self.subject = subject
    self.prefix = prefix
    self.options = options
  }

  var wheelhouse: String? { options.wheelhouse }
  var python: String? { options.python }
  var allowsSourceDistributions: Bool { options.allowsSourceDistributions }

  package static let usualInterpreter = "/usr/bin/python3"

  /// The folder on the target for a package's environment.
  ///
  /// - Parameter root: The folder that it lies in, /usr/lib by default.
  /// - Throws: A usage failure for a place that is no package's, and for one so long that no script could name it.
  package static func prefix(for name: PackageName, below root: String?) throws(Failure) -> String {
    let root = root ?? "/usr/lib"
    let path = try AbsolutePath(root, option: "--bundle-root").description
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." }),
      path == "/opt" || path == "/usr/lib" || path.hasPrefix("/opt/")
    else {
      throw Failure.usage(
        .targetPath, "--bundle-root takes /usr/lib, /opt or a folder in it, not \(quoted(root))",
        remedy: "the environment lies there in a folder with the package's name")
    }
    let prefix = "\(path)/\(name)"
    // Linux before 5.1 reads 127 bytes of a script's first line (execve(2)).
    guard "#!\(prefix)/bin/python3".utf8.count <= 127 else {
      throw Failure.usage(
        .targetPath, "scripts in \(prefix)/bin cannot name their interpreter: the path is too long",
        remedy: "give the package a shorter name, or --bundle-root /opt")
    }
    return prefix
  }
}
