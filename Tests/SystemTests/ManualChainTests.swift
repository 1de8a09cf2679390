import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The chain of the manuals, as it is written there: mktap, mktap --append, tapconvert, tap2deb; the package serves both.
  @Suite struct ManualChainTests {
    @Test(.timeLimit(.minutes(15)))
    func servesWhatMktapMade() throws {
      try withTemporaryFolder { folder in
        for line in [
          [Places.mktap, "web", "--path", "/srv/www", "--port", "8080"],
          [Places.mktap, "--append", "web.tac", "ftp"],
          [Places.tap2deb, "-t", "web.tac", "-m", "Ada Example <ada@example.org>"],
        ] {
          var program = Program(line[0], Array(line.dropFirst()))
          program.folder = folder
          try program.run().successful()
        }
        try expectToServe("\(folder)/.build/twisted-web_1.0_all.deb", ftp: 2121)
      }
    }

    /// The same of what Twisted 8 saved, whose ports and folders it keeps.
    @Test(.timeLimit(.minutes(15)))
    func servesWhatWasSaved() throws {
      try withTemporaryFolder { folder in
        let sample = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples/twisted8-py27-live-web.tap"
        for line in [
          [Places.tapconvert, "-i", sample, "-o", "web.tax", "-t", "xml"],
          [Places.tapconvert, "-i", "web.tax", "-t", "tac"],
          [Places.mktap, "--append", "web.tac", "ftp"],
          [Places.tap2deb, "-t", "web.tac", "-m", "Ada Example <ada@example.org>"],
        ] {
          var program = Program(line[0], Array(line.dropFirst()))
          program.folder = folder
          try program.run().successful()
        }
        try expectToServe("\(folder)/.build/twisted-web_1.0_all.deb", web: 18742, ftp: 2121)
      }
    }

    private func expectToServe(_ package: String, web: Int = 8080, ftp: Int) throws {
      let root = try DebianRoot(.secure)
      try root.copy(package, to: "/root/chain.deb")
      try root.setPolicy(0)
      try root.shell(
        "mkdir -p /srv/www /usr/local/ftp; echo it works >/srv/www/index.html; echo hello >/usr/local/ftp/letter"
      ).successful()
      let installed = try root.run("dpkg", "--install", "/root/chain.deb")
      #expect(installed.succeeded, "\(installed)")
      let question = """
        import ftplib, urllib.request
        print(urllib.request.urlopen("http://127.0.0.1:\(web)/index.html", timeout=2).read().decode(), end="")
        with ftplib.FTP() as ftp:
            ftp.connect("127.0.0.1", \(ftp), timeout=2)
            ftp.login()
            print(ftp.nlst("."))
        """
      var reply = ""
      try? waitUntil("the page and the letter", timeout: .seconds(15)) {
        reply = try root.run("python3", "-c", question).output
        return reply.contains("letter")
      }
      #expect(reply == "it works\n['letter']\n")
    }
  }
}
