import Foundation
import TestSupport
import Testing
import Verification

/// An application of several files: how it is packaged, and what one who speaks its protocol is told.
struct ExampleApplication: Sendable, CustomTestStringConvertible {
  /// The folder below Tests/CollectingTests/Examples.
  let folder: String
  /// The tools' arguments, given in that folder.
  let arguments: [String]
  /// The name of the package and of the service.
  let service: String
  /// Python that prints the service's answer.
  let question: String
  let answer: String
  /// Other services of the package.
  var others: [String] = []
  /// Where it is installed: a root that has what the application imports.
  var root = RootRecipe.secure
  /// Shell that makes what no repository should hold.
  var preparation = ":"

  var testDescription: String { folder }
  var services: [String] { [service] + others }

  static let all = [
    ExampleApplication(
      folder: "own", arguments: ["-t", "shop.tac"], service: "twisted-shop",
      question: page("http://127.0.0.1:8081/"),
      answer: "Good morning, data of the package and a module imported late"),
    ExampleApplication(
      folder: "own", arguments: ["-t", "shop.tac", "-p", "files"], service: "twisted-files",
      question: page("http://127.0.0.1:8081/files/a%20page,%20100%25%20%22%C3%A4%22.txt"),
      answer: "a file by a relative path\n"),
    ExampleApplication(
      folder: "src-layout", arguments: ["--project", "."], service: "echo-server", question: stream(7007),
      answer: "echo: hello"),
    ExampleApplication(
      folder: "plugin",
      arguments: ["-t", "twisted/plugins/greeter_plugin.py", "--", "--port", "7018", "--greeting", greeting],
      service: "twisted-greeter", question: stream(7018), answer: greeting + "\n"),
    ExampleApplication(
      folder: "udp", arguments: ["-t", "udp.tac"], service: "twisted-udp",
      question: """
        import socket
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.settimeout(2)
        s.sendto(b"hello", ("127.0.0.1", 7009))
        print(s.recv(100).decode(), end="")
        """, answer: "udp: hello"),
    ExampleApplication(
      folder: "two", arguments: ["-t", "day.tac", "-t", "night.tac"], service: "twisted-day",
      question: stream(7011) + "\n" + stream(7012), answer: "day: hellonight: hello", others: ["twisted-night"]),
    ExampleApplication(
      folder: "registered", arguments: ["-t", "myecho/plugins.tml", "--", "--port", "7025"], service: "twisted-echo",
      question: stream(7025), answer: "registered: hello"),
    // A plugin that twist runs, which hands on to a program; another program, which is a console script.
    ExampleApplication(
      folder: "programs",
      arguments: [
        "--project", ".", "--runner", "twist", "--reactor", "epoll", "--twistd-option", "--log-level=debug", "--plugin",
        "portforward", "--script", "serve.py", "--command", "answer 7023", "--", "--port", "tcp:7022", "--host",
        "127.0.0.1", "--dest_port", "7021", "--", "--port", "7021",
      ],
      service: "answers", question: stream(7022) + "\n" + stream(7023), answer: "script: hellocommand: hello",
      others: ["twisted-serve", "twisted-answer"]),
    ExampleApplication(
      folder: "chat", arguments: ["-t", "chat.tac"], service: "twisted-chat",
      question: """
        import socket
        s = socket.create_connection(("127.0.0.1", 7013), 2)
        s.sendall(b"GET / HTTP/1.1\\r\\nHost: 127.0.0.1:7013\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\n"
          b"Sec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n\\r\\n")
        f = s.makefile("rb")
        assert b" 101 " in f.readline()
        while f.readline().strip(): pass
        # A text frame, masked with zeros as only clients mask (RFC 6455, 5.2).
        s.sendall(b"\\x81\\x85\\0\\0\\0\\0hello")
        first, size = f.read(2)
        assert first == 0x81
        print(f.read(size).decode(), end="")
        """, answer: "chat: hello", root: .websocket),
    ExampleApplication(
      folder: "unix", arguments: ["-t", "unix.tac"], service: "twisted-unix",
      question: """
        import socket
        s = socket.socket(socket.AF_UNIX)
        s.connect("/run/twisted-unix/socket")
        s.sendall(b"hello")
        print(s.recv(100).decode(), end="")
        """, answer: "unix: hello"),
    ExampleApplication(
      folder: "privileged", arguments: ["-t", "low.tac"], service: "twisted-low", question: stream(707),
      answer: "low: hello"),
    ExampleApplication(
      folder: "tls", arguments: ["-t", "tls.tac", "--include", "key.pem"], service: "twisted-tls",
      question: """
        import socket, ssl
        c = ssl.create_default_context(cafile="/usr/share/twisted-tls/certificate.pem")
        s = c.wrap_socket(socket.create_connection(("127.0.0.1", 7010), 2), server_hostname="localhost")
        s.sendall(b"hello")
        print(s.recv(100).decode(), end="")
        """, answer: "tls: hello",
      preparation: """
        openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=localhost \
          -addext subjectAltName=DNS:localhost 2>/dev/null
        """),
  ]

