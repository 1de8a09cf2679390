import Foundation
import PackagePlugin

/// Compiles the files of a folder into the target that uses this plugin, as one table from relative path to text, so that
/// a built tool is a single file that runs from any folder: the stubs of `TwistedModel`, else those below `templates/`.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let isModel = target.name == "TwistedModel"
    let root = context.package.directoryURL.appending(path: isModel ? "Sources/TwistedModel/Stubs" : "templates")
    let table = isModel ? "embeddedStubs" : "embeddedTemplates"
    let output = context.pluginWorkDirectoryURL.appending(path: "\(table).swift")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .filter { (try? root.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted()
    return [
      .buildCommand(
        displayName: "Embedding \(root.lastPathComponent)", executable: try context.tool(named: "TemplateEmbedder").url,
        arguments: [output.path, table, root.path] + paths, inputFiles: paths.map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
