import Diagnostics
import Glibc
import Text

/// Brings artefacts to the file system of their destination.
///
/// Where that is the workspace's own, nothing needs to be done. Else each file is copied to one without a name (O_TMPFILE,
/// open(2)), which vanishes with the process, however that ends. Names are made when everything has been copied, a moment
/// before the renames: nothing can take another file's place without a name of its own. Should the process be killed in
/// that moment, its guardian removes the names, and if that is killed too, the next run does.
final class Staging {
  private let workspace: Workspace
  private var artefacts: [(source: String, name: String, destination: String)] = []
  private var links: [Link] = []
  private var guardian: Guardian?

  private enum Link {
    case folder(path: String, mode: mode_t, time: Int)
    case file(path: String, descriptor: Int32)
    case symbolic(path: String, target: String, time: Int)
    /// Copied at once with its name: there are too many files, or the file system has none without names.
    case whole(source: String, path: String)
  }

  /// Each file without a name needs a descriptor, and a process has some 1000.
  private static let descriptorLimit = 256
  /// O_TMPFILE (open(2)): the Glibc module shows none but this one's parts.
  private static let nameless = O_DIRECTORY | 0o20_000_000

  init(in workspace: Workspace) { self.workspace = workspace }

  /// The path from which an artefact can be renamed to its destination, once `link` has been called.
  func place(of source: String, for destination: String) -> String {
    let folder = Path(destination).folder
    if Self.isSameMount(source, folder) { return source }
    // Names of other runs, in other containers even, are others: this one's workspace has a random name.
    let name = "\(folder)/.\(Path(destination).name).\(Path(workspace.path).name)"
    artefacts.append((source, name, destination))
    workspace.interruption.alsoRemove(name)
    return name
  }

  /// Copies what has to be copied, without names.
  func copy() throws(Failure) {
    if artefacts.isEmpty { return }
    try tellingDestinations { () throws(Failure) in try copyAll() }
    guardian = Guardian(removing: artefacts.map(\.name))
  }

  private func copyAll() throws(Failure) {
    for (source, name, _) in artefacts {
      let hasRoom = try links.count + Self.count(source) <= Self.descriptorLimit
      if hasRoom && Self.hasNamelessFiles(Path(name).folder) {
        try copy(source, to: name, in: Path(name).folder)
      } else {
        links.append(.whole(source: source, path: name))
      }
    }
  }

  /// Runs a body whose errors name the places that the user knows.
  private func tellingDestinations(_ body: () throws(Failure) -> Void) throws(Failure) {
    do throws(Failure) {
      try body()
    } catch {
      throw artefacts.reduce(error) { $0.renaming($1.name, to: $1.destination) }
    }
  }

  /// Gives everything its name. The caller has the folder's lock.
  func link() throws(Failure) {
    try tellingDestinations { () throws(Failure) in try linkAll() }
  }

