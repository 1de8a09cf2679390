import Diagnostics
import PythonEvaluation

/// What the reactor's `listenTCP`, `connectTCP` and their like take (twisted.internet.interfaces).
struct ReactorSignature {
  private var name: String
  /// The parameters, those first that have no default.
  private var parameters: [String]
  private var needed: Int

  /// - Parameter kind: `TCP`, `SSL` and so on; nil where the reactor has no such method.
  init?(_ kind: String, isServer: Bool) {
    guard let (needed, more) = (isServer ? Self.servers : Self.clients)[kind] else { return nil }
    name = (isServer ? "listen" : "connect") + kind
    self.needed = needed.count
    parameters = needed + more
  }

  private typealias Table = [String: (needed: [String], more: [String])]

  private static let servers: Table = [
    "TCP": (["port", "factory"], ["backlog", "interface"]),
    "SSL": (["port", "factory", "contextFactory"], ["backlog", "interface"]),
    "UDP": (["port", "protocol"], ["interface", "maxPacketSize"]),
    "Multicast": (["port", "protocol"], ["interface", "maxPacketSize", "listenMultiple"]),
    "UNIX": (["address", "factory"], ["backlog", "mode", "wantPID"]),
    "UNIXDatagram": (["address", "protocol"], ["maxPacketSize", "mode"]),
  ]

  private static let clients: Table = [
    "TCP": (["host", "port", "factory"], ["timeout", "bindAddress"]),
    "SSL": (["host", "port", "factory", "contextFactory"], ["timeout", "bindAddress"]),
    "UNIX": (["address", "factory"], ["timeout", "checkPID"]),
    "UNIXDatagram": (["address", "protocol"], ["maxPacketSize", "mode", "bindAddress"]),
  ]

  /// Python's words for arguments that the method does not take; nil for those that it does.
  func complaint(of arguments: PythonArguments, isService: Bool) -> String? {
    guard !arguments.isPartial else { return nil }
    let named = arguments.named.map(\.name).filter { !isService || $0 != "reactor" }
    if let other = named.first(where: { !parameters.contains($0) }) {
      let hint = Spelling.meant(by: other, among: parameters).map { "; did you mean \($0)?" } ?? ""
      return "\(name)() got an unexpected keyword argument '\(other)'\(hint)"
    }
    if arguments.positional.count > parameters.count {
      return "\(name)() takes \(parameters.count) arguments, and \(arguments.positional.count) are given"
    }
    let missing = parameters[..<needed].dropFirst(arguments.positional.count).filter { !named.contains($0) }
    return missing.isEmpty
      ? nil : "\(name)() is not given \(missing.map { "'\($0)'" }.joined(separator: " and "))"
  }
}
