import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The example's packages where an init system runs.
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct BootTests {
    @Test(.timeLimit(.minutes(10)))
    func systemdBootsAndRunsTheDeb() throws {
      let root = try BootedRoot(.systemd)
      #expect(try root.state() == "running")
      try ExamplePackage.withDeb { try root.copy($0, to: "/root/example.deb") }
      try root.run("dpkg", "--install", "/root/example.deb").successful()
      #expect(try root.run("systemctl", "is-enabled", "twisted-web").output == "enabled\n")
      #expect(try root.run("systemctl", "is-active", "twisted-web").output == "active\n")
      let owner = try root.shell("ps -o user:32= -p $(systemctl show -P MainPID twisted-web)")
      #expect(owner.output == "_twisted-web\n", "\(owner)")
      // Started is: it listens.
      try root.run("curl", "--silent", "http://127.0.0.1:8080/").successful()
      #expect(try Self.secondsToStart(root) < 14)
      #expect(try root.run("/etc/init.d/twisted-web", "status").status == 0, "the init script asks systemd")

      try root.run("dpkg", "--purge", "twisted-web").successful()
      #expect(try root.run("systemctl", "is-active", "twisted-web").output == "inactive\n")
      #expect(try root.state() == "running", "a failed unit is left")
    }

    @Test(.timeLimit(.minutes(10)))
    func systemdRunsTheRPM() throws {
      let root = try BootedRoot(.systemd)
      try ExamplePackage.withRPM { try root.copy($0, to: "/root/example.rpm") }
      try root.shell("ln -s twistd3 /usr/bin/twistd").successful()
      try root.shell("rpm \(DebianRoot.force) --dbpath /root/db --install --nodeps /root/example.rpm").successful()
      try root.run("systemctl", "start", "twisted-web").successful()
      // Started is: it listens.
      try root.run("curl", "--silent", "http://127.0.0.1:8080/").successful()
      #expect(try Self.secondsToStart(root) < 14)
      try root.shell("rpm \(DebianRoot.force) --dbpath /root/db --erase twisted-web").successful()
      #expect(try root.run("systemctl", "is-active", "twisted-web").output == "inactive\n")
      #expect(try root.run("systemctl", "is-enabled", "twisted-web").output != "enabled\n")
      #expect(try root.state() == "running", "a failed unit is left")
    }

    /// systemd splits the plugin's options as the init script does, and lays out what the service looks for.
    @Test(.timeLimit(.minutes(10)))
    func systemdRunsApplicationsOfSeveralFiles() throws {
      let root = try BootedRoot(.systemd)
      for name in ["twisted-files", "twisted-greeter", "twisted-low", "answers"] {
        let application = try ExampleApplication.of(name)
        try application.withPackage(Places.tap2deb, ending: ".deb") { try root.copy($0, to: "/root/example.deb") }
        try root.run("dpkg", "--install", "/root/example.deb").successful()
        #expect(try root.run("python3", "-c", application.question).output == application.answer)
      }
    }

    /// How long systemd took to call the service started; the wait for its ports ends after 15 seconds in any case.
    private static func secondsToStart(_ root: BootedRoot) throws -> Double {
      let times = try ["ExecMainStartTimestampMonotonic", "ActiveEnterTimestampMonotonic"].map { name in
        try Double(
          root.run("systemctl", "show", "-P", name, "twisted-web").output.trimmingCharacters(
            in: .whitespacesAndNewlines)) ?? 0
      }
      return (times[1] - times[0]) / 1_000_000
    }
  }
}
