import Diagnostics
import Glibc

extension FileSystem {
  /// Copies a file's contents within the kernel.
  package static func copyFile(_ source: String, to destination: String, mode: mode_t) throws(Failure) {
    let output = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard output >= 0 else { throw SystemError().failure(.build, "write", destination) }
    let copied = Result { () throws(Failure) in
      try copyContents(source, to: output, mode: mode, name: destination)
    }
    // A full disk may only be told at the close.
    let problem = close(output) == 0 ? nil : SystemError()
    try copied.get()
    if let problem { throw problem.failure(.build, "write", destination) }
  }

  /// Copies a file's contents to an open file, and sets its mode whatever the umask.
  static func copyContents(
    _ source: String, to output: Int32, mode: mode_t, name destination: String
  ) throws(Failure) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw SystemError().failure(.build, "read", source) }
    defer { close(input) }
    var problem: SystemError?
    while problem == nil {
      let count = sendfile(output, input, nil, 1 << 24)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { problem = SystemError() }
      if count <= 0 { break }
    }
    if problem == nil && fchmod(output, mode) != 0 { problem = SystemError() }
    if let problem { throw problem.failure(.build, "write", destination) }
  }
}
