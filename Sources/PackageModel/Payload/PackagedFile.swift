/// A file, folder or link that goes into the package beside the service's own files.
package struct PackagedFile: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// A file on this machine, copied once, when the tree is written.
    case file(path: String, size: Int)
    /// A file of the tools' own workspace, which gets one more name instead of being copied.
    case own(path: String, size: Int, md5: String)
    case link(target: String)
    case folder
  }

  /// Where it is installed, absolute, without `.` or `..`.
  package var path: String
  package var content: Content
  /// All that is kept of a file's mode: 0755 when set, else 0644, as dh_fixperms leaves them.
  package var isExecutable: Bool
  /// The administrator may change it, so upgrades keep what they find.
  package var isConfiguration: Bool

  package init(_ path: String, _ content: Content, isExecutable: Bool = false, isConfiguration: Bool = false) {
    self.path = path
    self.content = content
    self.isExecutable = isExecutable
    self.isConfiguration = isConfiguration
  }
}
