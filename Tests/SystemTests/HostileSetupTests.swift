import Foundation
import TestSupport
import Testing

extension SystemTests {
  /// The service's user is the attacker, where a package also fills the service's folder (`--state`), runs commands before the
  /// first start (`--init-command`), and comes without a service that it had.
  @Suite struct HostileSetupTests {
    private static let other = "twisted-api"
    private static let names = [".initialised", "steps", "spool", "spool/x", "seed"]

    /// The package with all of it, and a later one that has dropped a service.
    private static func withPackages(
      _ format: LifecycleRow.Format, _ body: (_ first: String, _ second: String) throws -> Void
    ) throws {
      try withTemporaryFolder { folder in
        for name in ["web", "api"] {
          try "from twisted.application import service\napplication = service.Application('\(name)')\n"
            .write(toFile: "\(folder)/\(name).tac", atomically: false, encoding: .utf8)
        }
        try run("sh", "-ec", "mkdir -p seed/deep; echo x >seed/deep/f", in: folder).successful()
        let packages = try [["-V", "1.0", "-t", "api.tac"], ["-V", "2.0"]].map { words in
          var build = Program(
            format == .deb ? Places.tap2deb : Places.tap2rpm,
            [
              "-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-o", words[1], "--sysv",
              "--state", "seed", "--state", ":spool", "--init-command", "echo done >>steps",
            ] + words)
          build.folder = folder
          try build.run().successful()
          let ending = format == .deb ? "_\(words[1])_all.deb" : "-\(words[1])-1.noarch.rpm"
          return "\(folder)/\(words[1])/twisted-web\(ending)"
        }
        try body(packages[0], packages[1])
      }
    }

    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func setUpHarmsNobody(format: LifecycleRow.Format) throws {
      try Self.withPackages(format) { first, second in
        let root = try DebianRoot()
        let siege = try Siege(of: format, in: root, package: first)
        #expect(try root.shell("cat /var/lib/twisted-web/steps").output == (format == .deb ? "done\n" : ""))
        for service in ["twisted-web", Self.other] {
          var siege = siege
          siege.name = service
          try root.shell("install -d -o _\(service) -g _\(service) /var/lib/\(service)").successful()
          for trap in wantsEverything ? HostileUserTests.Trap.allCases : [.fifo] {
            // Fifteen minutes are for commands that do something. An RPM brings its script anew.
            try root.shell("sed -i 's/timeout -k 10 900/timeout -k 1 3/' /etc/init.d/twisted-*").successful()
            for names in [Self.names, Array(Self.names.dropFirst())] {
              try siege.call("stop", 0, after: trap)
              try siege.plant(trap, names)
              try siege.dare("/etc/init.d/\(service) start", after: trap)
              try siege.dare("/etc/init.d/\(service) restart", after: trap)
              try siege.plant(trap, names)
              try siege.call("stop", 0, after: trap)
            }
            try siege.manage(.installAgain, after: trap)
          }
        }
        try drop(siege, second)
        try siege.manage(.remove, after: .linkToFolder)
        if format == .deb {
          try siege.manage(.purge, after: .linkToFolder)
          #expect(try root.shell("ls -d /var/lib/twisted-* /var/log/twisted-* /run/twisted-*").output.isEmpty)
        }
      }
    }

    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "booting is for `make check-system`"),
      arguments: LifecycleRow.Format.allCases)
    func setUpUnderSystemdHarmsNobody(format: LifecycleRow.Format) throws {
      try Self.withPackages(format) { first, second in
        let root = try BootedRoot(.systemd)
        let siege = try Siege(of: format, in: root, package: first)
        try root.shell(
          """
          for name in twisted-web \(Self.other); do
            mkdir -p /etc/systemd/system/$name.service.d
            printf '[Service]\\nTimeoutStartSec=3\\n' >/etc/systemd/system/$name.service.d/test.conf
          done
          systemctl daemon-reload
          """
        ).successful()
        for service in ["twisted-web", Self.other] {
          var siege = siege
          siege.name = service
          for trap in HostileUserTests.Trap.allCases {
            for names in [Self.names, Array(Self.names.dropFirst())] {
              try siege.succeed("systemctl stop \(service)", after: trap)
              try siege.plant(trap, names)
              try siege.dare("systemctl start \(service)", after: trap)
              try siege.succeed("systemctl stop \(service)", after: trap)
              try siege.succeed("systemctl reset-failed \(service)", after: nil)
            }
          }
        }
        try drop(siege, second)
        try siege.manage(.remove, after: .linkToFolder)
        if format == .deb { try siege.manage(.purge, after: .linkToFolder) }
      }
    }

    /// The new version has no such service; its folders are full of traps, and its user has processes.
    private func drop(_ siege: Siege, _ package: String) throws {
      var other = siege
      other.name = Self.other
      try other.plant(.linkToFolder, Self.names)
      try siege.bring(package)
      try siege.manage(.installAgain, after: .linkToFolder)
      #expect(try siege.root.shell("pgrep -f '[t]wistd.*api.tac'").output.isEmpty, "the dropped service runs on")
      try other.plant(.linkToFolder, Self.names)
    }
  }
}