  private func linkAll() throws(Failure) {
    for link in links {
      switch link {
      case .folder(let path, let mode, _): try Self.makeFolder(path, mode)
      case .file(let path, let descriptor):
        guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
          throw SystemError().failure(.build, to: "write", path)
        }
      case .symbolic(let path, let target, let time):
        guard symlink(target, path) == 0 else { throw SystemError().failure(.build, to: "make the link", path) }
        try FileSystem.setTime(path, time)
      case .whole(let source, let path): try copy(source, to: path, in: nil)
      }
    }
    for case .folder(let path, let mode, let time) in links.reversed() { try Self.finish(path, mode: mode, time: time) }
  }

  /// Removes what is left under the names that were made: nothing, or what the artefacts replaced.
  func remove() {
    for case .file(_, let descriptor) in links { close(descriptor) }
    for (_, name, _) in artefacts { FileSystem.remove(name) }
    guardian?.dismiss()
  }

  /// Removes the names that runs left which were killed together with their guardians. Who has the folder's lock knows
  /// that no other run needs one.
  static func sweep(_ folder: String) {
    for name in (try? FileSystem.names(in: folder)) ?? [] where name.hasPrefix(".") {
      guard let dot = name.lastIndex(of: "."), dot != name.startIndex, Workspace.isName(name[dot...].dropFirst()) else {
        continue
      }
      FileSystem.remove("\(folder)/\(name)")
    }
  }

  /// Whether one can be renamed into the other. rename(2) looks at the mounts before it finds that `.` is no name to
  /// give, and so tells without doing anything; the device alone would be wrong about bind mounts.
  private static func isSameMount(_ source: String, _ folder: String) -> Bool {
    rename(source, "\(folder)/.") != 0 && errno != EXDEV && access(folder, W_OK) == 0
  }

  private static func hasNamelessFiles(_ folder: String) -> Bool {
    // They get their names by way of /proc.
    guard FileSystem.isFolder("/proc/self/fd") else { return false }
    let descriptor = open(folder, nameless | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    // What else is wrong shows when the copy is made.
    return descriptor >= 0 || ![EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(errno)
  }

  /// How many files and folders there are.
  private static func count(_ path: String) throws(Failure) -> Int {
    guard FileSystem.isFolder(path) else { return 1 }
    var sum = 1
    for name in try FileSystem.names(in: path) { sum += try count("\(path)/\(name)") }
    return sum
  }

  /// - Parameter folder: Where files without names are made; `nil` copies at once, with names.
  private func copy(_ source: String, to destination: String, in folder: String?) throws(Failure) {
    var status = stat()
    guard lstat(source, &status) == 0 else { throw SystemError().failure(.build, to: "read", source) }
    let (mode, time) = (status.st_mode & 0o7777, Int(status.st_mtim.tv_sec))
    switch (status.st_mode & S_IFMT, folder) {
    case (S_IFDIR, _):
      if folder == nil {
        try Self.makeFolder(destination, mode)
      } else {
        links.append(.folder(path: destination, mode: mode, time: time))
      }
      for name in try FileSystem.names(in: source) {
        try copy("\(source)/\(name)", to: "\(destination)/\(name)", in: folder)
      }
      if folder == nil { try Self.finish(destination, mode: mode, time: time) }
    case (S_IFREG, nil):
      try FileSystem.copyFile(source, to: destination, mode: mode)
      try FileSystem.setTime(destination, time)
    case (S_IFREG, let folder?):
      let descriptor = open(folder, Self.nameless | O_WRONLY | O_CLOEXEC, mode)
      guard descriptor >= 0 else { throw SystemError().failure(.build, to: "write", destination) }
      links.append(.file(path: destination, descriptor: descriptor))
      try FileSystem.copyContents(source, to: descriptor, mode: mode, destination: destination) {
        () throws(FileProblem) in try OpenFile(named: source)
      }
      guard futimens(descriptor, [timespec(tv_sec: time, tv_nsec: 0), timespec(tv_sec: time, tv_nsec: 0)]) == 0 else {
        throw SystemError().failure(.build, to: "set the time of", destination)
      }
    case (S_IFLNK, nil):
      let target = try Self.target(of: source)
      guard symlink(target, destination) == 0 else {
        throw SystemError().failure(.build, to: "make the link", destination)
      }
      try FileSystem.setTime(destination, time)
    case (S_IFLNK, _):
      links.append(.symbolic(path: destination, target: try Self.target(of: source), time: time))
    default:
      throw Failure.build(.fileUnreadable, "is neither a file nor a folder", at: SourceLocation(file: source))
    }
  }

  private static func target(of link: String) throws(Failure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    guard count >= 0 else { throw SystemError().failure(.build, to: "read", link) }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func makeFolder(_ path: String, _ mode: mode_t) throws(Failure) {
    guard mkdir(path, mode | 0o700) == 0 else { throw SystemError().failure(.build, to: "write", path) }
  }

  private static func finish(_ path: String, mode: mode_t, time: Int) throws(Failure) {
    guard chmod(path, mode) == 0 else { throw SystemError().failure(.build, to: "change", path) }
    try FileSystem.setTime(path, time)
  }
}
