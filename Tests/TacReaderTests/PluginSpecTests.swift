import Diagnostics
import Testing
import ApplicationFacts
import TwistedModel

@Suite struct PluginSpecTests {
  /// The listeners, shortly: `tcp 8080 127.0.0.1`.
  private func listeners(_ name: String, _ arguments: String) throws -> [String] {
    try PluginSpec.read(name: name, arguments: arguments.split(separator: " ").map(String.init)).listeners.map {
      [
        $0.transport.rawValue, $0.port?.value.map { String($0) }, $0.path?.value, $0.interface?.value,
        $0.mode?.value.map { String($0, radix: 8) },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("web", "", ["tcp 8080"]), ("web", "--listen tcp:80 --path /srv/www", ["tcp 80"]),
    ("web", "--listen=tcp:80 --listen ssl:443:privateKey=k.pem", ["tcp 80", "ssl 443"]),
    ("web", "-p tcp:8000 --https 8443 -c c.pem -k k.pem", ["tcp 8000", "ssl 8443"]), ("web", "--personal", []),
    ("web", "--listen unix:/run/w.sock:mode=660", ["unix /run/w.sock 660"]),
    ("web", "--listen systemd:domain=INET:index=0", ["systemd"]),
    ("web", "--listen le:/etc/certs:tcp:443", ["unknown"]),
    ("conch", "", ["tcp 22"]), ("conch", "-p tcp:2222 -i 10.0.0.1", ["tcp 2222 10.0.0.1"]),
    ("dns", "", ["tcp 53", "udp 53"]),
    ("dns", "-p5353 -i 127.0.0.1 -rc", ["tcp 5353 127.0.0.1", "udp 5353 127.0.0.1"]),
    ("ftp", "", ["tcp 2121"]), ("ftp", "--port 21", ["tcp 21"]), ("inetd", "", []),
    ("mail", "", ["tcp 8110", "tcp 8025"]), ("mail", "--no-pop3 --smtp tcp:25", ["tcp 25"]),
    ("manhole", "-t tcp:6023:interface=127.0.0.1 -s tcp:6022", ["tcp 6023 127.0.0.1", "tcp 6022"]),
    ("portforward", "-p tcp:8888 -h example.org -d 80", ["tcp 8888"]), ("portforward", "-p tcp:6666", ["tcp 6666"]),
    ("procmon", "sleep 10", []), ("procmon", "-t 5 -- ls -l", []), ("socks", "", ["tcp 1080 127.0.0.1"]),
    ("socks", "-i 0.0.0.0 -p 1081", ["tcp 1081 0.0.0.0"]), ("words", "", []),
    ("words", "--irc-port tcp:6667 --pb-port tcp:8787", ["tcp 6667", "tcp 8787"]),
    ("xmpp-router", "", ["tcp 5347 127.0.0.1"]), ("xmpp-router", "--port tcp:5348", ["tcp 5348"]),
  ])
  func knowsWhereStockPluginsListen(name: String, arguments: String, expected: [String]) throws {
    #expect(try listeners(name, arguments) == expected)
  }

  @Test(arguments: [
    ("web", "--lisen tcp:80"), ("web", "--listen"), ("web", "--listen tcp:http"), ("web", "--listen tcp"),
    ("web", "-z"),
    ("dns", "--port domain"), ("ftp", "--port tcp:21"), ("manhole", ""), ("procmon", ""),
    ("mail", "--no-pop3 --no-smtp"),
    ("portforward", "-d http"),
    // Its own default is a bare port, which today's Twisted does not take (twisted.internet.endpoints.serverFromString).
    ("portforward", ""), ("web", "-p 8000"),
  ])
  func refusesWhatThePluginWouldRefuse(_ name: String, _ arguments: String) {
    let failure = #expect(throws: Failure.self) { try listeners(name, arguments) }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.remedy != nil)
  }

  @Test func knowsFilesAndClients() throws {
    let web = try PluginSpec.read(name: "web", arguments: ["--path", "/srv/www", "-l", "/var/log/w.log"])
    #expect(web.files.map(\.path.value) == ["/srv/www", "/var/log/w.log"])
    #expect(web.files.map(\.use) == [.serves, .logs])
    let forward = try PluginSpec.read(name: "portforward", arguments: ["--port", "tcp:6666", "--host", "example.org"])
    #expect(forward.clients.map(\.host?.value) == ["example.org"])
    #expect(forward.clients.map(\.port?.value) == [6665])
  }

  @Test func saysThatAForeignPluginIsNotKnown() throws {
    let application = try PluginSpec.read(name: "buildbot", arguments: ["--anything"])
    #expect(application.plugins.map(\.name.value) == ["buildbot"])
    #expect(application.listeners.isEmpty)
    #expect(application.diagnostics.first?.remedy != nil)
  }
}
