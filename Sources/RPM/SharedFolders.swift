/// The folders that a system or other packages have, which a package of a service does not claim: two owners of a folder
/// whose modes differ cannot both be installed. `Data/shared-folders` has them, with the folders above each; `*` stands for
/// any signs within a name.
package enum SharedFolders {
  package static let rows = (embeddedTables["shared-folders"] ?? "").split(separator: "\n").map(String.init)

  private static let patterns = rows.map { $0.split(separator: "/") }

  /// Whether a folder, given by its absolute path, is one of them.
  package static func contain(_ folder: String) -> Bool {
    let parts = folder.split(separator: "/")
    return patterns.contains { pattern in
      pattern.count >= parts.count && zip(pattern, parts).allSatisfy { matches($0, $1) }
    }
  }

  private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return pattern == name }
    let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
    return name.utf8.count >= start.utf8.count + end.utf8.count && name.hasPrefix(start) && name.hasSuffix(end)
  }
}
