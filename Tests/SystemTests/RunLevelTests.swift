import TestSupport
import Testing
import Verification

extension SystemTests {
  /// System V init's own switches between run levels (init(8), telinit).
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct RunLevelTests {
    @Test(.timeLimit(.minutes(10)))
    func runsAtTwoToFiveAndStopsAtOne() throws {
      let root = try bootedRoot()
      for level in ["3", "4", "5", "2"] {
        try root.run("telinit", level).successful()
        try waitUntil("run level \(level)", timeout: .seconds(20)) { try root.state().hasSuffix(level) }
        try waitUntilAnswering(root)
      }
      // killprocs ends every shell that is not init's, the one that calls telinit as well.
      try root.shell("setsid telinit 1 >/dev/null 2>&1 &")
      try waitUntil("single user", timeout: .seconds(60)) {
        try root.shell("runlevel; pgrep -x sleep").output.contains("1 S")
      }
      #expect(try root.shell("pgrep -f '[t]wistd.*web.tac'").output.isEmpty)
      #expect(try root.shell("ls /run/twisted-web.pid").succeeded == false)

      try root.run("telinit", "2").successful()
      try waitUntilAnswering(root)
    }

    /// The system is gone afterwards, so sendsigs, which kills whatever has not stopped by then, looks first and waits.
    @Test(.timeLimit(.minutes(10)), arguments: ["0", "6"])
    func stopsAtHaltAndReboot(level: String) throws {
      let root = try bootedRoot()
      try waitUntilAnswering(root)
      try root.shell(
        #"""
        ls /etc/rc\#(level).d >/links
        sed -i '2i pgrep -f "[t]wistd.*web.tac" >/dev/null && echo running >/witness || echo stopped >/witness; sleep 30' \
          /etc/init.d/sendsigs
        """#
      ).successful()
      #expect(try root.run("cat", "/links").output.contains("K01twisted-web\n"))
      try root.shell("setsid telinit \(level) >/dev/null 2>&1 &")
      try waitUntil("the witness", timeout: .seconds(60)) { try root.run("test", "-s", "/witness").succeeded }
      #expect(try root.run("cat", "/witness").output == "stopped\n")
      #expect(try root.shell("pgrep -f '[t]wistd.*web.tac'").output.isEmpty)
    }

    private func bootedRoot() throws -> BootedRoot {
      let root = try BootedRoot(.sysvinit)
      // Without a terminal sulogin returns at once, and init goes back to its default level.
      try root.shell("sed -i 's#/sbin/sulogin --force#/bin/sleep infinity#' /etc/inittab && telinit q").successful()
      try root.install(.deb)
      return root
    }

    private func waitUntilAnswering(_ root: BootedRoot) throws {
      try waitUntil("the port answers", timeout: .seconds(20)) {
        try root.run("curl", "--silent", "http://127.0.0.1:8080/").succeeded
      }
    }
  }
}
