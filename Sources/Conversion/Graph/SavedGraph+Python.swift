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
}
