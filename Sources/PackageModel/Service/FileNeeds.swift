import Diagnostics
import TwistedApplication

/// What a service needs of the file system beyond its own folders, as its application file tells.
package struct FileNeeds: Sendable, Equatable {
  package enum Access: Int, Sendable, Equatable, Comparable {
    case none, read, write

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Folders below /run that systemd makes for the service, beside the one of its own name.
  package var runtimeFolders: [String] = []
  /// Folders elsewhere that it writes to and that must exist already.
  package var writableFolders: [String] = []
  /// How it uses /home and /root.
  package var homes = Access.none
  /// It has files in /tmp or /var/tmp that others are to see.
  package var sharesTemporaryFiles = false

  package init() {}

  package init(of application: Application, service: PackageName) {
    for listener in application.listeners {
      if let path = listener.path?.likely { need(path, .write, service) }
    }
    for reference in application.files {
      guard let path = reference.path.likely else { continue }
      need(path, reference.use == .writes || reference.use == .logs ? .write : .read, service)
    }
    runtimeFolders = OrderedSet(runtimeFolders).elements
    writableFolders = OrderedSet(writableFolders).elements
  }

  private mutating func need(_ path: String, _ access: Access, _ service: PackageName) {
    // Relative names are below the state folder, and Linux's abstract sockets are no files.
    guard path.hasPrefix("/"), path.isPlainPath, let slash = path.lastIndex(of: "/") else { return }
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.contains(".."), parts.count > 1 else { return }
    if parts[0] == "home" || parts[0] == "root" { homes = max(homes, access) }
    guard access == .write else { return }
    if let below = Self.below(["run"], parts) ?? Self.below(["var", "run"], parts) {
      // /run itself belongs to root; a folder in it is systemd's to make.
      if below.count > 1, below[0] != service.description { runtimeFolders.append(below[0]) }
    } else if parts[0] == "tmp" || parts.starts(with: ["var", "tmp"]) {
      sharesTemporaryFiles = true
    } else if !["lib", "log"].contains(where: { parts.starts(with: ["var", $0, service.description]) }) {
      writableFolders.append(String(path[..<slash]))
    }
  }

  private static func below(_ root: [String], _ parts: [String]) -> [String]? {
    parts.starts(with: root) ? Array(parts.dropFirst(root.count)) : nil
  }
}

extension String {
  /// Whether a unit can name it without quotes.
  fileprivate var isPlainPath: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/._+-@".unicodeScalars.contains(scalar))
    }
  }
}
