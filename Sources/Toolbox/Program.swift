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
  package static let rpm = Program("rpm", package: "rpm")
  package static let rpmsign = Program("rpmsign", package: "rpm")
  package static let sha256sum = Program("sha256sum", package: "coreutils")
  package static let xz = Program("xz", package: "xz-utils")
  package static let gpg = Program("gpg", package: "gpg")
  package static let dpkg = Program("dpkg", package: "dpkg")
  package static let dpkgSource = Program("dpkg-source", package: "dpkg-dev")
  package static let dpkgGenbuildinfo = Program("dpkg-genbuildinfo", package: "dpkg-dev")
  package static let dpkgGenchanges = Program("dpkg-genchanges", package: "dpkg-dev")
  package static let aptFtparchive = Program("apt-ftparchive", package: "apt-utils")
  package static let createrepo = Program("createrepo_c", package: "createrepo-c")
}

extension Program {
  /// Runs to the end, with nothing on standard input and what it prints collected.
  ///
  /// - Parameters:
  ///   - folder: The folder that the program runs in; this process's own by default.
  ///   - output: The file that takes what the program prints, messages apart; it is not collected then.
  ///   - listen: Told what the program says, as it says it.
  ///   - timeout: The seconds after which the program is ended, with all that it started.
  ///   - limits: What it may use, and all that it starts.
  ///   - meanwhile: What this process does while the program works, another program's run included; a program that
  ///     fails comes first among the errors.
  /// - Returns: What the program wrote to standard output and standard error, in order.
  /// - Throws: A build failure when the program is missing, or ends with another status than 0; it then carries the
  ///   last lines that the program said.
  @discardableResult
  package func run(
    _ arguments: [String], environment: [String: String], in workspace: Workspace, from folder: String? = nil,
    to output: String? = nil, timeout: Int? = nil, limits: ResourceLimits = ResourceLimits(),
    listen: (String) -> Void = { _ in },
    meanwhile: () throws(Failure) -> Void = {}
  ) throws(Failure) -> String {
    do throws(Problem) {
      return try attempt(
        arguments, environment: environment, in: workspace, from: folder, to: output, timeout: timeout, limits: limits,
        listen: listen, meanwhile: meanwhile)
    } catch {
      throw failure(error)
    }
  }

  /// Runs as `run` does, for a caller that can make something of the program's failing.
  @discardableResult
  package func attempt(
    _ arguments: [String], environment: [String: String], in workspace: Workspace, from folder: String? = nil,
    to output: String? = nil, timeout: Int? = nil, limits: ResourceLimits = ResourceLimits(),
    listen: (String) -> Void = { _ in },
    meanwhile: () throws(Failure) -> Void = {}
  ) throws(Problem) -> String {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { throw .other(SystemError().failure(.build, to: "run", name)) }
    let (reading, writing) = (pipe[0], pipe[1])
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    // A program that runs beside another joins its group: one signal then ends both.
    let leader = workspace.interruption.watched
    // Once a signal is being dealt with, nothing starts any more: it could write where everything has been removed.
    let started = Result { () throws(Problem) in
      try workspace.interruption.shield { () throws(Problem) in
        let child = try spawn(
          arguments, environment, output: writing, errors: writing, file: output, folder: folder, group: leader)
        limits.apply(to: child)
        if leader == 0 { workspace.interruption.watch(child) }
        return child
      }
    }
    close(writing)
    let child = try started.get()
    let start = Clock.uptime
    defer { RunRecord.ran(self, arguments, for: Clock.uptime - start) }
    let other = Result { () throws(Failure) in try meanwhile() }
    let watch = limits.workspaceSize.map { FolderWatch(workspace.path, limit: $0) }
    let (said, end) = collect(reading, seconds: timeout, watch: watch, listen: listen)
    if end != .whole { kill(leader == 0 ? -child : child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    if leader == 0 { workspace.interruption.watch(0) }
    if end == .late, let timeout { throw .timedOut(seconds: timeout, said: said) }
    if end == .large, let limit = limits.workspaceSize { throw .wroteTooMuch(limit: limit, said: said) }
    if status & 0x7F != 0 { throw .signal(status & 0x7F, said: said) }
    let number = status >> 8 & 0xFF
    if number != 0 { throw workspace.hasRoom ? .exit(status: number, said: said) : .noRoom(status: number, said: said) }
    if case .failure(let failure) = other { throw .other(failure) }
    return said
  }

  func spawn(
    _ arguments: [String], _ environment: [String: String], output: Int32, errors: Int32, file: String? = nil,
    folder: String?, group: pid_t
  ) throws(Problem) -> pid_t {
    // A group of its own, so that an interruption ends what the program has started too.
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP)
    let started = Self.start(
      name, [name] + arguments, environment: environment, flags: flags, group: group, from: folder
    ) { actions in
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      if let file {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      } else {
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      }
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    }
    switch started {
    case .success(let child): return child
    case .failure(let error) where error.code == ENOENT: throw .notInstalled
    case .failure(let error): throw .other(error.failure(.build, to: "run", name))
    }
  }

  private enum End { case whole, late, large }

  /// What is written to a pipe until its end, until the time is up, or until there is too much in the workspace; a daemon
  /// that holds it open is then left alone.
  private func collect(
    _ descriptor: Int32, seconds: Int?, watch: FolderWatch?, listen: (String) -> Void
  ) -> (said: String, end: End) {
    var (said, watch, end) = ([UInt8](), watch, End.whole)
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let deadline = seconds.map { Clock.uptime + .seconds($0) }
    while true {
      if let deadline, Clock.uptime >= deadline { end = .late }
      if watch?.isExceeded() == true { end = .large }
      if end != .whole { break }
      if deadline != nil || watch != nil {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&request, 1, 100) <= 0 { continue }
      }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      listen(String(decoding: buffer[..<count], as: UTF8.self))
      // What is beyond a megabyte is read, so that the program does not stall, but no one wants to see it.
      if said.count < 1 << 20 { said += buffer[..<count] }
    }
    return (String(decoding: said, as: UTF8.self), end)
  }
}
