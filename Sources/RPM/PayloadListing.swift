import PackageModel
import Text

/// The payload's lines in a spec's %files: folders that belong to this package alone are named once, with all that is
/// in them; other files one by one, with the folders above them that the package makes and no other is known to have.
struct PayloadListing {
  let lines: [String]

  /// - Parameter claimed: Folders that other lines name.
  init(of spec: PackageSpec, claimed: [String]) {
    let own = ["/usr/share/\(spec.name)", "/usr/lib/\(spec.name)", "/opt/\(spec.name)"]
    var lines: [String] = []
    for folder in own where spec.payload.contains(where: { $0.path == folder || $0.path.hasPrefix(folder + "/") }) {
      lines.append(folder.hasPrefix("/usr/lib/") ? "%{_usr}" + folder.dropFirst("/usr".count) : folder)
    }
    lines += Self.made(by: spec, without: own, claimed).map { "%dir \(Self.pattern(for: $0))" }
    for file in spec.payload where !file.isPrivate {
      if own.contains(where: { file.path == $0 || file.path.hasPrefix($0 + "/") }) { continue }
      let directive = file.isConfiguration ? "%config(noreplace) " : file.content == .folder ? "%dir " : ""
      lines.append(directive + Self.pattern(for: file.path))
    }
    // Named once more, rpm gives a file the mode and owner of the line that says so.
    for file in spec.payload where file.isPrivate {
      let directive = file.isConfiguration ? "%config(noreplace) " : file.content == .folder ? "%dir " : ""
      let mode = "0" + String(file.mode, radix: 8)
      lines.append("\(directive)%attr(\(mode),root,\(spec.service.privateGroupName)) \(Self.pattern(for: file.path))")
    }
    self.lines = lines
  }

  /// The folders above the payload's files that are nobody's: they would stay after erasure, with the mode that the umask
  /// of whoever installs leaves (Fedora's packaging guidelines, "File and Directory Ownership").
  private static func made(by spec: PackageSpec, without own: [String], _ claimed: [String]) -> [String] {
    let known = Set(claimed + spec.payload.filter { $0.content == .folder }.map(\.path))
    var folders: Set<String> = []
    for file in spec.payload where !own.contains(where: { Path(file.path).lies(in: $0) }) {
      var path = Path(file.path).folder
      while !known.contains(path), !SharedFolders.contain(path), folders.insert(path).inserted {
        path = Path(path).folder
      }
    }
    return folders.sorted { $0.precedes($1) }
  }

  /// A path as rpmbuild reads it. Macros are expanded twice, and what escapes a special character differs from version to
  /// version (within quotes, `?` is a pattern in 4.18 and a character in 4.20), so `?` without quotes stands for each of
  /// them and for blanks: it matches the character and nothing that is not in the tree.
  private static func pattern(for path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      if "%*?[]{}\\\"' ".unicodeScalars.contains(scalar) {
        result += "?"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
