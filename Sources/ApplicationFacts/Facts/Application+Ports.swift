import Diagnostics

package extension Application {
  /// Turns ports that no socket can have into unknown ones: an application that computes with them fails before it listens.
  mutating func doubtPorts() {
    for index in listeners.indices { listeners[index].port = listeners[index].port?.asPort }
    for index in clients.indices { clients[index].port = clients[index].port?.asPort }
  }

  /// Tells of ports that the application surely asks for and cannot have: Python refuses them when it starts.
  mutating func refusePorts() {
    for listener in listeners where listener.certainty == .sure {
      // endpoints.serverFromString, in the words of its `_matchPluginToPrefix`.
      if let bare = listener.bareDescription {
        diagnostics.append(
          .error(
            .applicationFails, "ValueError: Unknown endpoint type: '\(bare)'", at: listener.location,
            remedy: "write tcp:\(bare), or package the file unread with --no-inspect"))
      }
      guard let port = listener.port, port.certainty == .sure, let value = port.value, !(0...65_535).contains(value)
      else { continue }
      diagnostics.append(
        .error(
          .applicationFails, "OverflowError: bind(): port must be 0-65535, not \(value)", at: listener.location,
          remedy: "give a port below 65536, or package the file unread with --no-inspect"))
    }
  }
}

package extension Fact<Int> {
  /// The fact where its values are ports, 0 to 65535 (RFC 9293, 3.1).
  fileprivate var asPort: Fact<Int> {
    let ports = 0...65_535
    var fact = self
    if let fallback, !ports.contains(fallback) { fact.fallback = nil }
    guard let value, !ports.contains(value) else { return fact }
    return Fact(nil, at: location, origin: "a number that is no port: \(value)", fallback: fact.fallback)
  }
}
