import PythonSyntax

/// The modules that a Python source names: in every import statement, conditional or not, and in calls that import by
/// name when the name is literal.
struct ImportScan {
  struct Name: Equatable {
    /// The dotted name of what is imported: the module, and with `from` the thing in it, which may be a module too.
    var name: String
    /// The module that is sure to be one.
    var module: String
    var line: Int
    /// Whether an import statement says it; a text may only look like a module's name.
    var isStatement: Bool
  }

  private(set) var names: [Name] = []
  /// Texts that could be relative paths, with the first line of each.
  private(set) var paths: [(text: String, line: Int)] = []
  /// What its calls do by their names.
  private(set) var effects = EffectScan()
  private static let pathLimit = 2000

  /// - Parameters:
  ///   - module: The dotted name of the source; empty for a program.
  ///   - isPackage: Whether it is an `__init__.py`.
  init(_ bytes: [UInt8], module: String = "", isPackage: Bool = false) {
    var table = NameTable()
    let tree = SyntaxTree.parse(bytes, names: &table)
    var seen: Set<String> = []
    for node in tree.nodes {
      switch node.kind {
      case .import:
        for alias in tree.list(node.second) {
          guard let alias = tree.node(alias) else { continue }
          let name = Self.path(tree, table, of: alias.first)
          add(name, of: name, tree.line(node))
        }
      case .importFrom:
        let base = Self.absolute(
          Self.path(tree, table, of: node.first), dots: Int(node.detail), in: module, isPackage: isPackage)
        let aliases = tree.list(node.second)
        if aliases.isEmpty { add(base, of: base, tree.line(node)) }
        for alias in aliases {
          guard let alias = tree.node(alias) else { continue }
          let part = Self.path(tree, table, of: alias.first)
          add(base.isEmpty ? part : "\(base).\(part)", of: base.isEmpty ? part : base, tree.line(node))
        }
      case .call:
        addCall(node, in: tree, table)
        effects.add(node, in: tree, table)
      case .exec: effects.add(node, in: tree, table)
      case .string where paths.count < Self.pathLimit && tree.literal(node).count <= 200:
        let text = StringLiteral.value(tree.literal(node))
        if Self.isPath(text), seen.insert(text).inserted { paths.append((text, tree.line(node))) }
      default: continue
      }
    }
  }

  private static func isPath(_ text: String) -> Bool {
    guard let first = text.first, first != "/", first != "-", !text.hasPrefix("..") else { return false }
    return text.contains { $0 != "." && $0 != "/" }
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"*?<>|\\\"'\u{7F}".unicodeScalars.contains($0) }
  }

  private mutating func add(_ name: String, of module: String, _ line: Int) {
    guard !module.isEmpty, name.utf8.count <= 500 else { return }
    names.append(Name(name: name, module: module, line: line, isStatement: true))
  }

  /// `importlib.import_module("x")` and its like, Twisted's `namedAny("x.y")`, `ServiceMaker("name", "x.tap", ...)`.
  private mutating func addCall(_ node: Node, in tree: SyntaxTree, _ table: NameTable) {
    guard let callee = tree.node(node.first) else { return }
    let symbol = callee.kind == .attribute ? callee.second : callee.kind == .name ? callee.first : Node.none
    guard symbol != Node.none, Self.importers.contains(table.text(symbol)) else { return }
    for argument in tree.list(node.second).prefix(4) {
      guard let argument = tree.node(argument), argument.kind == .string else { continue }
      let text = StringLiteral.value(tree.literal(argument))
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 16, text.utf8.count <= 500, parts.allSatisfy(\.isPythonIdentifier) else { continue }
      names.append(Name(name: text, module: text, line: tree.line(node), isStatement: false))
    }
  }

  private static let importers: Set<String> = [
    "import_module", "__import__", "namedAny", "namedModule", "namedObject", "namedClass", "requireModule",
    "ServiceMaker", "run_module", "find_spec", "reload",
  ]

  private static func path(_ tree: SyntaxTree, _ table: NameTable, of list: UInt32) -> String {
    tree.list(list).map { table.text($0) }.joined(separator: ".")
  }

  private static func absolute(_ name: String, dots: Int, in module: String, isPackage: Bool) -> String {
    guard dots > 0 else { return name }
    var parts = module.split(separator: ".").map(String.init)
    for _ in 0..<(isPackage ? dots - 1 : dots) where !parts.isEmpty { parts.removeLast() }
    return (parts + (name.isEmpty ? [] : [name])).joined(separator: ".")
  }
}
