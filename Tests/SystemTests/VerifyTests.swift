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
        name: "ended for a system call", lines: "os.nice(5)",
        options: ["--unit", "SystemCallFilter=~@resources", "--unit", "SystemCallErrorNumber=kill"],
        cause: "blocked-system-call", words: "the system call 141, which ausyscall 141 names"),
      Broken(
        name: "traceback at a request", answer: "return 1 // len(request.postpath[1:])", cause: "traceback",
        words: "ZeroDivisionError"),
      Broken(
        name: "second service dead", options: ["-t", "second.tac"], cause: "missing-module",
        words: "second.tac:1: there is no module shop_of_nobody"),
    ]

    private static func document(_ broken: Broken, in folder: String) throws -> VerifyDocument {
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
      return try verify("\(folder)/twisted-web_1.0_all.deb", [])
    }

    private static func verify(
      _ package: String, _ options: [String], root: RootRecipe = .systemd
    ) throws -> VerifyDocument {
      var verify = Privilege.command(
        Places.tap2deb, ["--verify", "--json", "--verify-root", try root.tarball()] + options + [package])
      verify.timeout = .seconds(300)
      return try document(try verify.run())
    }

    private static func document(_ result: ProgramResult) throws -> VerifyDocument {
      do {
        return try JSONDecoder().decode(VerifyDocument.self, from: Data(result.output.utf8))
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

    /// An older version, an edited configuration, the newer version, and back.
    @Test(.timeLimit(.minutes(10)))
    func upgradesAndDowngrades() throws {
      try LifecycleBuild.with(.deb) { packages in
        let (old, new) = (try #require(packages[.first]), try #require(packages[.second]))
        let document = try Self.verify(new, ["--verify-from", old])
        #expect(document.verify.flatMap(\.cells).flatMap(\.findings).isEmpty, "\(document)")
        let cells = document.verify.flatMap(\.cells).filter { $0.place == "systemd" }
        for (check, detail) in [("upgrade", "from 1.0"), ("downgrade", "to 1.0")] {
          #expect(cells.contains { $0.check == check && $0.outcome == "passed" && $0.detail == detail }, "\(cells)")
        }
      }
    }

    /// In a root of Debian's with rpm: an RPM package, and one whose scriptlet fails.
    @Test(.timeLimit(.minutes(10)))
    func triesAnRPMPackage() throws {
      try LifecycleBuild.with(.rpm) { packages in
        let (old, new) = (try #require(packages[.first]), try #require(packages[.second]))
        let good = try Self.verify(new, ["--verify-from", old])
        let cells = good.verify.flatMap(\.cells)
        #expect(good.status == 0 && cells.flatMap(\.findings).isEmpty, "\(good)")
        for check in ["install", "start", "ports", "restart", "upgrade", "downgrade", "remove", "purge"] {
          #expect(cells.contains { $0.place == "systemd" && $0.check == check && $0.outcome == "passed" }, "\(check)")
        }
        #expect(cells.contains { $0.place == "init-script" && $0.check == "ports" && $0.outcome == "passed" })
        let bad = try Self.verify(try #require(packages[.postinstFails]), [])
        #expect(bad.status == 1)
        #expect(bad.verify.flatMap(\.cells).flatMap(\.findings).contains { $0.message.contains("scriptlet failed") })
      }
    }

    /// A handshake, a socket in /run, a datagram: each is asked for real.
    @Test(.timeLimit(.minutes(10)), arguments: ["twisted-tls", "twisted-unix", "twisted-udp"])
    func asksEveryKindOfPort(service: String) throws {
      let details = ["twisted-tls": "7010 tls", "twisted-unix": "/run/twisted-unix/socket", "twisted-udp": "7009 udp"]
      try ExampleApplication.of(service).withPackage(Places.tap2deb, ending: ".deb") { package in
        let document = try Self.verify(package, [], root: .examples)
        let cells = document.verify.flatMap(\.cells)
        #expect(document.status == 0 && cells.flatMap(\.findings).isEmpty, "\(document)")
        let told = cells.filter { $0.check == "ports" }.map(\.detail)
        #expect(told.count == 2 && told.allSatisfy { $0 == details[service] }, "\(told)")
      }
    }

    /// What nobody asks a name server, it answers all the same.
    @Test(.timeLimit(.minutes(10)))
    func asksANameServer() throws {
      try withTemporaryFolder { folder in
        try """
        from twisted.application import internet, service
        from twisted.names import dns, server

        application = service.Application("names")
        protocol = dns.DNSDatagramProtocol(server.DNSServerFactory(clients=[]))
        internet.UDPServer(5353, protocol).setServiceParent(application)

        """.write(toFile: "\(folder)/names.tac", atomically: true, encoding: .utf8)
        var build = Program(
          Places.tap2deb, ["-t", "names.tac", "-m", "Ada Example <ada@example.org>", "-o", ".", "--binary-only"])
        build.folder = folder
        try build.run().successful()
        let document = try Self.verify("\(folder)/twisted-names_1.0_all.deb", [])
        let told = document.verify.flatMap(\.cells).filter { $0.check == "ports" }.map(\.detail)
        #expect(document.status == 0 && told == ["5353 DNS", "5353 DNS"], "\(document)")
      }
    }

    /// A user with a range of subordinate numbers and cgroups of their own, as systemd gives to those who ask for them.
    @Test(.timeLimit(.minutes(10)))
    func needsNoRootWhereThereAreUserNamespaces() throws {
      try withTemporaryFolder { folder in
        try ExamplePackage.withDeb { package in
          let script = #"""
            cd "$1"
            mkdir etc work
            for file in passwd group subuid subgid; do touch "/etc/$file"; cp "/etc/$file" etc/; done
            echo 'tester:x:61500:61500::/nonexistent:/bin/sh' >>etc/passwd
            echo 'tester:x:61500:' >>etc/group
            for file in subuid subgid; do echo 'tester:1000000:65536' >>etc/$file; done
            for file in passwd group subuid subgid; do mount --bind etc/$file "/etc/$file"; done
            cp "$3" root.tar
            cp "$4" .
            chown -R 61500:61500 "$1/work" root.tar
            chmod 755 "$1" && chmod 644 root.tar *.deb
            place=/sys/fs/cgroup/unified
            [ -d $place ] || place=/sys/fs/cgroup
            mkdir "$place/tap2deb-test-$$" "$place/tap2deb-test-$$/scope"
            chown -R 61500:61500 "$place/tap2deb-test-$$"
            (
                echo 0 >"$place/tap2deb-test-$$/scope/cgroup.procs"
                exec setpriv --reuid=61500 --regid=61500 --clear-groups env HOME="$1/work" TMPDIR="$1/work" "$2" \
                    --verify --json --verify-root "$1/root.tar" "$1"/*.deb
            ) && status=0 || status=$?
            find "$place/tap2deb-test-$$" -depth -type d -exec rmdir {} +
            exit $status
            """#
          var program = Privilege.command(
            "unshare",
            [
              "--mount", "sh", "-euc", script, "sh", folder, Places.tap2deb, try RootRecipe.systemd.tarball(), package,
            ])
          program.timeout = .seconds(300)
          let document = try Self.document(try program.run())
          #expect(document.status == 0, "\(document)")
          #expect(document.verify.flatMap(\.cells).contains { $0.place == "systemd" && $0.check == "ports" })
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
            chmod 755 "$1"
            "$2" --verify --verify-root "$3" "$4" >/dev/null 2>&1 &
            for _ in $(seq 600); do pgrep -f "directory=$TMPDIR/tap2deb-root" >/dev/null && break; sleep 0.1; done
            pgrep -f "directory=$TMPDIR/tap2deb-root" >/dev/null || { echo "never booted"; exit 1; }
            sleep 3
            # Where the kernel bounds groups of version 1, this one is bounded, and goes too.
            group=$(sed -n 's/^[0-9]*:memory://p' "/proc/$(pgrep -f "directory=$TMPDIR/tap2deb-root" | head -1)/cgroup")
            case $group in
            */tap2deb-*) [ "$(cat "/sys/fs/cgroup/memory$group/memory.limit_in_bytes")" = 6442450944 ] || exit 1 ;;
            *) group=/none ;;
            esac
            kill -KILL $!
            for _ in $(seq 300); do
              pgrep -f "$TMPDIR/tap2deb-root" >/dev/null || [ -n "$(ls -d "$TMPDIR"/tap2deb-root-* 2>/dev/null)" ] ||
                [ -e "/sys/fs/cgroup/memory$group" ] || exit 0
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
