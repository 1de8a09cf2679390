import PythonEvaluation

/// What the reactor calls later: callbacks of deferreds, and calls that repeat.
extension Evaluator {
  static let loopingCall = "twisted.internet.task.LoopingCall"

  /// Follows the callback that a deferred is given; `nil` when there is none.
  mutating func addCallback(
    _ name: String, to receiver: PythonValue, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    guard let callback = arguments.positional.first else { return nil }
    var given = PythonArguments(positional: [.unknown("the result of a deferred")])
    if name == "addCallbacks" {
      given.isPartial = arguments["callbackArgs"] != nil || arguments["callbackKeywords"] != nil
    } else {
      given.positional += arguments.positional.dropFirst()
      given.named = arguments.named
      given.isPartial = arguments.isPartial
    }
    perhaps { _ = $0.apply(callback, given, at: id) }
    switch receiver {
    case .unknown, .object: return receiver
    default: return .unknown("a deferred")
    }
  }

  /// `LoopingCall(f, ...).start(interval)` calls at once, unless it is told not to.
  mutating func startLoop(_ number: Int, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let call = objects[number].arguments
    let callable = call.value(0, "f")
    addStep(
      .init(
        interval: arguments.value(0, "interval"), callable: callable.flatMap { callableName($0) },
        isConditional: !isSure, location: location(id), owner: nil))
    var isSure = true
    if let now = arguments.value(1, "now") { isSure = truth(of: now) == true }
    callBack(0, call, isSure: isSure, at: id)
    return .unknown("a deferred")
  }
}
