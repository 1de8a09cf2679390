import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// Lists what of a virtual environment goes into a package: everything but what a package must not hold, and what
/// belongs to the place where the environment was made.
struct EnvironmentScan {
  struct Entry: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case file(size: Int, isExecutable: Bool)
      case link(target: String)
    }
    /// From the environment's folder.
    var path: String
    var kind: Kind
  }

  static let countLimit = 100_000
  static let sizeLimit = 4 << 30
  static let depthLimit = 64

  /// Files and links; folders come with what is in them.
  private(set) var entries: [Entry] = []
  private(set) var size = 0
  private let root: String
  /// The paths under which the folder is known.
  private let places: [String]

  /// - Throws: A build failure for what no package holds, and for links out of the environment.
  init(_ root: String, places: [String]) throws(Failure) {
    self.root = root
    self.places = places
    var pending = [(path: "", depth: 0)]
    while let (folder, depth) = pending.popLast() {
      guard depth < Self.depthLimit else {
        throw refusal("is nested more than \(Self.depthLimit) folders deep", folder)
      }
      for name in try FileSystem.names(in: "\(root)/\(folder)") {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if Self.belongsToPlace(path) { continue }
        var status = stat()
        guard lstat("\(root)/\(path)", &status) == 0 else {
          let isText = !name.unicodeScalars.contains("\u{FFFD}")
          throw refusal(isText ? "cannot be read: \(SystemError())" : "has a name that is not UTF-8", path)
        }
        try check(name, path)
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append((path, depth + 1))
        } else {
          try add(path, status)
        }
      }
    }
    entries.sort { $0.path.precedes($1.path) }
  }

  private mutating func add(_ path: String, _ status: stat) throws(Failure) {
    guard entries.count < Self.countLimit else {
      throw refusal("has more than \(Self.countLimit) files", "")
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK:
      entries.append(Entry(path: path, kind: .link(target: try target(of: path))))
    case S_IFREG:
      guard status.st_mode & (S_ISUID | S_ISGID) == 0 else {
        throw refusal("is a set-id file, which no environment needs", path)
      }
      size += Int(status.st_size)
      guard size <= Self.sizeLimit else { throw refusal("has more than \(Self.sizeLimit >> 30) GiB", "") }
      if Self.isCompiledSource(path), FileSystem.exists("\(root)/\(path.dropLast())") { return }
      entries.append(
        Entry(path: path, kind: .file(size: Int(status.st_size), isExecutable: status.st_mode & 0o111 != 0)))
    default:
      throw refusal("is neither a file nor a folder", path)
    }
  }

  private func check(_ name: String, _ path: String) throws(Failure) {
    guard name.unicodeScalars.allSatisfy({ !$0.isDeceptive && $0 != "\\" }) else {
      throw refusal("has a name with a character that packages cannot hold", path)
    }
    guard path.utf8.count < 1024 else { throw refusal("has a path that is too long", path) }
  }

  /// Where a link leads, from its own folder.
  private func target(of path: String) throws(Failure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("\(root)/\(path)", &buffer, buffer.count)
    guard count > 0 else { throw SystemError().failure(.build, to: "read", "\(root)/\(path)") }
    let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let above = Array(path.split(separator: "/").dropLast())
    var parts = text.hasPrefix("/") ? [] : above
    var rest = text[...]
    if text.hasPrefix("/") {
      guard let place = places.first(where: { text.hasPrefix($0 + "/") }) else {
        throw refusal("is a link out of the environment, to \(quoted(text))", path)
      }
      rest = rest.dropFirst(place.count)
    }
    for part in rest.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw refusal("is a link out of the environment, to \(quoted(text))", path)
      }
    }
    guard access("\(root)/\(path)", F_OK) == 0 else {
      throw refusal("is a link to nothing: \(quoted(text))", path)
    }
    if !text.hasPrefix("/") { return text }
    let common = zip(above, parts).prefix { $0 == $1 }.count
    return (above.dropFirst(common).map { _ in ".." } + parts.dropFirst(common)).joined(separator: "/")
  }

  /// What is made anew, or at the installation, or serves no program.
  private static func belongsToPlace(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return true }
    if name == "__pycache__" { return true }
    switch (parts.first, parts.count) {
    case (_, 1): return ["pyvenv.cfg", ".gitignore", ".lock", "CACHEDIR.TAG"].contains(name)
    case ("bin", 2):
      return name.lowercased().hasPrefix("activate") || name.hasPrefix("deactivate") || Relocation.isPython(name)
    default: return false
    }
  }

  private static func isCompiledSource(_ path: String) -> Bool { path.hasSuffix(".pyc") || path.hasSuffix(".pyo") }

  private func refusal(_ problem: String, _ path: String) -> Failure {
    Failure.build(
      .bundleContents, problem, at: SourceLocation(file: path.isEmpty ? root : "\(root)/\(path)"),
      remedy: "take it out of the environment, or make another one")
  }
}
