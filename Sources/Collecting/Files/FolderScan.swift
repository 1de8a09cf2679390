import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// Lists what of a file or folder on this machine goes into a package, and where.
///
/// Links stay links when they point to something that goes in with them. Modes become 0644 or 0755. What a package
/// cannot hold, or ought not to, is refused: devices, FIFOs, sockets, set-id files, unreadable files, links out of the
/// folder, names with control characters.
package struct FolderScan {
  static let countLimit = 50_000
  static let sizeLimit = 4 << 30
  static let depthLimit = 64
  static let pathSizeLimit = 32 << 20

  let rules: IgnoreRules
  /// What has been found by all scans, so that the limits hold for the package.
  private(set) var count = 0
  private(set) var size = 0
  /// The bytes of all paths.
  private var pathSize = 0
  private var patternSteps = 0

  private var files: [PackagedFile] = []
  private var links: [(path: String, source: String)] = []
  private var top = ""

  package init(rules: IgnoreRules) { self.rules = rules }

  /// - Parameters:
  ///   - source: A file or a folder; a link is followed when it is named itself.
  ///   - destination: Where it is installed, absolute, without a slash at the end.
  /// - Returns: The folders and files of it, parents first.
  package mutating func scan(_ source: String, to destination: String) throws(Failure) -> [PackagedFile] {
    files = []
    links = []
    top = source
    guard let status = Self.status(source, followingLinks: true) else {
      throw SystemError().failure(.application, "read", source)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try scanFolder(source, destination)
      try checkLinks(from: source, to: destination)
    } else {
      try addFile(source, destination, status)
    }
    return files
  }

  private mutating func scanFolder(_ source: String, _ destination: String) throws(Failure) {
    var pending: [(source: String, destination: String, parts: [[Unicode.Scalar]])] = [(source, destination, [])]
    while let (folder, place, parts) = pending.popLast() {
      guard parts.count < Self.depthLimit else {
        throw refusal("is nested more than \(Self.depthLimit) folders deep", folder)
      }
      let names: [String]
      do throws(Failure) {
        names = try FileSystem.names(in: folder)
      } catch {
        throw refusal("cannot be read: \(SystemError())", folder)
      }
      if parts.isEmpty == false, names.contains("pyvenv.cfg") { continue }
      files.append(PackagedFile(place, .folder))
      for name in names {
        let path = "\(folder)/\(name)"
        guard let status = Self.status(path, followingLinks: false) else {
          throw refusal(
            name.unicodeScalars.contains("\u{FFFD}") ? "has a name that is not UTF-8" : "cannot be read", path)
        }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let inner = parts + [Array(name.unicodeScalars)]
        let isExcluded = rules.excludes(inner, isFolder: isFolder, steps: &patternSteps)
        guard patternSteps <= IgnoreRules.stepLimit else {
          throw Failure(
            .usage, "the patterns of files to leave out take too long on the files of \(quoted(top))",
            remedy: "give fewer or plainer ones to --exclude and --exclude-from")
        }
        if isExcluded { continue }
        try check(name, path)
        if isFolder {
          try admit(0, path)
          pending.append((path, "\(place)/\(name)", inner))
        } else if status.st_mode & S_IFMT == S_IFLNK {
          try admit(0, path)
          try addLink(path, "\(place)/\(name)")
        } else {
          try addFile(path, "\(place)/\(name)", status)
        }
      }
    }
  }

  private mutating func addFile(_ path: String, _ destination: String, _ status: stat) throws(Failure) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFIFO: throw refusal("is a FIFO, which no package holds", path)
    case S_IFSOCK: throw refusal("is a socket, which no package holds", path)
    case S_IFBLK, S_IFCHR: throw refusal("is a device, which no package of a service holds", path)
    default: throw refusal("is no regular file", path)
    }
    guard status.st_mode & (S_ISUID | S_ISGID) == 0 else {
      throw refusal("has its set-user or set-group bit set, which this package would give to everyone", path)
    }
    guard access(path, R_OK) == 0 else { throw refusal("cannot be read: \(SystemError())", path) }
    try admit(Int(status.st_size), path)
    files.append(
      PackagedFile(
        destination, .file(path: path, size: Int(status.st_size)), isExecutable: status.st_mode & S_IXUSR != 0,
        isConfiguration: destination.hasPrefix("/etc/")))
  }

  private mutating func addLink(_ path: String, _ destination: String) throws(Failure) {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink(path, &buffer, buffer.count - 1)
    guard length > 0 else { throw refusal("cannot be read: \(SystemError())", path) }
    let target = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard !target.hasPrefix("/") else { throw refusal("is a link to the absolute path \(quoted(target))", path) }
    try check(target, path)
    files.append(PackagedFile(destination, .link(target: target)))
    links.append((path, path))
  }

  /// Links may lead only to what goes in with them.
  private func checkLinks(from source: String, to destination: String) throws(Failure) {
    guard !links.isEmpty else { return }
    guard let root = Self.real(source) else { throw refusal("cannot be read: \(SystemError())", source) }
    let known = Set(files.map(\.path))
    for (path, _) in links {
      guard let real = Self.real(path) else {
        let error = SystemError()
        throw refusal(error.code == ELOOP ? "is a loop of links" : "is a link to nothing", path)
      }
      guard real == root || real.hasPrefix(root == "/" ? "/" : root + "/") else {
        throw refusal("is a link out of \(quoted(top)), to \(quoted(real))", path)
      }
      guard known.contains(destination + real.dropFirst(root.count)) else {
        throw refusal("is a link to what stays out of the package, \(quoted(real))", path)
      }
    }
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

  private func refusal(_ message: String, _ path: String) -> Failure {
    Failure(
      .application, "\(quoted(path)) \(message)",
      remedy: "leave it out with --exclude, or put a plain file in its place")
  }

  static func status(_ path: String, followingLinks: Bool) -> stat? {
    var status = stat()
    return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
  }

  static func real(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
