import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax

extension Evaluator {
  /// What was found, as facts.
  package func application() -> Application {
    var application = Application(format: .tac)
    describeApplication(&application)
    application.listeners = listeners()
    let roots = Set(roots())
    application.clients = Self.unique(findings.connections.compactMap { client($0, roots) })
    application.timers = Self.unique(findings.steps.compactMap { timer($0, roots) })
    application.modules = findings.modules.map { module in
      var module = module
      module.isDescribed = stubs.describes(module.name)
      return module
    }
    application.variables = findings.variables
    application.files = files()
    application.moduleFolders = searchPath.map { $0.split(separator: ".").joined(separator: "/") }
    application.reactor = findings.reactor
    application.hangup = findings.hangup
    application.python = generation()
    application.diagnostics += findings.diagnostics + skipped() + unattached()
    application.isIncomplete = findings.isIncomplete
    if findings.isIncomplete {
      application.diagnostics.append(
        .warning(
          .factsCut,
          "the program is too long or too intricate to be followed to its end, so more may be in it than is told",
          at: SourceLocation(file: modules[0].file)))
    }
    return application
  }

  private func skipped() -> [Diagnostic] {
    modules.flatMap { module in
      module.tree.notes.map { .note(.codeUnread, $0.message, at: SourceLocation(file: module.file, line: $0.line)) }
    }
  }

  // MARK: The application itself

  private func describeApplication(_ application: inout Application) {
    guard let symbol = names.find("application"), let value = binding("application") else {
      if let only = roots().first {
        application.name = name(of: [only], isConditional: true)
      }
      return
    }
    let found = applications(in: value)
    guard !found.isEmpty else {
      let origin = origin(of: value)
      let at = place(modules[0].file, line(ofAssignmentTo: symbol))
      application.name = Fact(nil, .unknown, at: at, origin: origin)
      if let kind = otherThan(application: value) {
        application.diagnostics.append(
          .error(
            .applicationFails, "application is \(kind), which twistd cannot start", at: at,
            remedy: "bind service.Application(...) to application, \(LoadCheck.way)"))
        return
      }
      application.diagnostics.append(
        .note(
          .codeUnread, "the application is made by code that was not read (\(origin)), so what it opens is not known",
          at: at
        )
        .about(.port))
      return
    }
    let isConditional = found.count > 1 || objects[found[0]].isConditional
    application.name = name(of: found, isConditional: isConditional)
    application.uid = process("uid", 1, of: found, isConditional: isConditional)
    application.gid = process("gid", 2, of: found, isConditional: isConditional)
    let processNames = attributes("processName", of: found)
    if let value = processNames.isEmpty ? nil : PythonValue.merge(processNames) {
      let line = attributes("processName line", of: found).first
      application.processName = text(value, at: location(found[0], line), isConditional: isConditional)
    }
  }

