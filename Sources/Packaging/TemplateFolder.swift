import Diagnostics
import PackageModel
import Templates
import Text
import Toolbox

/// The user's own templates, from `--templates DIR`.
enum TemplateFolder {
  private static let sizeLimit = 1 << 20

  /// Reads every file of the folder by its path below it.
  static func read(_ folder: String?) throws(Failure) -> [String: String] {
    guard let folder else { return [:] }
    guard FileSystem.isFolder(folder) else {
      throw Failure(.usage, "--templates names no folder: \(quoted(folder))", remedy: "check the path")
    }
    var overrides: [String: String] = [:]
    for group in try FileSystem.names(in: folder) where FileSystem.isFolder("\(folder)/\(group)") {
      for name in try FileSystem.names(in: "\(folder)/\(group)") {
        let path = "\(folder)/\(group)/\(name)"
        let file = try InputFile(path, limit: sizeLimit, kind: .usage)
        overrides["\(group)/\(name)"] = try TextFile(file.contents, name: path).text
      }
    }
    return overrides
  }
}
