import ApplicationFacts
import Text
import Toolbox

extension Application {
  /// The same, with the values of the configuration that it reads: where it is run from, which is beside its file, or for a
  /// plugin beside `twisted/plugins`.
  func configured(beside file: String) -> Application {
    let place = Path(file).folder
    let start = format == .plugin && place.hasSuffix("twisted/plugins") ? Path(Path(place).folder).folder : place
    guard hasSettings, let folder = try? Folder(start) else { return self }
    let values = ConfigurationValues(of: self, in: folder)
    var result = self
    result.take { values[$0] }
    return result
  }

  /// Whether a port, a host or a path is a setting's, so that the files are worth reading.
  var hasSettings: Bool {
    let origins =
      listeners.flatMap { [$0.port?.origin, $0.interface?.origin, $0.path?.origin] } + files.map(\.path.origin)
      + clients.flatMap { [$0.host?.origin, $0.port?.origin] }
    return origins.contains { $0?.hasPrefix("config:") == true }
  }

  /// Takes values for the defaults of what is read from a setting or a variable.
  ///
  /// - Parameter value: By the origin that a fact tells (`config:section.key`, `env:PORT`).
  mutating func take(_ value: (String) -> SettingValue?) {
    for index in listeners.indices { listeners[index].take(value) }
    for index in clients.indices {
      clients[index].host?.take(value) { $0 }
      clients[index].port?.take(value, Listener.port)
    }
    for index in files.indices { files[index].path.take(value) { $0 } }
  }
}

extension Listener {
  fileprivate mutating func take(_ value: (String) -> SettingValue?) {
    if transport == .unknown, let origin = port?.origin, let setting = value(origin),
      let endpoint = ServerEndpoint(parsing: setting.text)
    {
      transport = endpoint.transport
      port?.fallback = endpoint.port.flatMap(Self.port)
      port?.configuration = setting.file
      interface = endpoint.interface.map { Fact($0, at: location) }
      path = endpoint.path.map { Fact($0, at: location) }
      socket = endpoint.socket
    } else {
      port?.take(value, Self.port)
    }
    interface?.take(value) { $0 }
    path?.take(value) { $0 }
  }

  fileprivate static func port(_ text: String) -> Int? {
    Int(text).flatMap { (0...65535).contains($0) ? $0 : nil }
  }
}

extension Fact {
  fileprivate mutating func take(_ value: (String) -> SettingValue?, _ read: (String) -> Value?) {
    guard let origin, let setting = value(origin), let read = read(setting.text) else { return }
    (fallback, configuration, base) = (read, setting.file, nil)
  }
}
