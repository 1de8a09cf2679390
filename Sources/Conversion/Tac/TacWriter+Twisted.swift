import ApplicationFacts
import SavedObjects

/// What some classes of Twisted's are given in their own ways: children, hosts, users, resolvers.
extension TacWriter {
  /// Text that is needed as bytes, or the path of a `FilePath`.
  mutating func text(_ id: ID, _ kind: TacRecipe.Kind) throws(TacGap) -> String {
    if kind == .path, let path = graph.string(graph.attribute(id, "path")) { return PythonLiteral.text(path) }
    switch graph.nodes[id] {
    case .bytes(let bytes) where kind == .bytes: return PythonLiteral.bytes(bytes, in: .python3)
    case .text(let bytes) where kind == .bytes: return PythonLiteral.bytes(bytes, in: .python3)
    default: return try expression(id, "")
    }
  }

  func pairs(_ id: ID?) -> [(key: ID, value: ID)] {
    guard let id, case .dictionary(let ids) = graph.nodes[id] else { return [] }
    return stride(from: 0, to: ids.count - 1, by: 2).map { (ids[$0], ids[$0 + 1]) }
  }

  /// Arguments that no single attribute holds.
  mutating func special(_ id: ID, of type: QualifiedName, at place: String) throws(TacGap) -> [String] {
    switch "\(type)" {
    case "twisted.names.server.DNSServerFactory": return try resolvers(id, place)
    case "twisted.conch.manhole_tap._StupidRealm":
      guard let list = graph.attribute(id, "protocolArgs"), case .tuple(let ids) = graph.nodes[list],
        let first = graph.attribute(id, "protocolFactory")
      else { return [] }
      var parts: [String] = []
      for part in [first] + ids { parts.append(try expression(part, place)) }
      return parts
    default: return []
    }
  }

  /// Whether statements follow that give an object its parts.
  func hasParts(_ id: ID) -> Bool {
    if Self.finished.contains(className(id).split(separator: ".").last.map(String.init) ?? "") { return true }
    return holdsParts(id)
  }

  private func holdsParts(_ id: ID) -> Bool {
    ["children", "processors", "hosts", "checkers", "users"].contains { key in
      guard let value = graph.attribute(id, key), case .dictionary(let ids) = graph.nodes[value] else { return false }
      return !ids.isEmpty
    }
  }

  /// Gives an object its parts.
  mutating func finish(_ id: ID, of type: QualifiedName, as variable: String, at place: String) {
    for (key, value) in pairs(graph.attribute(id, "children")) {
      part(place, "children") { writer throws(TacGap) in
        "\(variable).putChild(\(try writer.text(key, .bytes)), \(try writer.expression(value, "\(place).children")))"
      }
    }
    for (key, value) in pairs(graph.attribute(id, "hosts")) where type.name == "NameVirtualHost" {
      part(place, "hosts") { writer throws(TacGap) in
        "\(variable).addHost(\(try writer.text(key, .bytes)), \(try writer.expression(value, "\(place).hosts")))"
      }
    }
    if type.name == "File" { finishProcessors(id, as: variable, at: place) }
    if type.name == "Portal" { finishCheckers(id, as: variable, at: place) }
    if type.name == "InMemoryUsernamePasswordDatabaseDontUse" { finishUsers(id, as: variable, at: place) }
    finishServer(id, of: type, as: variable, at: place)
  }

  mutating func part(_ place: String, _ what: String, make: (inout TacWriter) throws(TacGap) -> String) {
    do throws(TacGap) {
      let line = try make(&self)
      lines.append(line)
    } catch {
      todo("one of the \(what) is left out: \(error.reason)", at: "\(place).\(what)")
    }
  }

  /// What makes resources of files by their endings.
  private mutating func finishProcessors(_ id: ID, as variable: String, at place: String) {
    var parts: [String] = []
    for (key, value) in pairs(graph.attribute(id, "processors")) {
      guard let ending = graph.string(key), let name = graph.name(value) else { continue }
      do throws(TacGap) {
        parts.append("\(PythonLiteral.text(ending)): \(try reference(name))")
      } catch {
        // PHP was never more than an external program, and few sites that were saved have any such file.
        todo("files ending in \(ending) are served as they are: \(error.reason)", at: "\(place).processors")
      }
    }
    if !parts.isEmpty { lines.append("\(variable).processors = {\(parts.joined(separator: ", "))}") }
  }

