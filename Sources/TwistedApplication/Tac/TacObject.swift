/// A thing with an identity in the program that is being read.
struct TacObject: Sendable {
  enum Kind: Sendable {
    /// A list, set or iterator.
    case list([TacValue])
    /// Keys and values in order.
    case dictionary([(key: TacValue, value: TacValue)])
    case function(TacFunction)
    case classObject(TacClass)
    /// An instance of a class of the program, or of one that lives elsewhere and is known by name.
    case instance(of: TacValue)
    /// A function of a class together with the instance that it was taken from; the name of a built-in one.
    case method(receiver: TacValue, function: TacValue?, name: UInt32)
    /// A module beside the file.
    case module(Int)
  }

  /// Where a service has been hung.
  enum Parent: Sendable {
    case object(Int)
    /// Something that cannot be followed.
    case elsewhere
  }

  var kind: Kind
  var attributes: [UInt32: TacValue] = [:]
  /// Whether more may be in it than is known.
  var isPartial = false
  /// The arguments that made an instance of a class that lives elsewhere.
  var arguments = TacArguments()
  var parents: [(parent: Parent, isConditional: Bool)] = []
  /// Whether it was handed to code that cannot be followed.
  var escaped = false
  /// What listens once it is started (or, for an endpoint, once it is used).
  var listening: [TacListening] = []
  var line = 0
  var file = ""
  var isConditional = false
  /// Made while a loop was only tried out.
  var isTrial = false

  init(_ kind: Kind) { self.kind = kind }
}

struct TacFunction: Sendable {
  var module: Int
  var node: UInt32
  var scope: Int
  /// How it was decorated.
  var binding = Binding.ordinary
  /// Whether a decorator may have replaced it.
  var isOpaque = false
  /// Whether `inlineCallbacks` runs it: its body is followed, its value is a deferred.
  var isDeferred = false
  /// The class that defines it.
  var owner: Int?

  enum Binding: Sendable { case ordinary, staticMethod, classMethod, property }
}

struct TacClass: Sendable {
  var name: String
  var module: Int
  var bases: [TacValue]
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
  var line: Int
  var file: String
  var isConditional: Bool
}
