import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Projects of PyPI's: packaged, booted, spoken to, upgraded with an edited configuration, and purged.
  @Suite(.enabled(if: wantsEverything, "real projects are for `make check-system`"))
  struct RealProjectTests {
    /// Those that a run is asked to try alone.
    static let projects = ProcessInfo.processInfo.environment["TAP2DEB_PROJECTS"].map { words in
      RealProject.all.filter { words.split(separator: ",").map(String.init).contains($0.name) }
    }

    @Test(arguments: RealProject.all)
    func standsInTheDocumentation(project: RealProject) throws {
      let page = try String(contentsOfFile: "\(Places.repository)/docs/targets.md", encoding: .utf8)
      #expect(page.contains("| `\(project.name)` "))
    }

    @Test(.timeLimit(.minutes(30)), arguments: projects ?? RealProject.all)
    func debLivesAsItShould(project: RealProject) throws {
      try project.withPackages(Places.tap2deb, ending: ".deb") { packages in
        let root = try BootedRoot(.systemd)
        for (index, package) in packages.enumerated() { try root.copy(package, to: "/root/\(index + 1).deb") }
        let before = try FileListing(root.shell(FileListing.commands).successful().output)
        try live(
          project, in: root, settings: "/etc/default",
          install: { "dpkg --force-unsafe-io --force-confold --install /root/\($0).deb" },
          purge: "dpkg --purge \(project.name)")
        let after = try FileListing(root.shell(FileListing.commands).successful().output)
        let left = after.changes(
          since: before, except: FileListing.systemChanges + FileListing.runtimeChanges + project.administered)
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
      }
    }

    @Test(.timeLimit(.minutes(30)), arguments: projects ?? RealProject.all)
    func rpmLivesAsItShould(project: RealProject) throws {
      try project.withPackages(Places.tap2rpm, ending: ".rpm") { packages in
        let root = try BootedRoot(.systemd)
        for (index, package) in packages.enumerated() { try root.copy(package, to: "/root/\(index + 1).rpm") }
        let rpm = "rpm --force-debian --nosignature --dbpath /root/db"
        try live(
          project, in: root, settings: "/etc/sysconfig", install: { "\(rpm) --upgrade --nodeps /root/\($0).rpm" },
          purge: "\(rpm) --erase \(project.name)")
      }
    }

    private func live(
      _ project: RealProject, in root: BootedRoot, settings: String, install: (Int) -> String, purge: String
    ) throws {
      let units = project.started.joined(separator: " ")
      let installation = try root.shell(install(1)).successful()
      #expect(!installation.errors.contains("has ended"), "\(installation)")
      let settings = "set -e; settings=\(settings)\n"
      try root.shell("\(settings)\(project.administration)\nsystemctl enable \(units)").successful()
      // One after the other: two of carbon's that start at once make the same folder, and one of them minds.
      for unit in project.started where try !root.run("systemctl", "start", unit).succeeded {
        Issue.record("\(unit) does not start\n\(try log(of: project, in: root))")
        return
      }
      try expect(project.answer, of: project, in: root)
      try root.shell(settings + project.edit).successful()
      try root.shell(install(2)).successful()
      for unit in project.started {
        let state = try root.shell("systemctl is-active \(unit); systemctl is-enabled \(unit)")
        #expect(state.output == "active\nenabled\n", "\(state)")
      }
      try expect(project.answerThen, of: project, in: root)
      #expect(try root.shell("journalctl --no-pager | grep -c 'Permission denied\\|Read-only file'").output == "0\n")
      try root.shell(purge).successful()
      let processes = try root.shell("ps -e -o user:40=,args= | grep '^_\(project.name)'")
      #expect(processes.output.isEmpty, "\(processes)")
      #expect(try root.state() == "running", "a failed unit is left")
    }

    private func log(of project: RealProject, in root: BootedRoot) throws -> String {
      try root.shell(
        "journalctl --no-pager --lines 40 --unit='\(project.name)*'; ls -lR /var/lib/\(project.name) | head -40"
      ).output
    }

    /// Waits for up to half a minute until the service says something.
    private func expect(_ answer: String, of project: RealProject, in root: BootedRoot) throws {
      var reply = ""
      try? waitUntil("the answer of \(project.name)", timeout: .seconds(30)) {
        reply = try root.run("python3", "-c", project.question).output
        return !reply.isEmpty
      }
      guard !reply.contains(answer) else { return }
      Issue.record("the answer is \(reply)\n\(try log(of: project, in: root))")
    }
  }
}
