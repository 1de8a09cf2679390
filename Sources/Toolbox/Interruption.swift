import Glibc
import Synchronization

/// What happens when the user or the system ends a run: the program that runs is ended, the workspace is removed, and
/// this process ends by the same signal, as a shell expects.
package final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE]
  /// What ends the waiting thread itself, when there is nothing to remove any more.
  private static let release = SIGURG

  private let path: String
  /// What else goes with the workspace.
  private let others = Mutex<[String]>([])
  private let child = Atomic<pid_t>(0)
  /// Runs of the tool that work for this one, and end by the same signal in their own way.
  private let helpers = Mutex<Set<pid_t>>([])
  /// The folders in which what killed runs left has been looked for.
  private let swept = Mutex<Set<String>>([])
  /// Held while artefacts are being put in place, and by the thread that ends the process.
  private let publishing = Mutex<Void>(())
  private let waiter = Atomic<pthread_t>(0)

  /// Blocks the signals in this thread and in those made from now on, so that a single thread can wait for them.
  ///
  /// - Returns: What was blocked before.
  static func prepare() -> sigset_t {
    var set = signalSet()
    var former = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &former)
    return former
  }

  /// Undoes that, but for SIGPIPE, which waits in this thread where a program did not read to the end.
  static func restore(_ former: sigset_t) {
    var former = former
    sigaddset(&former, SIGPIPE)
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }

  init(removing path: String) {
    self.path = path
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Interruption>.fromOpaque(context).takeRetainedValue().wait()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    pthread_detach(thread)
    waiter.store(thread, ordering: .sequentiallyConsistent)
  }

  /// Remembers the program that runs, which leads a process group; 0 when it has ended.
  func watch(_ pid: pid_t) { child.store(pid, ordering: .sequentiallyConsistent) }

  /// The program that runs, or 0.
  var watched: pid_t { child.load(ordering: .sequentiallyConsistent) }

  /// Remembers a path outside the workspace, to be removed if a signal ends the run.
  func alsoRemove(_ path: String) { others.withLock { $0.append(path) } }

  /// Remembers a run of the tool that works for this one.
  package func add(helper pid: pid_t) { helpers.withLock { _ = $0.insert(pid) } }
  package func remove(helper pid: pid_t) { helpers.withLock { _ = $0.remove(pid) } }

  /// Whether a folder has not been swept by this process so far.
  func isUnswept(_ folder: String) -> Bool { swept.withLock { $0.insert(folder).inserted } }

  /// Runs a body that a signal must not cut in two.
  package func shield<Value, Problem: Error>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    let result: Result<Value, Problem> = publishing.withLock { _ in
      do throws(Problem) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Cleans up, unless a signal is already being dealt with: then this thread waits for the end it brings.
  func finish(isOutermost: Bool, _ cleanUp: () -> Void) {
    publishing.withLock { _ in cleanUp() }
    // Else it would take the signal that is meant for the next workspace.
    if isOutermost { pthread_kill(waiter.load(ordering: .sequentiallyConsistent), Self.release) }
  }

  private func wait() {
    var set = Self.signalSet()
    var signal: Int32 = 0
    guard sigwait(&set, &signal) == 0, signal != Self.release else { return }
    publishing.withLock { _ in
      let pid = child.load(ordering: .sequentiallyConsistent)
      if pid > 0 { Self.end(group: pid) }
      let helpers = helpers.withLock { $0 }
      for helper in helpers { kill(helper, signal) }
      // Each finishes the renames that it is at; the main thread may have collected it.
      for helper in helpers { while waitpid(helper, nil, 0) < 0 && errno == EINTR {} }
      // Renamed first: whatever the main thread still tries to write has no place to go.
      let doomed = "\(path).ended"
      FileSystem.remove(rename(path, doomed) == 0 ? doomed : path)
      for other in others.withLock({ $0 }) { FileSystem.remove(other) }
      Glibc.signal(signal, SIG_DFL)
      var only = sigset_t()
      sigemptyset(&only)
      sigaddset(&only, signal)
      pthread_sigmask(SIG_UNBLOCK, &only, nil)
      raise(signal)
      _exit(128 + signal)
    }
  }

  /// Ends the programs of a group and sees them gone, for a tenth of a second at most: the main thread collects them.
  private static func end(group: pid_t) {
    for _ in 0..<50 where kill(-group, SIGKILL) == 0 { usleep(2_000) }
  }

  private static func signalSet() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals + [release] { sigaddset(&set, signal) }
    return set
  }
}
