/// Something that is wrong with a package, as trying it has shown, with the way out where one is known.
package struct Finding: Sendable, Equatable, Hashable, Encodable {
  /// The kinds of causes, by the names that programs know them by.
  package enum Cause: String, Sendable, Equatable, Hashable, Encodable, CaseIterable {
    /// The package manager refused the package, or a script of it failed.
    case installation
    case dependency = "missing-dependency"
    case module = "missing-module"
    case variable = "missing-variable"
    case file = "missing-file"
    case readOnly = "read-only-path"
    case access = "access-denied"
    case key = "unreadable-key"
    case systemCall = "blocked-system-call"
    case addressFamily = "blocked-address-family"
    case lowPort = "port-denied"
    case portTaken = "port-taken"
    /// The service is not running, or did not stay so.
    case inactive
    case crash
    /// Nothing listens where the facts say so.
    case port = "no-listener"
    /// Something listens, and does not speak what the facts say.
    case answer = "wrong-answer"
    case traceback
    case configuration = "lost-configuration"
    case process = "left-process"
    case leftover = "left-file"
    /// A file that another package has, too.
    case conflict = "file-conflict"
    case script
    case unit
    case lint
  }

  package var cause: Cause
  /// A clause without a final full stop.
  package var message: String
  /// What the packager can do, as an imperative clause.
  package var remedy: String?

  package init(_ cause: Cause, _ message: String, remedy: String? = nil) {
    (self.cause, self.message, self.remedy) = (cause, message, remedy)
  }
}
