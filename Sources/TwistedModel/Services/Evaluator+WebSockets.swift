import PythonEvaluation
import ApplicationFacts
import PythonSyntax

extension Evaluator {
  /// The attribute that keeps the address which a factory of Autobahn was made with.
  private static let webSocketAddress = "(web socket)"

  /// Keeps the address that the constructor of a factory of web sockets is given; false for other classes.
  mutating func constructWebSocket(_ name: String, in number: Int, with arguments: PythonArguments) -> Bool {
    guard Self.isWebSocketFactory(name) else { return false }
    let symbol = symbol(Self.webSocketAddress)
    setAttribute(symbol, of: number, to: arguments.value(0, "url") ?? PythonValue.none)
    if arguments.value(0, "url") != nil {
      let address = webSocketAddress(of: .object(number))
      for (name, value) in [("host", address.host), ("port", address.port), ("isSecure", .bool(address.isSecure))] {
        let attribute = self.symbol(name)
        setAttribute(attribute, of: number, to: value)
      }
    }
    return true
  }

  /// Factories of Autobahn (`autobahn.websocket`, `autobahn.twisted.websocket`, `autobahn.wamp`).
  private static func isWebSocketFactory(_ name: String) -> Bool {
    name.hasPrefix("autobahn.") && (name.hasSuffix("ServerFactory") || name.hasSuffix("ClientFactory"))
  }

  /// `listenWS(factory)` and `connectWS(factory)`, whose ports stand in the address that the factory was made with.
  mutating func callWebSocket(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    guard name.hasPrefix("autobahn.") else { return nil }
    if Self.isWebSocketFactory(name) {
      let value = makeInstance(name, arguments, at: id)
      if case .object(let number) = value { _ = constructWebSocket(name, in: number, with: arguments) }
      return value
    }
    let function = name.split(separator: ".").last
    guard function == "listenWS" || function == "connectWS" else { return nil }
    let address = webSocketAddress(of: arguments.value(0, "factory"))
    let port = address.port
    if function == "listenWS" {
      // Without an address the context tells: only a secure factory is given one.
      let context = arguments.value(1, "contextFactory")
      let hasContext = context.map { if case .none = $0 { false } else { true } } ?? false
      let isSecure = if case .unknown = port { address.isSecure || hasContext } else { address.isSecure }
      var listening = Listening(
        transport: isSecure ? .ssl : .tcp, line: line(id), file: file, isConditional: !isSure)
      listening.port = port
      listening.interface = arguments.value(3, "interface")
      listen([listening])
      return .unknown("a listening port")
    }
    add(
      Findings.Connection(
        transport: address.isSecure ? .ssl : .tcp, host: address.host, port: port, isConditional: !isSure,
        location: location(id)))
    return .unknown("a connector")
  }

  private mutating func webSocketAddress(
    of factory: PythonValue?
  ) -> (isSecure: Bool, host: PythonValue, port: PythonValue) {
    guard case .object(let number)? = factory, let symbol = names.find(Self.webSocketAddress),
      let address = objects[number].attributes[symbol], case .text(let text) = address
    else {
      let unknown = PythonValue.unknown(factory.map { origin(of: $0) } ?? "no factory")
      return (false, unknown, unknown)
    }
    // RFC 6455, section 3: `ws://host:port/path`, by default 80 and 443.
    let isSecure = text.hasPrefix("wss:")
    let rest = text.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
    guard !rest.isEmpty else { return (isSecure, .text(""), .unknown("a web socket without an address")) }
    let isBracketed = rest.first == "["
    let host = isBracketed ? rest.dropFirst().prefix { $0 != "]" } : rest.prefix { $0 != ":" }
    let tail = rest.dropFirst(host.count + (isBracketed ? 2 : 0))
    let port = tail.first == ":" ? self.number(String(tail.dropFirst()), radix: 10) : .integer(isSecure ? 443 : 80)
    if MarkedText.hasHole(String(host)), tail.isEmpty {
      let unknown = PythonValue.unknown(origin(of: .text(String(host))))
      return (isSecure, unknown, unknown)
    }
    return (isSecure, .text(String(host)), port)
  }
}
