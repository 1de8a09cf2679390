import ApplicationFacts
import SavedObjects

/// Reads `twisted.internet.endpoints`, whose constructor arguments are kept in private attributes.
extension GraphFacts {
  mutating func findServerEndpoint(_ outer: Node, at path: String) {
    let (endpoint, place) = unwrapped(outer, at: path)
    guard let object = graph.object(endpoint), let name = graph.name(graph.resolved(object.target))?.name else {
      application.listeners.append(Listener(.unknown, certainty: .unknown, at: location(place)))
      return
    }
    var listener = Listener(.unknown, at: location(place))
    switch name {
    case "TCP4ServerEndpoint", "TCP6ServerEndpoint": listener.transport = .tcp
    case "SSL4ServerEndpoint": listener.transport = .ssl
    case "UNIXServerEndpoint": listener.transport = .unix
    case "AdoptedStreamServerEndpoint": listener.transport = .systemd
    default: listener.certainty = .unknown
    }
    switch listener.transport {
    case .tcp, .ssl:
      listener.port = field(endpoint, "_port").map { integerFact($0, at: "\(place)._port") }
      listener.interface = field(endpoint, "_interface").map { textFact($0, at: "\(place)._interface") }
    case .unix:
      listener.path = field(endpoint, "_address").map { textFact($0, at: "\(place)._address") }
      listener.mode = field(endpoint, "_mode").map { integerFact($0, at: "\(place)._mode") }
    default: break
    }
    application.listeners.append(listener)
  }

  /// A `ClientService` keeps its endpoint itself or in the state machine that drives it.
  mutating func findClientService(_ service: Node) {
    let machine = field(service, "_machine").flatMap { field($0, "_endpoint") }
    guard let found = machine ?? field(service, "_endpoint") else {
      application.clients.append(Client(.unknown, certainty: .unknown, at: location(services.path(in: graph))))
      return
    }
    let (endpoint, place) = unwrapped(found, at: joined(machine == nil ? "_endpoint" : "_machine._endpoint"))
    let name = graph.object(endpoint).flatMap { graph.name(graph.resolved($0.target))?.name } ?? ""
    var client = Client(.unknown, at: location(place))
    switch name {
    case "TCP4ClientEndpoint", "TCP6ClientEndpoint", "HostnameEndpoint":
      client.transport = found == endpoint ? .tcp : .ssl
    case "SSL4ClientEndpoint": client.transport = .ssl
    case "UNIXClientEndpoint": client.transport = .unix
    default: client.certainty = .unknown
    }
    let host = field(endpoint, "_hostText") ?? field(endpoint, "_hostStr") ?? field(endpoint, "_host")
    client.host = host.map { textFact($0, at: "\(place)._host") }
    client.port = field(endpoint, "_port").map { integerFact($0, at: "\(place)._port") }
    client.path = field(endpoint, "_path").map { textFact($0, at: "\(place)._path") }
    application.clients.append(client)
  }

  /// TLS and similar layers hold the endpoint that they wrap.
  private mutating func unwrapped(_ endpoint: Node, at path: String) -> (endpoint: Node, path: String) {
    var (current, place) = (endpoint, path)
    for _ in 0..<8 {
      if let inner = field(current, "_wrappedEndpoint") {
        (current, place) = (inner, "\(place)._wrappedEndpoint")
      } else if let inner = field(current, "_wrapped") {
        (current, place) = (inner, "\(place)._wrapped")
      } else {
        break
      }
    }
    return (current, place)
  }
}
