import ApplicationFacts
import Diagnostics
import PythonSyntax

/// What code that was not read is told to listen on or to connect to.
package extension Evaluator {
  /// Ends the origin of what was made with an address, of which there is a note already.
  private static let addressed = " with an address"

  /// Whether a note says already that it is not known what something opens.
  static func isAddressed(_ origin: String) -> Bool { origin.hasSuffix(addressed) }

  /// What a call of a function or class from elsewhere gives, of which there is a note when an address is among the arguments.
  mutating func unread(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let made = "a call of \(callName(id))"
    guard Module.Kind.of(name) == .thirdParty, name.contains("."),
      tellOfAddress(arguments, givenTo: "\(module):\(id)", at: id)
    else { return .unknown(made) }
    return .unknown(made + Self.addressed)
  }

  /// Notes that code which was not read is given an address: once for each thing, however often it is told.
  ///
  /// - Parameter receiver: what tells the thing from others.
  @discardableResult
  mutating func tellOfAddress(_ arguments: PythonArguments, givenTo receiver: String, at id: UInt32) -> Bool {
    let written = callName(id)
    guard isAlive, !modules[module].isStub, !Self.isAddressed(receiver) else { return false }
    let words = written.dropLast(2).split(separator: ".").map { $0.lowercased() }
    guard let method = words.last, !Self.isPlain(method), holdsAddress(arguments, for: method) else {
      return false
    }
    let name = receiver.hasPrefix(Self.objectMark) ? "" : words.dropLast().joined(separator: ".")
    noteAddress(receiver + name, written, at: id)
    return true
  }

  private static let objectMark = "object "

  /// The same for an instance of the program's own class that inherits from one which was not read.
  mutating func tellOfAddress(_ arguments: PythonArguments, givenToObject number: Int, at id: UInt32) {
    tellOfAddress(arguments, givenTo: Self.objectMark + String(number), at: id)
  }

  /// Whether there is a note that an object was given an address.
  func isAddressed(object number: Int) -> Bool { addressed.contains(Self.objectMark + String(number)) }

  /// Notes that an attribute of something that was not read is set to an address.
  mutating func tellOfAddress(_ value: PythonValue, storedAs name: String, of owner: UnknownValue, at id: UInt32) {
    guard isAlive, owner.origin.hasPrefix("a call of "), !Self.isAddressed(owner.origin), isAddress(value, named: name)
    else { return }
    let thing = tree.node(id).map { writtenName($0.first) } ?? ""
    noteAddress(owner.origin + thing.lowercased(), String(owner.origin.dropFirst(10)), at: id)
  }

  private mutating func noteAddress(_ thing: String, _ written: String, at id: UInt32) {
    guard addressed.insert(thing).inserted else { return }
    guard !findings.isTalkative else { return }
    findings.note(
      .portUnknown, "what \(written) opens or connects to is not known, for its code was not read", at: location(id),
      remedy: "if it listens, name its ports with --port tcp:NUMBER", about: .port)
  }

  /// Methods of things of many kinds that open nothing.
  private static let plain: Set = [
    "get", "setdefault", "pop", "update", "append", "add", "insert", "format", "add_argument", "add_option",
    "set_defaults", "define", "option", "default", "debug", "info", "warn", "warning", "error", "critical", "log",
    "msg",
    "print", "write", "dict", "replace", "split", "join", "field", "column", "getint", "int", "str", "execute",
  ]

  private static func isPlain(_ method: String) -> Bool {
    plain.contains(method) || ["load", "read", "parse", "merge", "valid", "log"].contains(where: method.hasPrefix)
  }

  private func holdsAddress(_ arguments: PythonArguments, for method: String) -> Bool {
    arguments.named.prefix(32).contains { isAddress($0.value, named: $0.name) }
      || arguments.positional.prefix(16).contains { isAddress($0, in: method) }
  }

  /// Whether a value is an address where it is given a name.
  private func isAddress(_ value: PythonValue, named name: String) -> Bool {
    let words = name.lowercased().split(separator: "_")
    guard let last = words.last else { return false }
    if last.hasSuffix("port") || last == "ports" {
      return value.alternatives.contains { value in
        switch value {
        case .integer(let number): 1...65_535 ~= number
        case .text(let text): !text.isEmpty
        case .unknown, .object, .tuple: true
        default: false
        }
      }
    }
    let places = [
      "host", "hostname", "addr", "address", "endpoint", "endpoints", "bind", "listen", "interface", "server",
    ]
    if places.contains(where: { last.hasSuffix($0) }) {
      return value.alternatives.contains { value in
        switch value {
        case .text(let text): !text.isEmpty
        case .unknown: last != "server"
        case .tuple, .object: holdsAddress(value, level: 0)
        default: false
        }
      }
    }
    return isAddress(value, in: "")
  }

  /// Whether a value is an address by its look, or as the number that a method of some name takes.
  private func isAddress(_ value: PythonValue, in method: String) -> Bool {
    value.alternatives.contains { value in
      switch value {
      case .integer(let number):
        ["listen", "bind", "serve"].contains(where: method.contains) && 1...65_535 ~= number
          || ["run", "start", "connect"].contains(where: method.contains) && 1024...65_535 ~= number
      case .text(let text): Self.isAddress(text)
      case .tuple, .object: holdsAddress(value, level: 0)
      default: false
      }
    }
  }

  /// `("0.0.0.0", 8000)`, `{"port": 8000}`, and lists of such.
  private func holdsAddress(_ value: PythonValue, level: Int) -> Bool {
    guard level < 3 else { return false }
    switch value {
    case .tuple(let values):
      if values.count == 2 || values.count == 4, case .integer(let port) = values[1], 1...65_535 ~= port {
        if case .text(let host) = values[0] { return host.isEmpty || Self.isHost(host) }
        if case .unknown = values[0] { return true }
      }
      return values.prefix(16).contains { holdsAddress($0, level: level + 1) }
    case .text(let text): return Self.isAddress(text)
    case .object(let number):
      switch objects[number].kind {
      case .list(let content): return content.items.prefix(16).contains { holdsAddress($0, level: level + 1) }
      case .dictionary(let content) where !content.isSet:
        return content.entries.prefix(64).contains { entry in
          if case .text(let name) = entry.key, case .integer = entry.value, isAddress(entry.value, named: name) {
            return true
          }
          return holdsAddress(entry.value, level: level + 1)
        }
      default: return false
      }
    default: return false
    }
  }

  /// `tcp:8080`, `unix:/run/x`, `ws://localhost:9000`, `0.0.0.0:80`, `127.0.0.1`.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count < 300, !text.utf8.contains(where: { $0 == 0x20 || $0 == 0x0A }) else { return false }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return isNumeric(text[...]) || text == "localhost" }
    let (start, rest) = (parts[0].lowercased(), parts[1])
    if rest.hasPrefix("//") {
      let place = rest.dropFirst(2).prefix { $0 != "/" }
      guard let colon = place.lastIndex(of: ":") else { return ["ws", "wss"].contains(start) }
      return isPort(place[place.index(after: colon)...])
    }
    if ["tcp", "tcp4", "tcp6", "ssl", "tls", "udp", "unix", "onion"].contains(start) { return !rest.isEmpty }
    return (start.isEmpty || isNumeric(parts[0]) || start == "localhost" || start == "*") && isPort(rest)
  }

  private static func isPort(_ text: Substring) -> Bool {
    if text.unicodeScalars.contains(where: { MarkedText.holeIndex($0) != nil }) { return true }
    return Int(text).map { 1...65_535 ~= $0 } ?? false
  }

  private static func isHost(_ text: String) -> Bool {
    !text.utf8.contains { $0 == 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
  }

  /// Whether a text is an address of IPv4 (RFC 791) or the one of IPv6 that stands for all.
  private static func isNumeric(_ text: Substring) -> Bool {
    if text == "::" || text == "::1" { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
