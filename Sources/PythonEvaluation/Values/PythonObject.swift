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

/// What `property` makes of functions.
package struct PythonProperty: Sendable {
  package var getter: PythonValue
  package var setter: PythonValue?
  package var deleter: PythonValue?
  /// Whether the first value stays with the instance.
  package var isCached = false
}

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

package struct PythonClass: Sendable {
  package var name: String
  package var module: Int
  package var bases: [PythonValue]
  /// The name that a class of a stub stands for.
  package var qualifiedName: String?
}

/// The arguments of a call.
package struct PythonArguments: Sendable {
  package var positional: [PythonValue] = []
  package var named: [(name: String, value: PythonValue)] = []
  /// `*args` or `**args` that could not be unpacked.
  package var isPartial = false

  package init(
    positional: [PythonValue] = [], named: [(name: String, value: PythonValue)] = [], isPartial: Bool = false
  ) {
    self.positional = positional
    self.named = named
    self.isPartial = isPartial
  }

  /// An argument by its place or its name.
  package func value(_ place: Int, _ name: String) -> PythonValue? {
    if let value = named.last(where: { $0.name == name })?.value { return value }
    if place >= 0, place < positional.count { return positional[place] }
    return isPartial ? .unknown("arguments that are computed") : nil
  }

  package subscript(name: String) -> PythonValue? { named.last { $0.name == name }?.value }

  package var all: [PythonValue] { positional + named.map(\.value) }
}

/// Something that waits for connections, with its values as far as they are known.
package struct Listening: Sendable {
  package var transport: Listener.Transport
  package var port: PythonValue?
  package var interface: PythonValue?
  package var path: PythonValue?
  package var mode: PythonValue?
  package var socket: SystemdSocket?
  /// The description that says a port and nothing else.
  package var bareDescription: String?
  package var line: Int
  package var file: String
  package var isConditional: Bool
  /// Whether it opens only once the service runs.
  package var isLater = false

  package init(
    transport: Listener.Transport, port: PythonValue? = nil, interface: PythonValue? = nil, path: PythonValue? = nil,
    mode: PythonValue? = nil, socket: SystemdSocket? = nil, bareDescription: String? = nil, line: Int, file: String,
    isConditional: Bool
  ) {
    self.transport = transport
    self.port = port
    self.interface = interface
    self.path = path
    self.mode = mode
    self.socket = socket
    self.bareDescription = bareDescription
    self.line = line
    self.file = file
    self.isConditional = isConditional
  }
}
