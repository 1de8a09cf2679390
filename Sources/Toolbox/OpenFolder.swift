import Diagnostics
import Glibc

/// A folder that is held open: what lies in it is reached by its name alone, and no link is followed.
package struct OpenFolder: ~Copyable {
  package let path: String
  private let descriptor: Int32

  package enum Kind: Sendable, Equatable { case folder, file, other }

  package struct Entry: Sendable, Equatable {
    package let name: String
    package let kind: Kind
  }

  /// - Throws: What the system says, `ENOTDIR` for a link.
  package init(_ path: String) throws(SystemError) { try self.init(path, path: path, in: AT_FDCWD) }

  private init(_ name: String, path: String, in parent: Int32) throws(SystemError) {
    self.path = path
    descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { throw SystemError() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// A folder in it.
  ///
  /// - Parameter name: One component of a path.
  package borrowing func folder(_ name: String) throws(SystemError) -> OpenFolder {
    try OpenFolder(name, path: "\(path)/\(name)", in: descriptor)
  }

  /// A file in it, read whole; `nil` where there is none of the name.
  ///
  /// - Throws: A usage failure for what is not a regular file, or is larger than the limit.
  package borrowing func file(_ name: String, limit: Int) throws(Failure) -> InputFile? {
    RunRecord.note(.status, "\(path)/\(name)")
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let error = SystemError()
      if error.code == ENOENT { return nil }
      throw Failure.usage(
        .fileUnreadable,
        error.code == ELOOP ? "is a link, and links are not followed here" : "cannot be read: \(error)",
        at: SourceLocation(file: "\(path)/\(name)"))
    }
    return try InputFile(consuming: file, path: "\(path)/\(name)", limit: limit, kind: .usage)
  }

  /// What an entry is, without following it; `nil` where there is none of the name.
  package borrowing func kind(of name: String) -> Kind? {
    RunRecord.note(.status, "\(path)/\(name)")
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// What lies in it, in the order of the names' bytes; names that are not UTF-8 are left out.
  ///
  /// - Throws: `E2BIG` for more entries than the limit.
  package borrowing func entries(limit: Int) throws(SystemError) -> [Entry] {
    RunRecord.note(.names, path)
    // closedir(3) closes what it was given; so it is given a descriptor of its own, at the folder's beginning.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw SystemError() }
    guard let stream = fdopendir(own) else {
      let error = SystemError()
      close(own)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name, name != ".", name != ".." else { continue }
      guard names.count < limit else { throw SystemError(E2BIG) }
      names.append(name)
    }
    names.sort { $0.precedes($1) }
    var entries: [Entry] = []
    for name in names {
      if let kind = kind(of: name) { entries.append(Entry(name: name, kind: kind)) }
    }
    return entries
  }
}
