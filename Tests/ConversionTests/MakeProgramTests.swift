import Conversion
import Foundation
import TestSupport
import Testing
import ApplicationFacts
import TwistedApplication

/// The program `mktap`: what it writes runs under twistd and is read like any other application.
@Suite struct MakeProgramTests {
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"

  private func make(_ words: String, in folder: String) throws -> ProgramResult {
    var program = Program(Places.mktap, words.split(separator: " ").map(String.init))
    program.folder = folder
    return try program.run()
  }

  private func application(_ path: String) throws -> Application {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    return try ApplicationReader.read(bytes, file: path)
  }

  private static let plugins: [(String, [String])] = [
    ("web --path /srv/www --listen tcp:8080", ["tcp 8080"]),
    ("web --listen tcp:8081 --https 8443", ["ssl 8443", "tcp 8081"]),
    ("ftp -p 2122 -r /srv/ftp", ["tcp 2122"]), ("manhole --telnetPort tcp:4040 --passwd /etc/x", ["tcp 4040"]),
    ("portforward -p 6667 -h a.example -d 80", ["tcp 6667"]), ("socks --port 1081", ["tcp 1081"]),
    ("dns --port 5353 --recursive", ["tcp 5353", "udp 5353"]),
    ("mail --smtp tcp:2525 --pop3 tcp:8110", ["tcp 2525", "tcp 8110"]),
    ("words --irc-port tcp:6697 --group a --auth memory:a:b", ["tcp 6697"]),
    ("conch --port tcp:2222", ["tcp 2222"]), ("inetd --file /etc/inetd.conf", ["unknown 0"]),
    ("procmon -t 3 sleep 100", []),
  ]

  @Test(arguments: plugins) func makesEveryPluginOfTwisted(_ words: String, _ listeners: [String]) throws {
    try withTemporaryFolder { folder in
      let name = words.split(separator: " ")[0]
      let result = try make(words, in: folder)
      #expect(result.output == "\(name).tac\n", "\(result)")
      let made = try application("\(folder)/\(name).tac")
      #expect(made.name?.value == String(name))
      let found = Set(
        made.listeners.filter { $0.certainty != .conditional || $0.port?.value != nil }.map {
          "\($0.transport) \($0.port?.value ?? 0)"
        })
      #expect(found == Set(listeners))
    }
  }

  /// The manuals' bare ports are no endpoints to Twisted since 16.3.
  @Test(arguments: [
    ("web --port 8080", "['--port', 'tcp:8080']"), ("web -p8080 -n", "['-ptcp:8080', '-n']"),
    ("portforward -h a.example -d 80", "['--port', 'tcp:6666', '-h', 'a.example', '-d', '80']"),
    ("mail --smtp=2525 --pop3 tcp:8110", "['--smtp=tcp:2525', '--pop3', 'tcp:8110']"),
    ("ftp --port 2121", "['--port', '2121']"),
    ("procmon --threshold 2 sleep 100", "['--threshold', '2', 'sleep', '100']"),
  ]) func givesBarePortsATransport(_ words: String, _ list: String) throws {
    try withTemporaryFolder { folder in
      let name = words.split(separator: " ")[0]
      try make(words, in: folder).successful()
      let source = try String(contentsOfFile: "\(folder)/\(name).tac", encoding: .utf8)
      #expect(source.contains("parseOptions(\(list))\n"), "\(source)")
    }
  }

  @Test func takesTheOptionsOfTheOriginal() throws {
    try withTemporaryFolder { folder in
      #expect(try make("-u 33 -g 34 -n site -q web --path /srv/www", in: folder).succeeded)
      let made = try application("\(folder)/web.tac")
      #expect(made.uid?.value == 33 && made.gid?.value == 34)
      #expect(made.processName?.value == "site")
      #expect(try make("--uid=www-data --gid staff --appname x --type tac --debug --quiet web", in: folder).succeeded)
      let source = try String(contentsOfFile: "\(folder)/web.tac", encoding: .utf8)
      #expect(source.contains("uid=pwd.getpwnam('www-data').pw_uid") && source.contains("grp.getgrnam('staff')"))
    }
  }

