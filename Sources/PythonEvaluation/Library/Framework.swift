/// What a framework means to the programs that use it: the seam between following Python and knowing Twisted.
///
/// The evaluator asks it for what no Python source at hand says. Everything it answers with is made through the evaluator.
package struct Framework: Sendable {
  package typealias Call =
    @Sendable (inout Evaluator, _ name: String, _ arguments: PythonArguments, _ id: UInt32) -> PythonValue?

  /// What a decorator does to a function or method.
  package enum Decoration: Sendable { case nothing, deferred, cachedProperty }

  // MARK: Names

  /// Whether a dotted name is the framework's own.
  package var owns: @Sendable (_ name: String) -> Bool = { _ in false }
  /// Whether a name is answered for here and by no stub.
  package var answers: @Sendable (_ name: String) -> Bool = { _ in false }
  /// One spelling for things that are known by several.
  package var canonical: @Sendable (_ name: String) -> String = { $0 }
  /// Whether a module is a package, from which modules are imported as `from package import module`.
  package var isPackage: @Sendable (_ module: String) -> Bool = { _ in false }
  /// The framework's own module, whose import does not fail.
  package var module = ""
  /// Modules of it that `from package import module` finds in every version.
  package var core: Set<String> = []
  package var constants: [String: PythonValue] = [:]
  /// What `from module import *` brings.
  package var starred: [String: [String]] = [:]
  /// The class whose instances are paths.
  package var pathClass = ""
  /// Decorators of classes that provide an interface themselves.
  package var providers: Set<String> = []
  package var decoration: @Sendable (_ name: String) -> Decoration? = { _ in nil }
  /// The methods of a class, where a name that is nearly one of them is a misspelt one.
  package var methods: @Sendable (_ type: String) -> [String]? = { _ in nil }

  // MARK: Calls

  /// Calls a function or class that is known by name; nil for what a stub may know.
  package var call: Call = { _, _, _, _ in nil }
  /// Calls one that no stub knows.
  package var callUndescribed: Call = { _, _, _, _ in nil }
  /// What a stub says by calling `effects.NAME`.
  package var effect: @Sendable (inout Evaluator, String, PythonArguments, UInt32) -> PythonValue = { _, _, _, _ in
    .none
  }
  /// Calls a method that the framework gives whatever has one of its name.
  package var callMethod:
    @Sendable (inout Evaluator, _ name: String, _ receiver: PythonValue, PythonArguments, UInt32) -> PythonValue? = {
      _, _, _, _, _ in nil
    }
  /// Calls a method of an instance of one of the framework's classes.
  package var callInstance: @Sendable (inout Evaluator, String, Int, PythonArguments, UInt32) -> PythonValue? = {
    _, _, _, _, _ in nil
  }
  /// Gives an instance what the constructor of a class would; false for classes that are not the framework's.
  package var construct: @Sendable (inout Evaluator, String, Int, PythonArguments, UInt32) -> Bool = { _, _, _, _, _ in
    false
  }

  // MARK: Things

  /// An attribute that the framework sets.
  package var attribute: @Sendable (inout Evaluator, _ name: String, Int, UInt32) -> PythonValue? = { _, _, _, _ in nil
  }
  /// What a collection holds; nil where it is none, or holds what is not known.
  package var members: @Sendable (Evaluator, Int) -> ListContent? = { _, _ in nil }
  /// An entry of an instance that works as a dictionary of options.
  package var option: @Sendable (inout Evaluator, Int, _ name: String) -> PythonValue? = { _, _, _ in nil }
  /// All the options of such an instance, to be given as keywords.
  package var options: @Sendable (inout Evaluator, PythonValue) -> [(name: String, value: PythonValue)]? = { _, _ in nil
  }
  /// An attribute of an instance was stored.
  package var stored: @Sendable (inout Evaluator, PythonValue, _ name: String, Int, UInt32) -> Void = { _, _, _, _, _ in
  }
  /// A value went to code that was not read.
  package var handedOver: @Sendable (inout Evaluator, PythonValue, UInt32) -> Void = { _, _, _ in }

  package init() {}
}
