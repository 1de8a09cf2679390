import Foundation
import TestSupport

/// The packages that come and go: one web server in two versions whose answers tell them apart.
struct LifecycleBuild: Sendable {
  enum Variant: String, CaseIterable {
    case first, second, preinstFails, postinstFails, stoppingFirst, stoppingSecond, stoppingPreinstFails

    var version: String { self == .first || self == .stoppingFirst ? "1.0" : "2.0" }
    var answer: String { self == .first || self == .stoppingFirst ? "v1" : "v2" }

    func options(failing: String) -> [String] {
      switch self {
      case .first, .second: []
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
        try application(answering: variant.answer).write(toFile: "\(place)/web.tac", atomically: true, encoding: .utf8)
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

  private static func application(answering answer: String) -> String {
    """
    from twisted.application import internet, service
    from twisted.web import resource, server


    class Answer(resource.Resource):
        isLeaf = True

        def render_GET(self, request):
            return b"\(answer)"


    application = service.Application("web")
    internet.TCPServer(8080, server.Site(Answer())).setServiceParent(application)

    """
  }
}
