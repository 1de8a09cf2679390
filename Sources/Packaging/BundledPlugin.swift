import Bundling
import Diagnostics
import PackageModel
import Toolbox
import ApplicationFacts
import PythonEvaluation
import TwistedModel
import TwistedApplication

/// A plugin that is only named, and that a bundled environment brings.
struct BundledPlugin {
  /// What was read of it.
  let application: Application

  /// Looks for the file that offers it; nil where none does.
  ///
  /// - Parameters:
  ///   - words: What twistd is to be told.
  ///   - modules: The environment's folder of modules on this machine.
  /// - Throws: A usage failure for words that the plugin refuses.
  init?(_ name: String, given words: [String], in modules: String) throws(Failure) {
    let folder = "twisted/plugins"
    let names = (try? FileSystem.names(in: "\(modules)/\(folder)")) ?? []
    // Those of Twisted itself are known by their names.
    for file in names.sorted() where file.hasSuffix(".py") && !file.hasPrefix("twisted_") && !file.hasPrefix("cred_") {
      let path = "\(modules)/\(folder)/\(file)"
      guard let input = try? InputFile(path, limit: ApplicationReader.sizeLimit) else { continue }
      let beside = SourceFolder.beside(path)
      let siblings = SourceFolder { module in
        guard var source = beside.module(module) else { return nil }
        if source.file.hasPrefix("\(modules)/") { source.file.removeFirst(modules.utf8.count + 1) }
        return source
      }
      do throws(Failure) {
        let found = try ApplicationReader.read(
          input.contents, file: "\(folder)/\(file)", declared: .plugin, siblings: siblings,
          command: PluginCommand(plugin: name, arguments: words))
        guard found.plugins.contains(where: { $0.name.likely == name }) else { continue }
        application = found
        return
      } catch {
        if error.kind == .usage { throw error }
      }
    }
    return nil
  }
}
