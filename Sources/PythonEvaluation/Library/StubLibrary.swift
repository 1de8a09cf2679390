/// The stubs: Python sources that say what the functions and classes of a module do, as calls of `effects`.
///
/// A user's own come before those that are compiled in, module by module.
package struct StubLibrary: Sendable {
  /// The source of one module.
  package struct Source: Sendable, Equatable {
    /// The path below the folder of stubs, e.g. `twisted/web/static.py`.
    package var path: String
    package var bytes: [UInt8]
    /// Whether it is a package's `__init__.py`.
    package var isPackage: Bool
  }

  private let sources: [String: String]
  private let overrides: [String: [UInt8]]

  /// - Parameters:
  ///   - sources: Sources by path, e.g. `twisted/web/static.py`.
  ///   - overrides: Those of the user, by path below the folder, e.g. `shop/server.py`.
  package init(_ sources: [String: String], overrides: [String: [UInt8]]) {
    self.sources = sources
    self.overrides = overrides
  }

  /// Whether a module has a stub.
  package func describes(_ module: String) -> Bool {
    Self.places(of: module).contains { overrides[$0] != nil || sources[$0] != nil }
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
      if let text = sources[place] { return Source(path: place, bytes: Array(text.utf8), isPackage: index == 1) }
    }
    return nil
  }
}
