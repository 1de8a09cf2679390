import ApplicationFacts

/// A thing with an identity in the program that is being read.
package struct PythonObject: Sendable, Stamped {
  package enum Kind: Sendable {
    /// It exists on other ways only.
    case missing
    /// A list or what is taken for one.
    case list(ListContent)
    /// A dictionary or a set.
    case dictionary(DictionaryContent)
    case function(PythonFunction)
    case classObject(PythonClass)
    /// An instance of a class of the program, or of one that lives elsewhere and is known by name.
    case instance(of: PythonValue)
    /// A function of a class together with the instance that it was taken from; the name of a built-in one.
    case method(receiver: PythonValue, function: PythonValue?, name: UInt32)
    /// A module beside the file.
    case module(Int)
    case property(PythonProperty)
    /// What `super()` gives: the instance or class, and the class after which members are looked for.
    case parentView(of: PythonValue, after: Int)
    case generator(PythonGenerator)
  }

  package var kind: Kind
  package var attributes: Bindings = [:]
  /// The arguments that made an instance of a class that lives elsewhere.
  package var arguments = PythonArguments()
  /// The service that it has been hung under; nothing for none.
  package var parent: PythonValue = .none
  /// Whether it was handed to code that cannot be followed.
  package var escaped = false
  /// What listens once it is started (or, for an endpoint, once it is used).
  package var listening: [Listening] = []
  package var line = 0
  package var file = ""
  package var isConditional = false
  package var stamp: UInt64 = 0

  package init(_ kind: Kind) { self.kind = kind }

  package static let missing = PythonObject(.missing)

  package var isPresent: Bool { if case .missing = kind { false } else { true } }
}

/// What `property` makes of functions.
package struct PythonProperty: Sendable {
  package var getter: PythonValue
  package var setter: PythonValue?
  package var deleter: PythonValue?
  /// Whether the first value stays with the instance.
  package var isCached = false
}

package struct PythonClass: Sendable {
  package var name: String
  package var module: Int
  package var bases: [PythonValue]
  /// The name that a class of a stub stands for.
  package var qualifiedName: String?
}
