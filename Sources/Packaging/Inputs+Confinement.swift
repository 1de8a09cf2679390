import Diagnostics
import Toolbox

extension Inputs {
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
