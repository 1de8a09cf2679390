import Toolbox
import PythonEvaluation

extension SourceFolder {
  private static let sizeLimit = 4 << 20

  /// The modules in the folder of an application file, as far as they lie in it: no link leads out.
  ///
  /// - Parameter folders: Where else they may lie: a project's own folder of modules.
  package static func beside(_ file: String, and folders: [String] = []) -> SourceFolder {
    let folders = ([root(of: file)] + folders).compactMap { try? Folder($0) }.map { FolderListing($0) }
    let file: @Sendable (String) -> Source? = { path in
      folders.first.flatMap { try? InputFile(path, in: $0.folder, limit: sizeLimit) }.map {
        Source(file: $0.path, bytes: $0.contents)
      }
    }
    return SourceFolder(file: file) { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 16, parts.allSatisfy(isIdentifier) else { return nil }
      for listed in folders where listed.mayHaveModule(parts[0]) {
        if let source = source(at: parts.joined(separator: "/"), in: listed.folder) { return source }
      }
      return nil
    }
  }

  @Sendable private static func source(at path: String, in folder: Folder) -> Source? {
    if let module = try? InputFile("\(path).py", in: folder, limit: sizeLimit) {
      return Source(file: module.path, bytes: module.contents)
    }
    if let package = try? InputFile("\(path)/__init__.py", in: folder, limit: sizeLimit) {
      return Source(file: package.path, bytes: package.contents, isPackage: true)
    }
    // A folder of modules without __init__.py is a package too (PEP 420), unless it only happens to be called so.
    guard let place = try? folder.find(path).path, let modules = try? folder.names(in: place) else { return nil }
    return modules.contains { $0.hasSuffix(".py") }
      ? Source(file: folder.name(of: path), bytes: [], isPackage: true) : nil
  }

  @Sendable private static func isIdentifier(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.count <= 255
      && part.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }

  /// The folder that imports start from; for a plugin that is the one that holds `twisted`.
  private static func root(of file: String) -> String {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let plugins = "twisted/plugins/"
    return folder.hasSuffix(plugins) ? String(folder.dropLast(plugins.count)) : folder
  }
}
