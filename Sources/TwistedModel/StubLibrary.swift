/// The stubs: Python sources that say what the functions and classes of a module do, as calls of `effects`.
///
/// Those of Twisted and its like are compiled in; a user's own come before them, module by module.
package struct StubLibrary: Sendable {
  /// The source of one module.
  package struct Source: Sendable, Equatable {
    /// The path below the folder of stubs, e.g. `twisted/web/static.py`.
    package var path: String
    package var bytes: [UInt8]
    /// Whether it is a package's `__init__.py`.
    package var isPackage: Bool
  }

  private let overrides: [String: [UInt8]]

  /// - Parameter overrides: Sources by path below the user's folder, e.g. `shop/server.py`.
  package init(overrides: [String: [UInt8]] = [:]) { self.overrides = overrides }

  /// Whether a module has a stub.
  package func describes(_ module: String) -> Bool {
    Self.places(of: module).contains { overrides[$0] != nil || embeddedStubs[$0] != nil }
  }

  private static func places(of module: String) -> [String] {
    let path = module.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "/")
    return ["\(path).py", "\(path)/__init__.py"]
  }

  /// The stub of a module by its dotted name, `nil` when it has none.
  package func source(of module: String) -> Source? {
    let places = Self.places(of: module)
    for (index, place) in places.enumerated() {
      if let bytes = overrides[place] { return Source(path: place, bytes: bytes, isPackage: index == 1) }
    }
    for (index, place) in places.enumerated() {
      if let text = embeddedStubs[place] { return Source(path: place, bytes: Array(text.utf8), isPackage: index == 1) }
    }
    return nil
  }

  /// The dotted names of the modules whose stubs are compiled in, sorted.
  package static var modules: [String] {
    embeddedStubs.keys.map { path in
      var parts = path.dropLast(3).split(separator: "/")
      if parts.last == "__init__" { parts.removeLast() }
      return parts.joined(separator: ".")
    }.sorted()
  }
}
