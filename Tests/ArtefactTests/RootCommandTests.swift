import Foundation
import TestSupport
import Testing

/// Root follows nothing that the service's user can put into the service's own folders.
@Suite struct RootCommandTests {
  private static let folders = RootCommand.Folders(service: "twisted-web")

  private static func faults(_ script: String) -> [String] {
    RootCommand.all(of: script).compactMap { command in
      command.fault(folders).map { "\(command.words.joined(separator: " ")): \($0)" }
    }
  }

  @Test(arguments: OptionSet.all + OptionSet.ofApplications)
  func noScriptTrustsTheServicesUser(set: OptionSet) throws {
    let artefacts = try set.artefacts()
    let scripts =
      try [artefacts.packaging, artefacts.debControl, artefacts.debTree, artefacts.rpmTree]
      .flatMap { try ShellScript.below($0) } + ShellScript.scriptlets(of: artefacts.rpm)
    #expect(scripts.count > 8)
    for script in scripts {
      let faults = Self.faults(script.text)
      #expect(faults.isEmpty, "\(script.origin): \(faults)")
    }
  }

  /// Nothing of a unit is run by root, and it names folders of its own only (systemd.exec(5), RuntimeDirectory=).
  @Test(arguments: OptionSet.all + OptionSet.ofApplications)
  func noUnitRunsAnythingAsRoot(set: OptionSet) throws {
    let artefacts = try set.artefacts()
    var count = 0
    for tree in [artefacts.debTree, artefacts.rpmTree] {
      let folder = "\(tree)/usr/lib/systemd/system"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".service") {
        let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
        count += 1
        let service = name.replacing(".service", with: "").replacing("@", with: "")
        for line in lines {
          if let match = line.wholeMatch(of: #/(?:Runtime|State|Logs|Cache|Configuration)Directory=(.*)/#) {
            #expect(["\(service)", "\(service)/%i"].contains(match.output.1), "\(name): \(line)")
          }
          if let match = line.wholeMatch(of: #/Exec[A-Za-z]+=([-@:+!|]*).*/#) {
            #expect(!match.output.1.contains { "+!".contains($0) }, "\(name): \(line)")
          }
          #expect(!line.hasPrefix("PermissionsStartOnly"), "\(name): \(line)")
        }
        #expect(lines.count { $0.hasPrefix("User=") } == 1, "\(name)")
      }
    }
    #expect(count >= 2)
  }

  @Test(arguments: [
    "chown -R --from=5 _twisted-web /var/lib/twisted-web", "chown -hR --from=5 x /var/lib/twisted-web/sub",
    "chown -R _twisted-web:_twisted-web /var/lib/twisted-web", "chown _twisted-web /run/twisted-web/socket",
    "cp -R /usr/lib/twisted-web/state/. /var/lib/twisted-web", "mkdir -p /var/log/twisted-web/old",
    "cat >/var/lib/twisted-web/file", "echo x > \"/run/twisted-web/x\"", "pid=$(cat /run/twisted-web/twisted-web.pid)",
    "PIDFILE=/run/twisted-web/x\n[ -r $PIDFILE ]", "STATE=/var/lib/twisted-web\n. \"$STATE/env\"",
    "tr a b <\"/run/twisted-web/x\"", "install -d -m 750 /var/lib/twisted-web/cache", "touch /tmp/mark",
    "if [ -e /var/lib/twisted-web/x ]; then :; fi", "cd /var/lib/twisted-web/sub", "stat /run/twisted-web/x",
    "ln -s /x /var/lib/twisted-web/y",
    "find -L /var/lib/twisted-web -delete", "find /var/lib/twisted-web -name x -exec chmod 644 {} +",
    "tar -C \\\n /var/lib/twisted-web -x", "setpriv --no-new-privs cp x /var/lib/twisted-web",
    "rm -rf \"${DPKG_ROOT:-}\"/x && mv /x /var/lib/twisted-web/", "useradd -m -d /var/lib/twisted-web x",
    "setpriv --reuid=x id >/var/log/twisted-web/log", "! chmod 755 /var/cache/twisted-web",
    "start-stop-daemon --start --pidfile /run/twisted-web/pid --chuid x",
  ])
  func seesWhatFollowsLinks(script: String) {
    #expect(!Self.faults(script).isEmpty)
  }

  @Test(arguments: [
    "rm -rf /var/lib/twisted-web /var/log/twisted-web", "rmdir /run/twisted-web",
    "owner=$(stat -c %u /var/lib/twisted-web)", "[ -d /var/lib/twisted-web ]",
    "install -d -o x /run/twisted-web", "setpriv --reuid=x cp -n /usr/lib/y/. /var/lib/twisted-web",
    "chown -hR --from=\"$owner\" x:x /var/lib/twisted-web", "touch /run/twisted-web.start",
    "rm -f /run/twisted-web.pid", "cat /etc/twisted-web/web.tac",
    "# chown -R x /var/lib/twisted-web", "cp /x /var/lib/twisted-website/y 2>&1",
  ])
  func leavesWhatIsSafe(script: String) {
    #expect(Self.faults(script).isEmpty, "\(Self.faults(script))")
  }
}
