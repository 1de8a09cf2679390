import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The test that every Debian source package brings, run by autopkgtest(1) in a root without an init.
  @Suite(.enabled(if: wantsEverything, "autopkgtest is for `make check-system`"))
  struct AutopkgtestTests {
    /// An application, whether its test passes, and what autopkgtest says.
    private static let applications = [
      ("listens", "internet.TCPServer(8080, f).setServiceParent(application)", 0, "service              PASS"),
      (
        "does-not-listen",
        """
        p = internet.TCPServer(8080, f)
            p.startService = lambda: None
            p.privilegedStartService = lambda: None
            p.setServiceParent(application)
        """, 4, "service              FAIL"
      ),
    ]

    @Test(.timeLimit(.minutes(15)))
    func runsTheServiceAndWaitsForItsPorts() throws {
      for (name, statement, status, line) in Self.applications {
        // Each of its own: the first service goes on listening.
        let root = try DebianRoot(.testing)
        try withTemporaryFolder { folder in
          try """
          from twisted.application import internet, service
          from twisted.internet import protocol
          application = service.Application("web")
          f = protocol.ServerFactory()
          if True:
              \(statement)

          """.write(toFile: "\(folder)/web.tac", atomically: true, encoding: .utf8)
          try run(
            Places.tap2deb, "-q", "-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-d", name, "--source", "-u",
            "-o", folder, in: folder
          ).successful()
          let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("\(name)_1.0") }
          try root.run("mkdir", "-p", "/root/\(name)").successful()
          for file in files { try root.copy("\(folder)/\(file)", to: "/root/\(name)/\(file)") }
          let result = try root.shell(
            "cd /root/\(name) && autopkgtest --no-built-binaries \(name)_1.0_all.deb \(name)_1.0.dsc -- null 2>&1")
          #expect(result.status == status && result.output.contains(line), "\(result.output.suffix(3000))")
          #expect(result.output.contains("listens on tcp port 8080."))
        }
      }
    }
  }
}
