import ApplicationFacts

package struct PythonFunction: Sendable {
  package var module: Int
  package var node: UInt32
  package var scope: Int
  /// How it was decorated.
  package var binding = Binding.ordinary
  /// The defaults of parameters, by the parameter's node.
  package var defaults: [UInt32: PythonValue] = [:]
  /// Whether `inlineCallbacks` runs it: its body is followed, its value is a deferred.
  package var isDeferred = false
  /// The class that defines it.
  package var owner: Int?

  package enum Binding: Sendable { case ordinary, staticMethod, classMethod }

  /// Whether an instance of its class can only be made where another class defines it (`abc.abstractmethod`).
  package var isAbstract = false

  /// A function decorated with `contextlib.contextmanager`.
  package var isContextManager = false
}
