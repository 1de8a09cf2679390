import Conversion
import Diagnostics
import Packaging
import Toolbox
import ApplicationFacts
import TwistedModel
import TwistedApplication

/// A twistd plugin by its name: one of Twisted's own, or one that `twisted/plugins` or a `plugins.tml` of the current
/// folder offers.
struct MakePlugin {
  let facts: Plugin
  /// The module with `Options` and `makeService`.
  let module: String

  /// - Throws: A usage failure for a plugin that nobody knows, and for words that it would refuse.
  init(named name: String, given: [String]) throws(Failure) {
    let stock = try PluginSpec.read(name: name, arguments: given)
    if let plugin = stock.plugins.first, let module = plugin.module?.value {
      (facts, self.module) = (plugin, module)
      return
    }
    let folder = "twisted/plugins"
    let files = FileSystem.isFolder(folder) ? try FileSystem.names(in: folder).filter { $0.hasSuffix(".py") } : []
    for file in files.map({ "\(folder)/\($0)" }) + (try Self.registries()) {
      let input = try InputFile(file, limit: ApplicationReader.sizeLimit)
      let command = PluginCommand(plugin: name, arguments: given)
      // A file of other plugins is none of ours; one that has this plugin and refuses the words is.
      let found: Application
      do throws(Failure) {
        found = try PluginReader.read(
          input.contents, file: file, siblings: .beside("plugin.py"), command: command)
      } catch {
        if error.kind == .usage { throw error }
        continue
      }
      guard let plugin = found.plugins.first(where: { $0.name.value == name }) else { continue }
      guard let module = plugin.module?.value, PluginSource.isModule(module) else {
        throw Failure.application(
          .plugin, "the plugin \(name) does not say which module makes its service",
          at: SourceLocation(file: file),
          remedy: "give its ServiceMaker the name of a module with Options and makeService")
      }
      (facts, self.module) = (plugin, module)
      return
    }
    throw Failure.usage(
      .plugin, "there is no plugin \(quoted(name)), neither in Twisted nor in twisted/plugins or a plugins.tml here",
      remedy: "go to the folder that holds twisted/plugins, or try mktap --help")
  }

  /// The files by which packages of Twisted 1 and 2 offered their plugins: of the current folder and its packages.
  private static func registries() throws(Failure) -> [String] {
    let folders = try FileSystem.names(in: ".").filter { FileSystem.isFolder($0) && !$0.hasPrefix(".") }.sorted()
    return (["plugins.tml"] + folders.map { "\($0)/plugins.tml" }).filter(FileSystem.exists)
  }
}
