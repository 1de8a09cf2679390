import Diagnostics
import PackageModel
import Toolbox
import ApplicationFacts

/// The files that an application names by relative paths and that lie where these lead on this machine.
///
/// Configuration is the administrator's and goes to /etc/NAME (Debian Policy 10.7.2); all else goes to the package's own
/// folder below /usr/share. Both are made reachable under the very paths that the application uses when it runs as a
/// service:
/// - relative to the source file itself (`__file__`): a module lies in the package's folder too, and the application file
///   in /etc/NAME; for what lies in the other, a link stands beside it;
/// - relative to the working directory, which is /var/lib/NAME: the service's start puts a link there, or a copy of what
///   the service may write to, unless there is something already.
struct DataFiles {
  /// What the application is, and where its parts lie on this machine.
  struct Origin {
    /// The package's name.
    let name: PackageName
    /// The service's, whose folder below /etc has the application file.
    let service: PackageName
    let home: String
    /// The application file, which is installed already, and its folder.
    let file: String
    let fileFolder: Folder
    /// The folder that paths without `__file__` start from when the developer runs the application.
    let workingFolder: Folder
    let moduleFolders: ModuleFolders
    let kind: Kind
    /// What the packager takes in by hand.
    let inclusions: [Inclusion]
  }

  /// Where the application file runs on the target.
  enum Kind {
    /// In /etc/NAME, where the administrator may change it.
    case configuration
    /// In the working directory, as a copy, for it writes beside itself.
    case copy
    /// Among the modules: a plugin's file, or a program.
    case plugin
  }

  /// Links and copies that a start of the service lays out in its working directory.
  static func stateFolder(of name: PackageName) -> String { "/usr/lib/\(name)/state" }

  private static func seedPath(of name: PackageName, _ path: String) -> String { "\(stateFolder(of: name))/\(path)" }

  fileprivate let origin: Origin
  private var name: PackageName { origin.name }
  private var home: String { origin.home }

