import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// An application that no twistd runs since 2008, as a service of today's Debian.
  @Suite(.serialized, .enabled(if: wantsEverything, "the roots of two Debians are for `make check-system`"))
  struct ConvertedServiceTests {
    @Test(.timeLimit(.minutes(15)), arguments: [RootRecipe.secure, .trixie])
    func marmaladeServes(_ recipe: RootRecipe) throws {
      try withTemporaryFolder { folder in
        let sample = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples/twisted8-py27-live-web.tap"
        try run(Places.tapconvert, "-q", "-i", sample, "-o", "old.tax", in: folder).successful()
        try run(Places.tap2deb, "-t", "old.tax", "-m", "Ada Example <ada@example.org>", in: folder).successful()
        let root = try DebianRoot(recipe)
        try root.copy("\(folder)/.build/twisted-old_1.0_all.deb", to: "/root/old.deb")
        try root.setPolicy(0)
        try root.shell("mkdir -p /srv/www; echo it works >/srv/www/index.html").successful()
        if recipe.name == RootRecipe.trixie.name {
          // That root is for builds and makes no accounts; its twistd runs what the package holds.
          try root.run("dpkg-deb", "--extract", "/root/old.deb", "/").successful()
          try root.shell("cd /; twistd3 --pidfile /tmp/pid --logfile /tmp/log --no_save -y /etc/twisted-old/old.tac")
            .successful()
        } else {
          let installed = try root.run("dpkg", "--install", "/root/old.deb")
          let log = try root.shell("cat /var/log/twisted-old/*")
          #expect(installed.succeeded, "\(installed) \(log)")
        }
        let page = try root.shell(
          """
          for try in 1 2 3 4 5 6 7 8 9; do
              curl -sf http://127.0.0.1:18742/index.html && exit 0
              sleep 1
          done
          cat /tmp/log /var/log/twisted-old/* >&2; exit 1
          """)
        #expect(page.output == "it works\n", "\(page)")
      }
    }
  }
}
