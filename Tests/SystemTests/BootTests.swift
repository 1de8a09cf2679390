import TestSupport
import Testing

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
      try waitUntil("the port answers", timeout: .seconds(10)) {
        try root.run("curl", "--silent", "http://127.0.0.1:8080/").succeeded
      }
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
      try root.shell("rpm --force-debian --dbpath /root/db --install --nodeps /root/example.rpm").successful()
      try root.run("systemctl", "start", "twisted-web").successful()
      try waitUntil("the port answers", timeout: .seconds(10)) {
        try root.run("curl", "--silent", "http://127.0.0.1:8080/").succeeded
      }
      try root.shell("rpm --force-debian --dbpath /root/db --erase twisted-web").successful()
      #expect(try root.run("systemctl", "is-active", "twisted-web").output == "inactive\n")
      #expect(try root.run("systemctl", "is-enabled", "twisted-web").output != "enabled\n")
      #expect(try root.state() == "running", "a failed unit is left")
    }

    /// systemd splits the plugin's options as the init script does, and lays out what the service looks for.
    @Test(.timeLimit(.minutes(10)))
    func systemdRunsApplicationsOfSeveralFiles() throws {
      let root = try BootedRoot(.systemd)
      for name in ["twisted-files", "twisted-greeter", "twisted-low"] {
        let application = try ExampleApplication.of(name)
        try application.withPackage(Places.tap2deb, ending: ".deb") { try root.copy($0, to: "/root/example.deb") }
        try root.run("dpkg", "--install", "/root/example.deb").successful()
        var reply = ""
        try? waitUntil("the answer", timeout: .seconds(10)) {
          reply = try root.run("python3", "-c", application.question).output
          return !reply.isEmpty
        }
        #expect(reply == application.answer)
      }
    }
  }
}
