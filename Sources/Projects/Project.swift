import Diagnostics
import PythonSyntax
import Text
import Toolbox

/// A folder that holds a Python project: what it is called, where its modules are, and what of it twistd runs.
///
/// Read from pyproject.toml, setup.cfg and setup.py, in this order; none of them is run.
package struct Project: Sendable, Equatable {
  package let folder: String
  /// The project's own name, as it is written.
  package private(set) var title: String?
  package private(set) var version: String?
  package private(set) var summary: String?
  /// The folder that its modules are imported from.
  package private(set) var moduleFolder: String
  /// The modules that belong to it, by their top names.
  package private(set) var modules: [String] = []
  /// What it says it depends on, where it says so without being run; the first file that does holds.
  package private(set) var requirements: [StatedRequirement] = []

  /// A requirement in the words of a project's file, yet to be read (PEP 508).
  package struct StatedRequirement: Sendable, Equatable {
    package let text: String
    package let file: String
    package let line: Int
  }

  private static let sizeLimit = 1 << 20

  /// - Throws: A usage failure for a folder that holds no project.
  package init(_ folder: String) throws(Failure) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard FileSystem.isFolder(folder) else {
      throw Failure(.usage, "--project names no folder: \(quoted(folder))", remedy: "name the project's folder")
    }
    self.folder = folder
    moduleFolder = folder
    var given: String?
    var isProject = false
    if let text = try Self.read("\(folder)/pyproject.toml") {
      isProject = true
      let document = TOMLDocument(text)
      title = document.string("project.name")
      version = document.string("project.version")
      summary = document.string("project.description")
      if document.oddities.contains("project.dependencies") {
        throw Failure(
          .usage, "the dependencies are no list of strings", at: SourceLocation(file: "\(folder)/pyproject.toml"),
          remedy: "write them as PEP 621 asks")
      }
      if let list = document.list("project.dependencies") {
        requirements = list.map { StatedRequirement(text: $0.text, file: "\(folder)/pyproject.toml", line: $0.line) }
      }
      given =
        document.string("tool.setuptools.package-dir.")
        ?? document.strings("tool.setuptools.packages.find.where")?.first
    }
    if let text = try Self.read("\(folder)/setup.cfg") {
      isProject = true
      let setup = SetupFiles(configuration: text)
      merge(setup, from: "\(folder)/setup.cfg")
      given = given ?? setup.folder
    }
    if let text = try Self.read("\(folder)/setup.py") {
      isProject = true
      let setup = SetupFiles(program: Array(text.utf8))
      merge(setup, from: "\(folder)/setup.py")
      given = given ?? setup.folder
    }
    guard isProject else {
      throw Failure(
        .usage, "there is no project in \(quoted(folder)): neither pyproject.toml, setup.cfg nor setup.py",
        remedy: "name the application file with --tapfile instead")
    }
    try findModules(given)
  }

  private mutating func merge(_ setup: SetupFiles, from file: String) {
    title = title ?? setup.name
    version = version ?? setup.version
    summary = summary ?? setup.summary
    if requirements.isEmpty {
      requirements = setup.requirements.map { StatedRequirement(text: $0.text, file: file, line: $0.line) }
    }
  }

  /// The layouts that setuptools discovers by itself: `src/`, or packages beside pyproject.toml.
  private mutating func findModules(_ given: String?) throws(Failure) {
    let isPlain = given.map { !$0.isEmpty && !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") } ?? false
    if isPlain, let given, FileSystem.isFolder("\(folder)/\(given)"), given != "." {
      moduleFolder = "\(folder)/\(given)"
    } else if FileSystem.isFolder("\(folder)/src"), !FileSystem.exists("\(folder)/src/__init__.py") {
      moduleFolder = "\(folder)/src"
    }
    let isSource = moduleFolder != folder
    let own = title.map { String($0.lowercased().map { "-. ".contains($0) ? "_" : $0 }) }
    for name in try FileSystem.names(in: moduleFolder) {
      let isPackage = FileSystem.exists("\(moduleFolder)/\(name)/__init__.py")
      let stem = name.hasSuffix(".py") ? String(name.dropLast(3)) : name
      guard isPackage || stem != name, stem.isPythonIdentifier else { continue }
      // Beside pyproject.toml lie tests, tools and documentation too; there only what bears the name is sure.
      if isSource || stem.lowercased() == own { modules.append(stem) }
    }
  }

  private static func read(_ path: String) throws(Failure) -> String? {
    guard FileSystem.exists(path) else { return nil }
    return try TextFile(InputFile(path, limit: sizeLimit).contents, name: path, kind: .application).text
  }

  /// The name for a package: as PEP 503 normalises it.
  package var packageName: String? {
    guard let title, !title.isEmpty else { return nil }
    var result = ""
    for scalar in title.lowercased().unicodeScalars {
      let isDash = "-_. ".unicodeScalars.contains(scalar)
      if isDash && result.hasSuffix("-") { continue }
      result.unicodeScalars.append(isDash ? "-" : scalar)
    }
    return result
  }

  /// The one file in it that twistd can run: an application, else plugins.
  ///
  /// - Throws: A usage failure where there is none, or more than one.
  package func applicationFile() throws(Failure) -> String {
    let folders = Array(Set([folder, moduleFolder, "\(folder)/bin", "\(folder)/etc"])).sorted()
    for (kind, subfolder) in [(".tac", ""), (".tap", ""), (".tas", ""), (".py", "/twisted/plugins")] {
      var found: [String] = []
      for place in folders where FileSystem.isFolder(place + subfolder) {
        found += try FileSystem.names(in: place + subfolder)
          .filter { $0.hasSuffix(kind) && $0 != "__init__.py" && !$0.hasPrefix(".") }
          .map { "\(place)\(subfolder)/\($0)" }
      }
      if found.count == 1, let only = found.first { return only }
      if found.count > 1 {
        throw Failure(
          .usage,
          "the project has \(found.count) files that could be its service: \(found.map(quoted).joined(separator: ", "))",
          remedy: "choose one with --tapfile")
      }
    }
    throw Failure(
      .usage, "the project in \(quoted(folder)) has neither an application file nor twisted/plugins",
      remedy: "name the application file with --tapfile")
  }
}
