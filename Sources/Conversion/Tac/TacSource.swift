import Diagnostics

/// A converted application: Python source that every twistd runs, what it keeps apart, and what is left to do.
package struct TacSource: Sendable {
  /// The `.tac`.
  package var source: String
  /// Passwords in JSON; nil where there are none.
  package var secrets: String?
  /// Lines of users and their passwords, as `twisted.cred.checkers.FilePasswordDB` reads them; nil where there are none.
  package var logins: String?
  /// A warning for each place marked with TODO.
  package var diagnostics: [Diagnostic] = []
}

/// What cannot be told in source, and why.
struct TacGap: Error {
  /// A clause about the object, e.g. `its class x.Y is not in Twisted any more`.
  var reason: String
  /// The object is being made already: what is within it can be told once it is there.
  var isCircle = false
}
