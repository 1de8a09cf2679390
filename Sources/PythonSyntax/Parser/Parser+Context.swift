extension Parser {
  /// The function, class or module that the statement under way belongs to, as far as it decides what may stand there.
  struct Context {
    var isFunction = false
    var isAsync = false
    var isLoop = false
    var isModule = false
    var isClass = false
    /// In the block of an `except*`, which nothing may leave, and whether that is so of the loop around the statement.
    var isGroup = false
    var isGroupLoop = false
    /// Where an asynchronous function yields, or returns a value.
    var yields = false
    var returned: Int?
    var globals: [UInt32] = []
    var nonlocals: [(symbol: UInt32, offset: Int)] = []
    /// The number of nodes before its first.
    var start = 0
    /// Where the scopes inside it begin among `scopes`; their names are their own.
    var inner = 0
    /// Where the nodes begin that comprehensions and lambdas keep for themselves.
    var shielded = 0
    /// The symbols of its parameters.
    var parameters: [UInt32] = []
  }

  /// Parses what is a scope of its own.
  mutating func inside(
    _ inner: Context, _ body: (inout Parser) throws(Mismatch) -> UInt32
  ) throws(Mismatch) -> UInt32 {
    let outer = context
    let start = nodes.count
    let (count, shieldedCount, unboundCount) = (scopes.count, shielded.count, unbound.count)
    context = inner
    (context.start, context.inner, context.shielded) = (start, count, shieldedCount)
    let block = try body(&self)
    bindNonlocals(since: unboundCount)
    context = outer
    scopes.removeSubrange(count...)
    shielded.removeSubrange(shieldedCount...)
    scopes.append(start..<nodes.count)
    return block
  }

  /// Finds what the `nonlocal` statements of the functions within the present scope mean.
  private mutating func bindNonlocals(since mark: Int) {
    if unbound.count > mark {
      var inner = Array(unbound[mark...])
      if context.isFunction {
        let names = Set(bindings().map(\.symbol)).union(context.parameters).subtracting(context.globals)
        inner.removeAll { names.contains($0.symbol) }
      } else if context.isClass {
        inner.removeAll { names.text($0.symbol) == "__class__" }
      }
      unbound.replaceSubrange(mark..., with: inner)
    }
    for (symbol, offset) in context.nonlocals {
      if context.globals.contains(symbol) {
        reject("name '\(names.text(symbol))' is nonlocal and global", at: offset, phase: .bindings)
      } else {
        unbound.append((symbol, offset))
      }
    }
  }

  /// What the present scope binds, and the nodes that bind it: not those of scopes within it.
  private func bindings() -> [(symbol: UInt32, node: UInt32)] {
    var found: [(symbol: UInt32, node: UInt32)] = []
    func bind(_ id: UInt32) {
      guard id != Node.none else { return }
      let node = nodes[Int(id)]
      switch node.kind {
      case .name: found.append((node.first, id))
      case .tuple, .list: list(node.second).forEach(bind)
      case .starred: bind(node.first)
      default: break
      }
    }
    func bindPattern(_ id: UInt32) {
      guard id != Node.none else { return }
      let node = nodes[Int(id)]
      switch node.kind {
      case .call, .dictionary: list(node.second).forEach(bindPattern)
      case .keywordArgument: bindPattern(node.second)
      case .binary:
        bindPattern(node.first)
        bindPattern(node.second)
      case .walrus: bindPattern(node.second)
      case .tuple, .list: list(node.second).forEach(bindPattern)
      case .doubleStarred: bind(node.first)
      default: bind(id)
      }
    }
    eachNode { index, node in
      switch node.kind {
      case .assign, .delete: list(node.second).forEach(bind)
      case .augmentedAssign, .annotatedAssign, .walrus: bind(node.first)
      case .for, .handler: bind(list(node.second).first ?? Node.none)
      case .withItem: bind(node.second)
      case .matchCase: bindPattern(node.first)
      case .function, .classDefinition, .typeAlias: found.append((node.first, UInt32(index)))
      case .alias:
        if let symbol = node.second == Node.none ? list(node.first).first : node.second {
          found.append((symbol, Node.none))
        }
      default: break
      }
    }
    return found
  }

  /// The nodes of the present scope, without those of scopes within it.
  private func eachNode(_ body: (Int, Node) -> Void) {
    var index = context.start
    var inner = scopes[context.inner...]
    while index < nodes.count {
      while let range = inner.first, range.upperBound <= index { inner.removeFirst() }
      if let range = inner.first, range.contains(index) {
        index = range.upperBound
        continue
      }
      body(index, nodes[index])
      index += 1
    }
  }

  /// Parses the block of a loop, where it can be broken off.
  mutating func inLoop(_ body: (inout Parser) throws(Mismatch) -> UInt32) throws(Mismatch) -> UInt32 {
    let outer = (context.isLoop, context.isGroupLoop)
    (context.isLoop, context.isGroupLoop) = (true, false)
    let block = try body(&self)
    (context.isLoop, context.isGroupLoop) = outer
    return block
  }

  mutating func noteAwait(at offset: Int) {
    guard faults.awaits.count < 100 else { return }
    faults.awaits.append(
      (offset, context.isFunction ? "'await' outside async function" : "'await' outside function"))
  }

  /// `global` must come before any other use of a name in its scope (Python 3; Python 2 only warns).
  mutating func checkDeclaration(of symbol: UInt32, as word: String, at offset: Int) {
    if word == "global" { context.globals.append(symbol) } else { context.nonlocals.append((symbol, offset)) }
    // A scope of many statements with many declarations is a table that nobody wrote.
    declarationCost += nodes.count - context.start + context.parameters.count
    guard declarationCost < Self.declarationLimit else { return }
    if context.isModule {
      if word == "nonlocal" {
        context.nonlocals.removeLast()
        return reject("nonlocal declaration not allowed at module level", at: offset, phase: .names)
      }
    } else if context.parameters.contains(symbol) {
      return reject("name '\(names.text(symbol))' is parameter and \(word)", at: offset, phase: .names)
    }
    let bound = bindings().filter { $0.symbol == symbol && $0.node != Node.none }
    var isUsed = false
    var isAnnotated = false
    let hidden = shielded[context.shielded...]
    eachNode { index, node in
      switch node.kind {
      case .name where node.first == symbol:
        isUsed =
          isUsed || !bound.contains { $0.node == UInt32(index) } && !hidden.contains { $0.contains(index) }
      case .annotatedAssign:
        let target = nodes[Int(node.first)]
        isAnnotated = isAnnotated || target.kind == .name && target.first == symbol
      default: break
      }
    }
    let name = names.text(symbol)
    let message: String
    if isUsed {
      message = "name '\(name)' is used prior to \(word) declaration"
    } else if isAnnotated {
      message = "annotated name '\(name)' can't be \(word)"
    } else if !bound.isEmpty {
      message = "name '\(name)' is assigned to before \(word) declaration"
    } else {
      return
    }
    reject(message, at: offset, phase: .names, by: .python3)
  }

  func list(_ id: UInt32) -> ArraySlice<UInt32> {
    lists[Int(id) + 1..<Int(id) + 1 + Int(lists[Int(id)])]
  }
}
