import Diagnostics
import Glibc

extension FileSystem {
  /// Copies a file's contents within the kernel.
  package static func copyFile(_ source: String, to destination: String, mode: mode_t) throws(Failure) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw SystemError().failure(.build, "read", source) }
    defer { close(input) }
    let output = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard output >= 0 else { throw SystemError().failure(.build, "write", destination) }
    var problem: SystemError?
    while problem == nil {
      let count = sendfile(output, input, nil, 1 << 24)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { problem = SystemError() }
      if count <= 0 { break }
    }
    if problem == nil && fchmod(output, mode) != 0 { problem = SystemError() }
    if close(output) != 0 && problem == nil { problem = SystemError() }
    if let problem { throw problem.failure(.build, "write", destination) }
  }
}
