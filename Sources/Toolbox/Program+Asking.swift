import Diagnostics
import Glibc

extension Program {
  /// What a program said, with its messages apart.
  package struct Answer: Sendable, Equatable {
    package let output: String
    package let errors: String
    /// The exit status; 128 and the signal's number where one ended it, as a shell says.
    package let status: Int32

    package init(output: String, errors: String, status: Int32) {
      (self.output, self.errors, self.status) = (output, errors, status)
    }
  }

  /// Runs to the end within limits, and hands back whatever it said.
  ///
  /// - Parameters:
  ///   - timeout: The seconds after which the program is ended, with all that it started.
  ///   - outputLimit: The bytes that are kept of the output; the rest is read and dropped.
  /// - Throws: When the program is missing or does not end in time.
  package func ask(
    _ arguments: [String], environment: [String: String], in workspace: Workspace,
    limits: ResourceLimits, timeout: Int, outputLimit: Int = 1 << 20
  ) throws(Problem) -> Answer {
    var (output, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&output) == 0 else { throw .other(SystemError().failure(.build, to: "run", name)) }
    guard pipe(&errors) == 0 else {
      for end in output { close(end) }
      throw .other(SystemError().failure(.build, to: "run", name))
    }
    defer { for end in [output[0], errors[0]] { close(end) } }
    for end in output + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let leader = workspace.interruption.watched
    let started = Result { () throws(Problem) in
      try workspace.interruption.shield { () throws(Problem) in
        let child = try spawn(
          arguments, environment, output: output[1], errors: errors[1], folder: nil, group: leader)
        limits.apply(to: child)
        if leader == 0 { workspace.interruption.watch(child) }
        return child
      }
    }
    for end in [output[1], errors[1]] { close(end) }
    let child = try started.get()
    let said = Self.collect([output[0], errors[0]], seconds: timeout, limit: outputLimit)
    if said == nil { kill(leader == 0 ? -child : child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    if leader == 0 { workspace.interruption.watch(0) }
    guard let said else { throw .timedOut(seconds: timeout, said: "") }
    return Answer(
      output: String(decoding: said[0], as: UTF8.self), errors: String(decoding: said[1], as: UTF8.self),
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }

  /// What is written to pipes until all of them end; `nil` when the time is up before.
  private static func collect(_ pipes: [Int32], seconds: Int, limit: Int) -> [[UInt8]]? {
    var said = pipes.map { _ in [UInt8]() }
    var requests = pipes.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let deadline = Clock.uptime + .seconds(seconds)
    while requests.contains(where: { $0.fd >= 0 }) {
      guard Clock.uptime < deadline else { return nil }
      guard poll(&requests, nfds_t(requests.count), 100) > 0 else { continue }
      for index in requests.indices where requests[index].fd >= 0 && requests[index].revents != 0 {
        let count = read(requests[index].fd, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          requests[index].fd = -1
        } else if said[index].count < limit {
          said[index] += buffer[..<min(count, limit - said[index].count)]
        }
      }
    }
    return said
  }
}
