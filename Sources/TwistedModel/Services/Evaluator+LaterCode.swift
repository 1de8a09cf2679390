import PythonEvaluation
import PythonSyntax

extension Evaluator {
  /// How many methods are followed that run later, and what each of them may cost of the steps that are left.
  private static let laterLimit = 400

  /// Follows the methods that Twisted calls once the service is started: of protocols, factories, resources and services
  /// of the program's own, on a connection, a request or the stop.
  ///
  /// Which of them are called, and what with, is not known. So of all that they do only the files that they use, what they
  /// connect to count, and those only perhaps.
  package mutating func followLaterCode() {
    let before = (state, findings)
    var count = 0
    for (type, instance) in laterClasses() {
      guard case .classObject(let definition) = objects[type].kind else { continue }
      for (name, function) in laterMethods(of: type) where count < Self.laterLimit && steps > 0 {
        count += 1
        enter(definition.module)
        scope = modules[module].scope
        surviving(isSure: false) { evaluator in
          let receiver = instance ?? evaluator.laterInstance(of: type)
          guard let receiver else { return }
          _ = evaluator.callMember(
            name, of: receiver, evaluator.unknownArguments(of: function, skipping: 1), at: Node.none)
        }
        resume(before.0)
      }
    }
    let found = findings
    findings = before.1
    take(found, since: before.1)
    enter(0)
    scope = 0
  }

  /// The program's own classes that inherit from something of Twisted's and are in use, each with an instance if there
  /// is one.
  private func laterClasses() -> [(type: Int, instance: Int?)] {
    var instances: [Int: Int] = [:]
    var used: Set<Int> = []
    for number in objects.indices {
      let object = objects[number]
      if case .instance(.object(let type)) = object.kind, instances[type] == nil { instances[type] = number }
      for (_, value) in object.attributes {
        for case .object(let type) in value.alternatives { used.insert(type) }
      }
      for value in object.arguments.all { if case .object(let type) = value { used.insert(type) } }
    }
    return objects.indices.compactMap { type in
      guard case .classObject(let definition) = objects[type].kind, !modules[definition.module].isStub,
        instances[type] != nil || used.contains(type),
        ancestry(of: .object(type)).contains(where: isOfTwisted)
      else { return nil }
      return (type, instances[type])
    }
  }

  private func isOfTwisted(_ type: PythonValue) -> Bool {
    switch type {
    case .name(let name): return KnownNames.isTwisted(name)
    case .object(let number):
      guard case .classObject(let definition) = objects[number].kind else { return false }
      return definition.qualifiedName.map { KnownNames.isTwisted($0) } ?? false
    default: return false
    }
  }

  /// The methods of a class that nothing has called for sure, in the order of the source.
  private func laterMethods(of type: Int) -> [(name: String, function: PythonFunction)] {
    var methods: [(name: String, function: PythonFunction, line: Int)] = []
    var seen: Set<String> = ["startService", "privilegedStartService", "makeService", "postOptions", "parseArgs"]
    for case .object(let owner) in ancestry(of: .object(type)) {
      guard case .classObject(let definition) = objects[owner].kind, !modules[definition.module].isStub else {
        continue
      }
      for (symbol, value) in objects[owner].attributes {
        let name = names.text(symbol)
        guard !name.hasPrefix("_"), !name.hasPrefix("("), case .object(let number)? = value.present.value,
          case .function(let function) = objects[number].kind, seen.insert(name).inserted
        else { continue }
        methods.append((name, function, objects[number].line))
      }
    }
    return methods.sorted { $0.line < $1.line }.map { ($0.name, $0.function) }
  }

  /// An instance as Twisted makes it of a protocol or resource, with whatever arguments.
  private mutating func laterInstance(of type: Int) -> Int? {
    var arguments = PythonArguments()
    if let symbol = names.find("__init__"), let member = classMember(symbol, of: .object(type)),
      case .function(let function)? = object(member)?.kind
    {
      arguments = unknownArguments(of: function, skipping: 1)
    }
    guard case .object(let number) = apply(.object(type), arguments, at: Node.none) else { return nil }
    return number
  }

  /// Follows a function of the program that goes to code which was not read: that may call it, now or later.
  mutating func followHandedOver(_ value: PythonValue) {
    guard isAlive, case .object(let number) = value, let function = function(of: number, skipped: 0)?.function,
      !modules[function.module].isStub, frames.count < Self.callLimit / 2, level < Self.levelLimit / 2
    else { return }
    let key = UInt64(function.module) << 32 | UInt64(function.node)
    handedOver[key, default: 0] += 1
    guard handedOver[key, default: 0] <= 2 else { return }
    let before = findings
    let skipped = self.function(of: number, skipped: 0)?.skipped ?? 0
    callBack(
      0,
      PythonArguments(
        positional: [value] + unknownArguments(of: function, skipping: skipped, "an argument from elsewhere").positional
      ),
      isSure: false, at: Node.none)
    let found = findings
    findings = before
    findings.listening += found.listening.dropFirst(before.listening.count)
    take(found, since: before)
  }

  /// The function that a value calls, and how many of its parameters are bound already.
  private func function(of number: Int, skipped: Int) -> (function: PythonFunction, skipped: Int)? {
    switch objects[number].kind {
    case .function(let function): (function, skipped)
    case .method(_, .object(let inner)?, _): self.function(of: inner, skipped: 1)
    default: nil
    }
  }

  /// A value that is not known for each parameter that has no default.
  private func unknownArguments(
    of function: PythonFunction, skipping count: Int, _ origin: String = "what Twisted hands over"
  ) -> PythonArguments {
    let tree = modules[function.module].tree
    guard let node = tree.node(function.node) else { return PythonArguments() }
    let list = node.kind == .lambda ? node.first : tree.member(node.second, 0)
    let needed = tree.list(list).dropFirst(count).filter {
      function.defaults[$0] == nil && tree.node($0)?.detail == Node.Parameter.ordinary.rawValue
    }.prefix(16)
    return PythonArguments(positional: needed.map { _ in .unknown(origin) })
  }

  /// Takes of what was found since what may be true whatever way led there.
  private mutating func take(_ found: Findings, since before: Findings) {
    for var path in found.paths.dropFirst(before.paths.count) {
      guard !isUnknown(path.value) || hasDefault(path.value),
        !findings.paths.contains(where: { $0.use == path.use && $0.value.isSame(as: path.value) })
      else { continue }
      (path.isConditional, path.isLater) = (true, true)
      findings.paths.append(path)
    }
    for var connection in found.connections.dropFirst(before.connections.count) where connection.owner == nil {
      guard connection.host.map({ !isUnknown($0) }) ?? (connection.path.map { !isUnknown($0) } ?? false),
        !findings.connections.contains(where: { $0.location == connection.location })
      else { continue }
      (connection.isConditional, connection.isLater) = (true, true)
      findings.connections.append(connection)
    }
  }

  /// Whether a path that is not known is one where nothing else is said.
  private func hasDefault(_ value: PythonValue) -> Bool {
    switch value {
    case .text(let text): substituted(text) != nil
    case .unknown(let unknown): if case .text(let text)? = unknown.fallback { substituted(text) != nil } else { false }
    default: false
    }
  }

  private func isUnknown(_ value: PythonValue) -> Bool {
    switch value {
    case .text(let text): MarkedText.hasHole(text)
    case .integer: false
    default: true
    }
  }
}
