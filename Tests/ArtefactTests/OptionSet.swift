import Foundation
import TestSupport

/// The packages that one set of options makes, unpacked as those of the example are.
///
/// They stay in the build folder, where a person can look at them after a failure.
struct OptionSet: Sendable, CustomStringConvertible {
  let name: String
  var options: [String] = []
  var port = 8080
  /// What the application file begins with.
  var prelude = ""
  /// Arguments of `service.Application` after its name.
  var account = ""
  /// Tags of lintian that these options ask for, each with the reason.
  var acceptedTags: [String: String] = [:]

  var description: String { name }

  /// Applications of more than one file: with modules, data in the working directory, a plugin, a second service.
  static let ofApplications = [
    OptionSet(name: "modules-and-data", prelude: "import shop\nopen('words.txt')\n"),
    OptionSet(name: "two-services", options: ["-t", "night.tac"]),
    OptionSet(name: "program", options: ["--script", "serve.py", "--", "--port", "8081"], prelude: "import shop\n"),
    OptionSet(name: "instances", options: ["--instances"], prelude: "import shop\n"),
    OptionSet(
      name: "beside-and-serial",
      prelude: "import os\nhere = os.path.dirname(__file__)\nopen(os.path.join(here, 'log/web.log'), 'a')\n"
        + "open('/dev/ttyUSB0', 'r+b')\nimport psutil\n"),
    OptionSet(
      name: "plugin",
      options: ["--include", "greeter_plugin.py:/usr/share/twisted-web/twisted/plugins/greeter_plugin.py"]),
  ]

  static let all = [
    OptionSet(name: "plain"),
    OptionSet(name: "low-port", port: 80),
    OptionSet(name: "no-enable", options: ["--no-enable", "--no-start"]),
    OptionSet(name: "stop-during-upgrade", options: ["--stop-during-upgrade"]),
    OptionSet(name: "socket", options: ["--socket", "8080", "--stop-during-upgrade"]),
    OptionSet(name: "uid", account: ", uid=1234, gid=5678"),
    OptionSet(name: "root", options: ["--user", "root"]),
    OptionSet(name: "user-and-group", options: ["--user", "web", "--group", "www"]),
    OptionSet(
      name: "levels", options: ["--runlevels", "35", "--stop-runlevels", "01246"],
      acceptedTags: ["init.d-script-missing-start": "the packager wants it down in 2 and 4"]),
    OptionSet(name: "added-scripts"),
    OptionSet(name: "hardening-none", options: ["--hardening", "none"], port: 80),
    OptionSet(name: "hardening-basic", options: ["--hardening", "basic"]),
  ]

  private static let built = Dictionary(
    uniqueKeysWithValues: (all + ofApplications).map { set in (set.name, Result { try set.build() }) })

  /// Built once a run.
  func artefacts() throws -> Artefacts { try Self.built[name]?.get() ?? build() }

  private var listening: String {
    options.contains("--socket")
      ? """
      from twisted.internet import endpoints, reactor
      endpoint = endpoints.serverFromString(reactor, "systemd:domain=INET:index=0")
      internet.StreamServerEndpointService(endpoint, site)
      """ : "internet.TCPServer(\(port), site)"
  }

  private func build() throws -> Artefacts {
    let folder = "\(Places.binaries)/artefact-tests-\(name)"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, text) in [
      ("shop.py", "x = 1\n"), ("words.txt", "words\n"), ("greeter_plugin.py", "x = 1\n"),
      (
        "serve.py",
        "from twisted.internet import protocol, reactor\nreactor.listenTCP(8081, protocol.Factory())\nreactor.run()\n"
      ),
      ("night.tac", "from twisted.application import service\napplication = service.Application('night')\n"),
    ] { try text.write(toFile: "\(folder)/\(file)", atomically: false, encoding: .utf8) }
    try """
    \(prelude)from twisted.application import internet, service
    from twisted.web import server, static
    application = service.Application("web"\(account))
    site = server.Site(static.File("/srv/www"))
    \(listening).setServiceParent(application)

    """.write(toFile: "\(folder)/web.tac", atomically: false, encoding: .utf8)
    var words = ["-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-e", "Twisted web server for one folder"]
    if name == "added-scripts" {
      for script in ["preinst", "postinst", "prerm", "postrm"] {
        try "#!/bin/sh\n# Tells where it is.\necho \"\(script)\" \"$1\"\n"
          .write(toFile: "\(folder)/\(script)", atomically: false, encoding: .utf8)
        words += ["--\(script)", script]
      }
    }
    return try Artefacts(in: folder, words + ["-o", ".", "--sysv"] + options)
  }
}
