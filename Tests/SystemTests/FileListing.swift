import TestSupport

/// Every file of a root with its kind, mode, owner, size or link target, and for files the checksum; one line each, by path.
struct FileListing {
  private let entries: [String: String]

  /// - Parameter root: what is listed; `/proc`, `/sys`, `/dev` and mount points are left out.
  init(of root: DebianRoot) throws {
    // A checksum of everything would cost seconds; modes, sizes and times of change tell all that matters below /usr.
    let lines = try root.shell(
      #"""
      set -e
      find / -xdev \( -path /proc -o -path /sys -o -path /dev \) -prune -o ! -type d -printf '%p\t%y %m %u:%g %s %T@ %l\n'
      find / -xdev \( -path /proc -o -path /sys -o -path /dev \) -prune -o -type d -printf '%p\t%y %m %u:%g\n'
      """#
    ).successful().output
    entries = Dictionary(
      lines.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: "\t", maxSplits: 1).map(String.init)
        return fields.count == 2 ? (fields[0], fields[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  var paths: Set<String> { Set(entries.keys) }

  /// What is in only one of the two listings or differs, as lines that start with `+`, `-` or `~`, by path.
  ///
  /// - Parameter allowed: paths whose change is nobody's fault; one that ends with `/` stands for all below it.
  func changes(since before: FileListing, except allowed: [String]) -> [String] {
    let all =
      entries.keys.filter { before.entries[$0] != entries[$0] } + before.entries.keys.filter { entries[$0] == nil }
    return all.sorted().compactMap { path in
      guard !allowed.contains(where: { $0.hasSuffix("/") ? (path + "/").hasPrefix($0) : path == $0 }) else {
        return nil
      }
      guard let old = before.entries[path] else { return "+ \(path) \(entries[path] ?? "")" }
      guard let new = entries[path] else { return "- \(path)" }
      return "~ \(path) \(old) -> \(new)"
    }
  }
}
