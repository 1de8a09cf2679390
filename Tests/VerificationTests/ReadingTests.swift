import Foundation
import Testing

@testable import Verification

/// What is read of a package, of its ports and of what the package manager says.
@Suite struct ReadingTests {
  @Test func theFirstOfEachChoice() {
    #expect(
      PackageFile.firstChoices("init-system-helpers (>= 1.54~),python3-twisted:any, a [amd64] | b,, adduser")
        == ["init-system-helpers", "python3-twisted", "a", "adduser"])
  }

  @Test func wordsOfACommandLine() {
    #expect(
      UnitFile.words(#"/usr/bin/twistd3  --python "/etc/a b/x.tac" 'c "d"' e\ f"#)
        == ["/usr/bin/twistd3", "--python", "/etc/a b/x.tac", #"c "d""#, "e f"])
    #expect(UnitFile("[Service]\n# User=no\nUser=a\nUser=b\n")["User"] == "b")
  }

  @Test func portsThatThePackagerNames() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID())")
    let units = folder.appending(path: "usr/lib/systemd/system")
    try FileManager.default.createDirectory(at: units, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "[Service]\nUser=_a\nExecStart=/usr/bin/a\nX-Port=tcp:21\nX-Port=udp:53\n".write(
      to: units.appending(path: "a.service"), atomically: true, encoding: .utf8)
    let services = PackagedService.all(in: folder.path())
    #expect(services.map(\.endpoints) == [[ExpectedEndpoint(.tcp, port: 21), ExpectedEndpoint(.udp, port: 53)]])
  }

  @Test func anotherPortThanTheFacts() throws {
    let output = #"{"answers": [{"refused": "Connection refused"}], "listeners": [["tcp", 9090]]}"#
    let report = try ProbeReport(output, of: [ExpectedEndpoint(.tcp, port: 8080)])
    #expect(report.findings.map(\.cause) == [.port])
    #expect(report.findings.first?.message.contains("what listens is tcp 9090") == true)
  }

  @Test func aRequestThatFails() throws {
    var endpoint = ExpectedEndpoint(.tls, port: 443)
    endpoint.isWeb = true
    let failed = try ProbeReport(
      #"{"answers": [{"said": "HTTP/1.1 500 Internal Server Error"}], "listeners": []}"#, of: [endpoint])
    #expect(failed.findings.map(\.cause) == [.answer])
    let good = try ProbeReport(#"{"answers": [{"said": "HTTP/1.1 404 Not Found"}], "listeners": []}"#, of: [endpoint])
    #expect(good.findings.isEmpty)
    #expect(good.detail == "443 HTTP 404")
  }

  @Test func anInstallationThatFails() {
    let apt = """
      The following packages have unmet dependencies:
       twisted-web : Depends: python3-klein but it is not installable
      E: Unable to correct problems, you have held broken packages.
      """
    #expect(InstallationLog(apt).findings.map(\.cause) == [.dependency])
    #expect(InstallationLog(apt).findings.first?.message == "the root cannot have the dependency python3-klein")
    let script = " installed twisted-web package post-installation script subprocess returned error exit status 3"
    #expect(InstallationLog(script).findings.map(\.cause) == [.installation])
    #expect(InstallationLog("").findings.count == 1)
  }

  @Test func whatACommentCanBeWrittenTo() {
    #expect(
      Trial.editable(["/etc/init.d/a", "/etc/default/a", "/etc/a/a.tac", "/etc/a/a.tap", "/etc/a/a.json"])
        == ["/etc/default/a", "/etc/a/a.tac"])
  }

  @Test func whatChangedInARoot() {
    let before = FileListing("/etc/a\tf 644 root:root 3 1 \n/etc/b\tf 644 root:root 3 1 \n")
    let after = FileListing("/etc/a\tf 644 root:root 4 2 \n/var/lib/c\td 755 root:root\n/tmp/d\tf 1 a:a 1 1 \n")
    #expect(
      after.changes(since: before, except: ["/tmp/"]) == [
        "~ /etc/a f 644 root:root 3 1  -> f 644 root:root 4 2 ", "- /etc/b", "+ /var/lib/c d 755 root:root",
      ])
  }
}
