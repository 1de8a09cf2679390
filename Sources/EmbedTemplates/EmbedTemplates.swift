import Foundation
import PackagePlugin

/// Compiles every file below `templates/` into the target that uses this plugin, as one table from relative path to text,
/// so that a built tool is a single file that runs from any folder.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "templates")
    let folder = context.pluginWorkDirectoryURL
    let staged = folder.appending(path: "EmbeddedTemplates.txt")
    let output = folder.appending(path: "EmbeddedTemplates.swift")

    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .filter { (try? root.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted()

    var source = "/// The files below `templates/`, by relative path.\nlet embeddedTemplates: [String: String] = [\n"
    for path in paths {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      source += "  \(literal(path)): \(literal(text)),\n"
    }
    source += paths.isEmpty ? "  :\n]\n" : "]\n"
    if (try? String(contentsOf: staged, encoding: .utf8)) != source {
      try source.write(to: staged, atomically: true, encoding: .utf8)
    }

    return [
      .buildCommand(
        displayName: "Embedding templates", executable: URL(filePath: "/bin/cp"),
        arguments: [staged.path, output.path], inputFiles: [staged], outputFiles: [output])
    ]
  }

  /// A Swift string literal on one line: whatever a template holds, nothing in it can end the literal.
  private func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
