import Diagnostics
import Glibc

/// The few ways in which the tools change the file system.
package enum FileSystem {
  /// Makes a folder and those above it; one that is there already is fine.
  package static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(Failure) {
    if mkdir(path, mode) == 0 { return }
    let error = SystemError()
    if error.code == EEXIST {
      guard isFolder(path) else { throw SystemError(ENOTDIR).failure(.build, to: "make the folder", path) }
      return
    }
    guard error.code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw error.failure(.build, to: "make the folder", path)
    }
    try makeFolder(String(path[..<slash]), mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw SystemError().failure(.build, to: "make the folder", path)
    }
  }

  /// A relative path, seen from the root; the path itself where the current folder is gone.
  package static func absolute(_ path: String) -> String {
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// How many random letters and digits mkdtemp(3) appends.
  static let randomCount = 6

  /// Makes a folder that only this user can enter, whose name begins as told and is nobody else's.
  package static func makeUniqueFolder(_ beginning: String) throws(SystemError) -> String {
    var template = Array((beginning + String(repeating: "X", count: randomCount)).utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError() }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a folder and those above it, but none above the root: a workspace that a signal has removed stays gone.
  package static func makeFolder(_ path: String, below root: String) throws(Failure) {
    var full = root
    for part in path.split(separator: "/") {
      full += "/\(part)"
      guard mkdir(full, 0o755) == 0 || errno == EEXIST else {
        throw SystemError().failure(.build, to: "make the folder", full)
      }
    }
  }

  /// The path of the same without any link; `nil` where there is nothing.
  package static func real(_ path: String) -> String? {
    RunRecord.note(.status, path)
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  package static func isFolder(_ path: String) -> Bool {
    RunRecord.note(.status, path)
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file; `nil` where there is none.
  package static func size(of path: String) -> Int? {
    RunRecord.note(.status, path)
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  package static func exists(_ path: String) -> Bool {
    RunRecord.note(.status, path)
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Writes bytes to an open file.
  ///
  /// - Returns: What went wrong.
  package static func writeAll(_ contents: ArraySlice<UInt8>, to descriptor: Int32) -> SystemError? {
    contents.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return SystemError() }
        offset += written
      }
      return nil
    }
  }

  /// Writes a new file whole.
  package static func write(_ contents: [UInt8], to path: String, mode: mode_t = 0o644) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemError().failure(.build, to: "write", path) }
    var problem = writeAll(contents[...], to: descriptor)
    // The caller's umask must not show in a package.
    if problem == nil && fchmod(descriptor, mode) != 0 { problem = SystemError() }
    // A full disk may only be told at the close.
    if close(descriptor) != 0 && problem == nil { problem = SystemError() }
    if let problem { throw problem.failure(.build, to: "write", path) }
  }

  /// Writes a tree below a folder, every time stamp set to the same second.
  package static func write(_ tree: FileTree, to root: String, timestamp: Int) throws(Failure) {
    // Not with the folders above it: after a signal the workspace is gone, and has to stay so.
    guard mkdir(root, 0o755) == 0 || errno == EEXIST else {
      throw SystemError().failure(.build, to: "make the folder", root)
    }
    let paths = tree.paths
    for path in paths {
      guard let entry = tree[path] else { continue }
      let full = "\(root)/\(path)"
      switch entry.kind {
      case .folder:
        guard mkdir(full, entry.mode) == 0, chmod(full, entry.mode) == 0 else {
          throw SystemError().failure(.build, to: "make the folder", full)
        }
      case .file(let contents):
        try write(contents, to: full, mode: entry.mode)
      case .copy(let source):
        try copy(source, to: full, mode: entry.mode)
      case .hardLink(let source, _, _):
        guard link(source, full) == 0, chmod(full, entry.mode) == 0 else {
          throw SystemError().failure(.build, to: "make the link", full)
        }
      case .link(let target):
        guard symlink(target, full) == 0 else { throw SystemError().failure(.build, to: "make the link", full) }
      }
    }
    // From the leaves up: making an entry changes its folder's time.
    for path in paths.reversed() { try setTime("\(root)/\(path)", timestamp) }
    guard chmod(root, 0o755) == 0 else { throw SystemError().failure(.build, to: "change", root) }
    try setTime(root, timestamp)
  }

  /// Takes permission bits from a file, or from a folder and all that is in it.
  package static func withhold(_ bits: mode_t, from path: String) throws(Failure) {
    // No more than 0755 is ever given.
    guard bits & 0o755 != 0 else { return }
    var status = stat()
    guard lstat(path, &status) == 0 else { throw SystemError().failure(.build, to: "read", path) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFLNK { return }
    if kind == S_IFDIR {
      for name in try names(in: path) { try withhold(bits, from: "\(path)/\(name)") }
    }
    guard chmod(path, status.st_mode & 0o7777 & ~bits) == 0 else {
      throw SystemError().failure(.build, to: "change", path)
    }
  }

  package static func setTime(_ path: String, _ timestamp: Int) throws(Failure) {
    let time = timespec(tv_sec: timestamp, tv_nsec: 0)
    guard utimensat(AT_FDCWD, path, [time, time], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw SystemError().failure(.build, to: "set the time of", path)
    }
  }

  /// Removes a tree without following links and without entering what is mounted in it; what is gone already is fine.
  package static func remove(_ path: String) { remove(path, on: nil) }

  private static func remove(_ path: String, on device: dev_t?) {
    if unlink(path) == 0 || errno == ENOENT { return }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_dev == device ?? status.st_dev else {
      return
    }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)", on: status.st_dev) }
    rmdir(path)
  }

  /// What a folder holds, in the order of the names' bytes.
  package static func names(in path: String) throws(Failure) -> [String] {
    RunRecord.note(.names, path)
    guard let folder = opendir(path) else { throw SystemError().failure(.build, to: "read", path) }
    defer { closedir(folder) }
    return names(in: folder)
  }

  static func names(in folder: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.precedes($1) }
  }
}
