import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// What goes wrong at night: the service comes back, or fails with a line in the journal that says why.
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct AdversityTests {
    @Test(.timeLimit(.minutes(10)))
    func comesBackAfterFourKillsInAMinute() throws {
      let root = try BootedRoot(.systemd)
      try root.install(.deb)
      for kill in 1...4 {
        try root.shell("systemctl kill --signal=KILL twisted-web").successful()
        // In one question: between two, the old process may still be there and then gone.
        try waitUntil("restart \(kill)", timeout: .seconds(20)) {
          let state = try root.shell("systemctl show -p ActiveState -p MainPID -p NRestarts twisted-web").output
          return state.contains("ActiveState=active\n") && state.contains("NRestarts=\(kill)\n")
            && !state.contains("MainPID=0\n")
        }
      }
      try waitUntilAnswering(root)
      try waitUntil("the journal has all of them", timeout: .seconds(20)) {
        try root.shell("journalctl -u twisted-web | grep -c 'status=9/KILL'").output == "4\n"
      }
    }

    @Test(.timeLimit(.minutes(10)))
    func survivesAFullDisk() throws {
      let root = try BootedRoot(.systemd)
      try root.install(.deb)
      try root.shell(
        """
        systemctl stop twisted-web
        mount -t tmpfs -o size=64k tmpfs /var/lib/twisted-web
        chown _twisted-web:_twisted-web /var/lib/twisted-web
        dd if=/dev/zero of=/var/lib/twisted-web/full bs=4k 2>/dev/null
        systemctl start twisted-web
        """
      ).successful()
      #expect(try root.shell("echo x >/var/lib/twisted-web/more").succeeded == false, "the disk is not full")
      try waitUntilAnswering(root)
    }

    @Test(.timeLimit(.minutes(10)))
    func saysThatItsUserIsMissing() throws {
      let root = try BootedRoot(.systemd)
      try root.install(.deb)
      try root.shell("systemctl stop twisted-web; userdel _twisted-web").successful()
      _ = try root.run("systemctl", "start", "twisted-web")
      try waitUntil("the service is given up", timeout: .seconds(120)) {
        try root.run("systemctl", "is-failed", "twisted-web").succeeded
      }
      // Not by unit: of a process that has ended the journal may no longer find out whose it was.
      let journal = try root.shell("journalctl --boot").output
      #expect(journal.contains("Failed to determine user credentials: No such process"), "\(journal)")
      #expect(journal.contains("status=217/USER"), "\(journal)")
      // Configuring the package again makes the user again.
      try root.shell(
        "dpkg-reconfigure twisted-web && systemctl reset-failed twisted-web && systemctl start twisted-web"
      )
      .successful()
      try waitUntilAnswering(root)
    }

    private func waitUntilAnswering(_ root: BootedRoot) throws {
      try waitUntil("the port answers", timeout: .seconds(20)) {
        try root.run("curl", "--silent", "http://127.0.0.1:8080/").succeeded
      }
    }
  }
}
