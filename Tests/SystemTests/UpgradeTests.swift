import Foundation
import TestSupport
import Testing

extension SystemTests {
  /// What the next version has otherwise: the kind of a path, its services, the user that they run as.
  @Suite struct UpgradeTests {
    /// dpkg and rpm leave a folder where a link should be, and unpack through a link where a folder should be.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func aPathChangesItsKind(format: LifecycleRow.Format) throws {
      try withTemporaryFolder { folder in
        let words = "/usr/share/twisted-web/s/data/words.txt"
        try run("sh", "-c", "mkdir -p s/data && echo v1 >s/data/words.txt", in: folder).successful()
        let first = try package(format, version: "1", ["--include", "s"], in: folder)
        try run("sh", "-c", "mv s/data s/data-2 && echo v2 >s/data-2/words.txt && ln -s data-2 s/data", in: folder)
          .successful()
        let second = try package(format, version: "2", ["--include", "s"], in: folder)
        try run("sh", "-c", "rm s/data && cp -r s/data-2 s/data && echo v3 >s/data/words.txt", in: folder).successful()
        let third = try package(format, version: "3", ["--include", "s"], in: folder)

        let root = try format == .deb ? DebianRoot() : DebianRoot.likeRPM()
        if format == .deb { try root.setPolicy(101) }
        for (package, version) in [(first, "v1"), (second, "v2"), (third, "v3"), (second, "v2"), (first, "v1")] {
          try install(package, format, in: root)
          #expect(try root.run("cat", words).output == "\(version)\n", "\(version)")
          let left = try root.shell("find /usr/share/twisted-web -name '*.dpkg-*' -o -name '*.rpm*'").output
          #expect(left.isEmpty, "\(version): \(left)")
          if format == .deb { #expect(try root.run("dpkg", "--verify", "twisted-web").output.isEmpty) }
        }
      }
    }

    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "for `make check-system`"),
      arguments: LifecycleRow.Format.allCases)
    func aServiceIsDropped(format: LifecycleRow.Format) throws {
      try withTemporaryFolder { folder in
        try run("sh", "-c", "printf '[Service]\\nExecStart=/bin/true\\n' >helper.service", in: folder).successful()
        let unit = "helper.service:/usr/lib/systemd/system/helper.service"
        let both = try package(format, version: "1", ["-t", "api.tac", "--include", unit], in: folder)
        let one = try package(format, version: "2", in: folder)
        let root = try format == .deb ? DebianRoot() : DebianRoot.likeRPM()
        if format == .deb { try root.setPolicy(0) }
        try install(both, format, in: root)
        try root.run("/etc/init.d/twisted-api", "start").successful()
        try root.run("touch", "/var/lib/twisted-api/kept").successful()
        // A unit that only came along is no service of the package's; what is under its name is somebody else's.
        try root.shell("mkdir -p /var/lib/helper /var/log/helper && touch /var/lib/helper/kept").successful()
        try install(one, format, in: root)
        try waitUntil("it has stopped", timeout: .seconds(20)) {
          try root.shell("! pgrep -f '[p]refix=twisted-api'").succeeded
        }
        #expect(try root.shell("ls /etc/rc2.d | grep S.*twisted-api").output.isEmpty)
        #expect(try root.run("test", "-e", "/var/lib/twisted-api/kept").succeeded, "purge alone removes it")
        if format == .deb {
          #expect(try root.run("/etc/init.d/twisted-web", "status").succeeded, "the other one runs on")
          try root.run("dpkg", "--purge", "twisted-web").successful()
          let left = try root.shell("find /etc /var/lib /run -name '*twisted-api*' -o -name '*twisted-web*'").output
          #expect(left.isEmpty, "\(left)")
          #expect(try root.run("test", "-e", "/var/lib/helper/kept").succeeded, "it is not the package's")
        }
      }
    }

    /// A service that became a package of its own keeps what it has when the package that it came from is purged.
    @Test(.timeLimit(.minutes(15)), .enabled(if: wantsEverything, "for `make check-system`"))
    func aServiceBecomesAPackage() throws {
      try withTemporaryFolder { folder in
        let both = try package(.deb, version: "1", ["-t", "api.tac"], in: folder)
        let one = try package(.deb, version: "2", in: folder)
        try run("mv", "web.tac", "other.tac", in: folder).successful()
        var program = Program(
          Places.tap2deb,
          ["-t", "api.tac", "-V", "2", "-m", "Ada Example <ada@example.org>", "-o", "o", "--binary-only"])
        program.folder = folder
        try program.run().successful()
        let root = try DebianRoot()
        try root.setPolicy(101)
        try install(both, .deb, in: root)
        try root.run("touch", "/var/lib/twisted-api/kept").successful()
        try install(one, .deb, in: root)
        try install("\(folder)/o/twisted-api_2_all.deb", .deb, in: root)
        try root.run("dpkg", "--purge", "twisted-web").successful()
        #expect(try root.run("test", "-e", "/var/lib/twisted-api/kept").succeeded)
        #expect(try root.run("test", "-e", "/etc/default/twisted-api").succeeded)
        try root.run("dpkg", "--purge", "twisted-api").successful()
        #expect(try !root.run("test", "-e", "/var/lib/twisted-api").succeeded)
      }
    }

    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "for `make check-system`"),
      arguments: LifecycleRow.Format.allCases)
    func aServiceGetsAnotherUser(format: LifecycleRow.Format) throws {
      try withTemporaryFolder { folder in
        try run("sh", "-c", "echo secret >conf.ini && chmod 600 conf.ini", in: folder).successful()
        let configuration = "/etc/twisted-web/conf.ini"
        let first = try package(format, version: "1", ["--include", "conf.ini:/etc/twisted-web/"], in: folder)
        try run("sh", "-c", "echo another >conf.ini", in: folder).successful()
        let second = try package(
          format, version: "2", ["--user", "www-data", "--include", "conf.ini:/etc/twisted-web/"], in: folder)
        let third = try package(
          format, version: "3", ["--user", "www-data", "--group", "daemon", "--include", "conf.ini:/etc/twisted-web/"],
          in: folder)
        let root = try format == .deb ? DebianRoot() : DebianRoot.likeRPM()
        if format == .deb { try root.setPolicy(0) }
        try install(first, format, in: root)
        if format == .rpm { try root.run("/etc/init.d/twisted-web", "start").successful() }
        try root.shell(
          """
          cd /var/lib/twisted-web && echo x >file && mkdir -p folder && echo root >folder/roots
          chown -R _twisted-web file folder && chown root folder/roots && ln -s /etc/shadow link && chown -h _twisted-web link
          """
        ).successful()
        // Edited, it stays, and the new user can read it.
        try root.shell("echo mine >>\(configuration)").successful()
        #expect(try root.run("stat", "-c", "%a %U %G", configuration).output == "640 root _twisted-web\n")
        try install(second, format, in: root)
        #expect(try root.run("stat", "-c", "%a %U %G", configuration).output == "640 root www-data\n")
        #expect(try root.run("cat", configuration).output == "secret\nmine\n")
        let owners = try root.shell("pgrep -f '[p]refix=twisted-web' | xargs -r ps -o user:32= -p").output
        #expect(owners == "www-data\n", "\(owners)")
        let files = try root.shell(
          "cd /var/lib/twisted-web && stat -c '%n %U' . file folder folder/roots link; stat -c %U /etc/shadow")
        #expect(
          files.output == ". www-data\nfile www-data\nfolder www-data\nfolder/roots root\nlink www-data\nroot\n",
          "\(files)")
        // Another group, and the same user.
        try install(third, format, in: root)
        let group = try root.shell("cd /var/lib/twisted-web && stat -c '%n %U:%G' . file folder/roots \(configuration)")
        #expect(
          group.output
            == ". www-data:daemon\nfile www-data:daemon\nfolder/roots root:root\n\(configuration) root:daemon\n",
          "\(group)")
        try root.run("/etc/init.d/twisted-web", "stop").successful()
        #expect(try root.shell("pgrep -f '[p]refix=twisted-web'").output.isEmpty)
      }
    }

    /// The path of a package of two services' files that lie in a folder.
    private func package(
      _ format: LifecycleRow.Format, version: String, _ options: [String] = [], in folder: String
    ) throws -> String {
      for (name, port) in [("web", 8080), ("api", 8081)] {
        try """
        from twisted.application import internet, service
        from twisted.web import resource, server
        application = service.Application("\(name)")
        internet.TCPServer(\(port), server.Site(resource.Resource())).setServiceParent(application)

        """.write(toFile: "\(folder)/\(name).tac", atomically: false, encoding: .utf8)
      }
      let tool = format == .deb ? Places.tap2deb : Places.tap2rpm
      var program = Program(
        tool,
        [
          "-t", "web.tac", "-V", version, "-m", "Ada Example <ada@example.org>", "-o", "o", "--binary-only", "--sysv",
          "-q",
        ] + options)
      program.folder = folder
      try program.run().successful()
      return "\(folder)/o/twisted-web" + (format == .deb ? "_\(version)_all.deb" : "-\(version)-1.noarch.rpm")
    }

    private func install(_ package: String, _ format: LifecycleRow.Format, in root: DebianRoot) throws {
      try root.copy(package, to: "/root/package")
      switch format {
      case .deb:
        try root.shell("dpkg --force-unsafe-io --force-downgrade --force-confold --install /root/package").successful()
      case .rpm: try root.rpm("--upgrade", "--oldpackage", "--nodeps", "/root/package").successful()
      }
    }
  }
}
