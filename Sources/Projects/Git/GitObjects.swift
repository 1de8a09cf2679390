import Diagnostics
import Glibc
import Toolbox

extension Program {
  fileprivate static let git = Program("git", package: "git")
}

/// A repository's objects, asked through git in a repository of the tools' own.
///
/// git runs what a repository's configuration, hooks and attributes name. So it never sees that repository: it is given
/// a fresh one in the workspace, whose configuration is written here, whose references bear numbers for names, and whose
/// objects are those of the other by links. Neither what borrows objects from elsewhere (`objects/info`) nor what fetches
/// them (a promisor remote) is among them.
struct GitObjects {
  private let git: GitFolder
  private let workspace: Workspace
  private let variables: [String: String]

  private var folder: String { "\(workspace.path)/repository" }

  private static let objectLimit = 1_000_000
  private static let indexLimit = 256 << 20
  private static let limits = ResourceLimits(memory: 1 << 30)

  /// - Throws: A usage failure for a store of objects that has more in it than files.
  init(
    of git: GitFolder, _ references: GitReferences, head: GitObjectID, in workspace: Workspace,
    _ context: BuildContext
  ) throws(Failure) {
    self.git = git
    self.workspace = workspace
    var variables = workspace.environment(from: context)
    variables["GIT_DIR"] = "\(workspace.path)/repository"
    variables["GIT_CONFIG_NOSYSTEM"] = "1"
    variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
    variables["GIT_ATTR_NOSYSTEM"] = "1"
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    variables["GIT_NO_LAZY_FETCH"] = "1"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    self.variables = variables
    for name in ["repository", "repository/refs", "repository/objects"] {
      try FileSystem.makeFolder(name, below: workspace.path)
    }
    try FileSystem.write(Array(Self.configuration(head).utf8), to: "\(folder)/config")
    try FileSystem.write(Array("\(head)\n".utf8), to: "\(folder)/HEAD")
    if !references.shallow.isEmpty {
      let lines = references.shallow.map { "\($0)\n" }.joined()
      try FileSystem.write(Array(lines.utf8), to: "\(folder)/shallow")
    }
    try linkObjects()
  }

  private static func configuration(_ head: GitObjectID) -> String {
    """
    [core]
    \trepositoryformatversion = \(head.isSHA256 ? 1 : 0)
    \tbare = false
    \thooksPath = /dev/null
    \tfsmonitor = false
    \tuntrackedCache = false
    \tcommitGraph = false
    \tmultiPackIndex = false
    \tpackedGitWindowSize = 32m
    \tpackedGitLimit = 256m
    [protocol]
    \tallow = never
    [safe]
    \tbareRepository = explicit
    [gc]
    \tauto = 0
    [maintenance]
    \tauto = false

    """ + (head.isSHA256 ? "[extensions]\n\tobjectFormat = sha256\n" : "")
  }

  /// Links the folders of objects and packs, in which there is nothing that could be waited for or that leads elsewhere.
  private func linkObjects() throws(Failure) {
    do throws(SystemError) {
      let common = try OpenFolder(git.common)
      let objects = try common.folder("objects")
      if (try? objects.folder("info"))?.kind(of: "alternates") != nil { throw SystemError(EXDEV) }
      var count = 0
      for entry in try objects.entries(limit: 1000)
      where entry.name == "pack" || entry.name.utf8.count == 2 && entry.name.allSatisfy(\.isHexDigit) {
        let files = try objects.folder(entry.name).entries(limit: Self.objectLimit)
        count += files.count
        guard count <= Self.objectLimit, files.allSatisfy({ $0.kind == .file }) else { throw SystemError(EINVAL) }
        guard symlink("\(objects.path)/\(entry.name)", "\(folder)/objects/\(entry.name)") == 0 else {
          throw SystemError()
        }
      }
    } catch {
      let problem =
        switch error.code {
        case EXDEV: "borrows objects of another repository, which are not read"
        case EINVAL: "has something else than files in it, or more than \(Self.objectLimit) of them"
        default: "cannot be read: \(error)"
        }
      throw GitFolder.refusal(problem, "\(git.common)/objects")
    }
  }

  /// Gives the commits that are to be told apart their only names: the places in the list.
  func name(_ ids: [GitObjectID]) throws(Failure) {
    let path = "\(folder)/packed-refs"
    FileSystem.remove(path)
    let lines = ids.enumerated().map { "\($1) refs/tags/\(Self.name(of: $0))\n" }.joined()
    try FileSystem.write(Array(lines.utf8), to: path)
  }

  /// Seven digits, so that names sort as the numbers do.
  static func name(of number: Int) -> String { "t" + String(1_000_000 + number) }

  /// The number that a name stands for.
  static func number(of name: some StringProtocol) -> Int? {
    name.first == "t" ? Int(name.dropFirst()).map { $0 - 1_000_000 } : nil
  }

  /// What git prints.
  ///
  /// - Throws: A usage failure where git cannot tell, with what it says.
  func ask(_ arguments: String...) throws(Failure) -> String { try ask(arguments) }

  func ask(_ arguments: [String]) throws(Failure) -> String {
    let answer = try run(arguments)
    guard answer.status == 0 else {
      let said = answer.errors.split(whereSeparator: \.isNewline).suffix(3).joined(separator: " ")
      throw Failure.usage(
        .git, "git cannot tell the history of \(quoted(git.worktree)): \(said.isEmpty ? "it was ended" : said)",
        remedy: GitFolder.remedy)
    }
    return answer.output.hasSuffix("\n") ? String(answer.output.dropLast()) : answer.output
  }

  /// Whether a file that git knows was changed since the commit; `nil` where that cannot be told.
  ///
  /// A copy of the index is looked at: no hook sees its refresh. The attributes beside the files name filters, but there
  /// is no configuration that says what those are. What is in submodules does not count.
  func isChanged() throws(Failure) -> Bool? {
    guard let folder = try? OpenFolder(git.own), let index = try folder.file("index", limit: Self.indexLimit) else {
      return nil
    }
    let copy = "\(self.folder)/index"
    try FileSystem.write(index.contents, to: copy)
    // What was written in the second of the index, or after it, is read: its times alone tell nothing.
    try FileSystem.setTime(copy, index.modified)
    // Its status only says that something is changed.
    _ = try run(["update-index", "-q", "--refresh", "--ignore-submodules"], worktree: git.worktree)
    let answer = try run(["diff-index", "--quiet", "--ignore-submodules=all", "HEAD", "--"], worktree: git.worktree)
    return [0: false, 1: true][answer.status]
  }

  private func run(_ arguments: [String], worktree: String? = nil) throws(Failure) -> Program.Answer {
    var variables = variables
    variables["GIT_WORK_TREE"] = worktree ?? folder
    do throws(Program.Problem) {
      return try Program.git.ask(
        ["--no-pager", "-C", worktree ?? folder] + arguments, environment: variables, in: workspace,
        limits: Self.limits, timeout: 30)
    } catch {
      throw Program.git.failure(error)
    }
  }
}
