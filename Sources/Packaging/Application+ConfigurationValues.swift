import ApplicationFacts
import Toolbox

extension Application {
  /// Whether a port, an interface or a path is a setting's, so that the files are worth reading.
  var hasSettings: Bool {
    let origins =
      listeners.flatMap { [$0.port?.origin, $0.interface?.origin, $0.path?.origin] } + files.map(\.path.origin)
    return origins.contains { $0?.hasPrefix("config:") == true }
  }

  /// The same application, with the values of its configuration for the defaults of what it reads there.
  func configured(by values: ConfigurationValues) -> Application {
    var result = self
    for index in listeners.indices {
      result.listeners[index].port?.take(values) { Int($0).flatMap { (0...65535).contains($0) ? $0 : nil } }
      result.listeners[index].interface?.take(values) { $0 }
      result.listeners[index].path?.take(values) { $0 }
    }
    for index in files.indices { result.files[index].path.take(values) { $0 } }
    return result
  }
}

extension Fact {
  /// Takes the value of a setting for the default.
  fileprivate mutating func take(_ values: ConfigurationValues, _ read: (String) -> Value?) {
    guard let value = values[origin], let read = read(value.text) else { return }
    (fallback, configuration) = (read, value.file)
  }
}
