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

  /// setup.cfg, sections `[metadata]`, `[options]` and `[options.package_dir]` (setuptools, "Configuring setuptools using setup.cfg").
  init(configuration text: String) {
    var section = ""
    var key = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(20_000).enumerated() {
      let isContinued = line.first == " " || line.first == "\t"
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.isEmpty || words.first == "#" || words.first == ";" { continue }
      if words.first == "[" {
        section = String(words.dropFirst().prefix { $0 != "]" })
        continue
      }
      if isContinued, section == "options", key == "install_requires" {
        requirements.append((words.trimmed, index + 1))
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
      case ("metadata", "version"): version = value
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
      for argument in tree.list(node.second) {
        guard let argument = tree.node(argument), argument.kind == .keywordArgument,
          let value = tree.node(argument.second)
        else { continue }
        switch names.text(argument.first) {
        case "name": name = Self.text(value, tree)
        case "version": version = Self.text(value, tree)
        case "description": summary = Self.text(value, tree)
        case "install_requires" where value.kind == .list || value.kind == .tuple:
          for element in tree.list(value.second).compactMap(tree.node) {
            if let text = Self.text(element, tree) { requirements.append((text, tree.line(element))) }
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

  private static func text(_ node: Node, _ tree: SyntaxTree) -> String? {
    node.kind == .string ? StringLiteral.value(tree.literal(node)) : nil
  }
}
