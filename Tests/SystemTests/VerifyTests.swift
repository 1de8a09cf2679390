import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// `--verify` names what is wrong with packages that are broken on purpose, and finds nothing in one that is not.
  @Suite(.enabled(if: wantsEverything, "trying a package takes half a minute"))
  struct VerifyTests {
    struct Broken: Sendable, CustomTestStringConvertible {
      var name: String
      /// The lines of the application that break it, before its site is made.
      var lines = ""
      /// What the site does with a request.
      var answer = #"return b"ok""#
      /// Shell of a maintainer script.
      var script: (option: String, text: String)?
      var options: [String] = []
      /// The name of the cause, and what its message tells.
      var cause: String
      var words: String
      var testDescription: String { name }
    }

    static let broken = [
      Broken(
        name: "wrong port", script: ("--postinst", "sed -i s/8080/9090/ /etc/twisted-web/web.tac\n"),
        cause: "no-listener", words: "nothing listens on TCP port 8080"),
      Broken(name: "missing module", lines: "import shop_of_nobody", cause: "missing-module", words: "shop_of_nobody"),
      Broken(
        name: "read-only path", lines: #"open("data", "w").close()"#,
        options: ["--unit", "ReadOnlyPaths=/var/lib/twisted-web"], cause: "read-only-path", words: "data"),
      Broken(
        name: "missing variable", lines: #"key = os.environ["SHOP_KEY"]"#, cause: "missing-variable", words: "SHOP_KEY"),
      Broken(
        name: "key that cannot be read", lines: #"key = open("/etc/shop.key").read()"#,
        script: ("--preinst", "(umask 077; echo key >/etc/shop.key)\n"), cause: "unreadable-key",
        words: "/etc/shop.key"),
      Broken(
        name: "crash after 3 s", lines: "reactor.callLater(3, os._exit, 1)", cause: "crash", words: "status=1/FAILURE"),
      Broken(
        name: "leftover file", script: ("--preinst", "echo left >/srv/left\n"), cause: "left-file", words: "/srv/left"),
      Broken(
        name: "lost configuration", script: ("--postinst", "echo '# mine' >/etc/default/twisted-web\n"),
        cause: "lost-configuration", words: "/etc/default/twisted-web"),
      Broken(
        name: "service that stays", lines: #"subprocess.Popen(["sleep", "600"])"#,
        options: ["--unit", "KillMode=process"],
        cause: "left-process", words: "sleep 600"),
      Broken(
        name: "blocked system call", lines: "os.nice(5)",
        options: ["--unit", "SystemCallFilter=~@resources"], cause: "blocked-system-call", words: "os.nice(5)"),
      Broken(
        name: "traceback at a request", answer: "return 1 // len(request.postpath[1:])", cause: "traceback",
        words: "ZeroDivisionError"),
      Broken(
        name: "second service dead", options: ["-t", "second.tac"], cause: "missing-module",
        words: "second.tac:1: there is no module shop_of_nobody"),
    ]

    private struct Document: Decodable {
      struct Verdict: Decodable { var cells: [Cell] }
      struct Cell: Decodable {
        var place: String
        var check: String
        var outcome: String
        var findings: [Finding]
      }
      struct Finding: Decodable {
        var cause: String
        var message: String
        var remedy: String?
      }
      var status: Int
      var verify: [Verdict]
    }

    private static func document(_ broken: Broken, in folder: String) throws -> Document {
      let site = """
        import os, subprocess
        from twisted.application import internet, service
        from twisted.internet import reactor
        from twisted.web import resource, server

        class Page(resource.Resource):
            isLeaf = True

            def render_GET(self, request):
                \(broken.answer)

        \(broken.lines)
        application = service.Application("web")
        internet.TCPServer(8080, server.Site(Page())).setServiceParent(application)

        """
      let second =
        "import shop_of_nobody\nfrom twisted.application import service\napplication = service.Application('second')\n"
      for (name, text) in [("web.tac", site), ("second.tac", second), ("script", broken.script?.text ?? "")] {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      let script = broken.script.map { [$0.option, "script"] } ?? []
      var build = Program(
        Places.tap2deb,
        ["-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-o", ".", "--binary-only"] + broken.options + script)
      build.folder = folder
      try build.run().successful()
      var verify = Privilege.command(
        Places.tap2deb,
        [
          "--verify", "--json", "--verify-root", try RootRecipe.systemd.tarball(),
          "\(folder)/twisted-web_1.0_all.deb",
        ])
      verify.timeout = .seconds(300)
      let result = try verify.run()
      do {
        return try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
      } catch {
        throw RootFailure(message: "\(result)")
      }
    }

    @Test(.timeLimit(.minutes(10)), arguments: broken)
    func namesTheCause(of broken: Broken) throws {
      try withTemporaryFolder { folder in
        let document = try Self.document(broken, in: folder)
        #expect(document.status == 1)
        let findings = document.verify.flatMap(\.cells).flatMap(\.findings)
        #expect(
          findings.contains { $0.cause == broken.cause && $0.message.contains(broken.words) }, "\(findings)")
      }
    }

    @Test(.timeLimit(.minutes(10)))
    func findsNothingInAGoodPackage() throws {
      try withTemporaryFolder { folder in
        let document = try Self.document(Broken(name: "none", cause: "", words: ""), in: folder)
        #expect(document.status == 0)
        let cells = document.verify.flatMap(\.cells)
        #expect(cells.flatMap(\.findings).isEmpty, "\(cells)")
        for place in ["systemd", "init-script"] {
          for check in ["install", "start", "ports", "restart", "remove", "purge"] {
            #expect(
              cells.contains { $0.place == place && $0.check == check && $0.outcome == "passed" }, "\(place) \(check)")
          }
        }
      }
    }

    /// What holds a root ends with the tool, whatever ends that.
    @Test(.timeLimit(.minutes(5)))
    func leavesNothingWhenItIsKilled() throws {
      try withTemporaryFolder { folder in
        try ExamplePackage.withDeb { package in
          let tarball = try RootRecipe.systemd.tarball()
          let script = """
            export TMPDIR="$1"
            "$2" --verify --verify-root "$3" "$4" >/dev/null 2>&1 &
            for _ in $(seq 600); do pgrep -f "directory=$TMPDIR/tap2deb-root" >/dev/null && break; sleep 0.1; done
            pgrep -f "directory=$TMPDIR/tap2deb-root" >/dev/null || { echo "never booted"; exit 1; }
            sleep 3
            kill -KILL $!
            for _ in $(seq 300); do
              pgrep -f "$TMPDIR/tap2deb-root" >/dev/null || [ -n "$(ls -d "$TMPDIR"/tap2deb-root-* 2>/dev/null)" ] || exit 0
              sleep 0.1
            done
            pgrep -af "$TMPDIR/tap2deb-root"
            ls -la "$TMPDIR"
            exit 1
            """
          var program = Privilege.command("sh", ["-c", script, "sh", folder, Places.tap2deb, tarball, package])
          program.timeout = .seconds(120)
          try program.run().successful()
        }
      }
    }
  }
}
