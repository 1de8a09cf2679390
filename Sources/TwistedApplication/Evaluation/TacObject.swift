import ApplicationFacts

/// A thing with an identity in the program that is being read.
struct TacObject: Sendable, Stamped {
  enum Kind: Sendable {
    /// It exists on other ways only.
    case missing
    /// A list or what is taken for one.
    case list(ListContent)
    /// A dictionary or a set.
    case dictionary(DictionaryContent)
    case function(TacFunction)
    case classObject(TacClass)
    /// An instance of a class of the program, or of one that lives elsewhere and is known by name.
    case instance(of: TacValue)
    /// A function of a class together with the instance that it was taken from; the name of a built-in one.
    case method(receiver: TacValue, function: TacValue?, name: UInt32)
    /// A module beside the file.
    case module(Int)
    case property(TacProperty)
    /// What `super()` gives: the instance or class, and the class after which members are looked for.
    case parentView(of: TacValue, after: Int)
    case generator(TacGenerator)
  }

  var kind: Kind
  var attributes: Bindings = [:]
  /// The arguments that made an instance of a class that lives elsewhere.
  var arguments = TacArguments()
  /// The service that it has been hung under; nothing for none.
  var parent: TacValue = .none
  /// Whether it was handed to code that cannot be followed.
  var escaped = false
  /// What listens once it is started (or, for an endpoint, once it is used).
  var listening: [TacListening] = []
  var line = 0
  var file = ""
  var isConditional = false
  var stamp: UInt64 = 0

  init(_ kind: Kind) { self.kind = kind }

  static let missing = TacObject(.missing)

  var isPresent: Bool { if case .missing = kind { false } else { true } }
}

/// Members that are made when they are asked for.
struct TacGenerator: Sendable {
  enum Source: Sendable {
    /// The body of a function, its arguments bound in a scope.
    case function(TacFunction, scope: Int)
    /// A generator expression; `first` is what its first `for` loops over.
    case expression(module: Int, node: UInt32, scope: Int, first: TacValue)
    /// `map`, `filter`, `zip`, `enumerate` and their like.
    case builtin(String, TacArguments)
    /// Members that are known.
    case members(TacValue)
  }
  var source: Source
  /// Whether some of the members were taken.
  var isStarted = false
  /// How many of known members were taken.
  var position = 0
  /// Whether it is not known which members are left.
  var isDisturbed = false
}

/// What `property` makes of functions.
struct TacProperty: Sendable {
  var getter: TacValue
  var setter: TacValue?
  var deleter: TacValue?
  /// Whether the first value stays with the instance.
  var isCached = false
}

struct TacFunction: Sendable {
  var module: Int
  var node: UInt32
  var scope: Int
  /// How it was decorated.
  var binding = Binding.ordinary
  /// The defaults of parameters, by the parameter's node.
  var defaults: [UInt32: TacValue] = [:]
  /// Whether `inlineCallbacks` runs it: its body is followed, its value is a deferred.
  var isDeferred = false
  /// The class that defines it.
  var owner: Int?

  enum Binding: Sendable { case ordinary, staticMethod, classMethod }

  /// Whether an instance of its class can only be made where another class defines it (`abc.abstractmethod`).
  var isAbstract = false

  /// A function decorated with `contextlib.contextmanager`.
  var isContextManager = false
}

struct TacClass: Sendable {
  var name: String
  var module: Int
  var bases: [TacValue]
  /// The name that a class of a stub stands for.
  var qualifiedName: String?
}

/// The arguments of a call.
struct TacArguments: Sendable {
  var positional: [TacValue] = []
  var named: [(name: String, value: TacValue)] = []
  /// `*args` or `**args` that could not be unpacked.
  var isPartial = false

  /// An argument by its place or its name.
  func value(_ place: Int, _ name: String) -> TacValue? {
    if let value = named.last(where: { $0.name == name })?.value { return value }
    if place >= 0, place < positional.count { return positional[place] }
    return isPartial ? .unknown("arguments that are computed") : nil
  }

  subscript(name: String) -> TacValue? { named.last { $0.name == name }?.value }

  var all: [TacValue] { positional + named.map(\.value) }
}

/// Something that waits for connections, with its values as far as they are known.
struct TacListening: Sendable {
  var transport: Listener.Transport
  var port: TacValue?
  var interface: TacValue?
  var path: TacValue?
  var mode: TacValue?
  var socket: SystemdSocket?
  /// The description that says a port and nothing else.
  var bareDescription: String?
  var line: Int
  var file: String
  var isConditional: Bool
}
