import Glibc

/// A file in a workspace that its owner keeps locked (flock(2)): the lock goes with the process, however that ends.
struct WorkspaceLock: Sendable {
  /// The file also tells a workspace from a folder that someone else called so.
  private static let name = ".tap2deb-lock"
  /// A run that is killed between making its folder and its file leaves an empty folder; no other run needs so long for that.
  private static let emptyAge = 600

  private let descriptor: Int32

  /// Locks a folder that has just been made.
  ///
  /// - Returns: `nil` when another run was faster, which then removes the folder.
  init?(of folder: String) throws(SystemError) {
    descriptor = open("\(folder)/\(Self.name)", O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let error = SystemError()
      if error.code == ENOENT { return nil }
      throw error
    }
    // Where the file system has no locks, nobody else gets one either.
    let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    if isTaken || !Self.isOwn(descriptor, S_IFREG) {
      close(descriptor)
      return nil
    }
  }

  func release() { close(descriptor) }

  /// Removes the workspaces in a folder whose owners are gone: only this user's, and following no link.
  static func sweep(_ parent: String) {
    for name in (try? FileSystem.names(in: parent)) ?? [] {
      // A signal's end renames a workspace before it removes it.
      let stem = name.hasSuffix(".ended") ? name.dropLast(".ended".count) : name[...]
      if Workspace.isName(stem) { removeIfLeft("\(parent)/\(name)") }
    }
  }

  private static func removeIfLeft(_ folder: String) {
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard place >= 0 else { return }
    defer { close(place) }
    var status = stat()
    guard fstat(place, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o7777 == 0o700 else { return }
    let file = openat(place, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      // rmdir(2) leaves what is not empty.
      if errno == ENOENT, time(nil) - status.st_mtim.tv_sec > emptyAge { rmdir(folder) }
      return
    }
    defer { close(file) }
    guard isOwn(file, S_IFREG), flock(file, LOCK_EX | LOCK_NB) == 0, isOwn(file, S_IFREG) else { return }
    // The file last: should this run be killed too, the next one goes on.
    for inner in (try? FileSystem.names(in: folder)) ?? [] where inner != name {
      FileSystem.remove("\(folder)/\(inner)")
    }
    FileSystem.remove(folder)
  }

  /// Whether an open file is this user's, of a kind, and still has a name.
  private static func isOwn(_ descriptor: Int32, _ kind: mode_t) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_mode & S_IFMT == kind
      && status.st_nlink > 0
  }
}
