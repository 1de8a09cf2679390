import Foundation
import TestSupport

/// The repository's template files.
enum TemplateSources {
  static let folder = "\(Places.repository)/templates"

  /// The files by their path below the folder, sorted.
  static func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }
}
