import Diagnostics
import Glibc

/// An external program that the tools run, with the package that brings it.
package struct Program: Sendable, Equatable {
  package let name: String
  /// What to install where it is missing, in Debian's words.
  package let package: String

  package init(_ name: String, package: String) {
    self.name = name
    self.package = package
  }

  package static let dpkgDeb = Program("dpkg-deb", package: "dpkg")
  package static let tar = Program("tar", package: "tar")
  package static let rpmbuild = Program("rpmbuild", package: "rpm")
}

extension Program {
  /// Runs to the end, with nothing on standard input and what it prints collected.
  ///
  /// - Parameter meanwhile: What this process does while the program works; a program that fails comes first among
  ///   the errors.
  /// - Returns: What the program wrote to standard output and standard error, in order.
  /// - Throws: A build failure when the program is missing, or ends with another status than 0; it then carries the
  ///   last lines that the program said.
  @discardableResult
  package func run(
    _ arguments: [String], environment: [String: String], in workspace: Workspace,
    meanwhile: () throws(Failure) -> Void = {}
  ) throws(Failure) -> String {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { throw SystemError().failure(.build, "run", name) }
    let (reading, writing) = (pipe[0], pipe[1])
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let started = Result { () throws(Failure) in try spawn(arguments, environment: environment, output: writing) }
    close(writing)
    let child = try started.get()
    workspace.interruption.watch(child)
    let other = Result { () throws(Failure) in try meanwhile() }
    let said = collect(reading)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    workspace.interruption.watch(0)
    guard status == 0 else { throw failure(status, said) }
    try other.get()
    return said
  }

  private func spawn(_ arguments: [String], environment: [String: String], output: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    // This process keeps signals blocked for the thread that waits for them; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A group of its own, so that an interruption ends what the program has started too.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    var child: pid_t = 0
    let code = withCStrings([name] + arguments) { argv in
      withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&child, name, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else {
      if code == ENOENT {
        throw Failure(.build, "\(name) is not installed", remedy: "on Debian: apt-get install \(package)")
      }
      throw SystemError(code).failure(.build, "run", name)
    }
    return child
  }

  private func collect(_ descriptor: Int32) -> String {
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      // What is beyond a megabyte is read, so that the program does not stall, but no one wants to see it.
      if said.count < 1 << 20 { said += buffer[..<count] }
    }
    return String(decoding: said, as: UTF8.self)
  }

  private func failure(_ status: Int32, _ said: String) -> Failure {
    let end = status & 0x7F == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    let lines = said.split(whereSeparator: \.isNewline).suffix(12).map { "\n  \($0)" }.joined()
    let full = said.contains("No space left on device")
    return Failure(
      .build, "\(name) ended with \(end)\(lines.isEmpty ? "" : ":")\(lines)",
      remedy: full ? "free some space, or set TMPDIR to a place with more" : nil)
  }
}

/// Lends strings as the null-terminated array that exec(3) takes.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
