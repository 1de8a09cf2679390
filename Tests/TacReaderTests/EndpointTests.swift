import Testing
import ApplicationFacts

@Suite struct EndpointTests {
  /// Expectations taken from `twisted.internet.endpoints._parse` of Twisted 22.4.
  @Test(
    arguments: [
      ("tcp:8080", "tcp", ["8080"], [:]),
      ("tcp:port=80:interface=127.0.0.1", "tcp", [], ["port": "80", "interface": "127.0.0.1"]),
      (#"unix:/a\:b:mode=660"#, "unix", ["/a:b"], ["mode": "660"]), (#"tcp:a\=b:c=d=e"#, "tcp", ["a=b"], ["c": "d=e"]),
      ("8080", "8080", [], [:]), ("tcp:", "tcp", [""], [:]), (#"x:\\"#, "x", [#"\"#], [:]), (#"x:a\"#, "x", ["a"], [:]),
    ] as [(String, String, [String], [String: String])])
  func takesDescriptionsApart(text: String, name: String, positional: [String], named: [String: String]) throws {
    let description = try #require(EndpointDescription(text))
    #expect(description.name == name)
    #expect(description.positional == positional)
    #expect(description.named == named)
  }

  @Test(arguments: ["", ":80", "a=b"]) func refusesNamelessDescriptions(_ text: String) {
    #expect(EndpointDescription(text) == nil)
  }

  private func words(_ text: String) -> [String]? {
    ServerEndpoint(parsing: text).map {
      [$0.transport.rawValue, $0.port, $0.interface, $0.path, $0.mode, $0.privateKey, $0.certificate].compactMap { $0 }
    }
  }

  @Test(arguments: [
    ("tcp:8080", ["tcp", "8080"]), ("tcp:8080:interface=127.0.0.1", ["tcp", "8080", "127.0.0.1"]),
    ("tcp:8080:10.0.0.1:5", ["tcp", "8080", "10.0.0.1"]), ("8080", ["tcp", "8080"]),
    ("TCP:port=1", ["tcp", "1"]), ("tcp6:80", ["tcp", "80", "::"]),
    ("tcp6:80:interface=\\:\\:1", ["tcp", "80", "::1"]),
    ("ssl:443", ["ssl", "443", "server.pem", "server.pem"]), ("ssl:443:privateKey=k", ["ssl", "443", "k", "k"]),
    ("ssl:port=443:privateKey=k:certKey=c", ["ssl", "443", "k", "c"]), ("unix:/run/x", ["unix", "/run/x"]),
    ("unix:address=/run/x:mode=660:lockfile=0", ["unix", "/run/x", "660"]),
    ("systemd:domain=INET6:index=1", ["systemd"]),
    ("haproxy:tcp:80:interface=::", ["tcp", "80", ""]), ("haproxy:ssl:443:privateKey=k", ["ssl", "443", "k", "k"]),
    ("onion:80", ["unknown"]), ("le:/certs:tcp:443", ["unknown"]), ("haproxy", ["unknown"]),
    ("haproxy:haproxy:haproxy:haproxy:haproxy:tcp:1", ["unknown"]),
  ])
  func knowsServers(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

  @Test func standardInputListensOnNothing() { #expect(ServerEndpoint(parsing: "stdio:") == nil) }

  @Test(arguments: [
    ("tcp:example.org:80", ["tcp", "example.org", "80"]),
    ("tcp:host=example.org:port=80", ["tcp", "example.org", "80"]),
    ("tcp:host=example.org:80", ["tcp", "example.org", "80"]),
    ("ssl:example.org:443:caCertsDir=/etc", ["ssl", "example.org", "443"]),
    ("tls:example.org:443", ["ssl", "example.org", "443"]), ("unix:/run/x", ["unix", "/run/x"]),
    ("unix:path=/run/x", ["unix", "/run/x"]),
    ("tor:a.onion:80", ["unknown"]),
  ])
  func knowsClients(_ text: String, _ expected: [String]) throws {
    let client = try #require(ClientEndpoint(parsing: text))
    #expect([client.transport.rawValue, client.host, client.port, client.path].compactMap { $0 } == expected)
  }
}
