import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// An application that imports Debian's packages, installed by apt with what it needs.
  @Suite struct DependencyInstallTests {
    private static let application = """
      from autobahn.twisted.resource import WebSocketResource
      from autobahn.twisted.websocket import WebSocketServerFactory
      from twisted.application import internet, service
      from twisted.internet import endpoints, reactor
      from twisted.web import resource, server
      import treq
      try:
          import simplejson as json
      except ImportError:
          import json

      class Status(resource.Resource):
          isLeaf = True

          def render_GET(self, request):
              return json.dumps({"treq": treq.__name__}).encode()

      root = resource.Resource()
      root.putChild(b"status", Status())
      root.putChild(b"ws", WebSocketResource(WebSocketServerFactory()))
      application = service.Application("shop")
      site = server.Site(root)
      endpoint = endpoints.TCP4ServerEndpoint(reactor, 8080)
      internet.StreamServerEndpointService(endpoint, site).setServiceParent(application)
      """

    @Test(.timeLimit(.minutes(15)))
    func aptGetsWhatTheImportsNeed() throws {
      try withTemporaryFolder { folder in
        try Data(Self.application.utf8).write(to: URL(filePath: "\(folder)/shop.tac"))
        try Data("treq >= 20, < 99\n".utf8).write(to: URL(filePath: "\(folder)/requirements.txt"))
        try run(
          Places.tap2deb, "-t", "shop.tac", "-m", "Ada Example <ada@example.org>", "--requirements",
          "requirements.txt", in: folder
        ).successful()

        let root = try DebianRoot(.repository)
        try root.copy("\(folder)/.build/twisted-shop_1.0_all.deb", to: "/tmp/shop.deb")
        try root.setPolicy(0)
        #expect(try !root.run("python3", "-c", "import autobahn").succeeded, "the root must lack what is to be got")
        try root.run("apt-get", "--quiet", "update").successful()
        try root.run("apt-get", "--quiet", "--yes", "install", "/tmp/shop.deb").successful()
        for package in ["python3-autobahn", "python3-treq", "python3-simplejson"] {
          let state = try root.run("dpkg-query", "--show", "--showformat", "${Status}", package)
          #expect(state.output == "install ok installed", "\(package): \(state)")
        }
        var page = ""
        try? waitUntil("the status", timeout: .seconds(15)) {
          let answer = try root.run("curl", "--silent", "--fail", "http://127.0.0.1:8080/status")
          page = answer.output
          return answer.succeeded
        }
        let processes = try root.shell("ps aux; tail /var/log/*")
        #expect(page == #"{"treq": "treq"}"#, "\(processes)")
        try root.run("apt-get", "--quiet", "--yes", "purge", "twisted-shop").successful()
      }
    }
  }
}
