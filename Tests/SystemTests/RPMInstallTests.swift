import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The .rpm of debian-example, from installation to erasure, by rpm itself.
  @Suite struct RPMInstallTests {
    @Test(.timeLimit(.minutes(15)))
    func installsServesAndLeavesNothing() throws {
      try ExamplePackage.withRPM { package in
        let root = try DebianRoot.likeRPM()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.rpm")
        try service.addPage()
        let before = try FileListing(of: root)

        let installation = try root.rpm("--install", "--nodeps", "/tmp/example.rpm").successful()
        #expect(installation.errors.isEmpty, "\(installation)")
        let verification = try root.rpm("--verify", "--nodeps", service.name)
        #expect(verification.output.isEmpty, "\(verification)")
        #expect(try service.initScript("status").status == 3, "RPM packages do not start by themselves")

        try service.expectToServe()
        try service.expectToStop()

        try service.initScript("start").successful()
        #expect(try service.page().contains("It works"))
        let erasure = try root.rpm("--erase", service.name).successful()
        #expect(erasure.errors.isEmpty, "\(erasure)")
        #expect(try !service.answers(), "erasure leaves the service running")
        #expect(try service.owners().isEmpty)
        let left = try FileListing(of: root).changes(
          since: before, except: FileListing.systemChanges + ["\(DebianRoot.database)/"])
        #expect(left.isEmpty, "left after erasure:\n\(left.joined(separator: "\n"))")
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func anEditedFileIsKeptAsRpmsave() throws {
      try ExamplePackage.withRPM { package in
        let root = try DebianRoot.likeRPM()
        try root.copy(package, to: "/tmp/example.rpm")
        try root.rpm("--install", "--nodeps", "/tmp/example.rpm").successful()
        try root.shell("echo '# edited' >>/etc/twisted-web/web.tac").successful()
        try root.rpm("--erase", "twisted-web").successful()
        #expect(try root.run("tail", "-n", "1", "/etc/twisted-web/web.tac.rpmsave").output == "# edited\n")
      }
    }
  }
}
