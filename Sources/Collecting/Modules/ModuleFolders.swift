import Diagnostics
import PythonSyntax
import Toolbox

/// The folders of this machine in which an application finds its own modules, and what lies where in them.
package struct ModuleFolders: Sendable {
  /// A folder of modules: the application's own, or one beneath it.
  struct Root: Sendable {
    /// Its path, as messages have it.
    let name: String
    /// What it lies in, and nothing out of which is read.
    let folder: Folder
    /// Its path beneath that; `.` for the folder itself.
    let prefix: String
    /// The one top-level module that is looked for in it, where it holds more than the application.
    let only: String?
    fileprivate let listing: FolderListing

    init(_ name: String, in folder: Folder, at prefix: String = ".", only: String? = nil) {
      (self.name, self.folder, self.prefix, self.only) = (name, folder, prefix, only)
      listing = FolderListing(folder, at: prefix)
    }

    /// The path in the folder of something in the root.
    func place(_ path: String) -> String { prefix == "." ? path : "\(prefix)/\(path)" }

    /// - Throws: An application failure for what leads out of the folder.
    func kind(of path: String) throws(Failure) -> FileStatus.Kind? {
      do throws(FileProblem) {
        return try folder.find(place(path)).status.kind
      } catch .system {
        return nil
      } catch {
        throw error.failure(
          .application, folder.name(of: place(path)),
          remedy: "put a plain file in its place, or take it in yourself with --include")
      }
    }
  }

  /// The first that has a module wins.
  let roots: [Root]
  var folders: [String] { roots.map(\.name) }

  init(_ roots: [Root]) {
    var names: Set<String> = []
    self.roots = roots.filter { names.insert($0.name).inserted }
  }

  /// What goes in for a dotted name: the outermost package of it, or the file of a module that is in none, by its path
  /// below one of the folders. A folder without `__init__.py` only leads on to what is in it (PEP 420).
  ///
  /// - Throws: An application failure for a module that is a link out of the folder.
  func find(_ name: String) throws(Failure) -> (root: Root, path: String, isPackage: Bool)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 32, parts.allSatisfy(\.isPythonIdentifier) else { return nil }
    for root in roots {
      if let only = root.only, parts[0] != only { continue }
      guard root.listing.mayHaveModule(parts[0]) else { continue }
      var path = ""
      for part in parts {
        path += path.isEmpty ? "\(part)" : "/\(part)"
        if try root.kind(of: "\(path)/__init__.py") == .file { return (root, path, true) }
        if try root.kind(of: "\(path).py") == .file { return (root, path + ".py", false) }
        guard try root.kind(of: path) == .folder else { break }
      }
    }
    return nil
  }
}
