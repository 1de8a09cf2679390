import ApplicationFacts
import SavedObjects
import Diagnostics

/// Finds in an object graph what it says about the application: the same for pickles, AOT source and marmalade.
///
/// The layout is that of Twisted 1.1 and later (a `Componentized` whose adapter cache holds the service collection and
/// the process) or of `twisted.internet.app.Application` before.
struct GraphFacts {
  typealias Node = ObjectGraph.Node

  let graph: ObjectGraph
  let file: String
  var application: Application
  /// Where paths begin: the application or its collection of services.
  var anchor: Node?
  /// The services met so far.
  var services = ServiceTree()
  /// How many dictionary entries may still be looked at. A real graph needs a few for each node; one that shares a
  /// huge dictionary between many objects to make readers slow runs out of them.
  var fuel: Int
  /// How many services that are no instances were told of.
  var hiddenServices = 0
  /// What was found somewhere in the graph and has yet to be told where.
  var unlocated: [Unlocated] = []

  /// How many listeners, clients, timers, files and modules are listed at most.
  static let factLimit = 10_000

  private static let collectionKey: StaticString = "twisted.application.service.IServiceCollection"
  private static let processKey: StaticString = "twisted.application.service.IProcess"
  private static let persistableKey: StaticString = "twisted.persisted.sob.IPersistable"

  /// The application that a graph describes.
  ///
  /// - Throws: `Failure` of kind `.application` when the graph is not that of an application, together with what is
  ///   suspicious about it.
  static func read(
    _ graph: ObjectGraph, format: ApplicationFormat, file: String
  ) throws(Failure) -> Application {
    var facts = GraphFacts(graph, format: format, file: file)
    if let line = graph.customLine {
      facts.application.diagnostics.append(
        .warning(
          .codeUnread, "the file holds code of its own beside what Twisted writes; its effects are unknown",
          at: SourceLocation(file: file, line: line), remedy: "check the facts by hand"))
    }
    let isApplication = facts.findApplication()
    facts.findSuspects()
    guard isApplication else {
      let what = facts.describe(graph.resolved(graph.root))
      let error = Diagnostic.error(
        .applicationMissing, "the file holds \(what), not a Twisted application", at: SourceLocation(file: file),
        remedy: "give a file that mktap, twistd or Application.save wrote")
      throw Failure(.application, [error] + facts.application.diagnostics)
    }
    facts.findFiles()
    facts.findModules()
    facts.locate()
    guard facts.fuel > 0 else {
      throw Failure.application(
        .limit, "the file's objects share their parts too often to be read", at: SourceLocation(file: file),
        remedy: "package it unread with --no-inspect")
    }
    return facts.application
  }

  private init(_ graph: ObjectGraph, format: ApplicationFormat, file: String) {
    self.graph = graph
    self.file = file
    application = Application(format: format)
    application.python = graph.python
    fuel = graph.count * 16 + 100_000
  }

  private mutating func findApplication() -> Bool {
    let root = graph.resolved(graph.root)
    guard graph.object(root) != nil else { return false }
    if isFormerApplication(root) {
      anchor = root
      findFormerApplication(root)
      return true
    }
    let cache = field(root, "_adapterCache")
    if let cache, graph.kind(cache) == .dictionary {
      let collection = value(in: cache, Self.collectionKey) ?? value(in: cache, "twisted.application.service.IService")
      guard let collection, graph.object(collection) != nil else { return false }
      anchor = collection
      findName(collection: collection, persistent: value(in: cache, Self.persistableKey))
      findProcess(value(in: cache, Self.processKey))
      findServices(below: collection)
      if field(root, "twisted.python.components.Componentized.persistenceVersion") != nil,
        application.python == .either
      {
        application.python = .python2
      }
      return true
    }
    guard field(root, "services") != nil else { return false }
    anchor = root
    findName(collection: root, persistent: nil)
    findServices(below: root)
    return true
  }

  private mutating func findName(collection: Node, persistent: Node?) {
    let own = field(collection, "name").flatMap { $0 == ObjectGraph.none ? nil : $0 }
    guard let name = own ?? persistent.flatMap({ field($0, "name") }), name != ObjectGraph.none else { return }
    application.name = textFact(name, at: "name")
  }

  /// `IProcess`: the user, the group and the name to run under. A state that the file lacks leaves them unknown.
  private mutating func findProcess(_ process: Node?) {
    guard let process else { return }
    guard let object = graph.object(process), !isLost(object.state) else {
      application.uid = lost("IProcess.uid")
      application.gid = lost("IProcess.gid")
      application.processName = lost("IProcess.processName")
      application.diagnostics.append(
        .warning(
          .accountUnknown,
          "the user, the group and the process name are lost: the file refers to an object that it does not hold",
          at: location("IProcess"), remedy: "give --user and --group"))
      return
    }
    application.uid = field(process, "uid").flatMap {
      $0 == ObjectGraph.none ? nil : integerFact($0, at: "IProcess.uid")
    }
    application.gid = field(process, "gid").flatMap {
      $0 == ObjectGraph.none ? nil : integerFact($0, at: "IProcess.gid")
    }
    application.processName = field(process, "processName").flatMap {
      $0 == ObjectGraph.none ? nil : textFact($0, at: "IProcess.processName")
    }
  }

  /// What an object is, for a message: its kind or class, never its value.
  private func describe(_ node: Node) -> String {
    switch graph.kind(node) {
    case .instance:
      "an instance of \(graph.object(node).flatMap { graph.name($0.target) }.map { "\($0)" } ?? "a class")"
    case .call:
      "the result of calling \(graph.object(node).flatMap { graph.name($0.target) }.map { "\($0)" } ?? "code")"
    case .none: "None"
    case .true, .false, .int, .long, .bigInt, .bigIntBytes, .float: "a number"
    case .tuple, .list, .set, .frozenSet, .dictionary: "a collection"
    case .global, .stackGlobal, .dottedName: "the name \(graph.name(node).map { "\($0)" } ?? "of something")"
    case .module: "a module"
    case .method: "a method"
    case .reference, .dangling, .unknown: "something unknown"
    default: "text"
    }
  }
}