  /// A place that the application names.
  fileprivate struct Place {
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
  private var toldKeys: Set<String> = []

  init(_ origin: Origin) { self.origin = origin }

  /// - Parameter present: The paths that go in anyway.
  mutating func collect(
    _ references: [FileReference], present: Set<String>, scan: inout FolderScan
  ) throws(Failure) {
    var known = present
    let keys = references.filter { $0.use == .privateKey }.flatMap { places(of: $0) }
    let secret = Set(keys.filter { !isPublicKey($0) }.map(\.source))
    let surroundings = Surroundings(self, references)
    var laid: Set<String> = []
    for reference in references where ![.writes, .logs].contains(reference.use) {
      tellOfOutside(reference, present: known)
      tellOfWorkingFolder(reference)
      let places = places(of: reference)
      tellOfNothing(reference, places, present: known, in: surroundings)
      for place in places {
        // The packager has settled it.
        if !place.isBeside, known.contains(Self.seedPath(of: name, place.path)) { continue }
        let target = target(of: place, reference.use, present: known, surroundings)
        let isThere = known.contains(target)
        guard isThere || isPresent(place) else { continue }
        if !isThere, secret.contains(place.source) || isKey(place) {
          // Where it is not known from which folder a path starts, that of the last is the working directory.
          if let last = places.last { tellOfKey(reference, last) }
          continue
        }
        let reason = "named at \(reference.path.location)"
        if !isThere, !place.isBeside || place.isInModule || origin.kind != .plugin {
          if surroundings.isSeed(place) {
            // Copied into the working directory, where it belongs to the service from then on.
            let seed = Self.seedPath(of: name, place.path)
            guard !known.contains(seed) else { continue }
            let found = try scan.scan(place.inner, in: place.folder, to: seed)
            known.formUnion(found.map(\.path))
            files += found.map { $0.because(reason) }
            continue
          }
          let isSecret =
            target.hasPrefix("/etc/") && holdsSecret(place) || isFile(place) && isWithheld(place)
          let found = try scan.scan(place.inner, in: place.folder, to: target)
          known.formUnion(found.map(\.path))
          files += found.map { isSecret ? $0.because(reason).kept() : $0.because(reason) }
        }
        if let link = link(to: place, target, surroundings), laid.insert(link.path).inserted {
          files.append(link.because(reason))
        }
      }
    }
  }

  /// Where a file goes, or has been put.
  private func target(
    of place: Place, _ use: FileReference.Use, present: Set<String>, _ surroundings: Surroundings
  ) -> String {
    for inclusion in origin.inclusions {
      if let target = inclusion.place(of: place.source) { return target }
    }
    let usual = "\(home)/\(place.path)"
    let isConfiguration = use == .reads && !present.contains(usual) && isConfiguration(place, surroundings)
    return isConfiguration ? "/etc/\(origin.service)/\(place.path)" : usual
  }

  fileprivate func isConfiguration(_ place: Place, _ surroundings: Surroundings) -> Bool {
    guard origin.kind != .plugin || !place.isBeside || place.isInModule, ConfigurationFile.isNamed(place.path),
      !surroundings.isInFolder(place), !surroundings.isSeed(place)
    else { return false }
    return isFile(place)
  }

  private func isFile(_ place: Place) -> Bool { (try? place.folder.find(place.inner).status.kind) == .file }

  /// Whether it is called after passwords, or lies in a folder that is its owner's alone.
  private func isWithheld(_ place: Place) -> Bool {
    if SecretFile.isForPasswords(place.path) { return true }
    let parts = place.inner.split(separator: "/").dropLast()
    return parts.indices.contains { index in
      (try? place.folder.find(parts[...index].joined(separator: "/")).status.isPrivate) == true
    }
  }

  private func holdsSecret(_ place: Place) -> Bool {
    (try? SourceFile(place.inner, in: place.folder)).map(ConfigurationFile.holdsSecret) ?? false
  }

  /// What has to stand where the service looks.
  private func link(to place: Place, _ target: String, _ surroundings: Surroundings) -> PackagedFile? {
    // The link to the folder that it is in leads to it, too.
    if surroundings.isInFolder(place) { return nil }
    let spot: String
    if place.isInModule {
      spot = "\(home)/\(place.path)"
    } else if !place.isBeside {
      spot = "\(Self.stateFolder(of: name))/\(place.path)"
    } else if origin.kind == .plugin {
      return nil
    } else {
      let folder = "/etc/\(origin.service)"
      spot = "\(folder)/\(place.path)"
      // One link for all that is in a folder, where nothing of it is really there.
      if let first = place.path.split(separator: "/").first, target == "\(home)/\(place.path)",
        !surroundings.mixed.contains(first)
      {
        return PackagedFile("\(folder)/\(first)", .link(target: "\(home)/\(first)"))
      }
    }
    return spot == target ? nil : PackagedFile(spot, .link(target: target))
  }

  /// The path of a reference, where it is relative and whole.
  private static func relativePath(of reference: FileReference) -> String? {
    guard let path = reference.path.likely, !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~"),
      path.unicodeScalars.allSatisfy({ !$0.isDeceptive && $0.value < 0xF0000 })
    else { return nil }
    return path
  }

  fileprivate func places(of reference: FileReference) -> [Place] {
    // What lies in the packager's own home folder is nothing of the application's.
    guard !reference.isInHome, let path = Self.relativePath(of: reference) else { return [] }
    var places: [Place] = []
    let base = reference.path.base
    // Of a default it may not be known which folder it starts from: then it is made to work from both.
    if base != nil || reference.isBesideTheFile || reference.path.value == nil {
      let source = base ?? reference.path.location.file
      if source == origin.file || source.isEmpty {
        if let path = Self.normalised(path) {
          places.append(
            Place(
              folder: origin.fileFolder, inner: path, path: path, isBeside: origin.kind != .copy, isInModule: false))
        }
      } else if let (root, below) = moduleRoot(of: source) {
        if let path = Self.normalised(below + path) {
          places.append(
            Place(folder: root.folder, inner: root.place(path), path: path, isBeside: true, isInModule: true))
        }
      }
    }
    if base == nil, !reference.isBesideTheFile, let path = Self.normalised(path) {
      places.append(Place(folder: origin.workingFolder, inner: path, path: path, isBeside: false, isInModule: false))
    }
    return places
  }

  /// The folder of modules that a source lies in, and the path from there to its own folder.
  private func moduleRoot(of source: String) -> (root: ModuleFolders.Root, below: String)? {
    let roots = origin.moduleFolders.roots
    guard let root = roots.first(where: { source.hasPrefix($0.name + "/") || $0.name == "." }) else { return nil }
    let isBare = root.name == "." && !source.hasPrefix("./")
    let below = isBare ? source[...] : source.dropFirst(root.name.utf8.count + 1)
    return (root, below.lastIndex(of: "/").map { String(below[...$0]) } ?? "")
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
    return FileSystem.real(place.source) != FileSystem.real(origin.file)
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

  /// The folder that the application file runs in on the target.
  private var fileHome: String {
    switch origin.kind {
    case .configuration: "/etc/\(origin.service)"
    case .copy: "/var/lib/\(name)"
    case .plugin: home
    }
  }

  /// A path that leads out of the folder leads out of the package's on the target too, so only the packager can say
  /// whether the file is the application's to install there.
  private mutating func tellOfOutside(_ reference: FileReference, present: Set<String>) {
    guard let (source, target) = outside(reference), !present.contains(target), let path = reference.path.likely else {
      return
    }
    if FileSystem.exists(source) {
      let isKey = reference.use == .privateKey
      let note = Diagnostic.warning(
        .fileOutside, "\(quoted(path)) leads out of the application's folder, so it is not packaged",
        at: reference.path.location,
        remedy: isKey ? "put one to \(target) on the target" : "try --include \(source):\(target)")
      notes.append(note.about(.file))
    } else if reference.isNeeded {
      tellOfNothing(reference, place: target)
    }
  }

  /// Where a path that leads out of the folder leads here and on the target; nil for other paths.
  private func outside(_ reference: FileReference) -> (source: String, target: String)? {
    guard !reference.isInHome, let path = Self.relativePath(of: reference), path.contains("..") else { return nil }
    let isBeside = reference.isBesideTheFile
    let base = reference.path.base ?? reference.path.location.file
    var (inner, folder, start) = (path, isBeside ? origin.fileFolder : origin.workingFolder, fileHome)
    if !isBeside {
      start = "/var/lib/\(name)"
    } else if base != origin.file, !base.isEmpty {
      guard let (root, below) = moduleRoot(of: base) else { return nil }
      (inner, folder, start) = (below + path, root.folder, home)
    }
    guard Self.normalised(inner) == nil, let target = Self.normalised("\(start)/\(inner)") else { return nil }
    return (folder.name(of: inner), "/" + target)
  }

  /// What it surely reads at its start and what is nowhere: it does not start until somebody makes it.
  private mutating func tellOfNothing(
    _ reference: FileReference, _ places: [Place], present: Set<String>, in surroundings: Surroundings
  ) {
    guard reference.isNeeded, let place = places.first, places.count == 1,
      !present.contains(Self.seedPath(of: name, place.path)), !surroundings.isWritten(place), !isPresent(place),
      !present.contains(target(of: place, reference.use, present: present, surroundings))
    else { return }
    tellOfNothing(
      reference, place: "\(place.isInModule ? home : place.isBeside ? fileHome : "/var/lib/\(name)")/\(place.path)")
  }

  private mutating func tellOfNothing(_ reference: FileReference, place: String) {
    let verb = reference.use == .serves ? "serves" : "reads"
    notes.append(
      .note(
        .fileMissing, "the application \(verb) \(quoted(reference.path.likely ?? "")), and there is none here",
        at: reference.path.location, remedy: "make it before you build, or \(place) on the target"
      ).about(.file))
  }

  /// The working directory of a service has what the package puts there by name, and nothing else.
  private mutating func tellOfWorkingFolder(_ reference: FileReference) {
    guard reference.use == .serves, !reference.isBesideTheFile, let path = Self.relativePath(of: reference),
      path.split(separator: "/").allSatisfy({ $0 == "." })
    else { return }
    notes.append(
      .warning(
        .fileMissing, "the application serves the folder that it runs in, and /var/lib/\(name) has nothing of this one",
        at: reference.path.location, remedy: "move what it serves into a folder of its own, and let it serve that"
      ).about(.file))
  }

  private mutating func tellOfKey(_ reference: FileReference, _ place: Place) {
    guard toldKeys.insert(place.source).inserted else { return }
    let spot = "\(place.isInModule ? home : place.isBeside ? fileHome : "/var/lib/\(name)")/\(place.path)"
    let note = Diagnostic.warning(
      .secretFile, "the private key \(quoted(place.source)) is not packaged: whoever has the package could read it",
      at: reference.path.location,
      remedy: "put one to \(spot) on the target, or insist with --include \(place.source)")
    notes.append(note.about(.file))
  }
}

extension DataFiles {
  /// What the application does with the folders that its files lie in.
  fileprivate struct Surroundings {
    /// What it writes to, and what of that where it may.
    private var made: Set<String> = []
    private var written: Set<String> = []
    /// The folders that it uses as a whole.
    private var folders: [String] = []
    /// Folders beside the application file in which something is really there.
    private(set) var mixed: Set<Substring> = []

    init(_ files: DataFiles, _ references: [FileReference]) {
      let origin = files.origin
      for reference in references {
        for place in files.places(of: reference) {
          if reference.use.isWriting {
            made.insert(place.source)
            if !place.isBeside { written.insert(place.source) }
          } else if (try? place.folder.find(place.inner).status.kind) == .folder {
            folders.append(place.source + "/")
          }
        }
      }
      let own = "/etc/\(origin.service)/"
      let included = origin.inclusions.map(\.destination).filter { $0.hasPrefix(own) }
        .map { $0.dropFirst(own.utf8.count) }
      let read = references.filter { $0.use == .reads }.flatMap { files.places(of: $0) }
        .filter { $0.isBeside && !$0.isInModule && files.isConfiguration($0, self) }.map { $0.path[...] }
      for path in included + read where path.contains("/") { mixed.insert(path.prefix { $0 != "/" }) }
    }

    /// Whether the service may change it or something in it.
    func isSeed(_ place: Place) -> Bool {
      guard !place.isBeside else { return false }
      return written.contains(place.source) || written.contains { $0.hasPrefix(place.source + "/") }
    }

    /// Whether the application makes it.
    func isWritten(_ place: Place) -> Bool { made.contains(place.source) }

    /// Whether it goes in with a folder that is taken in whole.
    func isInFolder(_ place: Place) -> Bool { folders.contains { place.source.hasPrefix($0) } }
  }
}

extension FileReference {
  /// Whether the service surely asks for it at its start.
  fileprivate var isNeeded: Bool {
    [.reads, .serves, .privateKey, .certificate].contains(use) && !isLater && path.value != nil
  }
}
