import Diagnostics
import PackageModel
import ApplicationFacts

extension Subject {
  /// The same, with the values that the packager gives to variables for the defaults of what is read from them.
  func given(_ variables: [ProcessSettings.Variable]) -> Subject {
    guard !variables.isEmpty, var application else { return self }
    let values = Dictionary(variables.map { ("env:\($0.name)", $0.value) }, uniquingKeysWith: { first, _ in first })
    for index in application.listeners.indices { application.listeners[index].take(values) }
    for index in application.files.indices {
      if let origin = application.files[index].path.origin, let value = values[origin] {
        application.files[index].path.fallback = value
        application.files[index].path.base = nil
      }
    }
    return with(application)
  }
}

extension Subject {
  /// The same, with the reactor that the packager chooses, and what that needs.
  func running(on reactor: Reactor?) -> Subject {
    guard let reactor, var application, !isProgram else { return self }
    let location = SourceLocation(file: "--reactor \(reactor.rawValue)")
    if let module = reactor.module, !application.modules.contains(where: { $0.name == module }) {
      application.modules.append(Module(module, .thirdParty, at: location))
    }
    return with(application)
  }

  private var isProgram: Bool { if case .program = request { true } else { false } }
}

extension Listener {
  fileprivate mutating func take(_ values: [String: String]) {
    if let origin = port?.origin, let value = values[origin] {
      if transport == .unknown, let endpoint = ServerEndpoint(parsing: value) {
        transport = endpoint.transport
        port?.fallback = endpoint.port.flatMap { Int($0) }
        interface = endpoint.interface.map { Fact($0, at: location) }
        path = endpoint.path.map { Fact($0, at: location) }
        socket = endpoint.socket
      } else if let number = Int(value), (0...65535).contains(number) {
        port?.fallback = number
      }
    }
    if let origin = interface?.origin, let value = values[origin] { interface?.fallback = value }
    if let origin = path?.origin, let value = values[origin] { path?.fallback = value }
  }
}
