import Diagnostics
import PackageModel
import Toolbox

/// What stays out of a package although it lies in a folder that goes in: patterns as in .gitignore, the last that
/// matches decides, and what lies in a folder that stays out stays out with it.
package struct IgnoreRules: Sendable, Equatable {
  private var patterns: [GlobPattern]

  package static let countLimit = 10_000
  private static let fileSizeLimit = 1 << 20

  /// The usual rules, then those of the command line: files first, then single patterns, so that these have the last
  /// word.
  ///
  /// - Throws: A usage failure for a file that cannot be read and for more patterns than are followed.
  package init(patterns given: [String] = [], files: [String] = []) throws(Failure) {
    var lines = Self.usual
    for file in files {
      let input = try InputFile(file, limit: Self.fileSizeLimit, kind: .usage)
      guard let text = String(validating: input.contents, as: UTF8.self) else {
        throw Failure(.usage, "is not UTF-8 text", at: SourceLocation(file: file), remedy: "convert it")
      }
      lines += text.split(separator: "\n").map(String.init)
    }
    lines += given
    guard lines.count <= Self.countLimit else {
      throw Failure(
        .usage, "there are \(lines.count) patterns of files to leave out; at most \(Self.countLimit) are followed",
        remedy: "use broader ones")
    }
    patterns = lines.compactMap(GlobPattern.init)
  }

  /// Whether a path below the top, given as its parts, stays out. Its folder is asked about before.
  func excludes(_ path: [[Unicode.Scalar]], isFolder: Bool) -> Bool {
    var isExcluded = false
    for pattern in patterns where pattern.isNegated == isExcluded {
      if pattern.matches(path, isFolder: isFolder) { isExcluded = !pattern.isNegated }
    }
    return isExcluded
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
