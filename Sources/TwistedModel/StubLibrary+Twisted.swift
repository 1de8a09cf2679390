import PythonEvaluation

extension StubLibrary {
  /// The stubs of Twisted and its like.
  ///
  /// - Parameter overrides: Sources by path below the user's folder, e.g. `shop/server.py`.
  package init(overrides: [String: [UInt8]] = [:]) { self.init(embeddedStubs, overrides: overrides) }

  /// The dotted names of the modules whose stubs are compiled in, sorted.
  package static var modules: [String] {
    embeddedStubs.keys.map { path in
      var parts = path.dropLast(3).split(separator: "/")
      if parts.last == "__init__" { parts.removeLast() }
      return parts.joined(separator: ".")
    }.sorted()
  }
}
