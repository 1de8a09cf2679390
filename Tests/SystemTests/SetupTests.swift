import Foundation
import TestSupport
import Testing

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

    /// The package manager goes on, and whoever installs it learns what the service said.
    @Test(
      .timeLimit(.minutes(10)),
      arguments: [
        "from twisted.application import service\nimport of_nobody\napplication = service.Application('x')\n",
        """
        from twisted.application import internet, service
        application = service.Application('x')
        class Sick(service.Service):
            def startService(self):
                raise ValueError("of_nobody")
        Sick().setServiceParent(application)
        """,
      ])
    func aServiceThatDiesSaysSo(text: String) throws {
      let root = try BootedRoot(.systemd)
      let result = try install(text, [], in: root)
      #expect(result.succeeded, "\(result)")
      #expect(result.errors.contains("twisted-setup.service has ended. The last that it said:"), "\(result)")
      #expect(result.errors.contains("of_nobody"), "\(result)")
    }
  }
}
