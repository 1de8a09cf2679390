extension Workspace {
  /// The whole environment of a program that works here: nothing else of the caller's may show in what it makes.
  ///
  /// - Parameters:
  ///   - context: Says where programs are.
  ///   - timestamp: The date of everything that is made (reproducible-builds.org, SOURCE_DATE_EPOCH); `nil` for what
  ///     bears the date of the run.
  package func environment(from context: BuildContext, timestamp: Int? = nil) -> [String: String] {
    var variables = [
      "PATH": context.environment["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "HOME": path,
      "TMPDIR": path,
    ]
    if let timestamp { variables["SOURCE_DATE_EPOCH"] = String(timestamp) }
    return variables
  }
}
