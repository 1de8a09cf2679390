import Diagnostics

/// One release, its version and history found.
package struct ReleaseRequest: Sendable, Equatable {
  package var options: ReleaseOptions
  package var version = "1.0"
  package var changelog: Changelog?
  /// What was odd where its version and history were read.
  package var notes: [Diagnostic] = []

  package init(_ options: ReleaseOptions = ReleaseOptions()) { self.options = options }
}
