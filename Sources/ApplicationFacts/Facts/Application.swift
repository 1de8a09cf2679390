import Diagnostics

/// Everything that an application file (or plugin) says about the service it builds, found without running it.
package struct Application: Sendable, Equatable {
  package var format: ApplicationFormat
  /// The name given to `service.Application(name)`; `nil` when the file names none at all.
  package var name: Fact<String>?
  /// `IProcess.processName`, set by `mktap -n`.
  package var processName: Fact<String>?
  /// The user and group ids that the application asks twistd to switch to.
  package var uid: Fact<Int>?
  package var gid: Fact<Int>?
  /// The plugins that a plugin file offers; empty for the other formats.
  package var plugins: [Plugin] = []
  package var listeners: [Listener] = []
  package var clients: [Client] = []
  package var timers: [Timer] = []
  package var modules: [Module] = []
  /// Names of Python's library that some release lacks.
  package var libraryUses: [LibraryUse] = []
  package var variables: [EnvironmentVariable] = []
  package var files: [FileReference] = []
  /// Folders below that of the file which it adds to Python's search path.
  package var moduleFolders: [String] = []
  /// Where it sets a handler of SIGHUP, by which services are told to read their configuration again.
  package var hangup: SourceLocation?
  /// The reactor that the file installs, e.g. `asyncio`.
  package var reactor: Fact<String>?
  package var python: PythonVersion = .either
  /// `*-shutdown.*`: saved by a stopping twistd, so it holds run-time state.
  package var isShutdown = false
  /// Whether there is more in it than was followed.
  package var isIncomplete = false
  /// What the reader noticed: skipped statements, suspicious calls, dangling references.
  package var diagnostics: [Diagnostic] = []

  package init(format: ApplicationFormat) { self.format = format }
}

/// Which generation of Python a file can be run by.
package enum PythonVersion: String, Sendable, Equatable {
  case python2, python3, either
}
