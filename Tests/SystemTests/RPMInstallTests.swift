import TestSupport
import Testing

extension SystemTests {
  /// The .rpm of debian-example, from installation to erasure, by rpm itself.
  ///
  /// The root is Debian's, so what belongs to an RPM system is made by hand: the path `/usr/bin/twistd`, folders of the
  /// packages `filesystem` and `systemd`, and a database; that has nothing which provides `python3dist(twisted)`, hence
  /// `--nodeps`.
  @Suite struct RPMInstallTests {
    private static let database = "/var/lib/rpm-of-this-test"

    @Test(.timeLimit(.minutes(15)))
    func installsServesAndLeavesNothing() throws {
      try ExamplePackage.withRPM { package in
        let root = try rpmSystem()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.rpm")
        try service.addPage()
        let before = try FileListing(of: root)

        let installation = try rpm(root, "--install", "--nodeps", "/tmp/example.rpm").successful()
        #expect(installation.errors.isEmpty, "\(installation)")
        let verification = try rpm(root, "--verify", "--nodeps", service.name)
        #expect(verification.output.isEmpty, "\(verification)")
        #expect(try service.initScript("status").status == 3, "RPM packages do not start by themselves")

        try service.expectToServe()
        try service.expectToStop()

        try service.initScript("start").successful()
        #expect(try service.page().contains("It works"))
        let erasure = try rpm(root, "--erase", service.name).successful()
        #expect(erasure.errors.isEmpty, "\(erasure)")
        #expect(try !service.answers(), "erasure leaves the service running")
        #expect(try service.owners().isEmpty)
        let left = try FileListing(of: root).changes(
          since: before, except: InstalledService.systemChanges + ["\(Self.database)/"])
        #expect(left.isEmpty, "left after erasure:\n\(left.joined(separator: "\n"))")
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func anEditedFileIsKeptAsRpmsave() throws {
      try ExamplePackage.withRPM { package in
        let root = try rpmSystem()
        try root.copy(package, to: "/tmp/example.rpm")
        try rpm(root, "--install", "--nodeps", "/tmp/example.rpm").successful()
        try root.shell("echo '# edited' >>/etc/twisted-web/web.tac").successful()
        try rpm(root, "--erase", "twisted-web").successful()
        #expect(try root.run("tail", "-n", "1", "/etc/twisted-web/web.tac.rpmsave").output == "# edited\n")
      }
    }

    private func rpmSystem() throws -> DebianRoot {
      let root = try DebianRoot()
      try root.run("ln", "-s", "twistd3", "/usr/bin/twistd").successful()
      try root.run("mkdir", "-p", "/etc/sysconfig", "/usr/lib/sysusers.d", "/run/lock/subsys").successful()
      try root.run("rpmdb", "--dbpath", Self.database, "--initdb").successful()
      return root
    }

    /// Debian's rpm refuses to install without `--force-debian`.
    private func rpm(_ root: DebianRoot, _ arguments: String...) throws -> ProgramResult {
      try root.shell(
        (["rpm", "--force-debian", "--dbpath", Self.database] + arguments).map { "'\($0)'" }.joined(separator: " "))
    }
  }
}
