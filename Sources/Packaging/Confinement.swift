import Diagnostics
import Toolbox

/// The folder of a configuration file that was found and not named, and the paths that it named: they are read beneath
/// that folder alone.
package struct Confinement: Sendable, Equatable {
  /// With a slash at the end; empty for the working directory.
  package let folder: String
  /// As they stand in the options.
  private(set) var paths: Set<String> = []

  package init(of file: String) { folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

  package mutating func add(_ path: String) { paths.insert(path) }

  /// The folder, held open.
  package func opened() throws(Failure) -> Folder {
    do throws(FileProblem) {
      return try Folder(folder)
    } catch {
      throw error.failure(.usage, folder)
    }
  }

  /// A path as it is seen from the folder.
  package func relative(_ path: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// Reads a file that has to lie beneath the folder.
  package func read(_ path: String, limit: Int) throws(Failure) -> InputFile {
    try InputFile(relative(path), in: opened(), limit: limit, kind: .usage)
  }
}
