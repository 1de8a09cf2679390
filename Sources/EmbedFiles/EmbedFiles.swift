import Foundation
import PackagePlugin

/// Compiles files of the repository into the target that uses this plugin, as one table from relative path to text, so that
/// a built tool is a single file that runs from any folder.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The folder of a target's files, and the constant that holds them.
  private static func source(of target: String) -> (folder: String, constant: String) {
    switch target {
    case "Templates": ("templates", "embeddedTemplates")
    case "TwistedModel": ("Sources/TwistedModel/Stubs", "embeddedStubs")
    default: ("Sources/\(target)/Data", "embeddedTables")
    }
  }

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let (folder, constant) = Self.source(of: target.name)
    let root = context.package.directoryURL.appending(path: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "\(constant).swift")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .filter { (try? root.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted()
    return [
      .buildCommand(
        displayName: "Embedding \(folder)", executable: try context.tool(named: "FileEmbedder").url,
        arguments: [output.path, root.path, constant] + paths,
        inputFiles: paths.map { root.appending(path: $0) }, outputFiles: [output])
    ]
  }
}