  /// The chain of the manuals: a site, an FTP server added to it, one package of both.
  @Test func appendsToASource() throws {
    try withTemporaryFolder { folder in
      #expect(try make("web --path /srv/www --listen tcp:8080", in: folder).succeeded)
      let before = try String(contentsOfFile: "\(folder)/web.tac", encoding: .utf8)
      #expect(try make("--append web.tac ftp --root /srv/ftp", in: folder).output == "web.tac\n")
      let after = try String(contentsOfFile: "\(folder)/web.tac", encoding: .utf8)
      #expect(after.hasPrefix(before))
      #expect(try application("\(folder)/web.tac").listeners.compactMap(\.port?.value).sorted() == [2121, 8080])
    }
  }

  /// What is there keeps its bytes, and Python reads what is added as it was given.
  @Test(arguments: [
    ("latin-1", "# -*- coding: latin-1 -*-\nx = 'caf\u{E9}'\n", String.Encoding.isoLatin1),
    ("cp1251", "# coding: cp1251\nx = '\u{436}'\n", .windowsCP1251), ("ascii", "# coding: ascii\n", .ascii),
    ("a mark", "\u{FEFF}x = '\u{E9}'\n", .utf8), ("utf-8", "x = '\u{E9}'\n", .utf8),
  ])
  func appendsInTheEncodingOfTheFile(name: String, start: String, encoding: String.Encoding) throws {
    try withTemporaryFolder { folder in
      let text =
        start + "from twisted.application import service\napplication = service.Application('x')"
      let before = try #require(text.data(using: encoding))
      try before.write(to: URL(filePath: "\(folder)/web.tac"))
      try make("--append web.tac web --path /srv/\u{E9}\u{20AC}\u{1F600}", in: folder).successful()
      let after = try Data(contentsOf: URL(filePath: "\(folder)/web.tac"))
      #expect(after.starts(with: before), "\(name)")
      let question = """
        import ast, sys
        tree = ast.parse(open("web.tac", "rb").read())
        words = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        sys.exit("/srv/\\xe9\\u20ac\\U0001f600" not in words)
        """
      try run("/usr/bin/python3", "-c", question, in: folder).successful()
    }
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func refusesWhatPythonDoesNotRead(_ encoding: String.Encoding) throws {
    try withTemporaryFolder { folder in
      let text = "\u{FEFF}from twisted.application import service\napplication = service.Application('x')\n"
      let before = try #require(text.data(using: encoding))
      try before.write(to: URL(filePath: "\(folder)/web.tac"))
      let result = try make("--append web.tac web", in: folder)
      #expect(result.status == 3 && result.errors.contains("UTF-16, which Python does not read"), "\(result)")
      #expect(try Data(contentsOf: URL(filePath: "\(folder)/web.tac")) == before)
    }
  }

  @Test(arguments: ["tap", "tas", "tax"]) func appendsToASavedApplication(_ ending: String) throws {
    try withTemporaryFolder { folder in
      let sample = "\(RoundTripTests.samples)/twisted8-py27-mktap-telnet.\(ending)"
      try FileManager.default.copyItem(atPath: sample, toPath: "\(folder)/shell.\(ending)")
      let result = try make("-a shell.\(ending) ftp", in: folder)
      #expect(result.output == "shell.passwd\nshell.tac\n", "\(result)")
      #expect(result.errors.contains("converted to shell.tac"))
      #expect(try application("\(folder)/shell.tac").listeners.compactMap(\.port?.value).sorted() == [2121, 4040])
      // What was made by hand since is not overwritten.
      #expect(try make("-a shell.\(ending) ftp", in: folder).status == 2)
    }
  }

  @Test func makesAPluginOfYourOwn() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/twisted/plugins", withIntermediateDirectories: true)
      try """
      from twisted.application.service import ServiceMaker
      echo = ServiceMaker("Echo", "echoing", "Says it again.", "echo")
      """.write(toFile: "\(folder)/twisted/plugins/echo_plugin.py", atomically: true, encoding: .utf8)
      try """
      from twisted.application import strports
      from twisted.internet import protocol
      from twisted.protocols import wire
      from twisted.python import usage

      class Options(usage.Options):
          optParameters = [["port", "p", 7, "The port.", int]]

      def makeService(options):
          return strports.service("tcp:%d" % options["port"], protocol.Factory.forProtocol(wire.Echo))
      """.write(toFile: "\(folder)/echoing.py", atomically: true, encoding: .utf8)
      #expect(try make("echo --port 7007", in: folder).output == "echo.tac\n")
      #expect(
        try String(contentsOfFile: "\(folder)/echo.tac", encoding: .utf8).contains("import echoing as echo_plugin"))
      #expect(try make("echo --help", in: folder).output.contains("-p, --port=VALUE  The port."))
      #expect(try make("echo --prot 7", in: folder).status == 2)
      #expect(try make("echo --port seven", in: folder).status == 2)
    }
  }

  /// A saved application makes its services by the same plugin with the same words, so it is the same in every format.
  @Test(arguments: plugins) func savesEveryPluginOfTwisted(_ words: String, _ listeners: [String]) throws {
    try withTemporaryFolder { folder in
      let name = words.split(separator: " ")[0]
      try make("-n site -u 33 \(words)", in: folder).successful()
      let source = try String(contentsOfFile: "\(folder)/\(name).tac", encoding: .utf8)
      let parsed = try #require(source.split(separator: "\n").first { $0.contains("parseOptions") }).split(
        separator: "(")[1]
      for (type, ending) in [("pickle", "tap"), ("source", "tas"), ("xml", "tax")] {
        #expect(try make("-t \(type) -n site -u 33 \(words)", in: folder).output == "\(name).\(ending)\n")
        try run(Places.tapconvert, "-q", "-i", "\(name).\(ending)", "-o", "again.tac", in: folder).successful()
        let again = try String(contentsOfFile: "\(folder)/again.tac", encoding: .utf8)
        #expect(again.contains("parseOptions(\(parsed)\n"), "\(again)")
        let made = try application("\(folder)/again.tac")
        #expect(made.uid?.value == 33 && made.processName?.value == "site" && made.name?.value == String(name))
        // Round and round, nothing is lost.
        for (from, to) in [(ending, "tas"), ("tas", "tax"), ("tax", "tap")] {
          let input = from == ending ? "\(name).\(from)" : "round.\(from)"
          try run(Places.tapconvert, "-q", "-i", input, "-o", "round.\(to)", in: folder).successful()
        }
        let graphs = try ["\(name).\(ending)", "round.tap"].map { path in
          try Conversion(Array(Data(contentsOf: URL(filePath: "\(folder)/\(path)"))), file: path).graph
        }
        #expect(graphs[0] == graphs[1])
        if type == "xml" { continue }
        let script = "\(Places.repository)/Tests/ConversionTests/Scripts/load_saved.py"
        // These read files when they are made, which are not here, or check passwords in a way that Twisted 22.4 fails on.
        if ["words", "conch", "inetd", "manhole"].contains(name) || words.contains("--https") { continue }
        let loaded = try run("/usr/bin/python3", script, String(name), "\(folder)/\(name).\(ending)", type)
        #expect(loaded.output == "33 None site\n", "\(loaded)")
      }
    }
  }

  /// What would lead round in a circle, or call something else than a plugin.
  @Test func refusesWhatMktapDidNotMake() throws {
    try withTemporaryFolder { folder in
      try make("-t source web", in: folder).successful()
      let path = "\(folder)/web.tas"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let application = /Copyreg\('twisted\.application\.service\.Application', \([^)]*\)\)/
      for other in [text.replacing(application, with: "Deref(1)"), text.replacing("tap.makeService", with: "tap.make")]
      {
        #expect(other != text)
        try other.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try run(Places.tapconvert, "-q", "-i", "web.tas", "-t", "tac", in: folder).status == 3)
        #expect(try run(Places.tap2deb, "--explain", "web.tas", in: folder).status == 3)
      }
    }
  }

  @Test func savedApplicationsGetServicesAndAreEncrypted() throws {
    try withTemporaryFolder { folder in
      try "a long phrase\n".write(toFile: "\(folder)/phrase", atomically: true, encoding: .utf8)
      for (type, ending) in [("pickle", "tap"), ("source", "tas"), ("xml", "tax")] {
        try make("-t \(type) web --listen tcp:8080", in: folder).successful()
        #expect(try make("-t \(type) -a web.\(ending) ftp", in: folder).output == "web.\(ending)\n")
        let page = try run(Places.tap2deb, "--explain", "web.\(ending)", in: folder).successful().output
        #expect(page.contains("tcp 8080") && page.contains("tcp 2121"), "\(page)")
        let made = try make("-t \(type) -e --passphrase-file phrase ftp", in: folder)
        #expect(made.output == "ftp.e\(ending)\n" && made.errors.contains("warning: this encryption is weak"))
        let opened = try run(
          Places.tap2deb, "--explain", "ftp.e\(ending)", "--passphrase-file", "phrase", in: folder)
        #expect(opened.output.contains("tcp 2121"), "\(opened)")
        try run(
          Places.tapconvert, "-q", "-e", "--passphrase-file", "phrase", "-i", "web.\(ending)", "-o", "x.etap",
          in: folder
        ).successful()
        try run(
          Places.tapconvert, "-q", "-d", "--passphrase-file", "phrase", "-i", "x.etap", "-t", "tac", in: folder
        ).successful()
        #expect(try application("\(folder)/x.tac").listeners.compactMap(\.port?.value).sorted() == [2121, 8080])
      }
      // A pickle of any application's takes a service; other formats cannot say it of objects that they hold.
      let sample = "\(RoundTripTests.samples)/twisted8-py27-mktap-telnet"
      for ending in ["tap", "tas"] {
        try FileManager.default.copyItem(atPath: "\(sample).\(ending)", toPath: "\(folder)/shell.\(ending)")
      }
      #expect(try make("-t pickle -a shell.tap ftp", in: folder).output == "shell.tap\n")
      let page = try run(Places.tap2deb, "--explain", "shell.tap", in: folder).successful().output
      #expect(page.contains("tcp 4040") && page.contains("tcp 2121"), "\(page)")
      let refused = try make("-t source -a shell.tas ftp", in: folder)
      #expect(refused.status == 2 && refused.errors.contains("leave --type out"), "\(refused)")
    }
  }

  @Test(arguments: [
    ("", 2, "no plugin"), ("nothing", 2, "twisted/plugins"), ("web --nonsense", 2, "--nonsense"),
    ("-t pickel web", 2, "tac"), ("--encrypted web", 2, "no encrypted .tac"),
    ("-e -t pickle web", 2, "--passphrase-file"), ("-t xml -u ada web", 2, "the number"),
    ("-e -t source --passphrase-file nowhere web", 2, "no file nowhere"), ("-t source -a empty.tac web", 3, "source"),
    ("-a missing.tac web", 3, "missing.tac"),
    ("-a empty.tac web", 3, "no application"), ("-u 1 -a empty.tac web", 2, "--uid"),
    ("--uid a/b web", 2, "not a user"),
    ("-x web", 2, "-x"), ("ftp -p many", 2, "port"),
  ]) func refuses(words: String, status: Int32, said: String) throws {
    try withTemporaryFolder { folder in
      try "x = 1\n".write(toFile: "\(folder)/empty.tac", atomically: true, encoding: .utf8)
      let result = try make(words, in: folder)
      #expect(result.status == status, "\(result)")
      #expect(result.errors.contains(said), "\(result.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["empty.tac"])
      #expect(try String(contentsOfFile: "\(folder)/empty.tac", encoding: .utf8) == "x = 1\n")
    }
  }

  @Test func tellsOfItself() throws {
    #expect(try run(Places.mktap, "--help").output.contains("portforward"))
    #expect(try run(Places.mktap, "web", "--help").output.contains("--path=VALUE"))
    #expect(try run(Places.mktap, "--print-manual").output.hasPrefix(".TH"))
    for shell in ["bash", "zsh", "fish"] {
      #expect(try run(Places.mktap, "--print-completions", shell).output.contains("appname"))
    }
  }

  @Test(
    .enabled(if: isFull),
    arguments: [
      ("web", "web --path /srv/www --listen tcp:8080", "8080"), ("web", "web --path /srv/www --port 8080", "8080"),
      ("ftp", "ftp --port 2121 --root /srv/ftp", "2121"),
      ("dns", "dns --port 5353 --hosts-file /etc/hosts", "5353"),
      ("portforward", "portforward --port tcp:8118 --host 127.0.0.1 --dest_port 9999", "8118"),
      ("relay", "mail --smtp tcp:8026 --pop3 tcp:8110 --relay /srv/relay", "8026"),
      ("words", "words --irc-port tcp:6667 --auth file:/srv/words/passwd", "6667"),
      ("conch", "conch --port tcp:2222 --data /etc/ssh", "2222"), ("socks", "socks --port 1080", "1080"),
      ("manhole", "manhole --telnetPort tcp:4041 --passwd /srv/words/passwd", "4041"),
      ("procmon", "procmon touch /tmp/procmon.out", "99999"),
    ]) func runsUnderTwistd(kind: String, words: String, port: String) throws
  {
    try withTemporaryFolder { folder in
      let result = try make(words, in: folder)
      #expect(result.succeeded, "\(result)")
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/speak.py"
      let spoken = try run("/usr/bin/python3", script, kind, "\(folder)/\(kind).tac", port)
      #expect(spoken.succeeded, "\(spoken)")
    }
  }
}
