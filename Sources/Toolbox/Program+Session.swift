import Diagnostics
import Glibc

extension Program {
  /// spawn.h's flag, which Swift's Glibc module does not show (glibc 2.26).
  private static let newSession: Int16 = 0x80

  /// Starts a program that outlives a signal to this process's group, and that ends by itself when its input does.
  package static func startInSession(
    _ words: [String], environment: [String: String], input: Int32, output: Int32, errors: Int32
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, descriptor, target)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Daemons and shells count on signals that this process may block or ignore.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | newSession)
    var child: pid_t = 0
    let code = withCStrings(words) { argv in
      withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&child, words.first ?? "", &actions, &attributes, argv, envp)
      }
    }
    return code == 0 ? .success(child) : .failure(SystemError(code))
  }
}
