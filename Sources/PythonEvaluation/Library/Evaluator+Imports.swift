import ApplicationFacts
import PythonSyntax

package extension Evaluator {
  private func path(_ list: UInt32) -> String {
    tree.list(list).map { names.text($0) }.joined(separator: ".")
  }

  mutating func runImport(_ node: Node, at id: UInt32) {
    for alias in tree.list(node.second) {
      guard let node = tree.node(alias) else { continue }
      let name = path(node.first)
      let top = tree.list(node.first).first ?? Node.none
      let isLocal = load(name) != nil
      if !isPresent(name), !modules[module].isStub { mayRaise(.name("ImportError")) }
      recordModule(name, isLocal: isLocal, at: id)
      if node.second != Node.none {
        setVariable(
          node.second, in: scope, to: load(name).map { moduleValue($0, at: id) } ?? .name(framework.canonical(name)))
      } else if let index = load(names.text(top)) {
        setVariable(top, in: scope, to: moduleValue(index, at: id))
      } else {
        setVariable(top, in: scope, to: .name(names.text(top)))
      }
    }
  }

  private mutating func moduleValue(_ index: Int, at id: UInt32) -> PythonValue { make(.module(index), at: id) }

  /// The full name of what `from .x import` refers to.
  func absolute(_ name: String, dots: Int) -> String {
    guard dots > 0 else { return name }
    var parts = modules[module].name.split(separator: ".").map(String.init)
    if !modules[module].isPackage, !parts.isEmpty { parts.removeLast() }
    for _ in 1..<max(dots, 1) where !parts.isEmpty { parts.removeLast() }
    return (parts + (name.isEmpty ? [] : [name])).joined(separator: ".")
  }

  mutating func runImportFrom(_ node: Node, at id: UInt32) {
    let dots = Int(node.detail)
    let name = absolute(path(node.first), dots: dots)
    let index = load(name)
    let aliases = Array(tree.list(node.second))
    if index == nil, !isPresent(name), !modules[module].isStub { mayRaise(.name("ImportError")) }
    if aliases.isEmpty {
      recordModule(name, isLocal: index != nil || dots > 0, at: id)
      return importAll(name, index)
    }
    for alias in aliases {
      guard let node = tree.node(alias), let symbol = tree.list(node.first).first else { continue }
      let part = names.text(symbol)
      let target = node.second == Node.none ? symbol : node.second
      if let index {
        let value = member(symbol, ofModule: index)
        if lacks(symbol, index) { fail(.name("ImportError"), "cannot import name '\(part)' from '\(name)'") }
        let isModule = if let object = object(value), case .module = object.kind { true } else { false }
        recordModule(isModule ? "\(name).\(part)" : name, isLocal: true, at: id)
        setVariable(target, in: scope, to: value)
      } else if name.isEmpty, let index = load(part) {
        recordModule(part, isLocal: true, at: id)
        setVariable(target, in: scope, to: moduleValue(index, at: id))
      } else {
        let isModule =
          framework.isPackage(name) && part.first?.isUppercase == false
        recordModule(
          isModule || name.isEmpty ? [name, part].filter { !$0.isEmpty }.joined(separator: ".") : name,
          isLocal: dots > 0, at: id)
        let full = framework.canonical(name.isEmpty ? part : "\(name).\(part)")
        setVariable(target, in: scope, to: framework.constants[full] ?? stubConstant(full) ?? .name(full))
      }
    }
  }

  private mutating func importAll(_ name: String, _ index: Int?) {
    if let index {
      for (symbol, value) in scopes[modules[index].scope].variables where !names.text(symbol).hasPrefix("_") {
        setVariable(symbol, in: scope, to: value)
      }
    } else if let known = framework.starred[name] {
      for part in known {
        let symbol = symbol(part)
        setVariable(symbol, in: scope, to: .name(framework.canonical("\(name).\(part)")))
      }
    } else if Module.Kind.of(name) == .thirdParty, starImports.count < 8 {
      constants = [:]
      starImports.append(name)
      overwriteVariables { "import:\(name).\($0)" }
    }
  }

  /// A name of a module beside the file: what it binds, else a module inside it.
  mutating func member(_ symbol: UInt32, ofModule index: Int) -> PythonValue {
    if let value = scopes[modules[index].scope].variables[symbol] {
      let (present, isSure) = value.present
      if isSure { return value }
      mayRaise(.name("AttributeError"))
      if let present { return present }
    }
    let name = "\(modules[index].name).\(names.text(symbol))"
    if modules[index].isPackage, let inner = load(name) { return make(.module(inner), at: 0) }
    mayRaise(.name("ImportError"))
    return .unknown("import:\(name)")
  }

  /// What Python itself binds in a module beside the file; nil for other names.
  mutating func moduleAttribute(_ name: String, _ index: Int, at id: UInt32) -> PythonValue? {
    switch name {
    case "__file__": .text(path(ofModule: index))
    case "__name__": .text(modules[index].name)
    case "__package__": .text(package(ofModule: index))
    case "__path__" where modules[index].isPackage: makeList([.text(String(MarkedText.beside(of: index)))], at: id)
    default: nil
    }
  }

  /// The path of a module's source, by the mark of its folder.
  func path(ofModule index: Int) -> String {
    let file = modules[index].file
    return "\(MarkedText.beside(of: index))/\(file.split(separator: "/").last.map(String.init) ?? file)"
  }

  /// The name of the package that a module belongs to, which is itself for a package.
  func package(ofModule index: Int) -> String {
    let name = modules[index].name
    return modules[index].isPackage ? name : name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
  }

  /// The folder of a package beside the file, which is needed for what lies in it; for one from elsewhere, where its
  /// files are is that package's own affair.
  mutating func packageFolder(_ package: PythonValue, at id: UInt32) -> PythonValue {
    if case .module(let index)? = object(package)?.kind { return .text(String(MarkedText.beside(of: index))) }
    guard case .text(let name) = package, !MarkedText.hasHole(name) else { return .unknown("the folder of a package") }
    let index = load(name)
    recordModule(name, isLocal: index != nil, at: id)
    return index.map { .text(String(MarkedText.beside(of: $0))) } ?? .unknown("the folder of the package \(name)")
  }

  /// Whether a module beside the file surely has no such name once it is loaded.
  func lacks(_ symbol: UInt32, _ index: Int) -> Bool {
    let module = modules[index]
    guard isLoading, failure == nil, !module.isStub, module.tree.isWhole, module.tree.fault == nil,
      scopes[module.scope].variables[symbol] == nil, !names.text(symbol).hasPrefix("__"),
      loading["\(module.name).\(names.text(symbol))"] == nil
    else { return false }
    let bindings = LoadBindings(module.tree, names)
    return !bindings.isBound(symbol) && names.find("__getattr__").map(bindings.isBound) != true
  }

  // MARK: Loading

  /// Reads and follows a module beside the file, once; `nil` when there is none.
  mutating func load(_ name: String) -> Int? {
    if let index = loading[name] {
      if scopes[modules[index].scope].isMissing, isAlive, frames.count < Self.callLimit {
        // It was imported on another way only.
        scopes.append(Scope(), at: modules[index].scope)
        runModule(index)
      }
      return index
    }
    guard let siblings, !name.isEmpty, !missingModules.contains(name), name.utf8.count < 200 else { return nil }
    if let top = name.split(separator: ".").first.map(String.init), top != name, load(top) == nil { return nil }
    guard modules.count < Self.moduleLimit, frames.count < Self.callLimit, level < Self.levelLimit,
      let source = find(name, in: siblings), source.bytes.count <= Self.moduleSizeLimit,
      loadedBytes + source.bytes.count <= Self.modulesSizeLimit
    else {
      missingModules.insert(name)
      return nil
    }
    return follow(source, named: name, under: name)
  }

  private mutating func follow(_ source: SourceFolder.Source, named name: String, under key: String) -> Int? {
    loadedBytes += source.bytes.count
    let parsed = SyntaxTree.parse(source.bytes, names: &names)
    guard let home = makeScope(Scope()) else { return nil }
    modules.append(
      LoadedModule(name: name, file: source.file, tree: parsed, scope: home, isPackage: source.isPackage))
    let index = modules.count - 1
    loading[key] = index
    runModule(index)
    return index
  }

  /// What a file of Python's binds that lies in the program's folder or below, as a dictionary; nil where there is none.
  mutating func loadFile(_ path: PythonValue, at id: UInt32) -> PythonValue? {
    guard case .text(let text) = pathValue(path), !MarkedText.hasHole(text), !text.hasPrefix("/"), let siblings else {
      return nil
    }
    let isBeside = MarkedText.module(besideMark: text.first) == 0
    let parts = (isBeside ? text.dropFirst() : text[...]).split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    let name = parts.joined(separator: "/")
    var index = loading["file:\(name)"]
    if index == nil, modules.count < Self.moduleLimit, frames.count < Self.callLimit,
      let source = siblings.file(name), source.bytes.count <= Self.moduleSizeLimit,
      loadedBytes + source.bytes.count <= Self.modulesSizeLimit
    {
      index = follow(source, named: "", under: "file:\(name)")
    }
    return index.map { variables(ofModule: $0, at: id) }
  }

  mutating func runModule(_ index: Int) {
    let outer = (module, scope, tree, level)
    (module, scope, tree) = (index, modules[index].scope, modules[index].tree)
    frames.append(Frame(scope: scope))
    let (stars, before, importing) = (starImports, uncaught, statement)
    starImports = []
    level += 4
    run(tree.body)
    starImports = stars
    frames.removeLast()
    (module, scope, tree, level) = outer
    // What the module cannot do without may well be there when it runs.
    statement = importing
    if !isAlive, handlers.isEmpty, let lastRaised {
      resume(lastRaised.state)
      uncaught = before
    }
  }

  private func find(_ name: String, in siblings: SourceFolder) -> SourceFolder.Source? {
    // The application's own standard library would be a strange one: those names are never looked for.
    if Module.Kind.of(name) == .twisted { return nil }
    if let source = siblings.module(name) { return source }
    for folder in searchPath {
      if let source = siblings.module("\(folder).\(name)") { return source }
    }
    return nil
  }

  /// Whether a block consists of imports that cannot fail: of the framework's core or of modules that lie beside.
  mutating func importsSurely(_ block: UInt32) -> Bool {
    let statements = Array(tree.list(block))
    guard !statements.isEmpty else { return true }
    for statement in statements {
      guard let node = tree.node(statement) else { return false }
      switch node.kind {
      case .import:
        for alias in tree.list(node.second) {
          guard let alias = tree.node(alias), isPresent(path(alias.first)) else { return false }
        }
      case .importFrom:
        let name = absolute(path(node.first), dots: Int(node.detail))
        guard let index = load(name) else {
          let parts = tree.list(node.second).compactMap { tree.node($0).flatMap { tree.list($0.first).first } }
          guard !parts.isEmpty, parts.allSatisfy({ framework.core.contains("\(name).\(names.text($0))") }) else {
            return false
          }
          continue
        }
        for alias in tree.list(node.second) {
          guard let symbol = tree.node(alias).flatMap({ tree.list($0.first).first }),
            scopes[modules[index].scope].variables[symbol] != nil
          else { return false }
        }
      default: return false
      }
    }
    return true
  }

  private mutating func isPresent(_ name: String) -> Bool {
    load(name) != nil
      || ["os", "sys", "re", "time", "os.path", "contextlib", "functools", "itertools", "copy"].contains(name)
      || name == framework.module
  }

  // MARK: The modules needed

  mutating func recordModule(_ name: String, isLocal: Bool, at id: UInt32) {
    guard isAlive, !name.isEmpty, !modules[module].isStub else { return }
    findings.addModule(
      Module(name, isLocal ? .local : Module.Kind.of(name), certainty: certainty, at: location(id)))
  }

  /// Imports in code that was not followed, such as the bodies of functions that nothing calls.
  mutating func recordUnseenImports() {
    var seen = 0
    for index in modules.indices where !modules[index].isStub {
      enter(index)
      let dead = deadCode.filter { $0.module == index }.map(\.range)
      for (number, node) in tree.nodes.enumerated() where node.kind == .import || node.kind == .importFrom {
        seen += 1
        if seen > Self.findingLimit { return }
        if dead.contains(where: { $0.contains(node.offset) }) { continue }
        let id = UInt32(number)
        let share = weight
        weight = 0
        if node.kind == .import {
          for alias in tree.list(node.second) {
            guard let alias = tree.node(alias) else { continue }
            let name = path(alias.first)
            recordModule(name, isLocal: isBeside(name), at: id)
          }
        } else {
          recordUnseen(node, at: id)
        }
        weight = share
      }
    }
  }

  private mutating func recordUnseen(_ node: Node, at id: UInt32) {
    let name = absolute(path(node.first), dots: Int(node.detail))
    let isLocal = node.detail > 0 || isBeside(name)
    let aliases = tree.list(node.second)
    let hasModules = aliases.contains { alias in
      tree.node(alias).flatMap { tree.list($0.first).first }.map { loading["\(name).\(names.text($0))"] != nil }
        ?? false
    }
    if !framework.isPackage(name), !hasModules, !name.isEmpty || aliases.isEmpty {
      return recordModule(name, isLocal: isLocal, at: id)
    }
    for alias in aliases {
      guard let symbol = tree.node(alias).flatMap({ tree.list($0.first).first }) else { continue }
      let part = names.text(symbol)
      if loading["\(name).\(part)"] != nil {
        recordModule("\(name).\(part)", isLocal: true, at: id)
        continue
      }
      recordModule(
        part.first?.isUppercase == true ? name : [name, part].filter { !$0.isEmpty }.joined(separator: "."),
        isLocal: isLocal, at: id)
    }
  }

  private func isBeside(_ name: String) -> Bool {
    if loading[name] != nil { return true }
    guard let siblings, Module.Kind.of(name) == .thirdParty else { return false }
    return siblings.module(String(name.prefix { $0 != "." })) != nil
  }
}
