import Foundation
import TestSupport
import Testing

/// What a person at a terminal is told of a package that was made; script(1) is the terminal.
@Suite struct SummaryTests {
  private func shown(_ tool: String, _ words: String, columns: Int = 80) throws -> String {
    try withTemporaryFolder { folder in
      let application = """
        from twisted.application import internet, service
        from twisted.web import server, static
        import yaml
        application = service.Application("web")
        internet.TCPServer(8080, server.Site(static.File("/srv/www"))).setServiceParent(application)
        """
      try Data(application.utf8).write(to: URL(filePath: "\(folder)/web.tac"))
      let result = try run(
        "script", "-qec", "stty cols \(columns); \(tool) \(words)", "/dev/null",
        environment: ["TERM": "xterm", "SOURCE_DATE_EPOCH": "1700000000"], in: folder
      ).successful()
      return result.output.replacingOccurrences(of: "\r\n", with: "\n").replacing(/, \d\.\d kB/, with: ", SIZE")
    }
  }

  @Test func tellsWhatItIsAndWhatToTypeNext() throws {
    #expect(
      try shown(Places.tap2deb, "web.tac -m 'Ada Example <ada@example.org>'") == """
        .build/twisted-web_1.0_all.deb
        .build/twisted-web-1.0/debian/

          package    twisted-web 1.0, SIZE
          runs       /etc/twisted-web/web.tac as _twisted-web (twisted-web.service)
          listens    tcp 8080
          settings   /etc/default/twisted-web
          needs      python3-twisted, adduser, python3-yaml

        Install it with:  sudo apt install ./.build/twisted-web_1.0_all.deb

        """)
  }

  @Test func isForBothFormats() throws {
    let text = try shown(Places.tap2rpm, "web.tac --format deb,rpm -m 'Ada Example <ada@example.org>' -o .")
    #expect(text.contains("Install it with:  sudo apt install ./twisted-web_1.0_all.deb\n"))
    #expect(text.contains("Install it with:  sudo dnf install ./twisted-web-1.0-1.noarch.rpm\n"))
  }

  @Test func fitsANarrowTerminal() throws {
    let text = try shown(Places.tap2deb, "web.tac -m 'Ada Example <ada@example.org>' -o .", columns: 40)
    let wide = text.split(separator: "\n").filter { $0.count > 40 && !$0.hasPrefix("Install") }
    #expect(wide.isEmpty, "\(wide)")
  }

  @Test(arguments: ["-q", "--json", "--source-only --unsigned"])
  func isOnlyForPeopleAndWhatCanBeInstalled(words: String) throws {
    let text = try shown(Places.tap2deb, "web.tac -m 'Ada Example <ada@example.org>' -o . \(words)")
    #expect(!text.contains("Install it with"), "\(text)")
  }

  @Test func isNotForPrograms() throws {
    try withTemporaryFolder { folder in
      let made = try run(Places.tap2deb, "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-o", folder)
      #expect(try made.successful().output == "\(folder)/twisted-web_1.0_all.deb\n\(folder)/twisted-web-1.0/debian/\n")
    }
  }

  /// Each decision with its reason, and each program that was run with its time, beside the paths that a script reads.
  @Test func verboseTellsDecisionsAndCommands() throws {
    try withTemporaryFolder { folder in
      let result = try run(
        Places.tap2deb, "-t", Places.example, "-m", "Ada Example <ada@example.org>", "--verbose", "-o", folder
      ).successful()
      #expect(result.output == "\(folder)/twisted-web_1.0_all.deb\n\(folder)/twisted-web-1.0/debian/\n")
      let lines = result.errors.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("tap2deb: ") })
      func has(_ wanted: Regex<Substring>) -> Bool { lines.contains { $0.contains(wanted) } }
      #expect(has(/ran: dpkg-deb --root-owner-group -Zxz .* \(\d+\.\d\d s\)$/), "\(lines)")
      #expect(has(/read: listens tcp 8080 \(line \d+\): given$/), "\(lines)")
      #expect(has(/service: twisted-web runs as _twisted-web, hardening strict$/), "\(lines)")
      #expect(
        has(/packs: \/etc\/default\/twisted-web -rw-r--r-- root:root: the environment of the service$/), "\(lines)")
    }
  }
}
