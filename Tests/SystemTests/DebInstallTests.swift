import TestSupport
import Testing

extension SystemTests {
  /// The .deb of debian-example, from installation to purge, where no init system runs.
  @Suite struct DebInstallTests {
    @Test(.timeLimit(.minutes(15)))
    func installsServesAndLeavesNothing() throws {
      try ExamplePackage.withDeb { package in
        let root = try DebianRoot()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.deb")
        let before = try FileListing(of: root)

        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try root.run("dpkg", "--verify", service.name).output.isEmpty)

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
          since: before, except: InstalledService.systemChanges + Self.dpkgsOwn)
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
        #expect(try root.run("getent", "passwd", service.user).succeeded, "the system user must stay")
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func startsOnInstallUnlessPolicyForbids() throws {
      try ExamplePackage.withDeb { package in
        let root = try DebianRoot()
        let service = InstalledService(root: root)
        try root.copy(package, to: "/tmp/example.deb")

        try root.shell("printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d")
          .successful()
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try service.initScript("status").status == 3)
        #expect(try service.owners().isEmpty, "policy-rc.d said 101, nothing may start")
        try root.run("dpkg", "--purge", service.name).successful()

        try root.run("rm", "/usr/sbin/policy-rc.d").successful()
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try service.page().contains("It works"), "installation starts the service")
        #expect(try service.owners() == [service.user])
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
