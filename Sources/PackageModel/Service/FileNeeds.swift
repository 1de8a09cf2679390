import Diagnostics
import ApplicationFacts

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

  /// Folders below the state folder that it writes into, by their relative paths; nobody else makes them.
  package var stateFolders: [String] = []
  /// Folders of the application's own below /var/lib, /var/log and /var/cache, by their names there.
  package var ownState: [String] = []
  package var ownLogs: [String] = []
  package var ownCaches: [String] = []
  /// The same in /run, which go when the service stops.
  package var ownRun: [String] = []
  /// Their paths.
  package var ownFolders: [String] {
    ownState.map { "/var/lib/\($0)" } + ownLogs.map { "/var/log/\($0)" } + ownCaches.map { "/var/cache/\($0)" }
  }
  /// Places in /run that belong to others.
  package var foreignRunFolders: [Place] = []
  /// Folders elsewhere that it writes into, which the package does not make.
  package var foreignFolders: [Place] = []
  /// Paths below the folder of the application on the packager's own machine.
  package var builderPaths: [Place] = []
  /// Files that it writes beside its source, where the service may not.
  package var besidePaths: [Place] = []

  /// What it reads that only root may, or a group of the system's.
  package var restricted: [Place] = []
  /// Folders that are root's and that it writes into.
  package var rootsFolders: [Place] = []
  /// Paths in the home folders of people.
  package var personalPaths: [Place] = []

  /// Paths in the home folder that it reads.
  package var homePaths: [Place] = []

  private var ownNames: Set<String> = []

  /// A path with the first line that names it.
  package struct Place: Sendable, Equatable {
    package var path: String
    package var location: SourceLocation
  }

  package init() {}

  /// - Parameters:
  ///   - folder: The folder that the application file lies in on this machine, without links.
  ///   - copied: The application file, if a copy of it runs in the working directory.
  ///   - names: Those of the application, whose folders are its own.
  package init(
    of application: Application, service: PackageName, folder: String? = nil, copied: String? = nil,
    names: Set<String> = []
  ) {
    ownNames = names.subtracting(Self.foreignNames)
    for listener in application.listeners {
      if let path = listener.path, let name = path.likely { need(name, .write, by: service, at: path.location) }
    }
    for reference in application.files {
      guard let path = reference.path.likely else { continue }
      let isWritten = reference.use.isWriting
      if let copied, reference.isWritten(beside: copied) {
        keep(path)
        continue
      }
      if reference.isBesideTheFile {
        if isWritten { besidePaths.append(Place(path: path, location: reference.path.location)) }
        continue
      }
      if reference.isInHome, !isWritten, !reference.isLater, reference.path.certainty == .sure {
        homePaths.append(Place(path: path, location: reference.path.location))
      }
      // The home folder of the package's own user is the state folder.
      if isWritten { keep(path) }
      if !isWritten, RestrictedPath(path) != nil {
        restricted.append(Place(path: path, location: reference.path.location))
      }
      if let folder, folder != "/", path.hasPrefix(folder + "/") {
        builderPaths.append(Place(path: path, location: reference.path.location))
      } else {
        need(
          path, isWritten ? .write : .read, by: service, at: reference.path.location, isFolder: reference.isFolder)
      }
    }
    writableFolders = OrderedSet(writableFolders).elements
    stateFolders = OrderedSet(stateFolders).elements
    foreignRunFolders = Self.first(foreignRunFolders)
    foreignFolders = Self.first(foreignFolders)
    builderPaths = Self.first(builderPaths)
    besidePaths = Self.first(besidePaths)
    restricted = Self.first(restricted)
    rootsFolders = Self.first(rootsFolders)
    personalPaths = Self.first(personalPaths)
    homePaths = Self.first(homePaths)
  }

  /// Folders that every system has and that are root's; what is further below may be anybody's.
  private static let rootsOwn: Set<String> = [
    "/", "/boot", "/etc", "/home", "/media", "/mnt", "/opt", "/srv", "/usr", "/usr/local", "/usr/share", "/var",
    "/var/cache", "/var/lib", "/var/log", "/var/opt", "/var/spool",
  ]

  private static func first(_ places: [Place]) -> [Place] {
    var told: Set<String> = []
    return places.filter { told.insert($0.path).inserted }
  }

  /// The folder of a relative path, which starts from the state folder.
  private mutating func keep(_ path: String) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), path.isPlainPath, parts.count > 1, !parts.contains(".."),
      parts.allSatisfy({ !$0.hasPrefix("-") }), stateFolders.count < 50
    else { return }
    stateFolders.append(parts.dropLast().joined(separator: "/"))
  }

  private mutating func need(
    _ path: String, _ access: Access, by service: PackageName, at location: SourceLocation, isFolder: Bool = false
  ) {
    // Relative names are below the state folder, and Linux's abstract sockets are no files.
    guard path.hasPrefix("/"), path.isPlainPath else { return }
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
    // What is in /dev is a device or anybody's, and no sandbox makes it read-only.
    guard !parts.contains(".."), !parts.isEmpty, parts[0] != "dev" else { return }
    let folder = "/" + parts.dropLast().joined(separator: "/")
    if parts[0] == "home" || parts[0] == "root" { homes = max(homes, access) }
    if parts[0] == "home", parts.count > 1 { personalPaths.append(Place(path: path, location: location)) }
    guard access == .write else { return }
    if let below = Self.below(["run"], parts) ?? Self.below(["var", "run"], parts) {
      // systemd gives what RuntimeDirectory= names to the service and removes it at the stop, so it names nobody else's
      // folder (systemd.exec(5)); /run itself is root's.
      if below.count > 1, below[0] == service.description { return }
      if below.count > 1, ownNames.contains(below[0]) {
        if !ownRun.contains(below[0]) { ownRun.append(below[0]) }
        if below.count > 2, stateFolders.count < 50 {
          stateFolders.append("/run/" + below.dropLast().joined(separator: "/"))
        }
        return
      }
      let place = below.count > 1 ? "/run/\(below[0])" : "/run"
      if below.count > 1 { writableFolders.append(place) }
      foreignRunFolders.append(Place(path: place, location: location))
    } else if parts[0] == "tmp" || parts.starts(with: ["var", "tmp"]) {
      sharesTemporaryFiles = true
    } else if parts.count > 2, parts[0] == "var", ownNames.contains(parts[2]),
      keepOwn(parts[1], parts, isFolder: isFolder)
    {
      return
    } else if ["proc", "root", "sys"].contains(parts[0]) || Self.rootsOwn.contains(folder),
      !["lib", "log"].contains(where: { parts == ["var", $0, service.description] })
    {
      // A file that is there and belongs to the service can be written.
      writableFolders.append(parts.count > 1 ? folder : path)
      rootsFolders.append(Place(path: folder, location: location))
    } else if !["lib", "log"].contains(where: { parts.starts(with: ["var", $0, service.description]) }) {
      writableFolders.append(folder)
      if parts[0] != "home" { foreignFolders.append(Place(path: folder, location: location)) }
    }
  }

  /// Takes a folder for the application's own, and what leads to the path in it for one that it needs.
  private mutating func keepOwn(_ kind: String, _ parts: [String], isFolder: Bool) -> Bool {
    switch kind {
    case "lib": if !ownState.contains(parts[2]) { ownState.append(parts[2]) }
    case "log": if !ownLogs.contains(parts[2]) { ownLogs.append(parts[2]) }
    case "cache": if !ownCaches.contains(parts[2]) { ownCaches.append(parts[2]) }
    default: return false
    }
    let folder = isFolder ? parts : parts.dropLast()
    if folder.count > 3, stateFolders.count < 50 { stateFolders.append("/" + folder.joined(separator: "/")) }
    return true
  }

  /// Folders of the system's own, whatever an application is called.
  private static let foreignNames: Set<String> = [
    "apt", "dbus", "dpkg", "journal", "misc", "pam", "private", "python", "rpm", "snapd", "sudo", "systemd", "ucf",
  ]

  private static func below(_ root: [String], _ parts: [String]) -> [String]? {
    parts.starts(with: root) ? Array(parts.dropFirst(root.count)) : nil
  }
}

extension FileReference {
  /// Whether it may change something in the folder of a source file.
  func isWritten(beside file: String) -> Bool {
    let source = path.base ?? path.location.file
    return isBesideTheFile && use.isWriting && (source == file || source.isEmpty)
  }
}

extension FileReference.Use {
  /// Whether it may change the file. How a database is opened is not known, and one that is only read is rare.
  package var isWriting: Bool { [.writes, .logs, .opens].contains(self) }
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
