import Glibc

/// Removes paths should this process die before it does so itself: SIGKILL (signal(7)) leaves it no chance to.
///
/// A shell waits at the other end of a pipe, in a session of its own so that no signal to this process's group reaches it.
/// The system closes the pipe when this process ends, whatever ends it.
package final class Guardian {
  private let child: pid_t
  private let pipe: Int32

  /// A line says that all is well; the end of the pipe without one, that nobody is left to clean up.
  private static let (wait, remove) = ("read -r _ && exit", #"exec rm -rf -- "$@""#)

  /// - Returns: `nil` where no shell can be started: the next run then removes what is left.
  package convenience init?(removing paths: [String]) { self.init(Self.remove, paths) }

  /// Removes a path and its link while a symbolic link leads elsewhere, and what the link led to formerly when it leads
  /// to that path.
  package convenience init?(removing path: String, unlessFrom link: String, of place: String, former: String?) {
    let choice = #"if [ "$(readlink -- "$1")" = "${2##*/}" ]; then shift 3; else set -- "$2" "$3"; fi"#
    self.init("\(choice); \(Self.remove)", [place, path, link, former].compactMap(\.self))
  }

  private init?(_ script: String, _ words: [String]) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let started = Program.start(
      "/bin/sh", ["sh", "-c", "\(Self.wait); \(script)", "sh"] + words, environment: ["PATH": "/usr/bin:/bin"],
      flags: Program.newSession
    ) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      // Whoever reads this process's output must not wait for the shell.
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    guard case .success(let child) = started else {
      close(ends[1])
      return nil
    }
    self.child = child
    pipe = ends[1]
  }

  /// Sends the guardian away, once: nothing is left to be removed.
  package func dismiss() {
    _ = write(pipe, "\n", 1)
    close(pipe)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  }
}
