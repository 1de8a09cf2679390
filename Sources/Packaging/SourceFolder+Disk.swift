import Toolbox
import TwistedApplication

extension SourceFolder {
  private static let sizeLimit = 4 << 20

  /// The modules in the folder of an application file.
  ///
  /// - Parameter folders: Where else they may lie: a project's own folder of modules.
  static func beside(_ file: String, and folders: [String] = []) -> SourceFolder {
    let folders = [root(of: file)] + folders.map { $0 + "/" }
    return SourceFolder { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 16, parts.allSatisfy(isIdentifier) else { return nil }
      for folder in folders {
        if let source = source(at: folder + parts.joined(separator: "/")) { return source }
      }
      return nil
    }
  }

  @Sendable private static func source(at path: String) -> Source? {
    if let module = try? InputFile("\(path).py", limit: sizeLimit) {
      return Source(file: module.path, bytes: module.contents)
    }
    if let package = try? InputFile("\(path)/__init__.py", limit: sizeLimit) {
      return Source(file: package.path, bytes: package.contents, isPackage: true)
    }
    // A folder of modules without __init__.py is a package too (PEP 420), unless it only happens to be called so.
    let modules = (try? FileSystem.names(in: path)) ?? []
    return modules.contains { $0.hasSuffix(".py") } ? Source(file: path, bytes: [], isPackage: true) : nil
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
