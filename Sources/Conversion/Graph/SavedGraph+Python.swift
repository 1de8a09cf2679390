import ApplicationFacts

extension SavedGraph {
  /// The module of Python's own functions and types.
  var builtins: String { python == .python2 ? "__builtin__" : "builtins" }

  /// The function that makes an object without calling its class's `__init__` (copyreg), and what it is given: the class
  /// and the arguments of `__new__`.
  func making(_ object: SavedObject) -> (function: String, arguments: [ID]) {
    var arguments = [object.target]
    if let given = object.arguments, case .tuple(let ids) = nodes[given] { arguments += ids }
    return (python == .python2 ? "copy_reg.__newobj__" : "copyreg.__newobj__", arguments)
  }

  /// The arguments of a call that hold the results of other calls. Twisted's readers of .tas and .tax take such in a list
  /// only, not in a tuple.
  func partsWithCalls(_ arguments: ID?, _ useCounts: [Int]) -> [ID]? {
    guard let arguments, useCounts[arguments] == 1, case .tuple(let ids) = nodes[arguments] else { return nil }
    let hasCalls = ids.contains { id in
      switch nodes[id] {
      case .call, .set, .frozenSet: true
      default: false
      }
    }
    return hasCalls ? ids : nil
  }
}
