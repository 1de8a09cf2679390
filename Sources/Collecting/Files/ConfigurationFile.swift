import PackageModel
import Text
import Toolbox

/// What tells a file that the administrator may change from one that belongs to the program (Debian Policy 10.7.1).
enum ConfigurationFile {
  private static let endings: Set<Substring> = [
    "cfg", "conf", "env", "ini", "json", "json5", "properties", "toml", "xml", "yaml", "yml",
  ]

  /// - Parameter path: Of a file that the application names and only reads.
  static func isNamed(_ path: String) -> Bool {
    let name = Path(path).name
    guard let dot = name.lastIndex(of: ".") else { return false }
    return name.hasPrefix(".env") || endings.contains(name[name.index(after: dot)...])
  }

  /// - Parameter name: The dotted name of a module.
  static func isModuleOfSettings(_ name: String) -> Bool {
    let last = name.split(separator: ".").last?.lowercased() ?? ""
    return ["config", "conf", "credential", "passw", "secret", "setting"].contains { last.contains($0) }
  }

  /// Whether a password or the like stands in it, so that it is not for everyone's eyes.
  static func holdsSecret(_ file: SourceFile) -> Bool {
    guard let open = try? file.open() else { return false }
    let bytes = open.beginning(min(file.size, 1 << 20))
    return SecretText.isIn(bytes) || SecretText.isInSettings(bytes)
  }
}
