import Conversion
import Diagnostics
import Text
import Toolbox
import ApplicationFacts
import TwistedApplication

/// The plugin of today's kind that older files mean: a line of a `plugins.tml`, by which packages of Twisted 1 and 2 offered
/// theirs, `register("Echo", "myecho.tap", type="tap", tapname="echo")`, or the module itself, as mktap took it.
struct RegisteredPlugin {
  /// Where it would lie: in `twisted/plugins` beside the package that the file is in.
  let path: String
  let source: [UInt8]
  /// What becomes of the file, as a sentence.
  let account: String

  /// Whether a file may mean a plugin and be none, so that imports in it start from the folder of its package.
  static func mayBeMeant(by file: String) -> Bool {
    file.hasSuffix(".tml") || ApplicationReader.tapName(of: file) != nil
  }

  /// Whether one has to be written.
  static func isMeant(by application: Application, _ file: String) -> Bool {
    application.format == .plugin && (file.hasSuffix(".tml") || application.plugins.contains(where: \.isModule))
  }

  /// - Throws: A failure for a plugin whose module the file does not tell.
  init(_ name: String, of application: Application, file: String) throws(Failure) {
    let plugin = application.plugins.first { $0.name.likely == name }
    let root = Self.root(of: file)
    let isModule = plugin?.isModule == true
    guard let module = isModule ? Self.module(file, below: root) : plugin?.module?.value, PluginSource.isModule(module)
    else {
      throw Failure.application(
        .plugin, "the file does not say which module the plugin \(quoted(name)) is in",
        at: plugin?.name.location ?? SourceLocation(file: file),
        remedy: "write a file twisted/plugins/..._plugin.py that binds a ServiceMaker with it")
    }
    let (stem, text) = PluginSource.serviceMaker(name, module: module, summary: plugin?.summary?.value ?? name)
    source = Array(text.utf8)
    path = (root == "." ? "" : "\(root)/") + "twisted/plugins/\(stem)_plugin.py"
    let kind =
      isModule ? "the file is a module that a plugin names" : "the plugin is registered as Twisted 1 and 2 did"
    account = "\(kind); \(path) is written for it"
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

  /// The dotted name of a file's module.
  private static func module(_ file: String, below root: String) -> String? {
    guard let folder = FileSystem.real(Path(file).folder), let root = FileSystem.real(root) else { return nil }
    let parts = folder.split(separator: "/").dropFirst(root.split(separator: "/").count)
    return (parts + [Path(file).stem[...]]).joined(separator: ".")
  }
}
