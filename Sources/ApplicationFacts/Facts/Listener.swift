import Diagnostics

/// Something that waits for connections or datagrams.
package struct Listener: Sendable, Equatable {
  package enum Transport: String, Sendable, Equatable, CaseIterable {
    case tcp, ssl, udp, multicast, unix, unixDatagram
    /// A socket that systemd opened and hands over (`systemd:domain=INET:index=0`).
    case systemd
    /// A listener whose kind only running the application would tell.
    case unknown
  }
  package var transport: Transport
  package var port: Fact<Int>?
  /// The address bound; `nil` or an empty value is all of them.
  package var interface: Fact<String>?
  /// The path of a UNIX socket; Linux's abstract names begin with `@` or NUL.
  package var path: Fact<String>?
  /// The permission bits of a UNIX socket.
  package var mode: Fact<Int>?
  /// Which of the sockets that systemd hands over it takes.
  package var socket: SystemdSocket?
  /// The description of its endpoint where that is a port and nothing else.
  package var bareDescription: String?
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether it opens only once the service runs.
  package var isLater = false

  package init(
    _ transport: Transport, port: Fact<Int>? = nil, interface: Fact<String>? = nil, path: Fact<String>? = nil,
    mode: Fact<Int>? = nil, certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.transport = transport
    self.port = port
    self.interface = interface
    self.path = path
    self.mode = mode
    self.certainty = certainty
    self.location = location
  }
}

/// Which of the sockets that systemd hands over an application takes (sd_listen_fds(3)).
package struct SystemdSocket: Sendable, Equatable {
  /// Its place, from 0; `nil` where that is not known.
  package var index: Int?
  /// The name that its unit gives it.
  package var name: String?
}
