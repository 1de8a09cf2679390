import Foundation
import TestSupport
import Testing

/// Old application files that are packaged become source on the way.
@Suite struct ConvertedPackageTests {
  private func package(_ tool: String, _ words: String, in folder: String) throws -> ProgramResult {
    for file in try FileManager.default.contentsOfDirectory(atPath: RoundTripTests.samples) {
      let copy = "\(folder)/\(file.replacingOccurrences(of: "twisted8-py27-", with: ""))"
      if !FileManager.default.fileExists(atPath: copy) {
        try FileManager.default.copyItem(atPath: "\(RoundTripTests.samples)/\(file)", toPath: copy)
      }
    }
    var program = Program(tool, words.split(separator: " ").map(String.init) + ["--maintainer", "A B <a@b.example>"])
    program.folder = folder
    return try program.run()
  }

  private func contents(_ folder: String, _ name: String) throws -> String {
    try run("dpkg-deb", "-c", "\(folder)/.build/\(name)_1.0_all.deb").successful().output
  }

  /// What no twistd runs is converted without a word from the user.
  @Test func aPackageOfMarmaladeRunsSource() throws {
    try withTemporaryFolder { folder in
      let result = try package(Places.tap2deb, "mktap-telnet.tax", in: folder)
      #expect(result.succeeded, "\(result)")
      #expect(result.errors.contains("is converted to mktap-telnet.tac"))
      let files = try contents(folder, "twisted-mktap-telnet")
      #expect(
        files.contains("-rw-r----- root/root") && files.contains("./etc/twisted-mktap-telnet/mktap-telnet.passwd"))
      #expect(files.contains("./etc/twisted-mktap-telnet/mktap-telnet.tac"))
      // Passwords stand in the original, so it is nobody's reading.
      #expect(!files.contains("mktap-telnet.tax"))
      let unpacked = "\(folder)/unpacked"
      try run("dpkg-deb", "-x", "\(folder)/.build/twisted-mktap-telnet_1.0_all.deb", unpacked).successful()
      let found = try run("grep", "-rl", "woohoo", unpacked)
      #expect(found.output == "\(unpacked)/etc/twisted-mktap-telnet/mktap-telnet.passwd\n")
    }
  }

  /// Python 3 does not load what Python 2 saved, unless the packager has a twistd that does.
  @Test func aPickleOfPython2IsConverted() throws {
    try withTemporaryFolder { folder in
      #expect(try package(Places.tap2deb, "live-web.tap --twistd /opt/bin/twistd", in: folder).succeeded)
      #expect(try contents(folder, "twisted-live-web").contains("./etc/twisted-live-web/live-web.tap"))
      let result = try package(Places.tap2deb, "live-web.tap", in: folder)
      #expect(result.succeeded && result.errors.contains("of Python 2 is converted to live-web.tac"), "\(result)")
      let files = try contents(folder, "twisted-live-web")
      #expect(files.contains("./etc/twisted-live-web/live-web.tac"))
      #expect(files.contains("./usr/share/doc/twisted-live-web/live-web.tap"))
      // What is left to do is told, and can be made to count.
      #expect(result.errors.contains("services[0].services[0].resource.processors"))
      #expect(try package(Places.tap2deb, "live-web.tap --convert --fail-on warning", in: folder).status != 0)
      let unpacked = "\(folder)/unpacked"
      try run("dpkg-deb", "-x", "\(folder)/.build/twisted-live-web_1.0_all.deb", unpacked).successful()
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/speak.py"
      let spoken = try run(
        "/usr/bin/python3", script, "web", "\(unpacked)/etc/twisted-live-web/live-web.tac", "18742")
      #expect(spoken.succeeded, "\(spoken)")
    }
  }

  @Test func anRPMHasThemToo() throws {
    try withTemporaryFolder { folder in
      #expect(try package(Places.tap2rpm, "mktap-telnet.tas --convert", in: folder).succeeded)
      let files = try run("rpm", "-qp", "--list", "\(folder)/twisted-mktap-telnet-1.0-1.noarch.rpm").successful().output
      #expect(files.contains("/etc/twisted-mktap-telnet/mktap-telnet.passwd\n"))
      #expect(files.contains("/etc/twisted-mktap-telnet/mktap-telnet.tac\n"))
    }
  }

  /// What a stopping twistd saved is told, and is no service of another name.
  @Test func theStateOfARunIsTaken() throws {
    try withTemporaryFolder { folder in
      let result = try package(Places.tap2deb, "live-web-shutdown.tap", in: folder)
      #expect(result.succeeded && result.errors.contains("holds that run's state"), "\(result)")
      #expect(try contents(folder, "twisted-live-web").contains("./etc/twisted-live-web/live-web-shutdown.tac"))
    }
  }

  @Test func pickleOfPython3IsConvertedOnDemand() throws {
    try withTemporaryFolder { folder in
      let name = "twisted22-py310-timer"
      let asItIs = try package(Places.tap2deb, "\(name).tap", in: folder)
      #expect(asItIs.succeeded, "\(asItIs)")
      #expect(try contents(folder, "twisted-\(name)").contains("/\(name).tap"))
      #expect(try package(Places.tap2deb, "\(name).tap --convert", in: folder).succeeded)
      #expect(try contents(folder, "twisted-\(name)").contains("./etc/twisted-\(name)/\(name).tac"))
    }
  }

  @Test func sourceIsNotConverted() throws {
    try withTemporaryFolder { folder in
      let result = try package(Places.tap2deb, "\(Places.example) --convert", in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("nothing to convert"))
    }
  }
}
