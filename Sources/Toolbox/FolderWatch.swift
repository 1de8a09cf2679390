import Glibc

/// Looks now and then how much lies in a folder that a program writes to.
struct FolderWatch {
  private let path: String
  private let limit: Int
  private var next = Clock.uptime

  init(_ path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// Whether there is more than the limit, as far as it was looked at: every half second, and for a tenth of the time.
  mutating func isExceeded() -> Bool {
    let start = Clock.uptime
    guard start >= next else { return false }
    var left = limit
    Self.count(path, &left)
    let end = Clock.uptime
    next = end + max(.milliseconds(500), (end - start) * 10)
    return left < 0
  }

  private static func count(_ path: String, _ left: inout Int) {
    var status = stat()
    guard left >= 0, lstat(path, &status) == 0 else { return }
    left -= Int(status.st_blocks) * 512
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    for name in (try? FileSystem.names(in: path)) ?? [] { count("\(path)/\(name)", &left) }
  }
}
