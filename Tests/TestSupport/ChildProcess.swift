import Dispatch
import Foundation
import Synchronization

/// A child process in a process group of its own.
package final class ChildProcess: Sendable {
  package let identifier: pid_t
  private let reaped = Mutex(false)

  private init(identifier: pid_t) {
    self.identifier = identifier
  }

  /// Starts `program`.
  ///
  /// - Parameter input: the descriptor that becomes standard input; `/dev/null` when nil.
  package static func spawn(_ program: Program, input: Int32?, output: Int32, errors: Int32) throws -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner may block or ignore signals that daemons and shells count on.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let environment = ProcessInfo.processInfo.environment.merging(program.environment.mapValues { $0 ?? "\0" }) { $1 }
      .filter { $0.value != "\0" }.map { "\($0.key)=\($0.value)" }
    var identifier: pid_t = 0
    // Swift's Glibc module lacks posix_spawn_file_actions_addchdir_np; env changes the folder and becomes the program.
    let place = program.folder.map { ["env", "--chdir", $0] } ?? []
    let command = place + [program.name] + program.arguments
    let code = withCStrings(command) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&identifier, command[0], &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw SystemCallFailure(call: "posix_spawnp \(program.name)", code: code) }
    return ChildProcess(identifier: identifier)
  }

  /// Waits for the end; after `timeout` the whole process group is killed.
  package func wait(timeout: Duration) -> ProgramResult.Ending {
    let tooLate = Flag()
    let timer = DispatchWorkItem { [self] in
      tooLate.raise()
      kill()
    }
    let seconds = Double(timeout.components.seconds) + Double(timeout.components.attoseconds) / 1e18
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: timer)
    let status = reap()
    timer.cancel()
    if status & 0x7f == 0 { return .exited((status >> 8) & 0xff) }
    return tooLate.isRaised ? .timedOut : .signalled(status & 0x7f)
  }

  /// Kills the process group, unless the child is gone already.
  package func kill(_ signal: Int32 = SIGKILL) {
    reaped.withLock { reaped in
      guard !reaped else { return }
      Glibc.kill(-identifier, signal)
    }
  }

  /// Waits without reaping first, so that the identifier cannot be given to another process while a timer may use it.
  private func reap() -> Int32 {
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return reaped.withLock { reaped in
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      reaped = true
      return status
    }
  }
}

/// A boolean that one thread sets and another reads.
private final class Flag: Sendable {
  private let state = Atomic(false)
  var isRaised: Bool { state.load(ordering: .acquiring) }
  func raise() { state.store(true, ordering: .releasing) }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  return body(pointers + [nil])
}
