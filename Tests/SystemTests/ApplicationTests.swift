import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Applications of several files: packaged, installed, started by their init scripts, spoken to, removed.
  @Suite struct ApplicationTests {
    @Test(.timeLimit(.minutes(15)), arguments: ExampleApplication.all)
    func debAnswers(application: ExampleApplication) throws {
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(application.root)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        let before = try FileListing(of: root)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try application.reply(in: root) == application.answer)
        #expect(try root.run("dpkg", "--verify", application.service).output.isEmpty)

        // Again with the plugins' list and the compiled files of the first time.
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        for service in application.services { try root.run("/etc/init.d/\(service)", "restart").successful() }
        #expect(try application.reply(in: root) == application.answer)

        try root.run("dpkg", "--purge", application.service).successful()
        let left = try FileListing(of: root).changes(
          since: before, except: FileListing.systemChanges + Self.dpkgsOwn)
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
      }
    }

    @Test(.timeLimit(.minutes(15)), arguments: ExampleApplication.all)
    func rpmAnswers(application: ExampleApplication) throws {
      try application.expectRPMToAnswer(ending: ".noarch.rpm")
    }

    /// The unit and the init script read the plugin's options alike, also those that the administrator writes.
    @Test(.timeLimit(.minutes(15)))
    func theAdministratorChangesAPluginsOptions() throws {
      let application = try ExampleApplication.of("twisted-greeter")
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(application.root)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        try root.shell(
          #"echo "PLUGIN_OPTIONS=\"--port 7018 --greeting 'two  words'\"" >>/etc/default/twisted-greeter"#
        ).successful()
        try root.run("/etc/init.d/twisted-greeter", "restart").successful()
        #expect(try application.reply(in: root) == "two  words\n")
      }
    }

    /// Nothing of a package is imported by root, whatever of it comes, goes or changes; and twistd finds every plugin all
    /// the same, also those that another package put beside them.
    @Test(.timeLimit(.minutes(15)))
    func findsPluginsThatRootNeverImports() throws {
      let application = try ExampleApplication.of("twisted-greeter")
      let (own, shared) = ("/usr/share/twisted-greeter", "/usr/lib/python3/dist-packages")
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(.secure)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(101)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        func lists() throws -> Bool {
          try root.shell(
            """
            cd /; setpriv --reuid=_twisted-greeter --clear-groups env PYTHONPATH=\(own) twistd3 --help | grep '^ *late '
            """
          ).succeeded
        }
        try withTemporaryFolder { scratch in
          let plugin = """
            import os
            if os.getuid() == 0:
                open("/root/imported", "w")
            from twisted.application.service import ServiceMaker
            late = ServiceMaker("late", "late.module", "A late one", "late")

            """
          try Data(plugin.utf8).write(to: URL(filePath: "\(scratch)/late_plugin.py"))
          let source = "\(Places.repository)/debian-example/web.tac"
          for (name, folder) in [("own", own), ("shared", shared)] {
            let words = [
              "-t", source, "-m", "Ada Example <ada@example.org>", "-d", "late-\(name)", "-o", scratch, "--binary-only",
              "--include", "\(scratch)/late_plugin.py:\(folder)/twisted/plugins/late_plugin.py",
            ]
            let run = try Program(Places.tap2deb, words).run().successful()
            #expect(run.errors.contains("would be imported by everyone") == (name == "shared"), "\(run)")
            try root.copy("\(scratch)/late-\(name)_1.0_all.deb", to: "/tmp/late.deb")
            #expect(try !lists())
            try root.run("dpkg", "--install", "/tmp/late.deb").successful()
            #expect(try lists(), "\(name): installed")
            try root.run("dpkg", "--install", "/tmp/example.deb").successful()
            try root.run("dpkg", "--purge", "late-\(name)").successful()
            #expect(try !lists(), "\(name): purged")
            #expect(try !root.run("test", "-e", "/root/imported").succeeded, "\(name): root imported it")
          }
        }
      }
    }

    /// What lies in the working directory already is the administrator's.
    @Test(.timeLimit(.minutes(15)))
    func keepsWhatIsInTheWorkingDirectory() throws {
      let application = try ExampleApplication.of("twisted-files")
      try application.withPackage(Places.tap2deb, ending: ".deb") { package in
        let root = try DebianRoot(application.root)
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
