import Diagnostics
import Glibc
import Toolbox

/// What a repository's HEAD and tags stand for (gitrepository-layout(5)): read as text, each name and object judged.
struct GitReferences: Sendable, Equatable {
  /// The commit that is checked out; `nil` where there is none yet.
  private(set) var head: GitObjectID?
  /// By the tag's whole name, without `refs/tags/`.
  private(set) var tags: [String: GitObjectID] = [:]
  /// The commits whose parents are not here (`git clone --depth`).
  private(set) var shallow: [GitObjectID] = []

  static let countLimit = 100_000
  private static let depthLimit = 8
  private static let packedLimit = 32 << 20
  private static let lineLimit = 4096

  /// - Throws: A usage failure for what is no reference, and for what git keeps in another way.
  init(of folder: GitFolder) throws(Failure) {
    let own = try Self.open(folder.own)
    let common = try Self.open(folder.common)
    guard common.kind(of: "reftable") == nil else {
      throw GitFolder.refusal("keeps its references as a reftable, which is not read", folder.common)
    }
    var packed: [String: GitObjectID] = [:]
    if let file = try common.file("packed-refs", limit: Self.packedLimit) { packed = try Self.packed(file) }
    for (name, id) in packed where name.hasPrefix("refs/tags/") { tags[String(name.dropFirst(10))] = id }
    do throws(SystemError) {
      let refs = try common.folder("refs")
      try addTags(in: refs.folder("tags"), prefix: "", depth: 0)
    } catch {
      guard error.code == ENOENT else {
        throw GitFolder.refusal("cannot be read: \(error)", "\(common.path)/refs/tags")
      }
    }
    head = try Self.head(own, common: common, packed: packed)
    if let file = try common.file("shallow", limit: Self.packedLimit) {
      for line in file.contents.split(separator: UInt8(ascii: "\n")) {
        guard let id = GitObjectID(line) else { throw GitFolder.refusal("is not a list of commits", file.path) }
        shallow.append(id)
      }
    }
  }

  private static func open(_ path: String) throws(Failure) -> OpenFolder {
    do throws(SystemError) { return try OpenFolder(path) } catch {
      throw GitFolder.refusal("cannot be read: \(error)", path)
    }
  }

  /// A name that git allows, as far as it matters for a path (git-check-ref-format(1)).
  private static func isName(_ name: Substring) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.utf8.count <= 1024
      && parts.allSatisfy { !$0.isEmpty && $0.first != "." && !$0.hasSuffix(".lock") && !$0.contains("..") }
      && name.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"~^:?*[\\".unicodeScalars.contains($0)
      }
  }

  private static func packed(_ file: InputFile) throws(Failure) -> [String: GitObjectID] {
    var references: [String: GitObjectID] = [:]
    for line in file.contents.split(separator: UInt8(ascii: "\n")) {
      // The header, and what the tag above stands for.
      if line.first == UInt8(ascii: "#") || line.first == UInt8(ascii: "^") { continue }
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")), let id = GitObjectID(line[..<blank]) else {
        throw GitFolder.refusal("is not a list of references", file.path)
      }
      guard references.count < countLimit else {
        throw GitFolder.refusal("has more than \(countLimit) references", file.path)
      }
      guard let name = String(validating: line[(blank + 1)...], as: UTF8.self), isName(name[...]) else { continue }
      references[name] = id
    }
    return references
  }

  /// What has a file of its own is newer than what is packed.
  private mutating func addTags(
    in folder: borrowing OpenFolder, prefix: String, depth: Int
  ) throws(SystemError) {
    guard depth < Self.depthLimit else { return }
    for entry in try folder.entries(limit: Self.countLimit) where Self.isName(entry.name[...]) {
      let name = prefix + entry.name
      switch entry.kind {
      case .folder: try addTags(in: folder.folder(entry.name), prefix: name + "/", depth: depth + 1)
      case .file:
        guard tags.count < Self.countLimit else { throw SystemError(E2BIG) }
        // A tag that stands for another name is no release.
        tags[name] = Self.line(entry.name, in: folder).flatMap { GitObjectID($0) }
      case .other: tags[name] = nil
      }
    }
  }

  private static func line(_ name: String, in folder: borrowing OpenFolder) -> ArraySlice<UInt8>? {
    guard let file = try? folder.file(name, limit: lineLimit) else { return nil }
    return file.contents.prefix { $0 != UInt8(ascii: "\n") }
  }

  private static func head(
    _ own: borrowing OpenFolder, common: borrowing OpenFolder, packed: [String: GitObjectID]
  ) throws(Failure) -> GitObjectID? {
    guard var bytes = line("HEAD", in: own) else {
      throw GitFolder.refusal("is missing or no file", "\(own.path)/HEAD")
    }
    // A reference that stands for another is rare, a chain of them is none.
    for _ in 0..<3 {
      if let id = GitObjectID(bytes) { return id }
      guard let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("ref: "),
        case let name = text.dropFirst(5), name.hasPrefix("refs/"), isName(name)
      else { throw GitFolder.refusal("is not a reference", "\(own.path)/HEAD") }
      guard let next = try branch(name, in: common) else { return packed[String(name)] }
      bytes = next
    }
    throw GitFolder.refusal("stands for a reference that stands for others", "\(own.path)/HEAD")
  }

  private static func branch(_ name: Substring, in folder: borrowing OpenFolder) throws(Failure) -> ArraySlice<UInt8>? {
    let parts = name.split(separator: "/", maxSplits: 1)
    guard let first = parts.first else { return nil }
    if parts.count == 1 { return line(String(first), in: folder) }
    let inner: OpenFolder
    do throws(SystemError) { inner = try folder.folder(String(first)) } catch {
      guard error.code == ENOENT else {
        throw GitFolder.refusal("cannot be read: \(error)", "\(folder.path)/\(first)")
      }
      return nil
    }
    return try branch(parts[1], in: inner)
  }
}
