import Diagnostics
import TwistedApplication

/// What a service needs of the file system beyond its own folders, as its application file tells.
package struct FileNeeds: Sendable, Equatable {
  package enum Access: Int, Sendable, Equatable, Comparable {
    case none, read, write

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Folders elsewhere that it writes to and that must exist already.
  package var writableFolders: [String] = []
  /// How it uses /home and /root.
  package var homes = Access.none
  /// It has files in /tmp or /var/tmp that others are to see.
  package var sharesTemporaryFiles = false

  /// Places in /run that belong to others, with the first line that writes to each.
  package var foreignRunFolders: [ForeignFolder] = []

  package struct ForeignFolder: Sendable, Equatable {
    package var path: String
    package var location: SourceLocation
  }

  package init() {}

  package init(of application: Application, service: PackageName) {
    for listener in application.listeners {
      if let path = listener.path, let name = path.likely { need(name, .write, service, at: path.location) }
    }
    for reference in application.files {
      guard let path = reference.path.likely else { continue }
      let access = reference.use == .writes || reference.use == .logs ? Access.write : .read
      need(path, access, service, at: reference.path.location)
    }
    writableFolders = OrderedSet(writableFolders).elements
    var told: Set<String> = []
    foreignRunFolders = foreignRunFolders.filter { told.insert($0.path).inserted }
  }

  private mutating func need(
    _ path: String, _ access: Access, _ service: PackageName, at location: SourceLocation
  ) {
    // Relative names are below the state folder, and Linux's abstract sockets are no files.
    guard path.hasPrefix("/"), path.isPlainPath else { return }
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !parts.contains(".."), parts.count > 1 else { return }
    let folder = "/" + parts.dropLast().joined(separator: "/")
    if parts[0] == "home" || parts[0] == "root" { homes = max(homes, access) }
    guard access == .write else { return }
    if let below = Self.below(["run"], parts) ?? Self.below(["var", "run"], parts) {
      // systemd gives what RuntimeDirectory= names to the service and removes it at the stop, so it names nobody else's
      // folder (systemd.exec(5)); /run itself is root's.
      if below.count > 1, below[0] == service.description { return }
      let place = below.count > 1 ? "/run/\(below[0])" : "/run"
      if below.count > 1 { writableFolders.append(place) }
      foreignRunFolders.append(ForeignFolder(path: place, location: location))
    } else if parts[0] == "tmp" || parts.starts(with: ["var", "tmp"]) {
      sharesTemporaryFiles = true
    } else if !["lib", "log"].contains(where: { parts.starts(with: ["var", $0, service.description]) }) {
      writableFolders.append(folder)
    }
  }

  private static func below(_ root: [String], _ parts: [String]) -> [String]? {
    parts.starts(with: root) ? Array(parts.dropFirst(root.count)) : nil
  }
}

extension FileNeeds {
  /// What the packager should know: the way out is a folder of the service's own.
  package func warnings(for service: PackageName) -> [Diagnostic] {
    foreignRunFolders.map { folder in
      .warning(
        folder.path == "/run"
          ? "the application makes a file in /run, where only root may"
          : "\(folder.path) is not this service's, so the package does not make it and leaves its owner as it is",
        at: folder.location,
        remedy: folder.path == "/run"
          ? "let the application use /run/\(service)"
          : "let the application use /run/\(service), or join the owner's group with --group")
    }
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
