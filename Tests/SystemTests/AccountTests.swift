import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Who the service runs as, and what that user may do.
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct AccountTests {
    @Test(.timeLimit(.minutes(10)))
    func bindsPrivilegedPortUnderSystemd() throws {
      let root = try BootedRoot(.systemd)
      try install(on: root, .deb, port: 80)
      try waitUntilAnswering(root, 80)
      #expect(try owner(root) == "_twisted-web _twisted-web\n")
      #expect(
        try root.shell("grep CapEff /proc/$(pgrep -f '[t]wistd.*web.tac')/status").output
          .hasSuffix("0000000000000400\n"), "CAP_NET_BIND_SERVICE and nothing else")
    }

    @Test(.timeLimit(.minutes(10)), arguments: LifecycleRow.Format.allCases)
    func bindsPrivilegedPortByInitScript(format: LifecycleRow.Format) throws {
      let root = try BootedRoot(.sysvinit)
      try install(on: root, format, port: 80)
      try root.run("/etc/init.d/twisted-web", "start").successful()
      try waitUntilAnswering(root, 80)
      #expect(try owner(root) == "_twisted-web _twisted-web\n")
      try root.run("/etc/init.d/twisted-web", "stop").successful()
    }

    @Test(.timeLimit(.minutes(10)), arguments: [RootRecipe.systemd.name, RootRecipe.sysvinit.name])
    func runsAsThePackagersUser(recipe: String) throws {
      let root = try BootedRoot(recipe == RootRecipe.systemd.name ? .systemd : .sysvinit)
      try root.shell("groupadd staffers").successful()
      try install(on: root, .deb, port: 8080, options: ["--user", "webber", "--group", "staffers"])
      try waitUntilAnswering(root, 8080)
      #expect(try owner(root) == "webber staffers\n")
    }

    @Test(.timeLimit(.minutes(10)), arguments: [RootRecipe.systemd.name, RootRecipe.sysvinit.name])
    func runsAsTheApplicationsUser(recipe: String) throws {
      let root = try BootedRoot(recipe == RootRecipe.systemd.name ? .systemd : .sysvinit)
      try root.shell("useradd --uid 1000 alice").successful()
      try install(on: root, .deb, port: 8080, identity: ", uid=1000, gid=1000")
      try waitUntilAnswering(root, 8080)
      #expect(try owner(root) == "alice alice\n")
    }

    @Test(.timeLimit(.minutes(10)))
    func aConnectionStartsASocketService() throws {
      let root = try BootedRoot(.systemd)
      let endpoint = """
        from twisted.application import service, strports
        from twisted.web import resource, server
        application = service.Application("web")
        strports.service("systemd:domain=INET:index=0", server.Site(resource.Resource())).setServiceParent(application)

        """
      try install(on: root, .deb, text: endpoint, options: ["--socket", "127.0.0.1:8081"])
      #expect(try root.run("systemctl", "is-active", "twisted-web.socket").output == "active\n")
      #expect(try root.run("systemctl", "is-active", "twisted-web.service").output == "inactive\n")
      let answer = try root.run(
        "curl", "--silent", "--write-out", "%{http_code}", "--output", "/dev/null", "http://127.0.0.1:8081/")
      #expect(answer.output == "404", "\(answer)")
      #expect(try root.run("systemctl", "is-active", "twisted-web.service").output == "active\n")
      try root.run("dpkg", "--purge", "twisted-web").successful()
      #expect(try root.run("curl", "--silent", "http://127.0.0.1:8081/").status == 7, "nobody listens")
    }

    private func install(
      on root: BootedRoot, _ format: LifecycleRow.Format, port: Int, identity: String = "", options: [String] = []
    ) throws {
      let text = """
        from twisted.application import internet, service
        from twisted.web import resource, server
        application = service.Application("web"\(identity))
        internet.TCPServer(\(port), server.Site(resource.Resource())).setServiceParent(application)

        """
      try install(on: root, format, text: text, options: options)
    }

    private func install(on root: BootedRoot, _ format: LifecycleRow.Format, text: String, options: [String]) throws {
      try withTemporaryFolder { folder in
        try text.write(toFile: "\(folder)/web.tac", atomically: true, encoding: .utf8)
        var program = Program(
          format == .deb ? Places.tap2deb : Places.tap2rpm,
          ["-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-o", ".", "--sysv"] + options)
        program.folder = folder
        try program.run().successful()
        let name = format == .deb ? "twisted-web_1.0_all.deb" : "twisted-web-1.0-1.noarch.rpm"
        try root.copy("\(folder)/\(name)", to: "/root/\(name)")
        switch format {
        case .deb: try root.shell("dpkg --force-unsafe-io --install /root/\(name)").successful()
        case .rpm:
          try root.shell(
            "ln -s twistd3 /usr/bin/twistd; rpm \(DebianRoot.force) --dbpath /root/db --install --nodeps /root/\(name)"
          ).successful()
        }
      }
    }

    private func owner(_ root: BootedRoot) throws -> String {
      try root.shell("ps -o user:32=,group:32= -p $(pgrep -f '[t]wistd.*web.tac') | tr -s ' ' | sed 's/ $//'").output
    }

    private func waitUntilAnswering(_ root: BootedRoot, _ port: Int) throws {
      try waitUntil("port \(port) answers", timeout: .seconds(20)) {
        try root.run("curl", "--silent", "http://127.0.0.1:\(port)/").succeeded
      }
    }
  }
}
