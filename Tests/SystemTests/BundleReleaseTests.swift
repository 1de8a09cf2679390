import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Environments that are bundled with the Python of each release of Debian, on that release.
  @Suite(.enabled(if: wantsEverything, "the roots of other releases are for `make check-system`"))
  struct BundleReleaseTests {
    private static let packages = [
      "python3-twisted", "python3-zope.interface", "python3-constantly", "python3-hyperlink", "python3-idna",
      "python3-incremental", "python3-attr", "python3-automat", "python3-typing-extensions", "python3-packaging",
      "python3-setuptools",
    ]

    @Test(.timeLimit(.minutes(20)), arguments: [(LifecycleRow.Suite.trixie, "3.13"), (.sid, "3.14")])
    func packageRunsWithThePythonOf(release: LifecycleRow.Suite, python: String) throws {
      let root = try DebianRoot(RootRecipe.bundling.of(release.rawValue))
      try root.takeTools()
      let example = "\(Places.repository)/Tests/CollectingTests/Examples/bundled"
      for file in ["bundled.tac", "answers.py"] { try root.copy("\(example)/\(file)", to: "/root/work/") }
      try root.copy("\(Places.repository)/packaging/wheels-of-debian", to: "/opt/tools/")
      try root.setPolicy(101)
      let made = try root.shell(
        """
        set -e
        cd /root/work
        python3 /opt/tools/wheels-of-debian wheels \(Self.packages.joined(separator: " "))
        # The wheels name no requirements of their own.
        ls wheels | cut -d- -f1 >requirements.txt
        LD_LIBRARY_PATH=/opt/tools /opt/tools/tap2deb -t bundled.tac -m 'Ada Example <ada@example.org>' -o . \
            --binary-only --bundle requirements.txt --wheelhouse wheels
        dpkg --install *.deb
        ls -d /usr/lib/twisted-bundled/lib/python\(python)
        """
      ).successful()
      #expect(made.output.contains("/python\(python)"), "\(made)")
      try root.shell("/etc/init.d/twisted-bundled start").successful()
      var reply = ""
      try waitUntil("the service answers", timeout: .seconds(20)) {
        reply = try root.run("python3", "-c", ExampleApplication.stream(7021)).output
        return !reply.isEmpty
      }
      #expect(reply == "hello, inside of /usr/lib/twisted-bundled")
    }
  }
}
