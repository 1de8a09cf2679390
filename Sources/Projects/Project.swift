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
  /// How it says its version; `nil` where it says none.
  package private(set) var version: StatedVersion?
  package private(set) var summary: String?
  /// Its licence, in whatever words.
  package private(set) var licence: String?
  package private(set) var homepage: String?
  /// Where it says that its sources are kept.
  package private(set) var repository: String?
  /// Who wrote it.
  package private(set) var authors: String?
  /// The folder that its modules are imported from.
  package private(set) var moduleFolder: String
  /// The modules that belong to it, by their top names.
  package private(set) var modules: [String] = []
  /// The programs that installing it makes, by `[project.scripts]` and its like.
  package private(set) var scripts: [ConsoleScript] = []
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
      throw Failure.usage(
        .project, "--project: there is no folder \(quoted(folder))", remedy: "name the project's folder")
    }
    self.folder = folder
    moduleFolder = folder
    var given: String?
    var (isProject, isUnderstood) = (false, false)
    let opened: Folder
    do throws(FileProblem) {
      opened = try Folder(folder)
    } catch {
      throw error.failure(.usage, folder)
    }
    if let text = try Self.read("pyproject.toml", in: opened) {
      isProject = true
      let file = "\(folder)/pyproject.toml"
      let document = try TOMLDocument(text, file: file)
      isUnderstood =
        document.tables.contains { $0 == "project" || $0 == "tool.poetry" || $0.hasPrefix("tool.flit") }
        || document.values.keys.contains { $0.hasPrefix("project.") }
      title = document.string("project.name") ?? document.string("tool.poetry.name")
      summary = document.string("project.description") ?? document.string("tool.poetry.description")
      licence =
        document.string("project.license") ?? document.string("project.license.text")
        ?? document.string("tool.poetry.license") ?? Self.licence(document.strings("project.classifiers") ?? [])
      homepage =
        ["Homepage", "homepage", "Home", "Repository", "repository", "Source", "source"].lazy.compactMap {
          document.string("project.urls.\($0)")
        }.first ?? document.string("tool.poetry.homepage") ?? document.string("tool.poetry.repository")
      repository =
        [
          "Repository", "repository", "Source", "source", "Source Code", "Source code", "source-code", "Code", "code",
          "GitHub", "Github", "github",
        ].lazy.compactMap { document.string("project.urls.\($0)") }.first ?? document.string("tool.poetry.repository")
      // Without their addresses.
      authors = document.strings("tool.poetry.authors")?.map { author in
        author.prefix { $0 != "<" }.split(separator: " ").joined(separator: " ")
      }.joined(separator: ", ")
      version = version(in: document, file, of: opened)
      scripts = ["project.scripts.", "tool.poetry.scripts."].flatMap {
        ConsoleScript.all(in: document, below: $0, file)
      }
      if document.oddities.contains("project.dependencies") {
        throw Failure.usage(
          .project, "the dependencies are not a list of strings", at: SourceLocation(file: "\(folder)/pyproject.toml"),
          remedy: "write them as PEP 621 asks")
      }
      if let list = document.list("project.dependencies") {
        requirements = list.map { StatedRequirement(text: $0.text, file: "\(folder)/pyproject.toml", line: $0.line) }
      } else {
        requirements = Self.poetryRequirements(document).map { StatedRequirement(text: $0, file: file, line: 1) }
      }
      given =
        document.string("tool.setuptools.package-dir.")
        ?? document.strings("tool.setuptools.packages.find.where")?.first
    }
    if let text = try Self.read("setup.cfg", in: opened) {
      isProject = true
      let setup = SetupFiles(configuration: text)
      isUnderstood = isUnderstood || setup.isUnderstood
      merge(setup, from: "\(folder)/setup.cfg", of: opened)
      given = given ?? setup.folder
    }
    if let text = try Self.read("setup.py", in: opened) {
      isProject = true
      let setup = SetupFiles(program: Array(text.utf8))
      isUnderstood = isUnderstood || setup.isUnderstood
      merge(setup, from: "\(folder)/setup.py", of: opened)
      given = given ?? setup.folder
    }
    guard isProject else {
      throw Failure.usage(
        .project, "there is no project in \(quoted(folder)): neither pyproject.toml, setup.cfg nor setup.py",
        remedy: "name the application file with --tapfile instead")
    }
    guard isUnderstood else {
      throw Failure.usage(
        .project, "nothing of the project is understood: there is no [project], no [metadata] and no call of setup",
        at: SourceLocation(file: folder), remedy: "name the application file with --tapfile instead")
    }
    if let archivedVersion = Self.archivedVersion(of: opened) {
      switch version {
      case .text: break
      case .repository, .unknown, nil: version = .text(archivedVersion)
      }
    }
    try findModules(given)
    do throws(FileProblem) {
      _ = try opened.find(String(moduleFolder.dropFirst(folder.utf8.count + 1)))
    } catch {
      throw error.failure(.application, moduleFolder)
    }
  }

  /// The licence that the classifiers of PyPI name, where they name one.
  private static func licence(_ classifiers: [String]) -> String? {
    let names = classifiers.compactMap { text in
      text.hasPrefix("License :: OSI Approved :: ")
        ? text.split(separator: ":").last.map { $0.drop { $0 == " " } } : nil
    }
    return names.count == 1 ? names.first.flatMap { licences[String($0)] } : nil
  }

  private static let licences = [
    "MIT License": "MIT", "Apache Software License": "Apache-2.0", "ISC License (ISCL)": "ISC",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Affero General Public License v3": "AGPL-3.0-only",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Zope Public License": "ZPL-2.1",
  ]

  /// Poetry's own table of dependencies, whose `^1.2` means at least that and below the next first number.
  private static func poetryRequirements(_ document: TOMLDocument) -> [String] {
    let prefix = "tool.poetry.dependencies."
    var requirements: [String] = []
    for (key, value) in document.values.sorted(by: { $0.key < $1.key }) where key.hasPrefix(prefix) {
      var name = String(key.dropFirst(prefix.count))
      guard case .string(let text) = value else { continue }
      if name.hasSuffix(".version") { name.removeLast(".version".count) } else if name.contains(".") { continue }
      // What is for some systems only, or for an extra, is left to who packages.
      if name == "python" || document.values["\(prefix)\(name).optional"] == .bool(true) { continue }
      requirements.append(name + specifiers(ofPoetry: text))
    }
    return requirements
  }

  private static func specifiers(ofPoetry text: String) -> String {
    text.split(separator: ",").map { clause in
      let clause = clause.filter { $0 != " " }
      if clause == "*" { return "" }
      let numbers = clause.drop { !$0.isNumber }
      let parts = numbers.split(separator: ".").map { Int($0) }
      switch clause.first {
      case "^":
        guard let index = parts.firstIndex(where: { $0 != 0 }) ?? parts.indices.last, let number = parts[index] else {
          return ">=\(numbers)"
        }
        let next = parts[..<index].map { _ in "0" } + [String(number + 1)]
        return ">=\(numbers),<\(next.joined(separator: "."))"
      case "~" where clause.dropFirst().first != "=":
        return parts.count > 1 ? "~=\(numbers)\(parts.count == 2 ? ".0" : "")" : "==\(numbers).*"
      case let first? where first.isNumber: return "==\(clause)"
      default: return String(clause)
      }
    }.filter { !$0.isEmpty }.joined(separator: ",")
  }

  private mutating func merge(_ setup: SetupFiles, from file: String, of opened: Folder) {
    title = title ?? setup.name
    // A build that only requires a tool need not ask it.
    if case .repository? = version, let text = setup.version {
      version = .text(text)
    } else {
      version = version ?? version(by: setup, file, of: opened)
    }
    summary = summary ?? setup.summary
    licence = licence ?? setup.licence
    homepage = homepage ?? setup.homepage
    authors = authors ?? setup.author
    if scripts.isEmpty { scripts = setup.scripts.compactMap { ConsoleScript($0.text, file: file) } }
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

  private static func read(_ name: String, in folder: Folder) throws(Failure) -> String? {
    let path = folder.name(of: name)
    guard FileSystem.exists(path) else { return nil }
    return try TextFile(InputFile(name, in: folder, limit: sizeLimit).contents, name: path, kind: .application).text
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
      if found.count == 1, let only = found.first {
        do throws(FileProblem) {
          _ = try Folder(folder).open(String(only.dropFirst(folder.utf8.count + 1)))
        } catch {
          throw error.failure(.application, only, remedy: "put a plain file in its place, or name it with --tapfile")
        }
        return only
      }
      if found.count > 1 {
        throw Failure.usage(
          .project,
          "the project has \(found.count) files that could be its service: \(found.map(quoted).joined(separator: ", "))",
          remedy: "choose one with --tapfile")
      }
    }
    throw Failure.usage(
      .project, "the project in \(quoted(folder)) has neither an application file nor twisted/plugins",
      remedy: "name the application file with --tapfile")
  }
}
