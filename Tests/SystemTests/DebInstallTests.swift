import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The .deb of debian-example, from installation to purge, where no init system runs.
  @Suite struct DebInstallTests {
    @Test(.timeLimit(.minutes(15)))
    func installsServesAndLeavesNothing() throws {
      try ExamplePackage.withDeb { package in
        let root = try DebianRoot()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        try service.addPage()
        let before = try FileListing(of: root)

        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try root.run("dpkg", "--verify", service.name).output.isEmpty)
        #expect(try service.page().contains("It works"), "installation starts the service")

        try service.expectToServe()
        try service.expectToStop()

        try service.initScript("start").successful()
        #expect(try service.page().contains("It works"))
        try root.run("dpkg", "--remove", service.name).successful()
        #expect(try !service.answers(), "remove leaves the service running")
        #expect(try service.owners().isEmpty)
        let removed = try FileListing(of: root).paths
        #expect(removed.contains("/etc/\(service.name)/web.tac"), "a conffile must survive a remove (Policy 10.7.3)")

        try root.run("dpkg", "--purge", service.name).successful()
        let left = try FileListing(of: root).changes(
          since: before, except: FileListing.systemChanges + Self.dpkgsOwn)
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
        #expect(try root.run("getent", "passwd", service.user).succeeded, "the system user must stay")
      }
    }

    /// policy-rc.d answers 101 for "forbidden"; without it and without an init, invoke-rc.d forbids by itself.
    @Test(.timeLimit(.minutes(15)), arguments: [101, nil] as [Int?])
    func staysDownWherePolicyForbids(answer: Int?) throws {
      try ExamplePackage.withDeb { package in
        let root = try DebianRoot()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.deb")
        if let answer { try root.setPolicy(answer) }

        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try service.owners().isEmpty, "nothing may start")
        #expect(try service.initScript("status").status == 3)
        try root.run("dpkg", "--purge", service.name).successful()
      }
    }

    /// What dpkg and Debian's service tools keep for themselves.
    private static let dpkgsOwn = [
      "/var/lib/dpkg/", "/var/log/dpkg.log", "/var/log/alternatives.log",
      "/var/lib/systemd/deb-systemd-helper-enabled/",
      "/var/lib/systemd/deb-systemd-helper-masked/", "/var/lib/systemd",
    ]
  }
}
