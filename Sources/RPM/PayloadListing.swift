import PackageModel

/// The payload's lines in a spec's %files: folders that belong to this package alone are named once, with all that is
/// in them; other files one by one, so that no shared folder is claimed.
struct PayloadListing {
  let lines: [String]

  init(of spec: PackageSpec) {
    let own = ["/usr/share/\(spec.name)", "/usr/lib/\(spec.name)", "/opt/\(spec.name)"]
    var lines: [String] = []
    for folder in own where spec.payload.contains(where: { $0.path == folder || $0.path.hasPrefix(folder + "/") }) {
      lines.append(folder.hasPrefix("/usr/lib/") ? "%{_usr}" + folder.dropFirst("/usr".count) : folder)
    }
    for file in spec.payload where !own.contains(where: { file.path == $0 || file.path.hasPrefix($0 + "/") }) {
      let directive = file.isConfiguration ? "%config(noreplace) " : file.content == .folder ? "%dir " : ""
      lines.append(directive + Self.quoted(file.path))
    }
    self.lines = lines
  }

  /// A path as rpmbuild reads it, in quotes. Nothing escapes a glob character within them, and macros are expanded twice,
  /// so `?` stands for such a character, which matches it and nothing that is not in the tree.
  private static func quoted(_ path: String) -> String {
    var result = "\""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%", "*", "?", "[", "]", "{", "}", "\\", "\"": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
