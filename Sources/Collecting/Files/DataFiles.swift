import Diagnostics
import PackageModel
import Toolbox
import TwistedApplication

/// The files that an application names by relative paths and that lie where these lead on this machine.
///
/// They go to the package's own folder below /usr/share, and are made reachable under the very paths that the
/// application uses when it runs as a service:
/// - relative to the source file itself (`__file__`): a module lies in that folder too, so nothing is needed; for the
///   application file, which is in /etc/NAME, a link stands beside it;
/// - relative to the working directory, which is /var/lib/NAME: the service's start puts a link there, or a copy of what
///   the service may write to, unless there is something already.
struct DataFiles {
  /// Links and copies that a start of the service lays out in its working directory.
  static func stateFolder(of name: PackageName) -> String { "/usr/lib/\(name)/state" }

  let name: PackageName
  let home: String
  /// The folder of the application file.
  let fileFolder: Folder
  /// The application file itself, which is installed already.
  let file: String
  /// The folder that paths without `__file__` start from when the developer runs the application.
  let workingFolder: Folder
  let moduleFolders: ModuleFolders
  /// Whether the application file is in /etc/NAME rather than among the modules.
  let isConfiguration: Bool

  /// A place that the application names.
  private struct Place {
    var folder: Folder
    /// Below the folder.
    var inner: String
    /// Below the home.
    var path: String
    var isBeside: Bool
    var isInModule: Bool

    /// For messages, and to compare it with others.
    var source: String { folder.name(of: inner) }
  }

  private(set) var files: [PackagedFile] = []
  private(set) var notes = OrderedSet<Diagnostic>()

  init(
    name: PackageName, home: String, file: String, fileFolder: Folder, workingFolder: Folder,
    moduleFolders: ModuleFolders, isConfiguration: Bool
  ) {
    self.name = name
    self.home = home
    self.file = file
    self.fileFolder = fileFolder
    self.workingFolder = workingFolder
    self.moduleFolders = moduleFolders
    self.isConfiguration = isConfiguration
  }

  /// - Parameter present: The paths that go in anyway.
  mutating func collect(
    _ references: [FileReference], present: Set<String>, scan: inout FolderScan
  ) throws(Failure) {
    var known = present
    let keys = references.filter { $0.use == .privateKey }.flatMap { places(of: $0) }
    let secret = Set(keys.filter { !isPublicKey($0) }.map(\.source))
    var writable: Set<String> = []
    for reference in references where reference.use == .opens {
      for place in places(of: reference) where !place.isBeside { writable.insert(place.source) }
    }
    var linked: Set<String> = []
    for reference in references where ![.writes, .logs].contains(reference.use) {
      tellOfOutside(reference, present: known)
      for place in places(of: reference) {
        let target = "\(home)/\(place.path)"
        let isThere = known.contains(target)
        guard isThere || isPresent(place) else { continue }
        if !isThere, secret.contains(place.source) || isKey(place) {
          tellOfKey(reference, place)
          continue
        }
        if !isThere, !place.isBeside || place.isInModule || isConfiguration {
          let isSeed = writable.contains(place.source) && !place.isBeside
          let found = try scan.scan(
            place.inner, in: place.folder, to: isSeed ? "\(Self.stateFolder(of: name))/\(place.path)" : target)
          if isSeed { known.insert(target) } else { known.formUnion(found.map(\.path)) }
          files += found.map { $0.because("named at \(reference.path.location)") }
          if isSeed { continue }
        }
        if let link = link(to: place, target), linked.insert(link.path).inserted {
          files.append(link.because("named at \(reference.path.location)"))
        }
      }
    }
  }

  /// What has to stand where the service looks.
  private func link(to place: Place, _ target: String) -> PackagedFile? {
    if place.isInModule { return nil }
    if !place.isBeside {
      return PackagedFile("\(Self.stateFolder(of: name))/\(place.path)", .link(target: target))
    }
    guard isConfiguration, let first = place.path.split(separator: "/").first else { return nil }
    return PackagedFile("/etc/\(name)/\(first)", .link(target: "\(home)/\(first)"))
  }

