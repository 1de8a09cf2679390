import ApplicationFacts

/// Something that waits for connections, with its values as far as they are known.
package struct Listening: Sendable {
  package var transport: Listener.Transport
  package var port: PythonValue?
  package var interface: PythonValue?
  package var path: PythonValue?
  package var mode: PythonValue?
  package var socket: SystemdSocket?
  /// The description that says a port and nothing else.
  package var bareDescription: String?
  package var line: Int
  package var file: String
  package var isConditional: Bool
  /// Whether it opens only once the service runs.
  package var isLater = false

  package init(
    transport: Listener.Transport, port: PythonValue? = nil, interface: PythonValue? = nil, path: PythonValue? = nil,
    mode: PythonValue? = nil, socket: SystemdSocket? = nil, bareDescription: String? = nil, line: Int, file: String,
    isConditional: Bool
  ) {
    self.transport = transport
    self.port = port
    self.interface = interface
    self.path = path
    self.mode = mode
    self.socket = socket
    self.bareDescription = bareDescription
    self.line = line
    self.file = file
    self.isConditional = isConditional
  }
}
