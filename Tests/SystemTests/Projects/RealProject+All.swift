extension RealProject {
  static let all = [
    RealProject(
      name: "buildbot-master", requirements: ["buildbot[bundle]==4.3.0", "setuptools<81"],
      preparation: """
        buildbot create-master --quiet --relocatable .
        mv master.cfg.sample master.cfg
        """,
      options: [
        "-t", "buildbot.tac", "--include", "master.cfg:/etc/buildbot-master/", "--init-command",
        "buildbot upgrade-master .",
      ],
      question: page("http://127.0.0.1:8010/api/v2/builders"), answer: #""name": "runtests""#,
      edit: "sed -i 's/runtests/nightly/' /etc/buildbot-master/master.cfg", answerThen: #""name": "nightly""#),
    RealProject(
      name: "buildbot-worker", requirements: ["buildbot-worker==4.3.0"],
      preparation: "buildbot-worker create-worker --quiet --relocatable . 127.0.0.1:9989 example-worker secret",
      options: ["-t", "buildbot.tac", "--include", "info:/etc/buildbot-worker/"],
      question: perspectiveBroker(9989), answer: "pb",
      edit: "sed -i 's/^port = 9989/port = 9990/' /etc/buildbot-worker/buildbot.tac", answerThen: "pb at 9990"),
    RealProject(
      name: "scrapyd", requirements: ["scrapyd==1.6.0"],
      files: ["scrapyd.conf": "[scrapyd]\nbind_address = 127.0.0.1\nhttp_port = 6800\n"],
      options: ["--command", "scrapyd", "--include", "scrapyd.conf:/etc/scrapyd/", "--port", "tcp:6800"],
      question: page("http://127.0.0.1:6800/daemonstatus.json", "http://127.0.0.1:6801/listprojects.json"),
      answer: #""status": "ok""#,
      edit: "sed -i 's/6800/6801/' /etc/scrapyd/scrapyd.conf", answerThen: #""projects": []"#),
    RealProject(
      name: "carbon", requirements: ["carbon==1.1.10", "whisper==1.1.10", "setuptools<81"],
      files: [
        "etc/carbon.conf": """
        [cache]
        STORAGE_DIR = /var/lib/carbon/
        LOG_DIR = /var/log/carbon/
        CONF_DIR = /etc/carbon/
        CACHE_WRITE_STRATEGY = sorted
        [cache:a]
        LINE_RECEIVER_PORT = 2003
        PICKLE_RECEIVER_PORT = 2004
        CACHE_QUERY_PORT = 7002
        [cache:b]
        LINE_RECEIVER_PORT = 2103
        PICKLE_RECEIVER_PORT = 2104
        CACHE_QUERY_PORT = 7102

        """,
        "etc/storage-schemas.conf": "[default]\npattern = .*\nretentions = 60s:1d\n",
      ],
      options: [
        "--plugin", "carbon-cache", "--instances", "--include", "etc:/etc/carbon", "--env",
        "GRAPHITE_ROOT=/var/lib/carbon",
      ],
      administration: """
        for name in a b; do
          echo "PLUGIN_OPTIONS=\\"--config=/etc/carbon/carbon.conf --instance=$name\\"" >"$settings/carbon-$name"
        done
        """,
      units: ["carbon@a", "carbon@b"],
      question: carbon, answer: "7002 datapoints 7102 datapoints stored",
      edit: "sed -i 's/7102/7103/' /etc/carbon/carbon.conf", answerThen: "7002 datapoints 7103 datapoints stored"),
    RealProject(
      name: "wormhole-mailbox", requirements: ["magic-wormhole-mailbox-server==0.8.0", "setuptools<81"],
      options: ["--plugin", "wormhole-mailbox", "--port", "tcp:4000", "--", "--port", "tcp:4000"],
      question: webSocket("/v1"), answer: #""type": "welcome""#,
      edit: #"echo 'PLUGIN_OPTIONS="--port tcp:4000 --motd=hello"' >>"$settings/wormhole-mailbox""#,
      answerThen: #""motd": "hello""#),
    RealProject(
      name: "ldaptor-server", requirements: ["ldaptor==21.2.0"],
      files: [
        "server.tac": """
        import os
        from ldaptor import interfaces, ldiftree
        from ldaptor.protocols.ldap import ldapserver
        from twisted.application import internet, service
        from twisted.internet import protocol
        from twisted.python import components

        class Factory(protocol.ServerFactory):
            protocol = ldapserver.LDAPServer

            def __init__(self, root):
                self.root = root

        components.registerAdapter(lambda x: x.root, Factory, interfaces.IConnectedLDAPEntry)
        db = ldiftree.LDIFTreeEntry(os.path.join(os.path.dirname(os.path.abspath(__file__)), "tree"))
        application = service.Application("ldap")
        internet.TCPServer(1389, Factory(db)).setServiceParent(application)

        """,
        "tree/dc=org.dir/dc=example.ldif": """
        dn: dc=example,dc=org
        objectClass: dcObject
        dc: example


        """,
      ],
      options: ["-t", "server.tac", "--include", "tree:/etc/ldaptor-server/tree"],
      question: lightweightDirectory, answer: "dc=example,dc=org",
      edit: "sed -i 's/1389/1390/' /etc/ldaptor-server/server.tac", answerThen: "dc=example,dc=org at 1390"),
    RealProject(
      name: "klein-hello", requirements: ["klein==24.8.0"],
      files: [
        "hello.tac": """
        from klein import Klein
        from twisted.application import service, strports
        from twisted.web.server import Site

        app = Klein()

        @app.route("/hello/<name>")
        def hello(request, name):
            return "hello " + name

        application = service.Application("hello")
        strports.service("tcp:8081", Site(app.resource())).setServiceParent(application)

        """
      ],
      options: ["-t", "hello.tac"],
      question: page("http://127.0.0.1:8081/hello/world"), answer: "hello world",
      edit: "sed -i 's/\"hello \"/\"goodbye \"/' /etc/klein-hello/hello.tac", answerThen: "goodbye world"),
    RealProject(
      name: "autobahn-echo", requirements: ["autobahn==24.4.2", "twisted", "setuptools<81"],
      files: [
        "echo.tac": """
        from autobahn.twisted.websocket import WebSocketServerFactory, WebSocketServerProtocol
        from twisted.application import internet, service

        class Echo(WebSocketServerProtocol):
            def onOpen(self):
                self.sendMessage(b"hello")

        factory = WebSocketServerFactory("ws://127.0.0.1:4000")
        factory.protocol = Echo
        application = service.Application("echo")
        internet.TCPServer(4000, factory).setServiceParent(application)

        """
      ],
      options: ["-t", "echo.tac"],
      question: webSocket("/"), answer: "hello",
      edit: "sed -i 's/b\"hello\"/b\"goodbye\"/' /etc/autobahn-echo/echo.tac", answerThen: "goodbye"),
    RealProject(
      name: "opencanary", requirements: ["opencanary==0.9.10"],
      preparation: """
        cp "$(dirname "$(which python)")/opencanary.tac" .
        python - <<'END' >opencanary.conf
        import importlib.resources, json
        settings = json.loads((importlib.resources.files("opencanary") / "data/settings.json").read_text())
        settings["ftp.banner"] = "hello"
        print(json.dumps(settings, indent=1))
        END
        """,
      options: ["-t", "opencanary.tac", "--include", "opencanary.conf:/etc/opencanaryd/", "--port", "tcp:21"],
      question: banner(21), answer: "220 hello",
      edit: "sed -i 's/\"hello\"/\"goodbye\"/' /etc/opencanaryd/opencanary.conf", answerThen: "220 goodbye"),
    RealProject(
      name: "cowrie", requirements: ["cowrie==3.1.4"],
      files: ["etc/cowrie.cfg": "[ssh]\nversion = SSH-2.0-hello\nlisten_endpoints = tcp:2222:interface=0.0.0.0\n"],
      options: ["--plugin", "cowrie", "--include", "etc:/etc/cowrie", "--state", ":var/log/cowrie"],
      question: banner(2222), answer: "SSH-2.0-hello",
      edit: "sed -i 's/SSH-2.0-hello/SSH-2.0-goodbye/' /etc/cowrie/cowrie.cfg", answerThen: "SSH-2.0-goodbye"),
  ]

  /// What the first of several pages that answers says.
  private static func page(_ addresses: String...) -> String {
    """
    import urllib.request
    for address in \(addresses):
        try:
            print(urllib.request.urlopen(address, timeout=2).read().decode(), end="")
            break
        except OSError:
            pass
    """
  }

  private static func banner(_ port: Int) -> String {
    """
    import socket
    print(socket.create_connection(("127.0.0.1", \(port)), 2).recv(1000).decode(), end="")
    """
  }

  /// The first message of a server of WebSocket's.
  private static func webSocket(_ path: String) -> String {
    """
    import socket
    s = socket.create_connection(("127.0.0.1", 4000), 2)
    s.sendall(b"GET \(path) HTTP/1.1\\r\\nHost: 127.0.0.1:4000\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\n"
      b"Sec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n\\r\\n")
    f = s.makefile("rb")
    assert b" 101 " in f.readline()
    while f.readline().strip(): pass
    first, size = f.read(2)
    assert first == 0x81
    print(f.read(size if size < 126 else int.from_bytes(f.read(2), "big")).decode(), end="")
    """
  }

  /// Waits for a client of Perspective Broker's as a master does, and prints the dialect that it chose.
  private static func perspectiveBroker(_ port: Int) -> String {
    """
    import select, socket
    listeners = []
    for port in (\(port), \(port + 1)):
        s = socket.create_server(("127.0.0.1", port))
        listeners.append(s)
    for s in select.select(listeners, [], [], 90)[0]:
        c, _ = s.accept()
        c.settimeout(10)
        # Banana: a list of two strings.
        c.sendall(b"\\x02\\x80\\x02\\x82pb\\x04\\x82none")
        reply = c.recv(100)
        print("pb" if reply.startswith(b"\\x02\\x82pb") else reply, "at", s.getsockname()[1])
    """
  }

  /// Sends a metric to each of two caches, asks both for it, and looks at what they store; the second may have changed its
  /// port.
  private static let carbon = """
    import os, pickle, socket, struct, time
    for port, name in ((2003, b"one"), (2103, b"two")):
        socket.create_connection(("127.0.0.1", port), 2).sendall(b"some.%s 1 %d\\n" % (name, time.time()))
    for ports in ((7002,), (7102, 7103)):
        for port in ports:
            try:
                s = socket.create_connection(("127.0.0.1", port), 2)
            except OSError:
                continue
            query = pickle.dumps({"type": "cache-query", "metric": "some.one"}, protocol=2)
            s.sendall(struct.pack("!L", len(query)) + query)
            size = struct.unpack("!L", s.recv(4))[0]
            print(port, *pickle.loads(s.recv(size)), end=" ")
    time.sleep(3)
    files = ["/var/lib/carbon/whisper/some/one.wsp", "/var/lib/carbon/whisper/some/two.wsp"]
    print("stored" if all(map(os.path.exists, files)) else "lost")
    """

  /// Searches a directory for everything below `dc=example,dc=org`.
  private static let lightweightDirectory = """
    import socket
    def item(tag, content): return bytes([tag, len(content)]) + content
    bind = item(0x30, item(2, b"\\x01") + item(0x60, item(2, b"\\x03") + item(4, b"") + item(0x80, b"")))
    search = item(0x30, item(2, b"\\x02") + item(0x63, item(4, b"dc=example,dc=org") + item(10, b"\\x02") + item(10, b"\\x00")
      + item(2, b"\\x00") + item(2, b"\\x00") + item(1, b"\\x00") + item(0x87, b"objectClass") + item(0x30, b"")))
    for port in (1389, 1390):
        try:
            s = socket.create_connection(("127.0.0.1", port), 2)
        except OSError:
            continue
        s.sendall(bind)
        s.recv(1000)
        s.sendall(search)
        found = s.recv(1000)
        print("dc=example,dc=org" if b"dc=example,dc=org" in found and b"dcObject" in found else found, "at", port)
    """
}
