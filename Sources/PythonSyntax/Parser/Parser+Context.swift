extension Parser {
  /// The function, class or module that the statement under way belongs to, as far as it decides what may stand there.
  struct Context {
    var isFunction = false
    var isAsync = false
    var isLoop = false
    var isModule = false
    /// The number of nodes before its first.
    var start = 0
    /// Where the scopes inside it begin among `scopes`; their names are their own.
    var inner = 0
    /// The symbols of its parameters.
    var parameters: [UInt32] = []
  }

  /// Parses what is a scope of its own.
  mutating func inside(
    _ inner: Context, _ body: (inout Parser) throws(Mismatch) -> UInt32
  ) throws(Mismatch) -> UInt32 {
    let outer = context
    let start = nodes.count
    let count = scopes.count
    context = inner
    (context.start, context.inner) = (start, count)
    let block = try body(&self)
    context = outer
    scopes.removeSubrange(count...)
    scopes.append(start..<nodes.count)
    return block
  }

  /// Parses the block of a loop, where it can be broken off.
  mutating func inLoop(_ body: (inout Parser) throws(Mismatch) -> UInt32) throws(Mismatch) -> UInt32 {
    let outer = context.isLoop
    context.isLoop = true
    let block = try body(&self)
    context.isLoop = outer
    return block
  }

  mutating func rejectAwait(at offset: Int) {
    reject(context.isFunction ? "'await' outside async function" : "'await' outside function", at: offset, phase: .code)
  }

  /// `global` must come before any other use of a name in its scope (Python 3; Python 2 only warns).
  mutating func checkDeclaration(of symbol: UInt32, as word: String, at offset: Int) {
    // A scope of many statements with many declarations is a table that nobody wrote.
    declarationCost += nodes.count - context.start + context.parameters.count
    guard declarationCost < Self.declarationLimit else { return }
    if context.isModule {
      if word == "nonlocal" { reject("nonlocal declaration not allowed at module level", at: offset, phase: .names) }
    } else if context.parameters.contains(symbol) {
      return reject("name '\(names.text(symbol))' is parameter and \(word)", at: offset, phase: .names)
    }
    var targets: Set<UInt32> = []
    var use: Int?
    var index = context.start
    var inner = scopes[context.inner...]
    while index < nodes.count {
      while let range = inner.first, range.upperBound <= index { inner.removeFirst() }
      if let range = inner.first, range.contains(index) {
        index = range.upperBound
        continue
      }
      let node = nodes[index]
      switch node.kind {
      case .assign: targets.formUnion(list(node.second))
      case .augmentedAssign, .annotatedAssign: targets.insert(node.first)
      case .name where node.first == symbol: use = use ?? index
      default: break
      }
      index += 1
    }
    guard let use else { return }
    let verb = targets.contains(UInt32(use)) ? "assigned to before" : "used prior to"
    reject("name '\(names.text(symbol))' is \(verb) \(word) declaration", at: offset, phase: .names, by: .python3)
  }

  func list(_ id: UInt32) -> ArraySlice<UInt32> {
    lists[Int(id) + 1..<Int(id) + 1 + Int(lists[Int(id)])]
  }
}
