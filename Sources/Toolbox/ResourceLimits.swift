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

  /// Runs a body that starts a program, which inherits the limits; this process has its own again afterwards.
  func inherited<Value, Problem: Error>(by body: () throws(Problem) -> Value) throws(Problem) -> Value {
    var former: [(resource: __rlimit_resource_t, limit: rlimit)] = []
    for (resource, value) in [(RLIMIT_DATA, memory), (RLIMIT_FSIZE, fileSize)] {
      var limit = rlimit()
      let resource = __rlimit_resource_t(resource.rawValue)
      guard let value, getrlimit(resource, &limit) == 0 else { continue }
      former.append((resource, limit))
      limit.rlim_cur = min(limit.rlim_max, rlim_t(value))
      setrlimit(resource, &limit)
    }
    defer { for entry in former { withUnsafePointer(to: entry.limit) { _ = setrlimit(entry.resource, $0) } } }
    return try body()
  }
}