  /// What a value is that is surely no application; nil when it may be one.
  private func otherThan(application value: PythonValue) -> String? {
    switch value {
    case .none: return "None"
    case .bool, .integer, .float: return "a number"
    case .text: return "a text"
    case .tuple: return "a tuple"
    case .object(let number):
      switch objects[number].kind {
      case .list: return "a list"
      case .function: return "a function"
      // twistd asks it for its log observer, its user and its group, which services do not have.
      case .instance(.name(let type)) where type.hasPrefix("twisted.application.") && Self.isKnown(type):
        return "an instance of \(type)"
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether Twisted has a class of this name; one that is misspelt is told of as such.
  private static func isKnown(_ type: String) -> Bool {
    guard let dot = type.lastIndex(of: ".") else { return false }
    return TwistedNames.names(in: String(type[..<dot]))?.contains(type[type.index(after: dot)...]) == true
  }

  private func name(of found: [Int], isConditional: Bool) -> Fact<String>? {
    let values = found.compactMap { objects[$0].arguments.value(0, "name") }
    guard !values.isEmpty else { return nil }
    let object = objects[found[0]]
    return text(.merge(values), at: place(object.file, object.line), isConditional: isConditional)
  }

  private func attributes(_ name: String, of found: [Int]) -> [PythonValue] {
    guard let symbol = names.find(name) else { return [] }
    return found.compactMap { objects[$0].attributes[symbol] }
  }

  private func process(_ name: String, _ place: Int, of found: [Int], isConditional: Bool) -> Fact<Int>? {
    let stored = attributes(name, of: found)
    let values = stored.isEmpty ? found.compactMap { objects[$0].arguments.value(place, name) } : stored
    guard !values.isEmpty else { return nil }
    let line = attributes("\(name) line", of: found).first
    return integer(.merge(values), at: location(found[0], line), isConditional: isConditional)
  }

  private func location(_ number: Int, _ line: PythonValue?) -> SourceLocation {
    if case .integer(let line)? = line { return place(objects[number].file, line) }
    return place(objects[number].file, objects[number].line)
  }

  func place(_ file: String, _ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }

  /// The line of the last statement of the file that assigns or imports a name.
  func line(ofAssignmentTo symbol: UInt32) -> Int {
    let tree = modules[0].tree
    for node in tree.nodes.reversed() {
      switch node.kind {
      case .assign:
        if tree.list(node.second).contains(where: {
          tree.node($0).map { $0.kind == .name && $0.first == symbol } ?? false
        }) {
          return tree.line(node)
        }
      case .alias:
        if node.second == symbol || tree.list(node.first).elementsEqual([symbol]) { return tree.line(node) }
      default: continue
      }
    }
    return 1
  }

  // MARK: Listeners

  private func listeners() -> [Listener] {
    var listeners: [Listener] = []
    for listening in findings.listening { listeners += facts(listening, isConditional: false) }
    let roots = Set(roots())
    for number in objects.indices where !objects[number].listening.isEmpty {
      guard let attachment = attachment(of: number, below: roots) else { continue }
      for listening in objects[number].listening where !isListed(listening) {
        listeners += facts(listening, isConditional: attachment != .sure || objects[number].isConditional)
      }
      if listeners.count > Self.objectLimit { break }
    }
    return covered(Self.unique(Array(listeners.prefix(Self.objectLimit)))).enumerated().sorted {
      ($0.element.location.file == file ? 0 : 1, $0.element.location.line ?? 0, $0.offset)
        < ($1.element.location.file == file ? 0 : 1, $1.element.location.line ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Each fact once, though several ways or rounds of a loop told it.
  private static func unique<Element: Equatable>(_ facts: [Element]) -> [Element] {
    guard facts.count <= 500 else { return facts }
    return facts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Without what the first rounds of a loop told, where the value of all of them is told as unknown.
  private func covered(_ listeners: [Listener]) -> [Listener] {
    func isOpen(_ listener: Listener) -> Bool { listener.port?.origin == PythonValue.changedByLoop }
    let open = listeners.filter(isOpen)
    if open.isEmpty { return listeners }
    return listeners.filter { listener in
      isOpen(listener) || listener.certainty == .sure
        || !open.contains { $0.location == listener.location && $0.transport == listener.transport }
    }
  }

  /// Whether an endpoint's demand was met where it was told to listen.
  private func isListed(_ listening: Listening) -> Bool {
    findings.listening.count <= 500
      && findings.listening.contains {
        $0.line == listening.line && $0.file == listening.file && $0.transport == listening.transport
          && !$0.isConditional && isSame($0.port, listening.port) && isSame($0.path, listening.path)
          && $0.socket == listening.socket
      }
  }

  private func isSame(_ first: PythonValue?, _ second: PythonValue?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.isSame(as: second)
  }

  /// The listeners that a demand stands for: one for each port or path that a choice allows.
  private func facts(_ listening: Listening, isConditional: Bool) -> [Listener] {
    func options(_ value: PythonValue?) -> [PythonValue?] {
      if case .choice(let values)? = value {
        values.filter { if case .none = $0 { false } else { true } }
      } else {
        [value]
      }
    }
    var listeners: [Listener] = []
    let at = place(listening.file, listening.line)
    let ports = options(listening.port)
    let paths = options(listening.path)
    let isConditional = isConditional || listening.isConditional || ports.count > 1 || paths.count > 1
    for port in ports {
      for path in paths {
        let isSystemd = listening.transport == .systemd
        var listener = Listener(
          listening.transport,
          port: isSystemd ? nil : port.flatMap { integer($0, at: at, isConditional: isConditional) },
          interface: listening.interface.flatMap { interface($0, at: at, isConditional: isConditional) },
          path: path.flatMap { text($0, at: at, isConditional: isConditional) },
          mode: listening.mode.flatMap { integer($0, at: at, isConditional: isConditional) },
          certainty: isConditional ? .conditional : .sure, at: at)
        listener.socket = listening.socket
        listener.isLater = listening.isLater
        listener.bareDescription = listening.bareDescription
        listeners.append(listener)
      }
    }
    return listeners
  }

  private func interface(_ value: PythonValue, at location: SourceLocation, isConditional: Bool) -> Fact<String>? {
    if case .text("") = value { return nil }
    return text(value, at: location, isConditional: isConditional)
  }

  /// Services that listen but are never started.
  private func unattached() -> [Diagnostic] {
    let roots = Set(roots())
    return objects.indices.prefix(5000).compactMap { number in
      let object = objects[number]
      // A module beside may well be an application of its own.
      guard let first = object.listening.first, first.file == modules[0].file,
        attachment(of: number, below: roots) == nil,
        classNames(of: .object(number)).contains(where: { $0.hasPrefix("twisted.application.") })
      else { return nil }
      return .note(
        .serviceUnreached, "this service is never hung below the application, so nothing starts it",
        at: place(first.file, first.line))
    }
  }

  // MARK: Clients, timers, files

  private func client(_ connection: Findings.Connection, _ roots: Set<Int>) -> Client? {
    var isConditional = connection.isConditional
    if let owner = connection.owner {
      guard let attachment = attachment(of: owner, below: roots) else { return nil }
      isConditional = isConditional || attachment != .sure
    }
    let at = connection.location
    var client = Client(
      connection.transport, host: connection.host.flatMap { text($0, at: at, isConditional: isConditional) },
      port: connection.port.flatMap { integer($0, at: at, isConditional: isConditional) },
      path: connection.path.flatMap { text($0, at: at, isConditional: isConditional) },
      certainty: isConditional ? .conditional : .sure, at: at)
    client.isLater = connection.isLater
    return client
  }

  private func timer(_ step: Findings.Step, _ roots: Set<Int>) -> Timer? {
    var isConditional = step.isConditional
    if let owner = step.owner {
      guard let attachment = attachment(of: owner, below: roots) else { return nil }
      isConditional = isConditional || attachment != .sure
    }
    let certainty: Certainty = isConditional ? .conditional : .sure
    let interval: Fact<Double>? = step.interval.map { value in
      switch value {
      case .integer(let number): Fact(Double(number), certainty, at: step.location)
      case .float(let number): Fact(number, certainty, at: step.location)
      case .unknown(let unknown):
        Fact(
          nil, .unknown, at: step.location, origin: unknown.origin,
          fallback: unknown.fallback.flatMap { Self.double($0) })
      default: Fact(nil, .unknown, at: step.location, origin: origin(of: value))
      }
    }
    return Timer(interval: interval, callable: step.callable, certainty: certainty, at: step.location)
  }

  private static func double(_ value: PythonValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  private func files() -> [FileReference] {
    var references: [FileReference] = []
    for path in findings.paths {
      guard let fact = text(path.value, at: path.location, isConditional: path.isConditional) else { continue }
      let reference = FileReference(fact, path.use, isFolder: path.isFolder, isLater: path.isLater)
      if findings.paths.count > 500 || !references.contains(reference) { references.append(reference) }
    }
    return references
  }

  // MARK: Python

  private func generation() -> PythonVersion {
    var generations = Set(modules.filter { !$0.isStub }.flatMap { $0.tree.evidence.map(\.generation) })
    if generations.isEmpty {
      let old = findings.modules.contains {
        $0.certainty == .sure && $0.kind == .standardLibrary && ModuleNames.onlyPython2.contains($0.name)
      }
      if old { generations.insert(2) }
    }
    return generations == [2] ? .python2 : generations == [3] ? .python3 : .either
  }
}
