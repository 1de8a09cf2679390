import Foundation
import TestSupport
import Testing

/// What a packaged configuration says is what the service finds, so its ports and files are prepared for.
@Suite struct ConfigurationValueTests {
  /// A configuration, its text, and how the application reads a name of it.
  private static let formats: [(file: String, text: String, load: String)] = [
    (
      "a.ini", "# x\n[web]\nPort = 80\nroot: htdocs\nlog = %(x)s\n",
      "c = configparser.ConfigParser()\nc.read('a.ini')"
    ),
    ("a.json", #"{"web": {"port": 80, "root": "htdocs"}, "list": [1]}"#, "c = json.load(open('a.json'))"),
    ("a.yaml", "web:\n  port: 80 # x\n  root: 'htdocs'\n  more: [1]\n", "c = yaml.safe_load(open('a.yaml'))"),
  ]

  private static func source(_ load: String) -> String {
    """
    import configparser, json, yaml
    from twisted.application import internet, service
    from twisted.web import server, static
    \(load)
    application = service.Application("web")
    site = server.Site(static.File(c["web"]["root"]))
    internet.TCPServer(int(c["web"]["port"]), site).setServiceParent(application)

    """
  }

  @Test(arguments: formats.indices, PackageFormat.allCases)
  func preparesForTheValues(index: Int, format: PackageFormat) throws {
    let (file, text, load) = Self.formats[index]
    try Workbench.with { bench in
      try bench.place(file, text)
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/htdocs", withIntermediateDirectories: true)
      try bench.place("htdocs/index.html", "<p>x\n")
      try bench.place("web.tac", Self.source(load))
      let result = try bench.call(format, ["web.tac", "-m", Workbench.maintainer]).successful()
      #expect(!result.errors.contains("port is not known"), "\(result)")
      let path = try #require(bench.files.first { $0.hasSuffix(format.ending) })
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(path)")
      let (unit, paths) = (try package.unit, try package.paths)
      #expect(unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
      #expect(paths.contains("/usr/share/twisted-web/htdocs/index.html"))
      #expect(paths.contains("/etc/twisted-web/\(file)"))
    }
  }

  /// A plugin is run from the folder that holds `twisted/plugins`, and what it reads lies there.
  @Test(arguments: PackageFormat.allCases)
  func preparesForTheValuesOfAPlugin(format: PackageFormat) throws {
    try Workbench.with { bench in
      for folder in ["twisted/plugins", "conf", "www"] {
        try FileManager.default.createDirectory(atPath: "\(bench.folder)/\(folder)", withIntermediateDirectories: true)
      }
      try bench.place("conf/site.ini", "[site]\nport = 81\nroot = www\n")
      try bench.place("www/index.html", "<p>x\n")
      try bench.place(
        "twisted/plugins/site_plugin.py",
        """
        import configparser
        from twisted.application import internet, service
        from twisted.plugin import IPlugin
        from twisted.python import usage
        from twisted.web import server, static
        from zope.interface import implementer

        class Options(usage.Options):
            optParameters = [["ini", "i", "site.ini", "Settings."]]

            def postOptions(self):
                settings = configparser.ConfigParser()
                settings.read(self["ini"])
                self["port"] = settings.getint("site", "port")
                self["root"] = settings.get("site", "root")

        @implementer(service.IServiceMaker, IPlugin)
        class Maker:
            tapname, description, options = "site", "A site.", Options

            def makeService(self, options):
                return internet.TCPServer(options["port"], server.Site(static.File(options["root"])))

        maker = Maker()

        """)
      let words = ["-t", "twisted/plugins/site_plugin.py", "--fail-on", "note", "--", "--ini", "conf/site.ini"]
      let package = try bench.package(format, words)
      #expect(try package.unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
      let paths = try package.paths
      #expect(paths.contains("/usr/share/twisted-site/www/index.html"))
      #expect(paths.contains("/etc/twisted-site/conf/site.ini"))
    }
  }

  /// A port that two files name differently, and what is no port, are not known.
  @Test(arguments: ["[web]\nport = 81\n", "[web]\nport = ninety\n", "[web]\nport = 99999\n"])
  func doubtsOtherwise(text: String) throws {
    try Workbench.with { bench in
      try bench.place("a.ini", text)
      try bench.place("b.ini", "[web]\nport = 80\n")
      let both = text.contains("81") ? "\nc.read('b.ini')" : ""
      try bench.place(
        "web.tac", Self.source("c = configparser.ConfigParser()\nc.read('a.ini')\(both)"))
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer).successful()
      #expect(result.errors.contains("the port is not known here (config:web.port)"), "\(result)")
    }
  }

  /// What stands deeper has the names under which a program finds it.
  @Test(
    arguments: [
      ("a.yaml", "http: {port: 80, hosts: [\"127.0.0.1\"]}\n", #"c["http"]["port"]"#, 80),
      ("a.yaml", "ports: [81, 82]\n", #"c["ports"][1]"#, 82),
      ("a.yaml", "ports:\n- 81 # x\n- 83\n", #"c["ports"][1]"#, 83),
      ("a.yaml", "on:\n  - host: a\n    port: 81\n  - port: 84\n    host: b\n", #"c["on"][1]["port"]"#, 84),
      ("a.yaml", "text: |\n  port: 1\nport: 85\n", #"c["port"]"#, 85),
      ("a.json", #"{"a": {"b": [{}, {"port": 86}]}}"#, #"c["a"]["b"][1]["port"]"#, 86),
      ("a.toml", "[[on]]\nport = 81\n[[on]]\nport = 87 # x\n", #"c["on"][1]["port"]"#, 87),
      ("a.toml", "on = { port = 88 }\n", #"c["on"]["port"]"#, 88),
      // Two items of a list: no one number is the default of both.
      ("a.yaml", "on:\n  - port: 81\n  - port: 84\n", #"[one["port"] for one in c["on"]][0]"#, nil),
      ("a.yaml", "text: |\n  port: 1\n", #"c["port"]"#, nil),
      // A whole endpoint.
      ("a.yaml", "on: 'tcp:89:interface=127.0.0.1'\n", #"c["on"]"#, 89),
    ] as [(String, String, String, Int?)])
  func findsWhatStandsDeeper(file: String, text: String, expression: String, port: Int?) throws {
    let load = [
      "a.yaml": "yaml.safe_load(open('a.yaml'))", "a.json": "json.load(open('a.json'))",
      "a.toml": "tomllib.load(open('a.toml', 'rb'))",
    ]
    try Workbench.with { bench in
      try bench.place(file, text)
      let isEndpoint = text.contains("tcp:")
      try bench.place(
        "web.tac",
        """
        import json, tomllib, yaml
        from twisted.application import internet, service, strports
        from twisted.web import server, static
        c = \(load[file] ?? "")
        application = service.Application("web")
        site = server.Site(static.File("/usr/share/doc"))
        \(isEndpoint ? "strports.service(\(expression), site)" : "internet.TCPServer(\(expression), site)")\
        .setServiceParent(application)

        """)
      let facts = try bench.tap2deb("--explain", "--json", "web.tac").successful().output
      let document = try #require(JSONSerialization.jsonObject(with: Data(facts.utf8)) as? [String: Any])
      let listener = try #require((document["listeners"] as? [[String: Any]])?.first)
      let found = try #require(listener["port"] as? [String: Any])
      #expect(found["default"] as? Int == port, "\(listener)")
      #expect(found["value"] == nil && listener["transport"] as? String == "tcp", "\(listener)")
    }
  }
}
