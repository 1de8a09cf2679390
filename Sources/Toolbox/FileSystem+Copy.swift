import Diagnostics
import Glibc

extension FileSystem {
  /// Copies a judged file to a new one.
  package static func copy(_ source: SourceFile, to destination: String, mode: mode_t) throws(Failure) {
    try copy(source.name, to: destination, mode) { () throws(FileProblem) in try source.open() }
  }

  /// Copies a file of the tools' own to a new one.
  ///
  /// - Parameter keepsWithheld: Whether the copy gets no permission that the file does not have.
  package static func copyFile(
    _ source: String, to destination: String, mode: mode_t, keepingWithheld keepsWithheld: Bool = false
  ) throws(Failure) {
    var status = stat()
    let allowed = keepsWithheld && stat(source, &status) == 0 ? mode & status.st_mode : mode
    try copy(source, to: destination, allowed) { () throws(FileProblem) in try OpenFile(named: source) }
  }

  private static func copy(
    _ name: String, to destination: String, _ mode: mode_t, open: () throws(FileProblem) -> OpenFile
  ) throws(Failure) {
    let output = Glibc.open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard output >= 0 else { throw SystemError().failure(.build, to: "write", destination) }
    let copied = Result { () throws(Failure) in
      try copyContents(name, to: output, mode: mode, destination: destination, open: open)
    }
    // A full disk may only be told at the close.
    let problem = close(output) == 0 ? nil : SystemError()
    try copied.get()
    if let problem { throw problem.failure(.build, to: "write", destination) }
  }

  /// Copies a file's contents to an open file, and sets its mode whatever the umask.
  static func copyContents(
    _ name: String, to output: Int32, mode: mode_t, destination: String,
    open: () throws(FileProblem) -> OpenFile
  ) throws(Failure) {
    let file: OpenFile
    do throws(FileProblem) {
      file = try open()
    } catch {
      throw error.failure(.build, name)
    }
    do throws(FileProblem) {
      try file.copy(to: output)
    } catch {
      if case .system(let error) = error { throw error.failure(.build, to: "write", destination) }
      throw error.failure(.build, name)
    }
    guard fchmod(output, mode) == 0 else { throw SystemError().failure(.build, to: "write", destination) }
  }
}

extension FileSystem {
  /// Writes a file whole in the place of another, which stays until then.
  package static func replace(_ path: String, with contents: [UInt8]) throws(Failure) {
    let fresh = "\(path).\(getpid())"
    remove(fresh)
    try write(contents, to: fresh, mode: Umask.applied(to: 0o644))
    guard rename(fresh, path) == 0 else {
      let error = SystemError()
      remove(fresh)
      throw error.failure(.build, to: "write", path)
    }
  }
}
