/// What a call found in a pickle means, as far as it can be known without making it.
enum PickleReduction: Sendable {
  /// `copy_reg._reconstructor(class, base, state)`: an instance.
  case reconstructor
  /// `copy_reg.__newobj__(class, …)`: an instance.
  case newFunction
  /// `twisted.persisted.styles.unpickleMethod(name, instance, class)`: a bound method.
  case method
  /// `getattr(instance, name)`, as Python 3 writes bound methods.
  case attribute
  /// `twisted.persisted.styles.unpickleModule(name)`.
  case module
  /// `_codecs.encode(text, "latin1")`, as protocol 2 of Python 3 writes bytes.
  case encode
  /// `set([…])`.
  case set
  /// `frozenset([…])`.
  case frozenSet
  /// Anything else stays a symbolic call.
  case call

  init(_ name: QualifiedName) {
    switch "\(name)" {
    case "copy_reg._reconstructor", "copyreg._reconstructor": self = .reconstructor
    case "copy_reg.__newobj__", "copyreg.__newobj__": self = .newFunction
    case "twisted.persisted.styles.unpickleMethod", "twisted.persisted.styles._unpickleMethod": self = .method
    case "__builtin__.getattr", "builtins.getattr": self = .attribute
    case "twisted.persisted.styles.unpickleModule", "twisted.persisted.styles._unpickleModule": self = .module
    case "_codecs.encode": self = .encode
    case "__builtin__.set", "builtins.set": self = .set
    case "__builtin__.frozenset", "builtins.frozenset": self = .frozenSet
    default: self = .call
    }
  }
}
