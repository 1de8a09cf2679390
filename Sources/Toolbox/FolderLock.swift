import Glibc

/// Keeps two runs from putting their artefacts into one folder at the same moment.
enum FolderLock {
  /// How long another run may hold the lock; it needs it for some renames only.
  private static let attempts = 500
  private static let pause: UInt32 = 20_000

  /// Runs a body with the folder locked (flock(2)), which leaves nothing behind. Where the file system has no locks, or
  /// a stopped process keeps this one, the body runs all the same: each artefact is whole even then.
  ///
  /// - Parameter body: Told whether it has the lock.
  static func with<Problem: Error>(
    _ folder: String, _ body: (_ isLocked: Bool) throws(Problem) -> Void
  ) throws(Problem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var isLocked = false
    for _ in 0..<attempts where descriptor >= 0 {
      isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      if isLocked || errno != EWOULDBLOCK { break }
      usleep(pause)
    }
    try body(isLocked)
  }
}
