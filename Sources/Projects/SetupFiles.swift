import PythonSyntax
import Text

/// What setuptools' older files say of a project in so many words; what only running them would tell is left open.
struct SetupFiles {
  var name: String?
  var version: String?
  var summary: String?
  /// The folder of the modules: `package_dir = {"": "src"}`.
  var folder: String?
  /// `install_requires`, with the lines.
  var requirements: [(text: String, line: Int)] = []
  /// `console_scripts`: NAME = MODULE:FUNCTION.
  var scripts: [(text: String, line: Int)] = []
  var licence: String?
  var homepage: String?
  var author: String?
  /// Whether there was anything of a project in it: a section, or a call of `setup`.
  var isUnderstood = false
  /// What asks the repository for the version.
  var repositoryTool: String?
  /// Where the version is, if it is not said outright.
  var versionSource: VersionSource?

  struct VersionSource {
    enum Kind { case attribute, file, incremental, expression }
    let kind: Kind
    let text: String
    let line: Int
  }

  /// setup.cfg, sections `[metadata]`, `[options]` and `[options.package_dir]` (setuptools, "Configuring setuptools using setup.cfg").
  init(configuration text: String) {
    var section = ""
    var key = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(
      20_000
    ).enumerated() {
      let isContinued = line.first == " " || line.first == "\t"
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.isEmpty || words.first == "#" || words.first == ";" { continue }
      if words.first == "[" {
        section = String(words.dropFirst().prefix { $0 != "]" })
        isUnderstood = true
        if section == "versioneer" { repositoryTool = "versioneer" }
        if section == "pbr" { repositoryTool = "pbr" }
        continue
      }
      if isContinued, section == "options", key == "install_requires" {
        requirements.append((words.trimmed, index + 1))
        continue
      }
      if isContinued, section == "options.entry_points", key == "console_scripts" {
        scripts.append((words.trimmed, index + 1))
        continue
      }
      guard let equals = words.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      let left = words[..<equals].trimmed
      let right = words[words.index(after: equals)...].trimmed
      if !isContinued { key = left }
      // `attr: pkg.__version__` and `file: VERSION` are looked up when the project is built.
      let value = right.isEmpty || right.hasPrefix("attr:") || right.hasPrefix("file:") ? nil : right
      switch (section, isContinued ? "" : left) {
      case ("metadata", "name"): name = value
      case ("metadata", "version"):
        version = value
        for (mark, kind) in [("attr:", VersionSource.Kind.attribute), ("file:", .file)] where right.hasPrefix(mark) {
          versionSource = VersionSource(kind: kind, text: right.dropFirst(5).trimmed, line: index + 1)
        }
      case ("metadata", "license"): licence = value
      case ("metadata", "url"), ("metadata", "home-page"), ("metadata", "home_page"): homepage = value
      case ("metadata", "author"): author = value
      case ("metadata", "description"), ("metadata", "summary"): summary = value
      case ("options", "install_requires"): if let value { requirements.append((value, index + 1)) }
      case ("options", ""): if key == "package_dir", left.isEmpty { folder = value }
      case ("options.package_dir", ""): folder = value
      default: continue
      }
    }
  }

  /// The literal arguments of the call of `setup` in a setup.py.
  init(program bytes: [UInt8]) {
    var names = NameTable()
    let tree = SyntaxTree.parse(bytes, names: &names)
    for node in tree.nodes where node.kind == .call {
      guard let callee = tree.node(node.first) else { continue }
      let symbol = callee.kind == .attribute ? callee.second : callee.kind == .name ? callee.first : Node.none
      guard symbol != Node.none, names.text(symbol) == "setup" else { continue }
      isUnderstood = true
      for argument in tree.list(node.second) {
        guard let argument = tree.node(argument), argument.kind == .keywordArgument,
          let value = tree.node(argument.second)
        else { continue }
        switch names.text(argument.first) {
        case "name": name = Self.text(value, tree)
        case "version":
          version = Self.text(value, tree) ?? Self.bound(value, in: tree)
          if version == nil {
            versionSource = VersionSource(
              kind: .expression, text: "setup.py computes it", line: tree.line(argument))
          }
          if value.kind == .call, let callee = tree.node(value.first), callee.kind == .attribute,
            let module = tree.node(callee.first), module.kind == .name, names.text(module.first) == "versioneer"
          {
            repositoryTool = "versioneer"
          }
        case "use_scm_version": repositoryTool = "setuptools-scm"
        case "pbr": repositoryTool = "pbr"
        case "use_incremental":
          versionSource = VersionSource(kind: .incremental, text: "", line: tree.line(argument))
        case "license": licence = Self.text(value, tree)
        case "url": homepage = Self.text(value, tree)
        case "author": author = Self.text(value, tree)
        case "description": summary = Self.text(value, tree)
        case "install_requires" where value.kind == .list || value.kind == .tuple:
          for element in tree.list(value.second).compactMap(tree.node) {
            if let text = Self.text(element, tree) { requirements.append((text, tree.line(element))) }
          }
        case "entry_points" where value.kind == .dictionary:
          let entries = Array(tree.list(value.second))
          for index in stride(from: 0, to: entries.count - 1, by: 2) {
            guard let key = tree.node(entries[index]), Self.text(key, tree) == "console_scripts",
              let list = tree.node(entries[index + 1]), list.kind == .list || list.kind == .tuple
            else { continue }
            for element in tree.list(list.second).compactMap(tree.node) {
              if let text = Self.text(element, tree) { scripts.append((text, tree.line(element))) }
            }
          }
        case "package_dir" where value.kind == .dictionary:
          let entries = Array(tree.list(value.second))
          for index in stride(from: 0, to: entries.count - 1, by: 2) {
            if let key = tree.node(entries[index]), Self.text(key, tree) == "" {
              folder = tree.node(entries[index + 1]).flatMap { Self.text($0, tree) }
            }
          }
        default: continue
        }
      }
    }
  }

  /// The text of a name that one statement of the file binds, outright.
  private static func bound(_ node: Node, in tree: SyntaxTree) -> String? {
    guard node.kind == .name else { return nil }
    let values = tree.list(tree.body).compactMap(tree.node).filter { statement in
      statement.kind == .assign
        && tree.list(statement.second).compactMap(tree.node).contains { $0.kind == .name && $0.first == node.first }
    }
    guard values.count == 1, let value = tree.node(values[0].first) else { return nil }
    return text(value, tree)
  }

  private static func text(_ node: Node, _ tree: SyntaxTree) -> String? {
    node.kind == .string ? StringLiteral.value(tree.literal(node)) : nil
  }
}
