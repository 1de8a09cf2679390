import Dependencies
import Diagnostics
import PackageModel
import Projects
import Toolbox
import TwistedApplication

extension Program {
  fileprivate static let dpkg = Program("dpkg", package: "dpkg")
}

extension DependencyPlan {
  /// The dependencies of a run: from the options, the requirements that they name, the project's own, and the imports.
  init(
    _ options: ToolOptions, application: Application?, project: Project?, family: PackageFamily,
    bundled: BundledModules? = nil,
    environment: [String: String]
  ) throws(Failure) {
    var requirements = options.findsDependencies ? try project?.dependencies() ?? [] : []
    var notes: [Diagnostic] = []
    for path in options.requirements {
      let file = try RequirementsFile(path, reading: options.reader(of: path, limit: RequirementsFile.sizeLimit))
      requirements += file.requirements
      notes += file.diagnostics
    }
    try self.init(
      for: family, application: options.findsDependencies ? application : nil, requirements: requirements,
      wishes: options.wishes, bundled: bundled,
      installed: { (modules: [String]) throws(Failure) in
        family == .debian ? try InstalledModules.packages(of: modules, environment: environment) : [:]
      })
    add(notes)
  }
}

/// The packages of this machine that have Python modules.
enum InstalledModules {
  private static let folder = "/usr/lib/python3/dist-packages"

  /// Asks dpkg about modules that are installed here; where none is, nothing is run.
  static func packages(of modules: [String], environment: [String: String]) throws(Failure) -> [String: String] {
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
    return try Workspace.with(environment: environment) { workspace throws(Failure) in
      let settings = workspace.environment(from: environment)
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
