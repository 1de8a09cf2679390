import Foundation
import TestSupport
import Testing

/// docs/service.md says what becomes of each kind of fact; each of its rows is tried.
@Suite struct FactTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let fact: String
    let verdict: String
    let unit: [String]
    let script: [String]
    var testDescription: String { fact }
  }

  static var rows: [Row] {
    let page = (try? String(contentsOfFile: "\(Places.repository)/docs/service.md", encoding: .utf8)) ?? ""
    let section = page.components(separatedBy: "## What becomes of each fact\n").last?.components(separatedBy: "\n## ")[
      0]
    return (section ?? "").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      let cells = line.dropFirst(2).components(separatedBy: " |").map { $0.trimmingCharacters(in: .whitespaces) }
      return Row(fact: cells[0], verdict: cells[1], unit: code(cells[2]), script: code(cells[3]))
    }
  }

  /// The words in backquotes.
  private static func code(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  /// A line or two of an application for each kind of fact.
  private static let examples: [String: String] = [
    "a port below 1024": "listen(80)",
    "a port below 1024 in a configuration that goes in":
      "import configparser\nc = configparser.ConfigParser()\nc.read('shop.ini')\nlisten(c.getint('shop', 'port'))",
    "a port that only the target knows": "listen(int(os.environ.get('PORT')))",
    "a service of code that was not read": "import elsewhere\nelsewhere.Thing().setServiceParent(application)",
    "an address of the machine": "internet.TCPServer(8080, None, interface='192.0.2.1').setServiceParent(application)",
    "a socket of systemd's, and none is asked for":
      "from twisted.application import strports\nstrports.service('systemd:domain=INET:index=0', None)"
      + ".setServiceParent(application)",
    "a configuration file beside it": "open('shop.ini').read()",
    "another file beside it": "open('words.txt').read()",
    "a module beside it": "import shop",
    "a private key beside it":
      "from twisted.internet import ssl\nssl.DefaultOpenSSLContextFactory('key.pem', 'words.txt')",
    "a file that it reads at its start, and that is nowhere": "open('gone.txt').read()",
    "a file of a setting that is not known": "open(os.environ.get('WORDS')).read()",
    "a name of something beside it that does not go in": "x = ['notes']",
    "a password in its file": "password = 'secret word'",
    "a relative path that it writes": "open('logs/web.log', 'a')",
    "a path beside its own file that it writes": "open(os.path.join(os.path.dirname(__file__), 'web.log'), 'a')",
    "a folder of its own name in /var/lib, /var/log or /var/cache": "open('/var/log/shopd/web.log', 'a')",
    "a folder of its own name in /run": "internet.UNIXServer('/run/shopd/x', None).setServiceParent(application)",
    "a port of a variable that `--env` sets": "listen(int(os.environ.get('PORT')))",
    "the same as the default of a setting":
      "here = os.path.dirname(__file__)\nopen(os.environ.get('LOG', os.path.join(here, 'web.log')), 'a')",
    "a folder elsewhere that it writes into": "open('/srv/data/x', 'w')",
    "a folder of another's in /run":
      "internet.UNIXServer('/run/dovecot/x', None).setServiceParent(application)",
    "a path of the machine that packages": "open('FOLDER/words.txt').read()",
    "a file in /tmp": "open('/tmp/x', 'w')",
    "a file in /home": "open('/home/ada/x').read()",
    "a file of /proc": "open('/proc/loadavg').read()",
    "processes of others": "import psutil",
    "the network's interfaces": "import socket\nsocket.if_nameindex()",
    "a serial line": "open('/dev/ttyUSB0', 'r+b')",
    "a device of a group that every system has": "open('/dev/snd/pcmC0D0p', 'wb')",
    "another device": "open('/dev/i2c-1', 'r+b')",
    "a kind of socket of its own": "import socket\nsocket.socket(socket.AF_CAN, socket.SOCK_RAW)",
    "a raw socket": "import socket\nsocket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
    "priorities or processors of its own": "os.nice(5)",
    "another user that it becomes": "if os.getuid() == 0:\n    os.setuid(1234)",
    "a file that only root can read": "open('/etc/shadow').read()",
    "a folder of root's that it writes into": "open('/var/log/shop.log', 'a')",
    "a key in a folder of root's":
      "from twisted.internet import ssl\nssl.DefaultOpenSSLContextFactory('/etc/letsencrypt/live/a/privkey.pem', "
      + "'words.txt')",
    "a variable with a default": "x = os.environ.get('LEVEL', 'info')",
    "a variable that it needs": "x = os.environ['API_KEY']",
    "a handler of SIGHUP": "import signal\ndef again(number, frame):\n    pass\nsignal.signal(signal.SIGHUP, again)",
    "a user of its own": "application = service.Application('shopd', uid=1234, gid=1234)",
    "root, or an account of the system": "application = service.Application('shopd', uid=0)",
    "code that may write and was not read": "import elsewhere",
  ]

  @Test func eachRowHasAnExample() {
    #expect(Self.rows.count > 25)
    #expect(Set(Self.rows.map(\.fact)) == Set(Self.examples.keys))
  }

  @Test(arguments: rows)
  func comesToWhatTheTableSays(row: Row) throws {
    try Workbench.with { bench in
      let example = try #require(Self.examples[row.fact]).replacing("FOLDER", with: bench.folder)
      try bench.place(
        "web.tac",
        """
        import os
        from twisted.application import internet, service
        application = service.Application('shopd')
        def listen(port):
            internet.TCPServer(port, None).setServiceParent(application)

        """ + example + "\n")
      for (name, text) in [
        ("shop.ini", "[shop]\nport = 21\n"), ("words.txt", "words\n"), ("shop.py", "x = 1\n"), ("notes", "x\n"),
        ("key.pem", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"),
      ] { try bench.place(name, text) }
      let given = row.fact.contains("--env") ? ["--env", "PORT=81"] : []
      let words = ["web.tac", "-m", Workbench.maintainer] + given
      let list = try bench.call(.deb, words + ["--list"])
      #expect(list.succeeded == (row.verdict != "refused"), "\(list)")
      guard row.verdict == "given" else {
        for word in row.unit { #expect(list.errors.contains(word), "\(list)") }
        return
      }
      #expect(list.errors.isEmpty, "\(list)")
      let unit = try bench.call(.deb, words + ["--print=twisted-web.service"]).successful().output + list.output
      let script = try bench.call(.deb, words + ["--print=init.d/twisted-web"]).successful().output + list.output
      for word in row.unit { #expect(unit.contains(word), "\(unit)") }
      for word in row.script { #expect(script.contains(word), "\(script)") }
    }
  }
}
