import Diagnostics
import Glibc
import Text
import Toolbox

/// Where the repository around a folder keeps its things, found without git and without its configuration.
///
/// Only a `.git` makes a repository: a folder that looks like a bare one belongs to the files around it, since whoever
/// wrote them may have put it there.
struct GitFolder: Sendable, Equatable {
  /// The folder that has the `.git`.
  let worktree: String
  /// The folder of HEAD and of the index.
  let own: String
  /// The folder of the references and objects, another one for a linked worktree (gitrepository-layout(5)).
  let common: String

  private static let depthLimit = 64

  /// Looks in a folder and in those above it, up to the file system's border as git does.
  ///
  /// - Throws: A usage failure where there is none, or where the nearest cannot be trusted to be the folder's own.
  init(around folder: String) throws(Failure) {
    RunRecord.giveUp()
    guard let real = realpath(folder, nil) else { throw SystemError().failure(.usage, to: "read", folder) }
    defer { free(real) }
    let start = String(cString: real)
    var (place, status) = (start, stat())
    guard stat(start, &status) == 0 else { throw SystemError().failure(.usage, to: "read", folder) }
    let (device, owner) = (status.st_dev, status.st_uid)
    for _ in 0..<Self.depthLimit {
      guard stat(place, &status) == 0, status.st_dev == device else { break }
      var entry = stat()
      if lstat("\(place)/.git", &entry) == 0 {
        try self.init(worktree: place, type: entry.st_mode & S_IFMT)
        try requireOwner(owner)
        return
      }
      guard place != "/", let slash = place.lastIndex(of: "/") else { break }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    throw Failure.usage(
      .git, "there is no git repository at \(folder == "." ? "the current folder" : quoted(folder))",
      remedy: Self.remedy)
  }

  static let remedy = "name the version with --set-version VERSION"

  private init(worktree: String, type: mode_t) throws(Failure) {
    let path = "\(worktree == "/" ? "" : worktree)/.git"
    self.worktree = worktree
    switch type {
    case S_IFDIR: (own, common) = (path, path)
    case S_IFREG: (own, common) = try Self.follow(path, of: worktree)
    default: throw Self.refusal("is neither a folder nor a file", path)
    }
  }

  /// Another user's repository above the folder is not what is being packaged.
  private func requireOwner(_ owner: uid_t) throws(Failure) {
    var status = stat()
    guard lstat(common, &status) == 0 else { throw SystemError().failure(.usage, to: "read", common) }
    guard [owner, geteuid(), 0].contains(status.st_uid) else {
      throw Self.refusal("belongs to another user than the application's folder", common)
    }
  }

  /// `gitdir: PATH` of a linked worktree or a submodule. Only a repository that knows of the worktree is its own: with
  /// any other, the file could have the history of whatever repository this user can read packaged.
  private static func follow(_ path: String, of worktree: String) throws(Failure) -> (own: String, common: String) {
    let words = try line(of: path)
    guard words.hasPrefix("gitdir: ") else { throw refusal("is no 'gitdir: FOLDER'", path) }
    let named = String(words.dropFirst("gitdir: ".count))
    guard let real = realpath(named.hasPrefix("/") ? named : "\(worktree)/\(named)", nil) else {
      throw refusal("names a folder that is not there: \(quoted(named))", path)
    }
    defer { free(real) }
    let own = String(cString: real)
    let parts = own.split(separator: "/")
    if parts.count > 2, parts[parts.count - 2] == "worktrees" {
      let back = try line(of: "\(own)/gitdir")
      if back == path || resolved(back, from: own) == path {
        return (own, "/" + parts.dropLast(2).joined(separator: "/"))
      }
    } else if let range = own.range(ofModulesFolder: "/.git/modules/"), worktree.hasPrefix(own[..<range] + "/"),
      try isModule(own, of: worktree)
    {
      return (own, own)
    }
    throw refusal("names \(quoted(named)), which is not a repository of this folder", path)
  }

  /// Whether a submodule's configuration names the worktree (git-config(1), `core.worktree`), as git writes it.
  private static func isModule(_ own: String, of worktree: String) throws(Failure) -> Bool {
    var isCore = false
    for line in try text(of: "\(own)/config", limit: 1 << 16).split(whereSeparator: \.isNewline).map(\.trimmedBlanks) {
      if line.hasPrefix("[") { isCore = line.hasPrefix("[core]") }
      let words = line.split(separator: "=", maxSplits: 1).map(\.trimmedBlanks)
      guard isCore, words.count == 2, words[0].lowercased() == "worktree" else { continue }
      let named = words[1].hasPrefix("\"") ? String(words[1].dropFirst().dropLast()) : String(words[1])
      guard let real = realpath(named.hasPrefix("/") ? named : "\(own)/\(named)", nil) else { return false }
      defer { free(real) }
      return String(cString: real) == worktree
    }
    return false
  }

  private static func resolved(_ path: String, from folder: String) -> String? {
    let full = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    // The file itself is not followed, so its folder is.
    guard let slash = full.lastIndex(of: "/"), let real = realpath(String(full[...slash]), nil) else { return nil }
    defer { free(real) }
    return String(cString: real) + full[slash...]
  }

  private static func line(of path: String) throws(Failure) -> String {
    var line = try text(of: path, limit: 8192)
    while line.last?.isNewline == true { line.removeLast() }
    return line
  }

  private static func text(of path: String, limit: Int) throws(Failure) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let text: String?
    do {
      let folder = try OpenFolder(slash == path.startIndex ? "/" : String(path[..<slash]))
      text = try folder.file(String(path[path.index(after: slash)...]), limit: limit)
        .flatMap { String(validating: $0.contents, as: UTF8.self) }
    } catch {
      throw refusal("cannot be read", path)
    }
    guard let text, !text.contains("\0") else { throw refusal("is not text, or is too long", path) }
    return text
  }

  static func refusal(_ problem: String, _ path: String) -> Failure {
    Failure.usage(.git, problem, at: SourceLocation(file: path), remedy: remedy)
  }
}

extension String {
  /// Where the first of a marker stands.
  fileprivate func range(ofModulesFolder marker: String) -> Index? { firstRange(of: marker)?.lowerBound }
}
