/// A Python environment that goes into the package whole, with the application's libraries and Twisted itself.
package struct BundledEnvironment: Sendable, Equatable {
  /// The folder on the target, `/usr/lib/NAME` for example.
  package var prefix: String
  /// The version of Python that the environment is for, whose minor part is in the paths of its modules.
  package var python: PythonRelease
  /// Its twistd; `nil` where there is none.
  package var twistd: AbsolutePath?
  /// The programs in its folder `bin`, by their names.
  package var programs: Set<String> = []
  /// What other packages it needs, in the words of the package's format.
  package var relations = Relations()
  /// The folder of twistd's plugins in it, if there is one.
  package var pluginFolder: String?

  /// The path of one of its programs.
  package func path(of program: String) -> String { "\(prefix)/bin/\(program)" }

  package init(prefix: String, python: PythonRelease) {
    self.prefix = prefix
    self.python = python
  }
}