  /// The path of a reference, where it is relative and whole.
  private static func relativePath(of reference: FileReference) -> String? {
    guard let path = reference.path.likely, !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~"),
      path.unicodeScalars.allSatisfy({ !$0.isDeceptive && $0.value < 0xF0000 })
    else { return nil }
    return path
  }

  private func places(of reference: FileReference) -> [Place] {
    guard let path = Self.relativePath(of: reference) else { return [] }
    var places: [Place] = []
    // Of a default it is not known which folder it starts from, so it is made to work from both.
    let isFallback = reference.path.value == nil
    if reference.isBesideTheFile || isFallback {
      let source = reference.path.location.file
      if source == file || source.isEmpty {
        if let path = Self.normalised(path) {
          places.append(Place(folder: fileFolder, inner: path, path: path, isBeside: true, isInModule: false))
        }
      } else if let root = moduleFolders.roots.first(where: { source.hasPrefix($0.name + "/") || $0.name == "." }) {
        let folder = root.name
        let below = folder == "." && !source.hasPrefix("./") ? source : String(source.dropFirst(folder.utf8.count + 1))
        let home = below.lastIndex(of: "/").map { below[...$0] } ?? ""
        if let path = Self.normalised(home + path) {
          places.append(
            Place(folder: root.folder, inner: root.place(path), path: path, isBeside: true, isInModule: true))
        }
      }
    }
    if !reference.isBesideTheFile, let path = Self.normalised(path) {
      places.append(Place(folder: workingFolder, inner: path, path: path, isBeside: false, isInModule: false))
    }
    return places
  }

  /// Whether there is something of the application's other than its own file. What leads out of the folder is there,
  /// too, and refused when it is taken in.
  private func isPresent(_ place: Place) -> Bool {
    do throws(FileProblem) {
      _ = try place.folder.find(place.inner)
    } catch .system {
      return false
    } catch {
      return true
    }
    return FileSystem.real(place.source) != FileSystem.real(file)
  }

  private func isPublicKey(_ place: Place) -> Bool {
    guard let file = try? SourceFile(place.inner, in: place.folder), let open = try? file.open() else { return false }
    return PublicKey.isIn(open.beginning(min(file.size, 1 << 16)))
  }

  private func isKey(_ place: Place) -> Bool {
    (try? SourceFile(place.inner, in: place.folder)).map { SecretFile(contentsOf: $0) != nil } ?? false
  }

  /// Without `.` and `..`; `nil` for what is the folder itself or out of it.
  private static func normalised(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// A path that leads out of the folder leads out of the package's on the target too, so only the packager can say
  /// whether the file is the application's to install there.
  private mutating func tellOfOutside(_ reference: FileReference, present: Set<String>) {
    guard let path = Self.relativePath(of: reference), Self.normalised(path) == nil, path.contains(".."),
      reference.path.location.file == file
    else { return }
    let isBeside = reference.isBesideTheFile
    let source = (isBeside ? fileFolder : workingFolder).name(of: path)
    guard FileSystem.exists(source), !FileSystem.isFolder(source) else { return }
    let start = !isBeside ? "/var/lib/\(name)" : isConfiguration ? "/etc/\(name)" : home
    guard let target = Self.normalised("\(start)/\(path)").map({ "/" + $0 }), !present.contains(target) else { return }
    let isKey = reference.use == .privateKey
    let note = Diagnostic.warning(
      "\(quoted(path)) leads out of the application's folder, so it is not packaged", at: reference.path.location,
      remedy: isKey ? "put one to \(target) on the target" : "try --include \(source):\(target)")
    notes.append(note)
  }

  private mutating func tellOfKey(_ reference: FileReference, _ place: Place) {
    let spot =
      place.isBeside
      ? (isConfiguration ? "/etc/\(name)/\(place.path)" : "\(home)/\(place.path)")
      : "/var/lib/\(name)/\(place.path)"
    let note = Diagnostic.warning(
      "the private key \(quoted(place.source)) is not packaged: whoever has the package could read it",
      at: reference.path.location,
      remedy: "put one to \(spot) on the target, or insist with --include \(place.source)")
    notes.append(note)
  }
}
