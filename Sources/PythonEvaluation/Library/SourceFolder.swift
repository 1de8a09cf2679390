/// The Python modules that lie beside an application file.
///
/// Reading is left to whoever makes one, so that the readers themselves touch no disk.
package struct SourceFolder: Sendable {
  /// A module's source.
  package struct Source: Sendable {
    /// The file's name as the user should see it.
    package var file: String
    package var bytes: [UInt8]
    /// Whether it is a package's `__init__.py`.
    package var isPackage: Bool

    package init(file: String, bytes: [UInt8], isPackage: Bool = false) {
      self.file = file
      self.bytes = bytes
      self.isPackage = isPackage
    }
  }

  private let lookup: @Sendable (String) -> Source?
  private let fileLookup: @Sendable (String) -> Source?

  /// `lookup` answers for a dotted name such as `shop.settings` with `shop/settings.py` or
  /// `shop/settings/__init__.py`, or `nil` when there is neither. A folder without `__init__.py` (a namespace package)
  /// may be answered with empty bytes.
  ///
  /// - Parameter file: Answers for the path of a file from the folder, such as `conf/master.cfg`.
  package init(
    file: @escaping @Sendable (String) -> Source? = { _ in nil }, _ lookup: @escaping @Sendable (String) -> Source?
  ) {
    self.lookup = lookup
    fileLookup = file
  }

  /// A folder of the given files, named by their paths, e.g. `shop/settings.py`.
  package init(files: [String: [UInt8]]) {
    fileLookup = { path in files[path].map { Source(file: path, bytes: $0) } }
    lookup = { name in
      let path = name.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "/")
      for (file, isPackage) in [("\(path)/__init__.py", true), ("\(path).py", false)] {
        if let bytes = files[file] { return Source(file: file, bytes: bytes, isPackage: isPackage) }
      }
      guard files.keys.contains(where: { $0.hasPrefix(path + "/") && $0.hasSuffix(".py") }) else { return nil }
      return Source(file: path, bytes: [], isPackage: true)
    }
  }

  /// A file of Python's that is no module, by its path.
  package func file(_ path: String) -> Source? { fileLookup(path) }

  /// The source of a module, if there is one of this name.
  package func module(_ name: String) -> Source? { lookup(name) }
}
