import Diagnostics
import Glibc
import Toolbox

/// The right to change an archive, which one run has at a time (flock(2)). The system takes it back when the run ends,
/// whatever ends it.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for runs that are changing the archive now.
  init(of folder: String) throws(Failure) {
    let path = "\(folder)/.lock"
    // The file stays: whoever removed it would take it from those who wait for it.
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError().failure(.build, to: "write", path) }
    while flock(descriptor, LOCK_EX) != 0 {
      let error = SystemError()
      if error.code != EINTR {
        close(descriptor)
        throw error.failure(.build, to: "lock", path)
      }
    }
  }

  deinit { close(descriptor) }
}
