import Diagnostics
import Toolbox

/// The folder of a configuration file that was found and not named, and the paths that it named: they are read beneath
/// that folder alone.
struct Confinement: Sendable, Equatable {
  /// With a slash at the end; empty for the working directory.
  let folder: String
  /// As they stand in the options.
  private(set) var paths: Set<String> = []

  init(of file: String) { folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

  mutating func add(_ path: String) { paths.insert(path) }

  /// The folder, held open.
  func opened() throws(Failure) -> Folder {
    do throws(FileProblem) {
      return try Folder(folder)
    } catch {
      throw error.failure(.usage, folder)
    }
  }

  /// A path as it is seen from the folder.
  func relative(_ path: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// Reads a file that has to lie beneath the folder.
  func read(_ path: String, limit: Int) throws(Failure) -> InputFile {
    try InputFile(relative(path), in: opened(), limit: limit, kind: .usage)
  }
}

extension ToolOptions {
  /// Reads a file that an option names: beneath the folder of the configuration file, where that was found and named it.
  func read(_ path: String, limit: Int) throws(Failure) -> InputFile {
    if let confinement, confinement.paths.contains(path) { return try confinement.read(path, limit: limit) }
    return try InputFile(path, limit: limit, kind: .usage)
  }

  /// A reader for a file that may include others, which are confined as it is.
  func reader(of path: String, limit: Int) -> (_ path: String) throws(Failure) -> [UInt8] {
    let isConfined = confinement?.paths.contains(path) == true
    return { (path: String) throws(Failure) in
      if isConfined, let confinement { return try confinement.read(path, limit: limit).contents }
      return try InputFile(path, limit: limit, kind: .usage).contents
    }
  }
}
