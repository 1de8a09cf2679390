import TestSupport
import Testing

extension SystemTests {
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct BootTests {
    @Test(.timeLimit(.minutes(10)))
    func systemdBoots() throws {
      let root = try BootedRoot(.systemd)
      #expect(try root.state() == "running")
      #expect(try root.run("systemctl", "is-active", "multi-user.target").output == "active\n")
      #expect(try root.shell("cat /proc/1/comm").output == "systemd\n")
    }

    @Test(.timeLimit(.minutes(10)))
    func systemVInitBootsAndSwitchesRunLevels() throws {
      let root = try BootedRoot(.sysvinit)
      #expect(try root.state() == "N 2")
      #expect(try root.shell("cat /proc/1/comm").output == "init\n")
      try root.run("telinit", "3").successful()
      try waitUntil("run level 3", timeout: .seconds(20)) { try root.state() == "2 3" }
    }
  }
}
