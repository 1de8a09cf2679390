import Glibc
import PythonSyntax
import Toolbox

/// The folders of this machine in which an application finds its own modules, and what lies where in them.
package struct ModuleFolders: Sendable, Equatable {
  /// Without a slash at the end; the first that has a module wins.
  package private(set) var folders: [String]

  package init(_ folders: [String]) {
    self.folders = []
    for folder in folders {
      let plain = folder.isEmpty ? "." : folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      if !self.folders.contains(plain) { self.folders.append(plain) }
    }
  }

  /// What goes in for a dotted name: the outermost package of it, or the file of a module that is in none, by its path
  /// below one of the folders. A folder without `__init__.py` only leads on to what is in it (PEP 420).
  func find(_ name: String) -> (folder: String, path: String, isPackage: Bool)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 32, parts.allSatisfy(\.isPythonIdentifier) else { return nil }
    for folder in folders {
      var path = ""
      for part in parts {
        path += path.isEmpty ? "\(part)" : "/\(part)"
        let full = "\(folder)/\(path)"
        if FileSystem.isFile("\(full)/__init__.py") { return (folder, path, true) }
        if FileSystem.isFile("\(full).py") { return (folder, path + ".py", false) }
        guard FileSystem.isFolder(full) else { break }
      }
    }
    return nil
  }
}

extension FileSystem {
  static func isFile(_ path: String) -> Bool {
    FolderScan.status(path, followingLinks: true).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }
}
