import Glibc

extension Program {
  /// spawn.h's flag, which Swift's Glibc module does not show (glibc 2.26).
  static let newSession: Int16 = 0x80

  /// Starts a program by posix_spawnp(3), without waiting for anything.
  ///
  /// - Parameters:
  ///   - words: The name that it is called by first.
  ///   - flags: What posix_spawnattr_setflags(3) takes. This process keeps signals blocked for the thread that waits for
  ///     them; by default the program does not inherit that.
  ///   - group: The process group that it joins, if the flags say so; 0 for one of its own.
  ///   - folder: The folder that it runs in; this process's own by default.
  ///   - setDescriptors: Tells which descriptors it has; it keeps those that are not closed on exec besides.
  static func start(
    _ program: String, _ words: [String], environment: [String: String],
    flags: Int16 = Int16(POSIX_SPAWN_SETSIGMASK), group: pid_t = 0, from folder: String? = nil,
    setDescriptors: (inout posix_spawn_file_actions_t) -> Void
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    setDescriptors(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, group)
    posix_spawnattr_setflags(&attributes, flags)
    var child: pid_t = 0
    let code = withCStrings(words) { argv in
      withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
        inside(folder) { posix_spawnp(&child, program, &actions, &attributes, argv, envp) }
      }
    }
    return code == 0 ? .success(child) : .failure(SystemError(code))
  }

  /// Calls a body with another working directory. Only the thread that starts programs uses relative paths.
  ///
  /// - Returns: The body's error number, or that of the change.
  private static func inside(_ folder: String?, _ body: () -> Int32) -> Int32 {
    guard let folder else { return body() }
    let here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard here >= 0 else { return errno }
    defer { close(here) }
    guard chdir(folder) == 0 else { return errno }
    let code = body()
    return fchdir(here) == 0 ? code : errno
  }
}

extension Program {
  /// Starts a program of this process's group that hears on one descriptor and answers on another; its messages are this
  /// process's own.
  ///
  /// - Parameter words: The name that it is called by first.
  package static func startBeside(
    _ program: String, _ words: [String], environment: [String: String], input: Int32, output: Int32
  ) -> Result<pid_t, SystemError> {
    start(program, words, environment: environment) { actions in
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    }
  }

  /// Starts a program that outlives a signal to this process's group, and that ends by itself when its input does.
  package static func startInSession(
    _ words: [String], environment: [String: String], input: Int32, output: Int32, errors: Int32
  ) -> Result<pid_t, SystemError> {
    // Daemons and shells count on signals that this process may block or ignore.
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | newSession
    return start(words.first ?? "", words, environment: environment, flags: flags) { actions in
      for (descriptor, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
        posix_spawn_file_actions_adddup2(&actions, descriptor, target)
      }
    }
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
