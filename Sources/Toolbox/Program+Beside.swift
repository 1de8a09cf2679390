import Glibc

extension Program {
  /// Starts a program of this process's group that hears on one descriptor and answers on another; its messages are this
  /// process's own.
  ///
  /// - Parameter words: The name that it is called by first.
  package static func startBeside(
    _ program: String, _ words: [String], environment: [String: String], input: Int32, output: Int32
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // This process keeps signals blocked for the thread that waits for them; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let code = withCStrings(words) { argv in
      withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&child, program, &actions, &attributes, argv, envp)
      }
    }
    return code == 0 ? .success(child) : .failure(SystemError(code))
  }
}
