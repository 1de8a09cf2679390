import Foundation
import PackagePlugin

/// Compiles every file below `templates/` into the target that uses this plugin, as one table from relative path to text,
/// so that a built tool is a single file that runs from any folder.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .filter { (try? root.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted()
    return [
      .buildCommand(
        displayName: "Embedding templates", executable: try context.tool(named: "TemplateEmbedder").url,
        arguments: [output.path, root.path] + paths, inputFiles: paths.map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
