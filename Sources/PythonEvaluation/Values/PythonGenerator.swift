import ApplicationFacts

/// Members that are made when they are asked for.
package struct PythonGenerator: Sendable {
  package enum Source: Sendable {
    /// The body of a function, its arguments bound in a scope.
    case function(PythonFunction, scope: Int)
    /// A generator expression; `first` is what its first `for` loops over.
    case expression(module: Int, node: UInt32, scope: Int, first: PythonValue)
    /// `map`, `filter`, `zip`, `enumerate` and their like.
    case builtin(String, PythonArguments)
    /// Members that are known.
    case members(PythonValue)
  }
  package var source: Source
  /// Whether some of the members were taken.
  package var isStarted = false
  /// How many of known members were taken.
  package var position = 0
  /// Whether it is not known which members are left.
  package var isDisturbed = false
}
