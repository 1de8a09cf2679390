/// The application file as it goes into the package.
package struct ApplicationFile: Sendable, Equatable {
  /// The name under which it is installed.
  package var name: String
  package var contents: [UInt8]
  /// Others could not read it, or it holds a password.
  package var isPrivate: Bool

  package init(name: String, contents: [UInt8], isPrivate: Bool = false) {
    self.name = name
    self.contents = contents
    self.isPrivate = isPrivate
  }

  /// Permission bits on the target.
  package var mode: UInt32 { isPrivate ? 0o640 : 0o644 }
}
