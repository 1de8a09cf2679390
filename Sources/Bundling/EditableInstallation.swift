import Diagnostics
import Toolbox

/// Distributions that an environment has only by reference to where they are written: no package could have them.
enum EditableInstallation {
  /// - Throws: A build failure that names the first one.
  static func refuse(in paths: [String], _ contents: EnvironmentContents, _ root: String) throws(Failure) {
    let start = contents.modulesFolder + "/"
    for path in paths where path.hasPrefix(start) {
      let name = path.dropFirst(start.utf8.count)
      guard !name.contains("/") else { continue }
      if name.hasPrefix("__editable__") || name.hasSuffix(".egg-link") { throw refusal(root, path, naming: nil) }
      guard name.hasSuffix(".pth") else { continue }
      let input = try InputFile("\(root)/\(path)", limit: 1 << 20, kind: .build)
      // A line is a folder to search, unless it begins with import (site's documentation).
      for line in String(decoding: input.contents, as: UTF8.self).split(whereSeparator: \.isNewline)
      where line.hasPrefix("/") {
        throw refusal(root, path, naming: String(line))
      }
    }
  }

  private static func refusal(_ root: String, _ path: String, naming folder: String?) -> Failure {
    Failure.build(
      .bundleContents,
      "has a distribution installed in editable mode\(folder.map { ", whose modules are in \(quoted($0))" } ?? "")",
      at: SourceLocation(file: "\(root)/\(path)"), remedy: "install it without -e")
  }
}
