import TestSupport
import Testing

extension SystemTests {
  /// Applications of several files: packaged, installed, started by their init scripts, spoken to, removed.
  @Suite struct ApplicationTests {
    @Test(.timeLimit(.minutes(15)), arguments: ExampleApplication.all)
    func debAnswers(application: ExampleApplication) throws {
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(.secure)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        let before = try FileListing(of: root)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try application.reply(in: root) == application.answer)
        #expect(try root.run("dpkg", "--verify", application.service).output.isEmpty)

        // Again with the plugins' list and the compiled files of the first time.
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        try root.run("/etc/init.d/\(application.service)", "restart").successful()
        #expect(try application.reply(in: root) == application.answer)

        try root.run("dpkg", "--purge", application.service).successful()
        let left = try FileListing(of: root).changes(
          since: before, except: InstalledService.systemChanges + Self.dpkgsOwn)
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
      }
    }

    @Test(.timeLimit(.minutes(15)), arguments: ExampleApplication.all)
    func rpmAnswers(application: ExampleApplication) throws {
      try application.withPackage(Places.tap2rpm, ending: ".noarch.rpm") { package in
        let root = try DebianRoot.likeRPM(.secure)
        try root.copy(package, to: "/tmp/example.rpm")
        let before = try FileListing(of: root)
        let installation = try root.rpm("--install", "--nodeps", "/tmp/example.rpm").successful()
        #expect(installation.errors.isEmpty, "\(installation)")
        try root.run("/etc/init.d/\(application.service)", "start").successful()
        #expect(try application.reply(in: root) == application.answer)
        #expect(try root.rpm("--verify", "--nodeps", application.service).output.isEmpty)

        let erasure = try root.rpm("--erase", application.service).successful()
        #expect(erasure.errors.isEmpty, "\(erasure)")
        let left = try FileListing(of: root).changes(
          since: before, except: InstalledService.systemChanges + ["\(DebianRoot.database)/"])
        #expect(left.isEmpty, "left after erasure:\n\(left.joined(separator: "\n"))")
      }
    }

    /// The unit and the init script read the plugin's options alike, also those that the administrator writes.
    @Test(.timeLimit(.minutes(15)))
    func theAdministratorChangesAPluginsOptions() throws {
      let application = ExampleApplication.all[3]
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(.secure)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        try root.shell(
          #"echo "PLUGIN_OPTIONS=\"--port 7018 --greeting 'two  words'\"" >>/etc/default/twisted-greeter"#
        ).successful()
        try root.run("/etc/init.d/twisted-greeter", "restart").successful()
        #expect(try application.reply(in: root) == "two  words\n")
        let cache = try root.shell("test -s /usr/share/twisted-greeter/twisted/plugins/dropin.cache")
        #expect(cache.succeeded, "the plugins' list must be made at installation")
      }
    }

    /// What lies in the working directory already is the administrator's.
    @Test(.timeLimit(.minutes(15)))
    func keepsWhatIsInTheWorkingDirectory() throws {
      let application = ExampleApplication.all[1]
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(.secure)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(101)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        let name = #"a page, 100% "ä".txt"#
        try root.shell(
          "cd /var/lib/twisted-files && mkdir htdocs && echo mine >'htdocs/\(name)' && chmod -R a+rX htdocs"
        ).successful()
        try root.run("/etc/init.d/twisted-files", "start").successful()
        #expect(try application.reply(in: root) == "mine\n")
      }
    }

    static let dpkgsOwn = [
      "/var/lib/dpkg/", "/var/log/dpkg.log", "/var/log/alternatives.log",
      "/var/lib/systemd/deb-systemd-helper-enabled/",
      "/var/lib/systemd/deb-systemd-helper-masked/", "/var/lib/systemd",
    ]
  }
}
