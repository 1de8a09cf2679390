import Foundation
import TestSupport

/// A shell script that one of the packages runs or installs.
struct ShellScript {
  /// Where it comes from, for messages.
  let origin: String
  let text: String

  /// All scripts below a folder, by their first line.
  static func below(_ folder: String) throws -> [ShellScript] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return paths.compactMap { path in
      guard let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8), text.hasPrefix("#!/bin/sh")
      else {
        return nil
      }
      return ShellScript(origin: "\(URL(filePath: folder).lastPathComponent)/\(path)", text: text)
    }
  }

  /// The scriptlets of an .rpm; what rpm hands to /bin/sh has no first line.
  static func scriptlets(of package: String) throws -> [ShellScript] {
    try ["PREIN", "POSTIN", "PREUN", "POSTUN", "POSTTRANS", "VERIFYSCRIPT"].compactMap { tag in
      let text = try run("rpm", "-qp", "--queryformat", "%{\(tag)}", package).successful().output
      return text == "(none)" ? nil : ShellScript(origin: "rpm scriptlet \(tag)", text: "\(text)\n")
    }
  }
}
