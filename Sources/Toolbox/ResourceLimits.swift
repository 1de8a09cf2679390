import Glibc

/// What a program that reads other people's data may use at most (setrlimit(2)).
package struct ResourceLimits: Sendable, Equatable {
  /// Bytes of memory that is no mapped file.
  package var memory: Int?
  /// Bytes of any one file that it writes.
  package var fileSize: Int?
  /// Bytes that may lie in the workspace while it runs.
  package var workspaceSize: Int?

  package init(memory: Int? = nil, fileSize: Int? = nil, workspaceSize: Int? = nil) {
    self.memory = memory
    self.fileSize = fileSize
    self.workspaceSize = workspaceSize
  }

  /// prlimit(2), which Swift's Glibc module does not show.
  private typealias Prlimit =
    @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) -> Int32

  /// Applies to a program that has just been started, and to all that it starts; this process has none of them.
  func apply(to child: pid_t) {
    guard memory != nil || fileSize != nil, let symbol = dlsym(nil, "prlimit") else { return }
    let prlimit = unsafeBitCast(symbol, to: Prlimit.self)
    for (resource, value) in [(RLIMIT_DATA, memory), (RLIMIT_FSIZE, fileSize)] {
      guard let value else { continue }
      let limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      // Whoever has a lower limit keeps it, and is refused this one.
      withUnsafePointer(to: limit) { _ = prlimit(child, Int32(resource.rawValue), $0, nil) }
    }
  }
}
