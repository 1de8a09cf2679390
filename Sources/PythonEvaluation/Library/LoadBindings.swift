import PythonSyntax

/// The names that a source binds, and what its imports bind them to.
package struct LoadBindings {
  /// How often each name is bound, in whatever scope.
  package private(set) var counts: [UInt32: Int] = [:]
  /// The dotted names of those that imports bind.
  package private(set) var imports: [UInt32: String] = [:]
  /// The values that single assignments bind.
  package private(set) var values: [UInt32: UInt32] = [:]
  /// The names of the module, as far as statements show.
  package private(set) var moduleNames: Set<UInt32> = []
  /// Names may come in that no statement shows: `from x import *`, `exec`, `globals()`.
  package private(set) var isOpen = false
  /// The source chooses between Python 2 and 3 itself.
  package private(set) var knowsBothPythons = false

  package init() {}

  package init(_ tree: SyntaxTree, _ names: NameTable) {
    let opening = Set(
      ["exec", "execfile", "eval", "globals", "locals", "vars", "__builtins__", "__builtin__", "builtins", "__dict__"]
        .compactMap(names.find))
    let former = names.find("__builtin__")
    let choosing = Set(
      ["PY2", "PY3", "version_info", "hexversion", "six", "NameError", "future", "past"].compactMap(names.find))
    for node in tree.nodes {
      switch node.kind {
      case .name:
        if opening.contains(node.first) { isOpen = true }
        if choosing.contains(node.first) { knowsBothPythons = true }
      case .attribute:
        if opening.contains(node.second) { isOpen = true }
        if choosing.contains(node.second) { knowsBothPythons = true }
      default: add(node, in: tree, names)
      }
      // The module __builtin__ is Python 2's alone, so its import chooses nothing.
      if node.kind == .importFrom || node.kind == .alias,
        tree.list(node.first).contains(where: { choosing.contains($0) || opening.contains($0) && $0 != former })
      {
        knowsBothPythons = true
      }
    }
    collect(tree.list(tree.body), tree)
  }

  package func isBound(_ symbol: UInt32) -> Bool { isOpen || counts[symbol] != nil }

  /// The dotted name of what a name or a chain of attributes stands for, where an import alone says it.
  package func qualified(_ id: UInt32, in tree: SyntaxTree, _ names: NameTable) -> String? {
    var parts: [String] = []
    var id = id
    while let node = tree.node(id), node.kind == .attribute, parts.count < 16 {
      parts.append(names.text(node.second))
      id = node.first
    }
    guard let node = tree.node(id), node.kind == .name, counts[node.first] == 1, let start = imports[node.first] else {
      return nil
    }
    return ([start] + parts.reversed()).joined(separator: ".")
  }

  // MARK: Any scope

  private mutating func add(_ node: Node, in tree: SyntaxTree, _ names: NameTable) {
    switch node.kind {
    case .assign:
      for target in tree.list(node.second) {
        bind(target, tree)
        if let name = tree.node(target), name.kind == .name { values[name.first] = node.first }
      }
    case .augmentedAssign, .annotatedAssign, .walrus: bind(node.first, tree)
    case .for: bind(tree.member(node.second, 0), tree)
    case .comprehension:
      for target in stride(from: 1, to: tree.list(node.second).count, by: 3) {
        bind(tree.member(node.second, target), tree)
      }
    case .withItem: bind(node.second, tree)
    case .handler: bind(tree.member(node.second, 0), tree)
    case .matchCase: isOpen = true
    case .function, .classDefinition, .parameter, .typeAlias: count(node.first)
    case .global: for symbol in tree.list(node.second) { moduleNames.insert(symbol) }
    case .importFrom:
      if tree.list(node.second).isEmpty { isOpen = true }
      let module = tree.list(node.first).map { names.text($0) }.joined(separator: ".")
      for alias in tree.list(node.second) {
        guard let alias = tree.node(alias), let name = tree.list(alias.first).first else { continue }
        let symbol = alias.second == Node.none ? name : alias.second
        if node.detail == 0 { imports[symbol] = "\(module).\(names.text(name))" }
        count(symbol)
      }
    case .import:
      for alias in tree.list(node.second) {
        guard let alias = tree.node(alias), let first = tree.list(alias.first).first else { continue }
        let symbol = alias.second == Node.none ? first : alias.second
        let path = tree.list(alias.first).map { names.text($0) }
        let isNew = imports[symbol] == nil
        imports[symbol] = alias.second == Node.none ? path[0] : path.joined(separator: ".")
        // `import twisted.web` and `import twisted.python` bind one thing.
        if isNew || alias.second != Node.none { count(symbol) }
      }
    default: break
    }
  }

  private mutating func count(_ symbol: UInt32) {
    if symbol != Node.none { counts[symbol, default: 0] += 1 }
  }

  private mutating func bind(_ target: UInt32, _ tree: SyntaxTree) {
    guard let node = tree.node(target) else { return }
    switch node.kind {
    case .name: count(node.first)
    case .tuple, .list: for member in tree.list(node.second) { bind(member, tree) }
    case .starred: bind(node.first, tree)
    default: break
    }
  }

  // MARK: The module's scope

  /// The names that statements bind in their own scope, as far as they show.
  package static func names(boundBy statements: ArraySlice<UInt32>, _ tree: SyntaxTree) -> Set<UInt32> {
    var bindings = LoadBindings()
    bindings.collect(statements, tree)
    return bindings.moduleNames
  }

  private mutating func collect(_ statements: ArraySlice<UInt32>, _ tree: SyntaxTree) {
    for id in statements {
      guard let node = tree.node(id) else { continue }
      switch node.kind {
      case .assign: for target in tree.list(node.second) { collect(target: target, tree) }
      case .augmentedAssign, .annotatedAssign: collect(target: node.first, tree)
      case .function, .classDefinition: moduleNames.insert(node.first)
      case .import, .importFrom:
        for alias in tree.list(node.second).compactMap({ tree.node($0) }) {
          let name = alias.second == Node.none ? tree.list(alias.first).first : alias.second
          if let name { moduleNames.insert(name) }
        }
      case .if:
        for index in stride(from: 1, to: tree.list(node.second).count, by: 2) {
          block(tree.member(node.second, index), tree)
        }
      case .for:
        collect(target: tree.member(node.second, 0), tree)
        for index in 2...3 { block(tree.member(node.second, index), tree) }
      case .while: for index in 1...2 { block(tree.member(node.second, index), tree) }
      case .with:
        block(tree.member(node.second, 0), tree)
        for item in tree.list(node.second).dropFirst().compactMap({ tree.node($0) }) {
          collect(target: item.second, tree)
        }
      case .try:
        for index in 0...2 { block(tree.member(node.second, index), tree) }
        for handler in tree.list(node.second).dropFirst(3).compactMap({ tree.node($0) }) {
          block(tree.member(handler.second, 1), tree)
        }
      case .match:
        for branch in tree.list(node.second).compactMap({ tree.node($0) }) {
          block(tree.member(branch.second, 1), tree)
        }
      default: continue
      }
    }
  }

  private mutating func block(_ list: UInt32, _ tree: SyntaxTree) {
    if list != Node.none { collect(tree.list(list), tree) }
  }

  private mutating func collect(target: UInt32, _ tree: SyntaxTree) {
    guard let node = tree.node(target) else { return }
    switch node.kind {
    case .name: moduleNames.insert(node.first)
    case .tuple, .list: for member in tree.list(node.second) { collect(target: member, tree) }
    case .starred: collect(target: node.first, tree)
    default: break
    }
  }
}