  /// The one whose service has a name.
  static func of(_ service: String) throws -> ExampleApplication {
    try #require(all.first { $0.service == service })
  }

  /// What the shell, systemd, xargs and twistd could each take apart in their own way.
  static let greeting = #"it's "a" \ b $HOME `id` 50% *;&|x  y"#

  private static func page(_ address: String) -> String {
    "import urllib.request\nprint(urllib.request.urlopen('\(address)', timeout=2).read().decode(), end='')"
  }

  static func stream(_ port: Int) -> String {
    """
    import socket
    s = socket.create_connection(("127.0.0.1", \(port)), 2)
    s.sendall(b"hello")
    print(s.recv(1000).decode(), end="")
    """
  }
}

extension ExampleApplication {
  /// Calls `body` with the path of the package that a tool makes of the application.
  func withPackage<Result>(_ tool: String, ending: String, _ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { scratch in
      let source = "\(scratch)/source"
      try run("cp", "-R", "\(Places.repository)/Tests/CollectingTests/Examples/\(folder)", source).successful()
      try run("sh", "-ec", preparation, in: source).successful()
      var words = ["-m", "Ada Example <ada@example.org>", "-o", "\(scratch)/out", "--sysv"]
      words += arguments
      var program = Program(tool, words)
      program.folder = source
      try program.run().successful()
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(scratch)/out")
      guard let name = names.first(where: { $0.hasSuffix(ending) }) else {
        throw RootFailure(message: "no \(ending) among \(names)")
      }
      return try body("\(scratch)/out/\(name)")
    }
  }

  /// What the running service answers, waited for up to ten seconds.
  func reply(in root: DebianRoot) throws -> String {
    var reply = ""
    try? waitUntil("the answer of \(service)", timeout: .seconds(10)) {
      reply = try root.run("python3", "-c", question).output
      return !reply.isEmpty
    }
    return reply
  }

  /// Installs the .rpm into its root, starts the services, speaks to them and erases the package again.
  func expectRPMToAnswer(ending: String) throws {
    try withPackage(Places.tap2rpm, ending: ending) { package in
      let root = try DebianRoot.likeRPM(root)
      try root.copy(package, to: "/tmp/example.rpm")
      let before = try FileListing(of: root)
      let installation = try root.rpm("--install", "--nodeps", "/tmp/example.rpm").successful()
      #expect(installation.errors.isEmpty, "\(installation)")
      for service in services { try root.run("/etc/init.d/\(service)", "start").successful() }
      #expect(try reply(in: root) == answer)
      #expect(try root.rpm("--verify", "--nodeps", service).output.isEmpty)

      let erasure = try root.rpm("--erase", service).successful()
      #expect(erasure.errors.isEmpty, "\(erasure)")
      let left = try FileListing(of: root).changes(
        since: before, except: FileListing.systemChanges + ["\(DebianRoot.database)/"])
      #expect(left.isEmpty, "left after erasure:\n\(left.joined(separator: "\n"))")
    }
  }
}
