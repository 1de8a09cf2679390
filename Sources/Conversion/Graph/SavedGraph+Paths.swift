extension SavedGraph {
  /// Where a node is first met, e.g. `services[0].args[1].resource`, seen from the collection of services if the graph
  /// is an application's.
  package func path(to wanted: ID) -> String {
    var cameFrom: [ID: (parent: ID, step: String)] = [:]
    var order = [root]
    cameFrom[root] = (root, "")
    if let services, services != root {
      order.insert(services, at: 0)
      cameFrom[services] = (services, "")
    }
    var next = 0
    while next < order.count, cameFrom[wanted] == nil {
      let id = order[next]
      next += 1
      for (child, step) in steps(from: id) where cameFrom[child] == nil {
        cameFrom[child] = (id, step)
        order.append(child)
      }
    }
    var path = ""
    var current = wanted
    while let (parent, step) = cameFrom[current], parent != current {
      path = step + path
      current = parent
      if path.utf8.count > 400 { return "…" + path }
    }
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  private func steps(from id: ID) -> [(ID, String)] {
    switch nodes[id] {
    case .tuple(let ids), .list(let ids), .set(let ids), .frozenSet(let ids):
      return ids.enumerated().map { ($1, "[\($0)]") }
    case .dictionary(let ids):
      return stride(from: 0, to: ids.count - 1, by: 2).map { (ids[$0 + 1], step(ids[$0])) }
        + stride(from: 0, to: ids.count - 1, by: 2).map { (ids[$0], "[…]") }
    case .instance, .call, .method: return children(of: id).map { ($0, "") }
    default: return []
    }
  }

  private func step(_ key: ID) -> String {
    if case .integer(let number, _) = nodes[key] { return "[\(number)]" }
    guard let text = string(key), text.utf8.count <= 80 else { return "[…]" }
    return PythonNames.isIdentifier(text) ? ".\(text)" : "['\(text)']"
  }

  /// An attribute of an instance: the state is a dictionary, or a pair of one and the slots'.
  package func attribute(_ id: ID?, _ name: String) -> ID? {
    guard let id else { return nil }
    switch nodes[id] {
    case .instance(let object), .call(let object):
      guard let state = object.state else { return nil }
      if case .tuple(let parts) = nodes[state] {
        return parts.reversed().lazy.compactMap { value(of: name, in: $0) }.first
      }
      return value(of: name, in: state)
    default: return nil
    }
  }

  /// The value of a key; the last one counts, as for Python.
  package func value(of key: String, in dictionary: ID?) -> ID? {
    guard let dictionary, case .dictionary(let ids) = nodes[dictionary] else { return nil }
    let pair = stride(from: 0, to: ids.count - 1, by: 2).reversed().first { string(ids[$0]) == key }
    return pair.map { ids[$0 + 1] }
  }

  private var cache: ID? { attribute(root, "_adapterCache") }

  /// The collection of services of an application as Twisted since 1.1 saves it.
  package var services: ID? {
    value(of: "twisted.application.service.IServiceCollection", in: cache)
      ?? value(of: "twisted.application.service.IService", in: cache)
  }

  package var process: ID? { value(of: "twisted.application.service.IProcess", in: cache) }
  package var persistent: ID? { value(of: "twisted.persisted.sob.IPersistable", in: cache) }
}
