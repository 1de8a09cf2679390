import Foundation
import TestSupport
import Testing

/// Whatever texts come by whatever way, the page of `--report` has them as text: it stays whole, runs nothing and loads nothing. The list
/// of `--sbom` stays JSON.
@Suite struct ReportTextTests {
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"

  /// What would be markup on a page.
  private static let markup = [
    "\"><script>hostile()</script>", "</pre><img src=x onerror=hostile()>", "<!--", "--><b>", "]]></td></tr></table>",
    "</style><style>*{}", "&lt;script&gt;&#x3c;i&#62;", "<svg/onload=hostile()>", "' onmouseover='hostile()",
    "</summary></details><details open ontoggle=hostile()>", "<?xml version='1.0'?><!DOCTYPE x>",
    "</title></svg><a href='javascript:x'>",
    "\u{FF1C}script\u{FF1E}", "<\u{2060}script>",
  ]

  @Test(arguments: Channel.all.filter { $0.name != "report page" }, isFull ? Format.allCases : [.deb])
  func isTextOnThePage(channel: Channel, format: Format) throws {
    let row = try #require(try SecurityPage.rows(under: "Channels").first { $0[0] == channel.name })
    var source = SeededText(seed: 3, for: channel, refused: SecurityPage.names(row[2]))
    var channel = channel
    channel.words = "--report report.html --sbom sbom.json " + channel.words
    var count = 0
    for (number, markup) in Self.markup.enumerated() where Self.isFull || number.isMultiple(of: 4) {
      let text = Payload("markup", Self.kept(markup, by: channel) + source.text(number).text)
      guard !channel.cannotHold(text) else { continue }
      try HostileBench.with { bench in
        let result = try bench.attempt([text], through: channel, format)
        guard let path = bench.package(format) else {
          #expect([1, 2, 3].contains(result.status) && !result.errors.isEmpty, "\(channel): \(result)")
          return
        }
        count += 1
        _ = try PackageReader(format: format, path: path).reportPage()
        let question = "import json; json.load(open('sbom.json', encoding='utf-8'))"
        try run("/usr/bin/python3", "-c", question, in: bench.work).successful()
      }
    }
    // Requirements, persons and names of libraries are never such texts.
    #expect(count > 0 || ["requirements", "environment", "ELF files"].contains(channel.name), "\(channel)")
  }

  /// A name holds no slash.
  private static func kept(_ markup: String, by channel: Channel) -> String {
    channel.name == "names of files" ? markup.replacing("/", with: "") : markup
  }
}
