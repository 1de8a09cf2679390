import Glibc

/// A folder that is held open, and what lies beneath it: neither `..` nor a link leads out of it.
///
/// Links are judged, not followed: the walk reads what a link says, and goes on only where that stays beneath the folder.
/// What it arrives at is opened without following any link, so a link that is put there meanwhile gains nothing.
package final class Folder: Sendable {
  /// Its path, as the user named it.
  package let path: String
  let descriptor: Int32
  private let usesKernel: Bool

  /// What path_resolution(7) allows.
  private static let linkLimit = 40
  private static let partLimit = 1024
  /// O_PATH (open(2)), which Swift's Glibc module does not show: enough to go on from, whatever may be read there.
  private static let pathOnly: Int32 = 0o10_000_000

  /// - Parameters:
  ///   - path: Links in it are followed, for it is the user's own; empty for the working directory.
  ///   - usesKernel: Whether openat2(2) is tried before the walk by parts.
  package init(_ path: String, usesKernel: Bool = true) throws(FileProblem) {
    RunRecord.note(.status, path.isEmpty ? "." : path)
    let opened = Glibc.open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .system(SystemError()) }
    self.path = path
    self.usesKernel = usesKernel
    descriptor = opened
  }

  private init(_ descriptor: Int32, path: String, usesKernel: Bool) {
    self.descriptor = descriptor
    self.path = path
    self.usesKernel = usesKernel
  }

  deinit { close(descriptor) }

  /// A folder beneath this one, which holds what lies beneath it apart from the rest.
  package func folder(_ path: String) throws(FileProblem) -> Folder {
    let place = try find(path).path
    return Folder(try openBeneath(place, O_RDONLY | O_DIRECTORY), path: name(of: place), usesKernel: usesKernel)
  }

  /// What lies under a path, and where that is when no link is followed any more.
  ///
  /// - Parameter followsLast: Whether a link at the end stands for what it leads to.
  package func find(
    _ path: String, followsLast: Bool = true
  ) throws(FileProblem) -> (path: String, status: FileStatus) {
    guard !path.hasPrefix("/") else { throw .leavesFolder(link: nil, target: path) }
    RunRecord.note(.status, name(of: path))
    var pending = path.split(separator: "/").map(String.init)
    var walked: [String] = []
    var status = try self.status(of: ".")
    var links = 0
    while !pending.isEmpty {
      guard pending.count + walked.count <= Self.partLimit else { throw .system(SystemError(ENAMETOOLONG)) }
      let part = pending.removeFirst()
      if part == "." { continue }
      if part == ".." {
        guard walked.popLast() != nil else { throw .leavesFolder(link: nil, target: path) }
        status = try self.status(of: Self.joined(walked))
        continue
      }
      guard status.kind == .folder else { throw .system(SystemError(ENOTDIR)) }
      let place = Self.joined(walked + [part])
      status = try self.status(of: place)
      guard status.kind == .link, followsLast || !pending.isEmpty else {
        walked.append(part)
        continue
      }
      links += 1
      guard links <= Self.linkLimit else { throw .loop }
      let target = try self.target(of: place)
      let parts = target.split(separator: "/").map(String.init)
      guard !target.hasPrefix("/"), Self.staysBeneath(walked, parts) else {
        throw .leavesFolder(link: name(of: place), target: target)
      }
      pending = parts + pending
      status = try self.status(of: Self.joined(walked))
    }
    return (Self.joined(walked), status)
  }

  /// Opens a regular file beneath the folder. What is none is not opened at all: a device might act on that.
  package func open(_ path: String) throws(FileProblem) -> OpenFile {
    if let file = try openPlain(path) { return file }
    let (place, status) = try find(path)
    guard status.kind == .file else { throw .notRegular(status.kind) }
    let file = try OpenFile(openBeneath(place, OpenFile.flags), name: name(of: place))
    guard file.status.isSame(as: status) else { throw .changed }
    return file
  }

  /// The same without a walk, for a path of which the kernel finds that no link is in it: a look at each folder on the way to each
  /// of thousands of files takes longer than to pack them. `nil` where only a walk can tell.
  private func openPlain(_ path: String) throws(FileProblem) -> OpenFile? {
    guard usesKernel, !path.hasPrefix("."), !path.contains("/."), !path.contains("//"), !path.hasSuffix("/"),
      let status = try? status(of: path), status.kind == .file
    else { return nil }
    let opened = OpenAt2.beneath(descriptor, path, flags: OpenFile.flags | O_NOFOLLOW)
    guard opened >= 0 else { return nil }
    RunRecord.note(.status, name(of: path))
    let file = try OpenFile(opened, name: name(of: path))
    guard file.status.isSame(as: status) else { throw .changed }
    return file
  }

  /// What a folder beneath holds, in the order of the names' bytes.
  ///
  /// - Parameter path: A path that `find` gave.
  package func names(in path: String) throws(FileProblem) -> [String] {
    RunRecord.note(.names, name(of: path))
    return try namesUnrecorded(in: path)
  }

  /// The same for who records what is looked for among them.
  func namesUnrecorded(in path: String) throws(FileProblem) -> [String] {
    let opened = try openBeneath(path, O_RDONLY | O_DIRECTORY)
    guard let stream = fdopendir(opened) else {
      let error = SystemError()
      close(opened)
      throw .system(error)
    }
    defer { closedir(stream) }
    return FileSystem.names(in: stream)
  }

  /// The names of a folder's extended attributes, but for the system's own.
  ///
  /// - Parameter path: A path that `find` gave.
  package func attributes(ofFolder path: String) throws(FileProblem) -> [String] {
    let opened = try openBeneath(path, O_RDONLY | O_DIRECTORY)
    defer { close(opened) }
    return ExtendedAttributes.names(of: opened)
  }

  /// What a link beneath says.
  package func target(of path: String) throws(FileProblem) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlinkat(descriptor, path, &buffer, buffer.count - 1)
    guard length >= 0 else { throw .system(SystemError()) }
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of something beneath, for messages.
  package func name(of path: String) -> String {
    if path == "." { return self.path.isEmpty ? "." : self.path }
    if self.path.isEmpty || self.path == "." { return path }
    return self.path.hasSuffix("/") ? self.path + path : "\(self.path)/\(path)"
  }

  /// What something beneath is, a link itself included.
  ///
  /// - Parameter path: A path without links, but for the last part.
  package func status(of path: String) throws(FileProblem) -> FileStatus {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .system(SystemError()) }
    return FileStatus(status)
  }

  private static func joined(_ parts: [String]) -> String { parts.isEmpty ? "." : parts.joined(separator: "/") }

  /// Whether a path stays beneath its start by what it says alone, whatever is there.
  package static func staysBeneath(_ path: String) -> Bool {
    !path.hasPrefix("/") && staysBeneath([], path.split(separator: "/").map(String.init))
  }

  private static func staysBeneath(_ walked: [String], _ parts: [String]) -> Bool {
    var depth = walked.count
    for part in parts where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }

  private func openBeneath(_ path: String, _ flags: Int32) throws(FileProblem) -> Int32 {
    let flags = flags | O_NOFOLLOW | O_CLOEXEC
    if usesKernel {
      let opened = OpenAt2.beneath(descriptor, path, flags: flags)
      if opened >= 0 { return opened }
      // Older kernels have no such call, and the filters of some containers forbid it (seccomp(2)).
      guard [ENOSYS, EPERM].contains(errno) else { throw .system(SystemError()) }
    }
    return try openByParts(path, flags)
  }

  private func openByParts(_ path: String, _ flags: Int32) throws(FileProblem) -> Int32 {
    var parts = path.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? "."
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for part in parts {
      let next = openat(folder, part, Self.pathOnly | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { throw .system(SystemError()) }
      if folder != descriptor { close(folder) }
      folder = next
    }
    let opened = openat(folder, last, flags)
    guard opened >= 0 else { throw .system(SystemError()) }
    return opened
  }
}

/// openat2(2), for which glibc has no function of its own.
private enum OpenAt2 {
  private typealias Call =
    @convention(c) (Int, Int, UnsafePointer<CChar>, UnsafeRawPointer, Int) -> Int
  private static let number = 437
  private static let call: Call? = dlsym(nil, "syscall").map { unsafeBitCast($0, to: Call.self) }
  /// RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS, RESOLVE_NO_MAGICLINKS.
  private static let resolve: UInt64 = 0x08 | 0x04 | 0x02

  /// - Returns: A descriptor, or -1 with `errno` set.
  static func beneath(_ folder: Int32, _ path: String, flags: Int32) -> Int32 {
    guard let call else {
      errno = ENOSYS
      return -1
    }
    // struct open_how: flags, mode, resolve.
    let how: [UInt64] = [UInt64(UInt32(bitPattern: flags)), 0, resolve]
    return how.withUnsafeBytes { how in
      guard let address = how.baseAddress else { return -1 }
      return Int32(call(number, Int(folder), path, address, how.count))
    }
  }
}
