import ApplicationFacts
import SavedObjects

/// A service that a plugin makes of its options whenever the file is loaded.
package struct SavedPlugin: Sendable, Equatable {
  /// The module with `Options` and `makeService`.
  package var module: String
  package var arguments: [String]

  package init(module: String, arguments: [String]) {
    self.module = module
    self.arguments = arguments
  }
}

/// Saved objects are calls and states; no format can say "call this method, then go on with the object". What can is
/// `next(filterfalse(METHOD, [OBJECT]))`: the methods used here return None, so the object itself comes out, once. The
/// readers of .tas and .tax share no result of a call, and with that need not.
extension SavedGraph {
  /// An application to which no service was given yet.
  package struct EmptyApplication: Sendable, Equatable {
    package var name: String
    package var user: Int?
    package var group: Int?
    package var processName: String?

    package init(name: String, user: Int? = nil, group: Int? = nil, processName: String? = nil) {
      (self.name, self.user, self.group, self.processName) = (name, user, group, processName)
    }
  }

  package init(_ application: EmptyApplication, python: PythonVersion) {
    self.init(python: python)
    let ids = [application.user, application.group].map { id in
      id.map { add(.integer($0, isLong: false)) } ?? add(.none)
    }
    root = call("twisted.application.service.Application", [string(application.name)] + ids)
    guard let processName = application.processName else { return }
    let process = add(
      .instance(
        SavedObject(
          target: global("twisted.application.service.Process"),
          state: add(
            .dictionary([string("uid"), ids[0], string("gid"), ids[1], string("processName"), string(processName)]))))
    )
    let interface = global("twisted.application.service.IProcess")
    root = after(call("operator.methodcaller", [string("setComponent"), interface, process]), root)
  }

  /// Gives the application a service more.
  package mutating func add(_ plugin: SavedPlugin) {
    let words = add(.list(plugin.arguments.map { string($0) }))
    let parse = call("operator.methodcaller", [string("parseOptions"), words])
    let service = call("\(plugin.module).makeService", [after(parse, call("\(plugin.module).Options", []))])
    root = after(call("\(builtins).getattr", [service, string("setServiceParent")]), root)
  }

  /// The application as it was before services of plugins were given to it, and these.
  package func withoutPlugins() -> (application: SavedGraph, plugins: [SavedPlugin]) {
    var (rest, plugins) = (self, [SavedPlugin]())
    // A hostile file may be a service of itself.
    var seen: Set<ID> = []
    while seen.insert(rest.root).inserted, let (method, object) = rest.partsOfAfter(rest.root),
      let plugin = rest.plugin(setting: method)
    {
      plugins.append(plugin)
      rest.root = object
    }
    return (rest, plugins.reversed())
  }

  /// What `init(_:python:)` made.
  var emptyApplication: EmptyApplication? {
    var (object, processName) = (root, String?.none)
    if let (method, inner) = partsOfAfter(object), let words = arguments(of: "operator.methodcaller", method),
      words.count == 3, string(words[0]) == "setComponent"
    {
      processName = string(attribute(words[2], "processName"))
      object = inner
    }
    guard let values = arguments(of: "twisted.application.service.Application", object), values.count == 3,
      let name = string(values[0])
    else { return nil }
    let numbers: [Int?] = values.dropFirst().map {
      if case .integer(let number, _) = nodes[$0] { number } else { nil }
    }
    return EmptyApplication(name: name, user: numbers[0], group: numbers[1], processName: processName)
  }

  /// Whether mktap made all of it, so that any format can be given a plugin's service.
  package var isMadeOfCalls: Bool { withoutPlugins().application.emptyApplication != nil }

  // MARK: Parts

  private var filter: String { python == .python2 ? "itertools.ifilterfalse" : "itertools.filterfalse" }

  private mutating func string(_ text: String) -> ID {
    add(python == .python2 ? .bytes(Array(text.utf8)) : .text(Array(text.utf8)))
  }

  private mutating func global(_ name: String) -> ID {
    let dot = name.lastIndex(of: ".") ?? name.startIndex
    return add(.name(QualifiedName(module: String(name[..<dot]), name: String(name[name.index(after: dot)...]))))
  }

  private mutating func call(_ name: String, _ arguments: [ID]) -> ID {
    let tuple = arguments.isEmpty ? nil : add(.tuple(arguments))
    return add(.call(SavedObject(target: global(name), arguments: tuple)))
  }

  private mutating func after(_ method: ID, _ object: ID) -> ID {
    call("\(builtins).next", [call(filter, [method, add(.list([object]))])])
  }

  private func arguments(of function: String, _ id: ID) -> [ID]? {
    guard case .call(let object) = nodes[id], object.state == nil, object.elements.isEmpty, object.pairs.isEmpty,
      let name = name(object.target), "\(name)" == function
    else { return nil }
    guard let tuple = object.arguments else { return [] }
    guard case .tuple(let ids) = nodes[tuple] else { return nil }
    return ids
  }

  private func partsOfAfter(_ id: ID) -> (method: ID, object: ID)? {
    guard let next = arguments(of: "\(builtins).next", id), next.count == 1,
      let filtered = arguments(of: filter, next[0]), filtered.count == 2,
      case .list(let objects) = nodes[filtered[1]], objects.count == 1
    else { return nil }
    return (filtered[0], objects[0])
  }

  private func plugin(setting method: ID) -> SavedPlugin? {
    guard let parts = arguments(of: "\(builtins).getattr", method), parts.count == 2,
      string(parts[1]) == "setServiceParent", case .call(let made) = nodes[parts[0]],
      let maker = name(made.target), maker.name == "makeService",
      let options = arguments(of: "\(maker)", parts[0]), options.count == 1,
      let (parse, object) = partsOfAfter(options[0]), arguments(of: "\(maker.module).Options", object) == [],
      let words = arguments(of: "operator.methodcaller", parse), words.count == 2,
      string(words[0]) == "parseOptions", case .list(let ids) = nodes[words[1]]
    else { return nil }
    let texts = ids.compactMap { string($0) }
    guard texts.count == ids.count, PluginSource.isModule(maker.module) else { return nil }
    return SavedPlugin(module: maker.module, arguments: texts)
  }
}
