import Diagnostics
import Toolbox

/// The packages of this machine that have Python modules.
enum InstalledModules {
  private static let folder = "/usr/lib/python3/dist-packages"

  /// Asks dpkg about modules that are installed here; where none is, nothing is run.
  static func packages(of modules: [String], _ context: BuildContext) throws(Failure) -> [String: String] {
    var places: [(module: String, path: String)] = []
    for module in modules.prefix(100) {
      let paths = ["\(folder)/\(module)/__init__.py", "\(folder)/\(module).py"]
      if module.unicodeScalars.allSatisfy({ $0 == "_" || $0.properties.isXIDContinue }),
        let path = paths.first(where: FileSystem.exists)
      {
        places.append((module, path))
      }
    }
    guard !places.isEmpty else { return [:] }
    return try context.withWorkspace { workspace throws(Failure) in
      let settings = workspace.environment(from: context)
      var packages: [String: String] = [:]
      for (module, path) in places {
        // A file that no package has is dpkg's failure, and only means that it was not of help.
        guard let said = try? Program.dpkg.run(["--search", path], environment: settings, in: workspace) else {
          continue
        }
        let owner = said.prefix { $0 != ":" && $0 != "," && $0 != "\n" }
        if said.contains(path), !owner.contains(" ") { packages[module] = String(owner) }
      }
      return packages
    }
  }
}