  mutating func finishCheckers(_ id: ID, as variable: String, at place: String) {
    var seen: Set<ID> = []
    for (_, checker) in pairs(graph.attribute(id, "checkers")) where seen.insert(checker).inserted {
      part(place, "checkers") { writer throws(TacGap) in
        "\(variable).registerChecker(\(try writer.expression(checker, "\(place).checkers")))"
      }
    }
  }

  private mutating func finishUsers(_ id: ID, as variable: String, at place: String) {
    let users = pairs(graph.attribute(id, "users")).compactMap { pair in
      plain(pair.key).flatMap { key in plain(pair.value).map { (key, $0) } }
    }
    if users.isEmpty { return }
    let key = keep(.users(users), as: "\(place).users")
    lines += [
      "for user, password in secrets[\(PythonLiteral.text(key))].items():",
      "    \(variable).addUser(user.encode(), password.encode())",
    ]
  }

  func plain(_ id: ID) -> String? {
    if case .bytes(let bytes) = graph.nodes[id] { return String(validating: bytes, as: UTF8.self) }
    return graph.string(id)
  }

  /// `DNSServerFactory(authorities, caches, clients)` keeps all of them in a chain of resolvers.
  private mutating func resolvers(_ id: ID, _ place: String) throws(TacGap) -> [String] {
    guard let list = graph.attribute(graph.attribute(id, "resolver"), "resolvers"),
      case .list(let found) = graph.nodes[list]
    else { throw TacGap(reason: "the resolvers of its server are not known") }
    var groups: [[String]] = [[], [], []]
    for resolver in found {
      let type = className(resolver)
      let isClient = type.hasPrefix("twisted.names.client.") || type.hasPrefix("twisted.names.hosts.")
      let isChain = type == "twisted.names.resolve.ResolverChain"
      let group = type == "twisted.names.cache.CacheResolver" ? 1 : isClient || isChain ? 2 : 0
      if let created = try createdResolver(resolver) {
        groups[group].append(created)
      } else {
        groups[group].append(try expression(resolver, "\(place).resolver"))
      }
    }
    return zip(["authorities", "caches", "clients"], groups).filter { !$0.1.isEmpty }.map {
      "\($0)=[\($1.joined(separator: ", "))]"
    }
  }

  func className(_ id: ID) -> String {
    guard case .instance(let object) = graph.nodes[id] else { return "" }
    return graph.name(object.target).map { "\($0)" } ?? ""
  }

  /// The chain that `twisted.names.client.createResolver` makes: the hosts, a cache, the servers of resolv.conf.
  private mutating func createdResolver(_ chain: ID) throws(TacGap) -> String? {
    guard let list = graph.attribute(chain, "resolvers"), case .list(let parts) = graph.nodes[list],
      parts.map(className) == [
        "twisted.names.hosts.Resolver", "twisted.names.cache.CacheResolver", "twisted.names.client.Resolver",
      ]
    else { return nil }
    var arguments: [String] = []
    if let servers = graph.attribute(parts[2], "servers"), case .list(let ids) = graph.nodes[servers], !ids.isEmpty {
      arguments.append("servers=\(try expression(servers, ""))")
    }
    for (part, attribute, keyword, usual) in [
      (parts[2], "resolv", "resolvconf", "/etc/resolv.conf"), (parts[0], "file", "hosts", "/etc/hosts"),
    ] {
      guard let path = graph.attribute(part, attribute), let text = plain(path), text != usual else { continue }
      arguments.append("\(keyword)=\(PythonLiteral.bytes(Array(text.utf8), in: .python3))")
    }
    return "\(names.module("twisted.names.client")).createResolver(\(arguments.joined(separator: ", ")))"
  }
}
