import Diagnostics

/// Something that the application connects to.
package struct Client: Sendable, Equatable {
  package var transport: Listener.Transport
  package var host: Fact<String>?
  package var port: Fact<Int>?
  package var path: Fact<String>?
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether only code connects that runs once the service is started.
  package var isLater = false

  package init(
    _ transport: Listener.Transport, host: Fact<String>? = nil, port: Fact<Int>? = nil, path: Fact<String>? = nil,
    certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.transport = transport
    self.host = host
    self.port = port
    self.path = path
    self.certainty = certainty
    self.location = location
  }
}
