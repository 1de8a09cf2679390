import Diagnostics

/// What the packager says of the files beside the application's.
package struct CollectionOptions: Sendable, Equatable {
  /// What else goes in, as `SRC[:DEST]`.
  package var includes: [String] = []
  /// What is copied into the service's folder at its start, as `SRC[:DEST]`.
  package var states: [String] = []
  /// Links to what the target has, as `TARGET:PATH`.
  package var links: [String] = []
  /// Patterns of what stays out, and files with such patterns.
  package var excludes: [String] = []
  package var excludeFiles: [String] = []
  /// Whether the application's own modules and data are looked for at all.
  package var packsCode = true

  package init() {}

  package var rules: IgnoreRules {
    get throws(Failure) { try IgnoreRules(patterns: excludes, files: excludeFiles) }
  }
}
