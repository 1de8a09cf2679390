import Diagnostics
import Text
import Toolbox

/// What stays out of a package although it lies in a folder that goes in: patterns as in .gitignore, the last that
/// matches decides, and what lies in a folder that stays out stays out with it.
package struct IgnoreRules: Sendable {
  /// Those that need to be tried, by their places among all.
  private var patterns: [(place: Int, pattern: GlobPattern)] = []
  /// The last that is no more than a name, by the name: for folders, and for everything.
  private var names: [[Unicode.Scalar]: PlainRules] = [:]

  private struct PlainRules {
    var everything: (place: Int, isNegated: Bool)?
    var folders: (place: Int, isNegated: Bool)?
  }

  package static let countLimit = 10_000
  /// How many signs of names are compared with signs of patterns, for all of a package's files: a second or two.
  static let stepLimit = 300_000_000
  private static let fileSizeLimit = 1 << 20

  /// The usual rules, then those of the command line: files first, then single patterns, so that these have the last
  /// word.
  ///
  /// - Throws: A usage failure for a file that cannot be read and for more patterns than are followed.
  package init(patterns given: [String] = [], files: [String] = []) throws(Failure) {
    var lines = Self.usual
    for file in files {
      let input = try InputFile(file, limit: Self.fileSizeLimit, kind: .usage)
      // A comment is a matter of files; a pattern of the command line may begin so.
      lines += try TextFile(input.contents, name: file).lines.map(String.init).filter { !$0.hasPrefix("#") }
    }
    lines += given
    guard lines.count <= Self.countLimit else {
      throw Failure.usage(
        .limit, "there are \(lines.count) patterns of files to leave out; at most \(Self.countLimit) are followed",
        remedy: "use broader ones")
    }
    for (place, pattern) in lines.compactMap(GlobPattern.init).enumerated() {
      if let name = pattern.plainName {
        let list: WritableKeyPath<PlainRules, (place: Int, isNegated: Bool)?> =
          pattern.isForFolders ? \.folders : \.everything
        names[name, default: PlainRules()][keyPath: list] = (place, pattern.isNegated)
      } else {
        patterns.append((place, pattern))
      }
    }
  }

  /// Whether a path below the top, given as its parts, stays out. Its folder is asked about before.
  ///
  /// - Parameters:
  ///   - top: The parts of the top's own path, as it was named: a pattern may begin with them, as messages do.
  ///   - steps: Grows with the work done.
  func excludes(
    _ path: [[Unicode.Scalar]], below top: [[Unicode.Scalar]] = [], isFolder: Bool, steps: inout Int
  ) -> Bool {
    let plain = path.last.flatMap { names[$0] }
    let decisions = [plain?.everything, isFolder ? plain?.folders : nil].compactMap(\.self)
    let decision = decisions.max { $0.place < $1.place }
    // The last that matches decides.
    for (place, pattern) in patterns.reversed() {
      if let decision, decision.place > place { break }
      steps += 1
      if pattern.matches(path, isFolder: isFolder, steps: &steps)
        || pattern.isAnchored && !top.isEmpty && pattern.matches(top + path, isFolder: isFolder, steps: &steps)
      {
        return !pattern.isNegated
      }
    }
    return decision.map { !$0.isNegated } ?? false
  }

  /// What version control, Python, editors, file managers, Twisted and these tools leave lying about.
  private static let usual = [
    ".git", ".svn", ".hg", ".bzr", "CVS", ".gitignore", ".gitattributes", ".gitmodules", ".hgignore",
    "__pycache__", "*.pyc", "*.pyo", "*.egg-info", ".eggs", ".tox", ".nox", ".mypy_cache", ".pytest_cache",
    ".ruff_cache", ".coverage", ".hypothesis",
    "*~", ".*.sw?", ".#*", "#*#", ".idea", ".vscode", ".DS_Store", "Thumbs.db",
    "dropin.cache", "_trial_temp*", "twistd.pid", "twistd.log", "twistd.log.*", ".build/",
  ]
}
