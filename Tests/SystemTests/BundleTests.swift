import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Bundled environments, in a system that has no Twisted: installed, started, spoken to, removed.
  @Suite struct BundleTests {
    private static let bundled = ExampleApplication(
      folder: "bundled",
      arguments: ["-t", "bundled.tac", "--bundle", "requirements.txt", "--wheelhouse", "wheels"],
      service: "twisted-bundled", question: ExampleApplication.stream(7021),
      answer: "hello, inside of /usr/lib/twisted-bundled", root: .bare,
      preparation:
        "\(Places.repository)/packaging/wheels-of-debian wheels \(DebianWheels.packages.joined(separator: " "))")

    private static let pypi = ExampleApplication(
      folder: "pypi", arguments: ["-t", "pypi.tac", "--bundle", "requirements.txt", "--bundle-root", "/opt"],
      service: "twisted-pypi", question: ExampleApplication.stream(7022), answer: "hello from /opt/twisted-pypitreq",
      root: .bare)

    @Test(.timeLimit(.minutes(15))) func debAnswers() throws { try expectDebToAnswer(Self.bundled) }

    @Test(.timeLimit(.minutes(15))) func rpmAnswers() throws { try expectRPMToAnswer(Self.bundled) }

    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "only in make check-system"),
      .enabled(if: PyPI.answers, "PyPI cannot be reached"))
    func debWithWheelsOfPyPIAnswers() throws { try expectDebToAnswer(Self.pypi) }

    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "only in make check-system"),
      .enabled(if: PyPI.answers, "PyPI cannot be reached"))
    func rpmWithWheelsOfPyPIAnswers() throws { try expectRPMToAnswer(Self.pypi) }

    private func expectDebToAnswer(_ application: ExampleApplication) throws {
      let architecture = try run("dpkg", "--print-architecture").successful().output.split(separator: "\n")[0]
      try application.withPackage(Places.tap2deb, ending: "_\(architecture).deb") { package in
        let root = try DebianRoot(application.root)
        #expect(try root.shell("! python3 -c 'import twisted'").succeeded)
        try root.copy(package, to: "/tmp/example.deb")
        try root.setPolicy(0)
        let before = try FileListing(of: root)
        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        #expect(try application.reply(in: root) == application.answer)
        #expect(try root.run("dpkg", "--verify", application.service).output.isEmpty)
        let made = try root.shell(
          "cd /usr/lib/\(application.service) 2>/dev/null || cd /opt/\(application.service) && "
            + "ls lib/python3.*/site-packages/twisted/__pycache__"
        )
        #expect(made.succeeded && made.output.contains(".pyc"), "\(made)")

        try root.run("dpkg", "--install", "/tmp/example.deb").successful()
        try root.run("/etc/init.d/\(application.service)", "restart").successful()
        #expect(try application.reply(in: root) == application.answer)

        try root.run("dpkg", "--purge", application.service).successful()
        // dpkg removes a folder that no package holds any more: base-files only makes /opt.
        let left = try FileListing(of: root).changes(
          since: before, except: FileListing.systemChanges + ApplicationTests.dpkgsOwn + ["/opt"])
        #expect(left.isEmpty, "left after purge:\n\(left.joined(separator: "\n"))")
      }
    }

    private func expectRPMToAnswer(_ application: ExampleApplication) throws {
      let architecture = try run("rpm", "--eval", "%{_target_cpu}").successful().output.split(separator: "\n")[0]
      try application.expectRPMToAnswer(ending: ".\(architecture).rpm")
    }
  }
}

/// The Python package index.
enum PyPI {
  static let answers =
    (try? run("curl", "--silent", "--fail", "--max-time", "10", "https://pypi.org/simple/treq/"))?
    .succeeded ?? false
}
