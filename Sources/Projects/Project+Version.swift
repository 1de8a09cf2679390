import Diagnostics
import Toolbox

extension Project {
  /// How a project says its version.
  package enum StatedVersion: Sendable, Equatable {
    case text(String)
    /// By the repository's tags; in words, what asks them.
    case repository(String)
    /// Only by being run, or not at all; in words, what is not understood, and where.
    case unknown(String, SourceLocation)
  }

  /// The version by `pyproject.toml`: of `[project]`, of Poetry's own table, or of what `dynamic` leaves to a build
  /// backend (PEP 621).
  ///
  /// - Returns: `nil` where the file leaves it to setup.cfg and setup.py.
  func version(in document: TOMLDocument, _ file: String, of opened: Folder) -> StatedVersion? {
    let place = SourceLocation(file: file)
    if let text = document.string("project.version") { return .text(text) }
    let requires = (document.strings("build-system.requires") ?? []).map { requirement in
      String(
        requirement.lowercased().prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }.map {
          "_.".contains($0) ? "-" : $0
        })
    }
    for (table, tool) in Self.askingGit
    where document.tables.contains("tool.\(table)")
      || requires.contains(tool) && document.string("project.version") == nil
    {
      // These two say by another key where from.
      if tool == "hatch-vcs", document.string("tool.hatch.version.source") != "vcs" { continue }
      if tool == "poetry-dynamic-versioning", document.values["tool.poetry-dynamic-versioning.enable"] != .bool(true) {
        continue
      }
      return .repository(tool)
    }
    if let text = document.string("tool.poetry.version") { return .text(text) }
    let folders = Self.sourceFolders
    if let path = document.string("tool.setuptools.dynamic.version.attr") {
      return ModuleAttribute.text(of: path, in: folders, of: opened).map(StatedVersion.text)
        ?? .unknown("attr = \(quoted(path)) is not a plain string there", place)
    }
    if let path = document.string("tool.setuptools.dynamic.version.file")
      ?? document.strings("tool.setuptools.dynamic.version.file")?.first
    {
      return Self.firstLine(of: path, of: opened).map(StatedVersion.text)
        ?? .unknown("the file \(quoted(path)) has none", place)
    }
    if let path = document.string("tool.hatch.version.path") ?? document.string("tool.pdm.version.path") {
      let name = document.string("tool.hatch.version.variable") ?? "__version__"
      let text = [name, "VERSION"].lazy.compactMap { ModuleAttribute.text(of: $0, in: path, of: opened) }.first
      return text.map(StatedVersion.text) ?? .unknown("\(quoted(path)) has none in plain text", place)
    }
    if document.string("tool.pdm.version.source") == "scm" { return .repository("pdm") }
    let module = document.string("tool.incremental.name") ?? document.string("project.name")
    if document.tables.contains("tool.incremental") || requires.contains("incremental"), let module {
      let name = module.lowercased().replacing("-", with: "_")
      return [module, name].lazy.compactMap {
        ModuleAttribute.text(of: "\($0)._version.__version__", in: folders, of: opened)
      }
      .first
      .map(StatedVersion.text) ?? .unknown("_version.py has none in plain text", place)
    }
    if requires.contains(where: { $0.hasPrefix("flit") }) {
      let name =
        document.string("tool.flit.module.name") ?? document.string("tool.flit.metadata.module") ?? module ?? ""
      let plain = name.replacing("-", with: "_")
      return ModuleAttribute.text(of: "\(plain).__version__", in: folders, of: opened).map(StatedVersion.text)
        ?? .unknown("the module \(quoted(plain)) has no __version__ in plain text", place)
    }
    return nil
  }

  /// The version by setup.cfg or setup.py.
  func version(by setup: SetupFiles, _ file: String, of opened: Folder) -> StatedVersion? {
    if let text = setup.version { return .text(text) }
    if let tool = setup.repositoryTool { return .repository(tool) }
    guard let source = setup.versionSource else { return nil }
    let place = SourceLocation(file: file, line: source.line)
    switch source.kind {
    case .attribute:
      return ModuleAttribute.text(of: source.text, in: Self.sourceFolders, of: opened).map(StatedVersion.text)
        ?? .unknown("attr: \(source.text) is not a plain string there", place)
    case .file:
      return Self.firstLine(of: source.text, of: opened).map(StatedVersion.text)
        ?? .unknown("the file \(quoted(source.text)) has none", place)
    case .incremental:
      let name = (title ?? "").lowercased().replacing("-", with: "_")
      return [title ?? "", name].lazy.compactMap {
        ModuleAttribute.text(of: "\($0)._version.__version__", in: Self.sourceFolders, of: opened)
      }.first.map(StatedVersion.text) ?? .unknown("_version.py has none in plain text", place)
    case .expression: return .unknown(source.text, place)
    }
  }

  /// The version that an archive of sources was made with, which it has in its PKG-INFO.
  static func archivedVersion(of opened: Folder) -> String? {
    guard let file = try? InputFile("PKG-INFO", in: opened, limit: 1 << 20) else { return nil }
    for line in String(decoding: file.contents, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      if line.isEmpty { return nil }
      if line.hasPrefix("Version: ") { return String(line.dropFirst("Version: ".count)) }
    }
    return nil
  }

  private static let askingGit = [
    ("setuptools_scm", "setuptools-scm"), ("hatch.version", "hatch-vcs"), ("versioneer", "versioneer"),
    ("versioningit", "versioningit"), ("poetry-dynamic-versioning", "poetry-dynamic-versioning"), ("pbr", "pbr"),
    ("dunamai", "dunamai"), ("setuptools-git-versioning", "setuptools-git-versioning"),
  ]

  /// Where modules lie, from the project's folder.
  private static let sourceFolders = ["src", ""]

  private static func firstLine(of path: String, of opened: Folder) -> String? {
    guard let file = try? InputFile(path, in: opened, limit: 1 << 16) else { return nil }
    let line = String(decoding: file.contents, as: UTF8.self).split(whereSeparator: \.isNewline).first
    return line.map { String($0.drop { $0 == " " || $0 == "\u{FEFF}" }.prefix { $0 != " " }) }
  }
}
