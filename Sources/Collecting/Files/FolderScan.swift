import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// Lists what of a file or folder on this machine goes into a package, and where.
///
/// Links stay links when they point to something that goes in with them. Of modes is kept whether a file runs, and
/// whether others could read it. What a package cannot hold, or ought not to, is refused: devices, FIFOs, sockets, set-id
/// files, unreadable files, links out of the folder, names with control characters.
package struct FolderScan {
  static let countLimit = 50_000
  static let sizeLimit = 4 << 30
  static let depthLimit = 64
  static let pathSizeLimit = 32 << 20
  /// A file that is larger and has hardly anything on the disk would fill the target's for nothing.
  static let sparseLimit = 16 << 20
  private static let noteLimit = 50

  let rules: IgnoreRules
  /// What has been found by all scans, so that the limits hold for the package.
  private(set) var count = 0
  private(set) var size = 0
  /// What goes in and holds secrets.
  private(set) var notes: [Diagnostic] = []
  /// The bytes of all paths.
  private var pathSize = 0
  private var patternSteps = 0

  private var files: [PackagedFile] = []
  private var links: [String] = []
  private var absoluteLinks: [AbsoluteLink] = []
  /// Whose file may have many names; `nil` where the person at the keyboard named it.
  private var owner: uid_t?
  /// Folders of the outermost one that are listed without what is in them.
  private var passedOver: Set<String> = []

  package init(rules: IgnoreRules) { self.rules = rules }

  /// Lists what the person at the keyboard named, who may reach for anything.
  ///
  /// - Parameters:
  ///   - source: A file or a folder; a link is followed when it is named itself.
  ///   - destination: Where it is installed, absolute, without a slash at the end.
  /// - Returns: The folders and files of it, parents first.
  package mutating func scan(_ source: String, to destination: String) throws(Failure) -> [PackagedFile] {
    owner = nil
    if FileSystem.isFolder(source) {
      return try scan(contentsOf: judging(source) { () throws(FileProblem) in try Folder(source) }, to: destination)
    }
    return try scan(judging(source) { () throws(FileProblem) in try SourceFile(named: source) }, to: destination)
  }

  /// Lists what the application names beneath its folder.
  ///
  /// - Parameter contents: Names of folders whose contents are nobody's business, whatever they are.
  package mutating func scan(
    _ path: String, in folder: Folder, to destination: String, without contents: Set<String> = []
  ) throws(Failure) -> [PackagedFile] {
    passedOver = contents
    defer { passedOver = [] }
    let name = folder.name(of: path)
    owner = try judging(name) { () throws(FileProblem) in try folder.status(of: ".").owner }
    if try judging(name, { () throws(FileProblem) in try folder.find(path).status.kind }) == .folder {
      return try scan(contentsOf: judging(name) { () throws(FileProblem) in try folder.folder(path) }, to: destination)
    }
    return try scan(judging(name) { () throws(FileProblem) in try SourceFile(path, in: folder) }, to: destination)
  }

  private mutating func scan(contentsOf folder: Folder, to destination: String) throws(Failure) -> [PackagedFile] {
    (files, links) = ([], [])
    try scanFolder(folder, destination)
    try checkLinks(in: folder, to: destination)
    return files
  }

  private mutating func scan(_ file: SourceFile, to destination: String) throws(Failure) -> [PackagedFile] {
    files = []
    try addFile(file, destination)
    return files
  }

  private mutating func scanFolder(_ top: Folder, _ destination: String) throws(Failure) {
    var pending: [(path: String, destination: String, parts: [[Unicode.Scalar]])] = [(".", destination, [])]
    while let (folder, place, parts) = pending.popLast() {
      let full = top.name(of: folder)
      guard parts.count < Self.depthLimit else {
        throw refusal("is nested more than \(Self.depthLimit) folders deep", full)
      }
      let names = try judging(full) { () throws(FileProblem) in try top.names(in: folder) }
      let isPrivate = try judging(full) { () throws(FileProblem) in try top.status(of: folder).isPrivate }
      if parts.isEmpty == false, names.contains("pyvenv.cfg") { continue }
      files.append(PackagedFile(place, .folder, isPrivate: isPrivate))
      try tell(
        LostAttribute.all(judging(full) { () throws(FileProblem) in try top.attributes(ofFolder: folder) }), full)
      for name in names {
        let path = folder == "." ? name : "\(folder)/\(name)"
        let inner = parts + [Array(name.unicodeScalars)]
        guard let status = try? top.status(of: path) else {
          // A name that is not UTF-8 cannot be asked about, so whether it is a folder is not known.
          if try isExcluded(inner, isFolder: false, in: top) { continue }
          if try isExcluded(inner, isFolder: true, in: top) { continue }
          throw refusal(
            name.unicodeScalars.contains("\u{FFFD}") ? "has a name that is not UTF-8" : "cannot be read",
            top.name(of: path))
        }
        if try isExcluded(inner, isFolder: status.kind == .folder, in: top) { continue }
        try check(name, top.name(of: path))
        switch status.kind {
        case .folder:
          try admit(0, top.name(of: path))
          tell(SecretFile(folder: name), top.name(of: path))
          if parts.isEmpty, passedOver.contains(name) {
            files.append(PackagedFile("\(place)/\(name)", .folder))
          } else {
            pending.append((path, "\(place)/\(name)", inner))
          }
        case .link:
          try admit(0, top.name(of: path))
          try addLink(path, to: "\(place)/\(name)", in: top)
        case .file:
          let file = try judging(top.name(of: path)) { () throws(FileProblem) in try SourceFile(path, in: top) }
          try addFile(file, "\(place)/\(name)")
          tell(SecretFile(name) ?? SecretFile(contentsOf: file), file.name)
        case .fifo: throw refusal("is a FIFO, which no package holds", top.name(of: path))
        case .socket: throw refusal("is a socket, which no package holds", top.name(of: path))
        case .device: throw refusal("is a device, which no package of a service holds", top.name(of: path))
        case .other: throw refusal("is not a regular file", top.name(of: path))
        }
      }
    }
  }

  private mutating func isExcluded(
    _ parts: [[Unicode.Scalar]], isFolder: Bool, in top: Folder
  ) throws(Failure) -> Bool {
    let named = top.name(of: ".").split(separator: "/").filter { $0 != "." }.map { Array($0.unicodeScalars) }
    let isExcluded = rules.excludes(parts, below: named, isFolder: isFolder, steps: &patternSteps)
    guard patternSteps <= IgnoreRules.stepLimit else {
      throw Failure.usage(
        .limit, "the patterns of files to leave out take too long on the files of \(quoted(top.name(of: ".")))",
        remedy: "give fewer or plainer ones to --exclude and --exclude-from")
    }
    return isExcluded
  }

  private mutating func addFile(_ file: SourceFile, _ destination: String) throws(Failure) {
    let status = file.status
    guard status.mode & 0o6000 == 0 else {
      throw refusal("has its set-user or set-group bit set, which this package would give to everyone", file.name)
    }
    if let owner {
      // Whoever may write to the folder can give a file of another user a name there.
      guard status.names == 1 || status.owner == owner else {
        throw refusal("is another user's file, which has other names elsewhere", file.name)
      }
      guard status.size <= Self.sparseLimit || status.allocated >= status.size / 64 else {
        throw refusal("is hardly more than a hole of \(status.size) bytes", file.name)
      }
    }
    try admit(status.size, file.name)
    tell(LostAttribute.all(file.attributes), file.name)
    files.append(
      PackagedFile(
        destination, .file(file), isExecutable: status.mode & 0o100 != 0,
        isConfiguration: destination.hasPrefix("/etc/"), isPrivate: status.isPrivate))
  }

  private mutating func addLink(_ path: String, to destination: String, in folder: Folder) throws(Failure) {
    let target = try judging(folder.name(of: path)) { () throws(FileProblem) in try folder.target(of: path) }
    try check(target, folder.name(of: path))
    if target.hasPrefix("/") {
      absoluteLinks.append(AbsoluteLink(name: folder.name(of: path), path: destination, target: target))
      files.append(PackagedFile(destination, linkTo: target))
    } else {
      files.append(PackagedFile(destination, .link(target: target)))
      links.append(path)
    }
  }

  /// A link that leads to a place on the target, where it may be the package's own.
  private struct AbsoluteLink {
    /// On this machine.
    let name: String
    /// On the target.
    let path: String
    let target: String
  }

  /// Absolute links may lead only to what the package has, and to its folders on the target.
  ///
  /// - Parameters:
  ///   - known: Every path of the package's.
  ///   - package: Its name.
  mutating func checkAbsoluteLinks(known: Set<String>, package: PackageName) throws(Failure) {
    let home = "/usr/share/\(package)"
    let own =
      [home, "/usr/lib/\(package)", "/etc/\(package)"] + ["/var/lib", "/var/log", "/run"].map { "\($0)/\(package)" }
    for link in absoluteLinks where !known.contains(link.target) {
      let isPlain = Folder.staysBeneath(String(link.target.dropFirst()))
      guard isPlain, own.contains(where: { link.target == $0 || link.target.hasPrefix($0 + "/") }) else {
        let place = link.path.hasPrefix(home + "/") ? String(link.path.dropFirst(home.utf8.count + 1)) : link.path
        throw Failure.application(
          .link, "\(quoted(link.name)) is a link to the absolute path \(quoted(link.target))",
          remedy: "leave it out with --exclude, and make the link with --link \(link.target):\(place)")
      }
      if link.target.hasPrefix(home + "/"), notes.count < Self.noteLimit {
        notes.append(
          .warning(
            .link, "\(quoted(link.name)) is a link to \(quoted(link.target)), which the package has not",
            remedy: "take it in with --include"))
      }
    }
    absoluteLinks = []
  }

  /// Links may lead only to what goes in with them.
  private func checkLinks(in folder: Folder, to destination: String) throws(Failure) {
    guard !links.isEmpty else { return }
    let known = Set(files.map(\.path))
    for path in links {
      let place: String
      do throws(FileProblem) {
        place = try folder.find(path).path
      } catch {
        throw error.isMissing
          ? refusal("is a link to nothing", folder.name(of: path)) : refusal(error, folder.name(of: path))
      }
      guard known.contains(place == "." ? destination : "\(destination)/\(place)") else {
        throw refusal(
          "is a link to what stays out of the package, \(quoted(folder.name(of: place)))", folder.name(of: path))
      }
    }
  }

  private mutating func tell(_ secret: SecretFile?, _ path: String) {
    guard let secret, notes.count < Self.noteLimit else { return }
    notes.append(
      .warning(
        .secretFile, "\(quoted(path)) \(secret.reason), and is packaged",
        remedy: "leave it out with --exclude: whoever has the package can read it"))
  }

  private mutating func tell(_ lost: [LostAttribute], _ path: String) {
    for attribute in lost where notes.count < Self.noteLimit { notes.append(attribute.diagnostic(of: path)) }
  }

  private mutating func admit(_ bytes: Int, _ path: String) throws(Failure) {
    count += 1
    size += bytes
    pathSize += path.utf8.count
    guard pathSize <= Self.pathSizeLimit else {
      throw refusal(
        "is one too many: the paths of the package's files have \(Self.pathSizeLimit >> 20) MiB together", path)
    }
    guard count <= Self.countLimit, size <= Self.sizeLimit else {
      throw refusal(
        "is more than a package takes: \(Self.countLimit) files of \(Self.sizeLimit >> 30) GiB together", path)
    }
  }

  private func check(_ name: String, _ path: String) throws(Failure) {
    if let scalar = name.unicodeScalars.first(where: \.isDeceptive) {
      throw refusal(
        "has \(scalar.codePoint) in its name, a character that is not seen or makes it look like another", path)
    }
  }

  /// Runs a body whose problems are refusals.
  private func judging<Value>(
    _ path: String, _ body: () throws(FileProblem) -> Value
  ) throws(Failure) -> Value {
    do throws(FileProblem) {
      return try body()
    } catch {
      throw refusal(error, path)
    }
  }

  private func refusal(_ problem: FileProblem, _ path: String) -> Failure {
    switch problem {
    case .notRegular(.fifo): refusal("is a FIFO, which no package holds", path)
    case .notRegular(.socket): refusal("is a socket, which no package holds", path)
    case .notRegular(.device): refusal("is a device, which no package of a service holds", path)
    default: refusal(problem.description, path)
    }
  }

  private func refusal(_ message: String, _ path: String) -> Failure {
    Failure.application(
      .fileUnpackable, "\(quoted(path)) \(message)",
      remedy: owner == nil
        ? "leave it out with --exclude, or put a plain file in its place"
        : "leave it out with --exclude, put a plain file in its place, or take it in yourself with --include")
  }
}
