import Conversion
import Diagnostics
import Text
import Toolbox
import ApplicationFacts

/// The plugin of today's kind that a line of a `plugins.tml` means, by which packages of Twisted 1 and 2 offered theirs:
/// `register("Echo", "myecho.tap", type="tap", tapname="echo")`.
struct RegisteredPlugin {
  /// Where it would lie: in `twisted/plugins` beside the package that the file is in.
  let path: String
  let source: [UInt8]

  static func isOffered(by file: String) -> Bool { file.hasSuffix(".tml") }

  /// - Throws: A failure for a plugin whose module the file does not tell.
  init(_ name: String, of application: Application, file: String) throws(Failure) {
    let plugin = application.plugins.first { $0.name.likely == name }
    guard let module = plugin?.module?.value, PluginSource.isModule(module) else {
      throw Failure.application(
        .plugin, "the file does not say which module the plugin \(quoted(name)) is in",
        at: plugin?.name.location ?? SourceLocation(file: file),
        remedy: "write a file twisted/plugins/..._plugin.py that binds a ServiceMaker with it")
    }
    let (stem, text) = PluginSource.serviceMaker(name, module: module, summary: plugin?.summary?.value ?? name)
    source = Array(text.utf8)
    let root = Self.root(of: file)
    path = (root == "." ? "" : "\(root)/") + "twisted/plugins/\(stem)_plugin.py"
  }

  /// The folder that the package of a file is imported from.
  static func root(of file: String) -> String {
    var folder = Path(file).folder
    if folder.isEmpty { folder = "." }
    for _ in 0..<16 where FileSystem.exists("\(folder)/__init__.py") {
      folder = folder == "." || folder.hasSuffix("..") ? (folder == "." ? ".." : "\(folder)/..") : Path(folder).folder
    }
    return folder
  }
}
