import Foundation
import TestSupport

/// The packages that come and go: one web server in two versions whose answers tell them apart.
struct LifecycleBuild: Sendable {
  enum Variant: String, CaseIterable {
    case first, second, preinstFails, postinstFails, stoppingFirst, stoppingSecond, stoppingPreinstFails
    /// With a second service, which no other has.
    case twoServices
    /// The service runs as another user in the second.
    case ownFirst, ownSecond
    /// A folder becomes a link, a link a folder, a file a folder.
    case kindsFirst, kindsSecond

    private var isFirst: Bool {
      [.first, .stoppingFirst, .twoServices, .ownFirst, .kindsFirst].contains(self)
    }
    var version: String { isFirst ? "1.0" : "2.0" }
    private var word: String { isFirst ? "v1" : "v2" }

    /// What it answers, as an expression of Python.
    var answer: String {
      switch self {
      case .ownFirst, .ownSecond: #"own("\#(word)")"#
      case .kindsFirst, .kindsSecond: #"b" ".join(words(name) for name in "abc")"#
      default: #"b"\#(word)""#
      }
    }

    /// Files beside the application, as a script of shell makes them.
    var files: String {
      switch self {
      case .kindsFirst: "mkdir -p s/a s/b-1 && echo v1 | tee s/a/words s/b-1/words s/c && ln -s b-1 s/b"
      case .kindsSecond: "mkdir -p s/a-2 s/b s/c && echo v2 | tee s/a-2/words s/b/words s/c/words && ln -s a-2 s/a"
      default: ":"
      }
    }

    func options(failing: String) -> [String] {
      switch self {
      case .first, .second, .ownFirst: []
      case .twoServices: ["-t", "api.tac"]
      case .ownSecond: ["--user", "www-data"]
      case .kindsFirst, .kindsSecond: ["--include", "s"]
      case .preinstFails: ["--preinst", failing]
      case .postinstFails: ["--postinst", failing]
      case .stoppingFirst, .stoppingSecond: ["--stop-during-upgrade"]
      case .stoppingPreinstFails: ["--stop-during-upgrade", "--preinst", failing]
      }
    }
  }

  /// Calls `body` with the path of every package of the format.
  static func with<Result>(
    _ format: LifecycleRow.Format, _ body: ([Variant: String]) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let failing = "\(folder)/failing"
      try "exit 1\n".write(toFile: failing, atomically: true, encoding: .utf8)
      var packages: [Variant: String] = [:]
      for variant in Variant.allCases {
        let place = "\(folder)/\(variant.rawValue)"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for (name, port) in [("web", 8080), ("api", 8081)] {
          try application(name, port, answering: variant.answer)
            .write(toFile: "\(place)/\(name).tac", atomically: true, encoding: .utf8)
        }
        try run("sh", "-ec", variant.files, in: place).successful()
        let arguments =
          ["-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-V", variant.version, "-o", ".", "--sysv"]
          + variant.options(failing: failing)
        var program = Program(format == .deb ? Places.tap2deb : Places.tap2rpm, arguments)
        program.folder = place
        try program.run().successful()
        packages[variant] =
          format == .deb
          ? "\(place)/twisted-web_\(variant.version)_all.deb" : "\(place)/twisted-web-\(variant.version)-1.noarch.rpm"
      }
      return try body(packages)
    }
  }

  private static func application(_ name: String, _ port: Int, answering answer: String) -> String {
    """
    import os
    import pwd

    from twisted.application import internet, service
    from twisted.web import resource, server


    class Answer(resource.Resource):
        isLeaf = True

        def render_GET(self, request):
            return \(answer)


    def own(version):
        with open("seen", "a") as file:
            file.write(version)
        return f"{version} as {pwd.getpwuid(os.getuid()).pw_name}".encode()


    def words(name):
        path = "/usr/share/twisted-web/s/" + name
        with open(path + "/words" if os.path.isdir(path) else path, "rb") as file:
            return file.read().strip()


    application = service.Application("\(name)")
    internet.TCPServer(\(port), server.Site(Answer())).setServiceParent(application)

    """
  }
}
