import PythonEvaluation
import ApplicationFacts
import Diagnostics

/// The module `effects`, by which stubs say what a call does. Everything is told of the program's line that called.
extension Evaluator {

  mutating func callEffect(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    switch name {
    case "listens": listens(arguments, at: id)
    case "connects": connects(arguments, at: id)
    case "repeats": repeats(arguments, at: id)
    case "opens":
      guard let path = arguments.value(0, "path") else { break }
      var use: FileReference.Use?
      if case .text(let word)? = arguments.value(1, "use") { use = FileReference.Use(rawValue: word) }
      let isFolder = if case .bool(true)? = arguments["folder"] { true } else { false }
      addPath(path, use ?? self.use(ofMode: arguments["mode"]), isFolder: isFolder, at: id)
      mayRaise(.name("OSError"))
    case "contents": return contents(of: arguments.value(0, "path") ?? .unknown("a file"))
    case "holds":
      guard case .text(let word)? = arguments.value(1, "use"), let use = FileReference.Use(rawValue: word) else {
        break
      }
      hold(arguments.value(0, "value") ?? .none, as: use)
    case "moves": changeFolder(to: arguments.value(0, "path") ?? .unknown("the working directory"))
    case "calls": return calls(arguments, at: id)
    case "hangs":
      let parent = arguments.value(1, "parent") ?? .unknown("no parent")
      _ = callServiceMethod(
        "setServiceParent", of: arguments.value(0, "child") ?? .none, PythonArguments(positional: [parent]), at: id)
    case "unhangs":
      _ = callServiceMethod("disownServiceParent", of: arguments.value(0, "child") ?? .none, PythonArguments(), at: id)
    case "described":
      let isClient = if case .text("client")? = arguments.value(1, "kind") { true } else { false }
      return callNamed(
        "twisted.internet.endpoints.\(isClient ? "client" : "server")FromString",
        PythonArguments(positional: [.none, arguments.value(0, "text") ?? .unknown("no description")]), at: id)
    case "variable":
      let isNeeded = if case .bool(true)? = arguments["needed"] { true } else { false }
      noteVariable(
        arguments.value(0, "name") ?? .none, fallback: arguments.value(1, "default"), isNeeded: isNeeded,
        at: location(id))
      return unknown(name, arguments)
    case "sets": noteAssignment(ofVariable: arguments.value(0, "name"))
    case "setting", "option", "unknown": return unknown(name, arguments)
    case "application": return makeInstance(Self.applicationName, arguments, at: id)
    case "reactor":
      if case .text(let name)? = arguments.value(0, "name") {
        findings.reactor = Fact(name, certainty, at: location(id))
      }
    case "handles":
      let signal = arguments.value(0, "signal")
      let isHangup =
        switch signal {
        case .name("signal.SIGHUP")?, .integer(1)?: true
        default: false
        }
      let isOwn =
        switch arguments.value(1, "handler") {
        case .object?: true
        default: false
        }
      // Where no handler of its own is sure to be there, the signal ends the process.
      if isHangup, isOwn, isSure, findings.hangup == nil { findings.hangup = location(id) }
    case "module":
      if case .text(let name)? = arguments.value(0, "name") { recordModule(name, isLocal: false, at: id) }
    case "loaded": return loadFile(arguments.value(0, "path") ?? .none, at: id) ?? .none
    case "packageFolder": return packageFolder(arguments.value(0, "name") ?? .none, at: id)
    case "escapes": handOver(arguments, at: id)
    // Text and numbers that are known, so that a stub can take them apart.
    case "isText":
      guard case .text? = arguments.value(0, "value") else { return .bool(false) }
      return .bool(true)
    case "isNumber":
      guard case .integer? = arguments.value(0, "value") else { return .bool(false) }
      return .bool(true)
    case "note":
      guard case .text(let message)? = arguments.value(0, "message") else { break }
      let remedy: String? = if case .text(let text)? = arguments.value(1, "remedy") { text } else { nil }
      note(.stub, message, at: id, remedy: remedy)
    // What the program's own classes do when they are called later is not followed.
    case "follows": break
    default: return .unknown("no effect of this name: \(name)")
    }
    return .none
  }

  private mutating func unknown(_ kind: String, _ arguments: PythonArguments) -> PythonValue {
    guard case .text(let text)? = arguments.positional.first else { return .unknown("a value") }
    let prefix = ["variable": "env:", "setting": "config:", "option": "option:"][kind] ?? ""
    let fallback = arguments.value(1, "default").flatMap { $0.isNone ? nil : $0 }
    return .unknown(prefix + text, fallback: fallback)
  }

  private mutating func listens(_ arguments: PythonArguments, at id: UInt32) {
    let owner = arguments.value(0, "owner") ?? .none
    let second = arguments.value(1, "transport") ?? arguments.value(1, "endpoint") ?? .unknown("no endpoint")
    var found: [Listening]
    if case .text(let word) = second, let transport = Listener.Transport(rawValue: word) {
      var listening = Listening(transport: transport, line: line(id), file: file, isConditional: !isSure)
      listening.port = given(2, or: "port", in: arguments)
      listening.interface = given(3, or: "interface", in: arguments)
      listening.path = given(4, or: "path", in: arguments)
      listening.mode = given(5, or: "mode", in: arguments)
      if case .text(let text)? = listening.port { listening.port = number(text, radix: 10) }
      found = [listening]
    } else {
      found = endpoint(second, at: id)
    }
    switch owner {
    case .object(let number):
      for index in found.indices { found[index].isConditional = found[index].isConditional || !isSure }
      objects[number].listening += found
    case .none: listen(found)
    default: break
    }
  }

  private func given(_ place: Int, or name: String, in arguments: PythonArguments) -> PythonValue? {
    arguments.value(place, name).flatMap { $0.isNone ? nil : $0 }
  }

  private mutating func connects(_ arguments: PythonArguments, at id: UInt32) {
    // An endpoint has told already what it connects to.
    guard case .text(let word)? = arguments.value(1, "transport"), let transport = Listener.Transport(rawValue: word)
    else { return }
    var owner: Int?
    if case .object(let number)? = arguments.value(0, "owner"),
      classNames(of: .object(number)).contains(where: { $0.hasPrefix("twisted.application.") })
    {
      owner = number
    }
    var connection = Findings.Connection(
      transport: transport, isConditional: !isSure, location: location(id), owner: owner)
    connection.host = given(2, or: "host", in: arguments)
    connection.port = given(3, or: "port", in: arguments)
    connection.path = given(4, or: "path", in: arguments)
    if case .text(let text)? = connection.port { connection.port = number(text, radix: 10) }
    add(connection)
  }

  private mutating func repeats(_ arguments: PythonArguments, at id: UInt32) {
    var owner: Int?
    if case .object(let number)? = arguments.value(0, "owner") { owner = number }
    addStep(
      .init(
        interval: given(1, or: "interval", in: arguments),
        callable: given(2, or: "callable", in: arguments).flatMap { callableName($0) },
        isConditional: !isSure, location: location(id), owner: owner))
  }

  private mutating func calls(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    guard let callable = arguments.positional.first, !callable.isNone else { return .none }
    let isStart = if case .text("start")? = arguments["when"] { true } else { false }
    let isDoubtful = if case .bool(true)? = arguments["perhaps"] { true } else { false }
    var rest = arguments
    rest.named.removeAll { $0.name == "when" || $0.name == "perhaps" }
    callBack(0, rest, isSure: isStart && !isDoubtful, at: id)
    return .unknown("a call of \(callName(id))")
  }
}
