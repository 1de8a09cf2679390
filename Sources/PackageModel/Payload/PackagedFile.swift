import Toolbox

/// A file, folder or link that goes into the package beside the service's own files.
package struct PackagedFile: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// A file on this machine, copied once, when the tree is written.
    case file(SourceFile)
    /// A file of the tools' own workspace, which gets one more name instead of being copied.
    case own(path: String, size: Int, md5: String)
    case link(target: String)
    case folder
  }

  /// Where it is installed, absolute, without `.` or `..`.
  package var path: String
  package var content: Content
  /// With `isPrivate` all that is kept of a file's mode: 0755 when set, else 0644, as dh_fixperms leaves them.
  package var isExecutable: Bool
  /// Others than its owner and group could not read it, and cannot on the target: 0640 or 0750, of the service's group.
  package var isPrivate: Bool
  /// Why it goes in, for people: `imported at web.tac:3`.
  package var reason = ""
  /// The administrator may change it, so upgrades keep what they find.
  package var isConfiguration: Bool

  package init(
    _ path: String, _ content: Content, isExecutable: Bool = false, isConfiguration: Bool = false,
    isPrivate: Bool = false
  ) {
    self.path = path
    self.content = content
    self.isExecutable = isExecutable
    self.isPrivate = isPrivate
    self.isConfiguration = isConfiguration
  }

  /// A link to an absolute path, said as Debian Policy 10.5 has it: relative within one top-level folder, else absolute.
  package init(_ path: String, linkTo target: String) {
    let (place, end) = (path.split(separator: "/"), target.split(separator: "/"))
    var shared = 0
    while shared < min(place.count - 1, end.count), place[shared] == end[shared] { shared += 1 }
    let steps = Array(repeating: "..", count: place.count - 1 - shared) + end[shared...].map(String.init)
    self.init(path, .link(target: shared == 0 ? target : steps.isEmpty ? "." : steps.joined(separator: "/")))
  }

  /// In bytes; none for a folder or link.
  package var size: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .file(let source): source.size
    case .own(_, let size, _): size
    case .link, .folder: 0
    }
  }

  /// Permission bits on the target.
  package var mode: UInt32 {
    let mode: UInt32 = isExecutable || content == .folder ? 0o755 : 0o644
    return isPrivate ? mode & 0o750 : mode
  }

  /// The same file, with the reason why it goes in.
  package func because(_ reason: String) -> PackagedFile {
    var file = self
    file.reason = reason
    return file
  }

  /// The same file, for the service's group and nobody else.
  package func kept() -> PackagedFile {
    var file = self
    file.isPrivate = true
    return file
  }
}
