import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// What the packager says of a service, where systemd runs it: first steps, seeds, folders, ports, variables and its log.
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct SetupTests {
    private static let application = """
      import os
      from twisted.application import internet, service
      from twisted.internet import protocol
      from twisted.logger import Logger

      log = Logger()
      os.makedirs("/var/lib/setupd/db", exist_ok=True)
      with open("/var/lib/setupd/db/data", "a") as data:
          data.write("x")

      class Answer(protocol.Protocol):
          def connectionMade(self):
              with open("steps") as steps:
                  self.transport.write((steps.read() + os.environ["WORDS"]).encode())
              self.transport.loseConnection()

      class Setup(service.Service):
          def startService(self):
              log.info("all is well")
              log.error("not quite")

      application = service.Application("setupd")
      Setup().setServiceParent(application)
      internet.TCPServer(int("7" + "9"), protocol.Factory.forProtocol(Answer)).setServiceParent(application)

      """

    private static let question = """
      import socket
      s = socket.create_connection(("127.0.0.1", 79), 5)
      print(b"".join(iter(lambda: s.recv(100), b"")).decode(), end="")
      """

    /// Installs the package that `tap2deb` makes of a file.
    private func install(
      _ text: String, _ options: [String], in root: BootedRoot
    ) throws -> ProgramResult {
      try withTemporaryFolder { folder in
        try text.write(toFile: "\(folder)/setup.tac", atomically: false, encoding: .utf8)
        try "seeded\n".write(toFile: "\(folder)/seed", atomically: false, encoding: .utf8)
        var program = Program(
          Places.tap2deb, ["setup.tac", "-m", "Ada Example <ada@example.org>", "-o", "."] + options)
        program.folder = folder
        try program.run().successful()
        try root.copy("\(folder)/twisted-setup_1.0_all.deb", to: "/root/setup.deb")
        return try root.run("dpkg", "--install", "/root/setup.deb")
      }
    }

    @Test(.timeLimit(.minutes(10)))
    func aServiceIsSetUpAsItIsAskedFor() throws {
      let root = try BootedRoot(.systemd)
      try install(
        Self.application,
        [
          "--port", "79", "--env", "WORDS=it's \"a\" $b", "--state", "seed:steps", "--state", ":spool",
          "--init-command", "test -d spool && echo \"by  $(id -un)\" >>steps",
        ], in: root
      ).successful()
      let answer = "seeded\nby  _twisted-setup\nit's \"a\" $b"
      #expect(try root.run("python3", "-c", Self.question).output == answer)
      #expect(try root.shell("stat -c %U /var/lib/setupd/db/data").output == "_twisted-setup\n")
      // Once is once.
      try root.run("systemctl", "restart", "twisted-setup").successful()
      #expect(try root.run("python3", "-c", Self.question).output == answer)

      // One time stamp, which is the journal's, and a priority.
      let lines = try root.shell("journalctl --sync; journalctl -u twisted-setup -p alert -o cat").output
      #expect(lines.contains("not quite") && !lines.contains("all is well"), "\(lines)")
      let all = try root.shell("journalctl -u twisted-setup -o cat | grep -E 'all is well|not quite'").output
      #expect(!all.contains("+0000") && all.hasPrefix("["), "\(all)")

      // A file of its own, where the administrator wants one.
      try root.shell(
        "echo TWISTD_LOG=--logfile=/var/log/twisted-setup/own.log >>/etc/default/twisted-setup"
          + " && systemctl restart twisted-setup"
      ).successful()
      #expect(try root.shell("grep -c 'all is well' /var/log/twisted-setup/own.log").output == "1\n")

      try root.run("dpkg", "--purge", "twisted-setup").successful()
      #expect(try !root.shell("ls -d /var/lib/setupd /var/lib/twisted-setup").output.contains("/"))
      #expect(try root.state() == "running", "a failed unit is left")
    }

    struct Shape: Sendable, CustomTestStringConvertible {
      let folder: String
      let words: [String]
      let port: Int
      let answer: String
      var testDescription: String { folder }

      /// Calls `body` with the path of the package that is made of it.
      func withPackage(_ format: LifecycleRow.Format = .deb, _ body: (String) throws -> Void) throws {
        try withTemporaryFolder { scratch in
          try run("cp", "-R", "\(Places.repository)/Tests/EndToEndTests/Shapes/\(folder)/.", scratch).successful()
          var program = Program(
            format == .deb ? Places.tap2deb : Places.tap2rpm,
            ["-m", "Ada Example <ada@example.org>", "-d", "shape", "-o", "out", "--sysv"] + words)
          program.folder = scratch
          try program.run().successful()
          try body("\(scratch)/out/shape" + (format == .deb ? "_1.0_all.deb" : "-1.0-1.noarch.rpm"))
        }
      }

      /// Installs and starts it where an init system runs, and expects its answer.
      func expectAnswer(_ format: LifecycleRow.Format, in root: BootedRoot) throws {
        try withPackage(format) { try root.copy($0, to: "/root/shape") }
        switch format {
        case .deb: try root.run("dpkg", "--install", "/root/shape").successful()
        case .rpm:
          try root.shell(
            """
            set -e
            ln -s twistd3 /usr/bin/twistd
            mkdir -p /etc/sysconfig /run/lock/subsys
            rpm --force-debian --nosignature --dbpath /root/db --install --nodeps /root/shape
            if [ -d /run/systemd/system ]; then systemctl start shape; else /etc/init.d/shape start; fi
            """
          ).successful()
        }
        var reply = ""
        try? waitUntil("the answer", timeout: .seconds(20)) {
          reply = try root.run("python3", "-c", question).output
          return !reply.isEmpty
        }
        #expect(reply.hasPrefix(answer), "\(reply)")
      }

      /// Python that prints what the service says.
      var question: String {
        """
        import socket
        s = socket.create_connection(("127.0.0.1", \(port)), 5)
        print(b"".join(iter(lambda: s.recv(100), b"")).decode(), end="")
        """
      }
    }

    private static let shapes = [
      Shape(folder: "master", words: ["-t", "buildbot.tac"], port: 9989, answer: "master"),
      Shape(folder: "canary", words: ["-t", "canary.tac"], port: 21, answer: "220 ready"),
      Shape(folder: "honeypot", words: ["-t", "honey.tac"], port: 22, answer: "SSH-2.0-honey"),
      Shape(
        folder: "poetry",
        words: [
          "-t", "twisted/plugins/fastpoetry_plugin.py", "--", "--port", "79", "--iface", "127.0.0.1", "--poem",
          "poems/ecstasy.txt",
        ], port: 79, answer: "a poem"),
    ]

    /// Applications in the shapes of real projects answer in both init systems.
    @Test(.timeLimit(.minutes(10)), arguments: shapes, LifecycleRow.Format.allCases)
    func aShapeAnswers(shape: Shape, format: LifecycleRow.Format) throws {
      try shape.expectAnswer(format, in: BootedRoot(.systemd))
    }

    @Test(.timeLimit(.minutes(10)), arguments: shapes, LifecycleRow.Format.allCases)
    func aShapeAnswersUnderSystemVInit(shape: Shape, format: LifecycleRow.Format) throws {
      try shape.expectAnswer(format, in: BootedRoot(.sysvinit))
    }

    @Test(.timeLimit(.minutes(10)), arguments: shapes)
    func aShapeAnswersWithoutSystemd(shape: Shape) throws {
      let root = try DebianRoot(.plain)
      try shape.withPackage { try root.copy($0, to: "/tmp/shape.deb") }
      try root.setPolicy(0)
      try root.run("dpkg", "--install", "/tmp/shape.deb").successful()
      let reply = try root.run("python3", "-c", shape.question)
      #expect(reply.output.hasPrefix(shape.answer), "\(reply)")
    }

    /// The package manager goes on, and whoever installs it learns what the service said.
    @Test(
      .timeLimit(.minutes(10)),
      arguments: [
        "from twisted.application import service\nimport of_nobody\napplication = service.Application('x')\n",
        """
        import os
        from twisted.application import internet, service
        application = service.Application('x')
        class Sick(service.Service):
            def startService(self):
                if os.getpid():
                    raise ValueError("of_nobody")
        Sick().setServiceParent(application)
        """,
      ],
      [
        (RootRecipe.systemd, "twisted-setup.service has ended. The last that it said:"),
        (.sysvinit, "twisted-setup has ended"),
      ])
    func aServiceThatDiesSaysSo(text: String, system: (recipe: RootRecipe, words: String)) throws {
      let root = try BootedRoot(system.recipe)
      let result = try install(text, [], in: root)
      #expect(result.succeeded, "\(result)")
      #expect(result.errors.contains(system.words), "\(result)")
      // What it says once it has loaded goes to the system's log, from which an init script reads nothing.
      let words = ["of_nobody", "its other messages are in the system's log"]
      #expect(words.contains(where: result.errors.contains), "\(result)")
    }

    /// An .rpm starts nothing by itself, so its upgrade is where somebody has to be told.
    @Test(.timeLimit(.minutes(10)))
    func anUpgradeTellsOfAServiceThatDies() throws {
      let root = try BootedRoot(.systemd)
      try withTemporaryFolder { folder in
        let application = "from twisted.application import service\napplication = service.Application('x')\n"
        let rpm = "rpm --force-debian --nosignature --dbpath /root/db"
        for (version, text) in [("1", application), ("2", "import of_nobody\n" + application)] {
          try text.write(toFile: "\(folder)/setup.tac", atomically: false, encoding: .utf8)
          try run(Places.tap2rpm, "-t", "setup.tac", "-V", version, "-q", "--binary-only", "-o", "o", in: folder)
            .successful()
          try root.copy("\(folder)/o/twisted-setup-\(version)-1.noarch.rpm", to: "/root/\(version).rpm")
        }
        try root.shell(
          "ln -s twistd3 /usr/bin/twistd && \(rpm) --install --nodeps /root/1.rpm && systemctl start twisted-setup"
        ).successful()
        let result = try root.shell("\(rpm) --upgrade --nodeps /root/2.rpm").successful()
        #expect(result.errors.contains("twisted-setup.service has ended. The last that it said:"), "\(result)")
        #expect(result.errors.contains("of_nobody"), "\(result)")
      }
    }
  }
}
