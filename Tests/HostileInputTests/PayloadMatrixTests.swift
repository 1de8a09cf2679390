import Foundation
import TestSupport
import Testing

/// Every text by every channel through both tools: it is refused with a message, or it is in the package as it was given.
/// Which of the two docs/security.md says.
@Suite struct PayloadMatrixTests {
  @Test func pageHasEveryChannelAndText() throws {
    let rows = try SecurityPage.rows(under: "Channels")
    #expect(rows.map { $0[0] } == Channel.all.map(\.name))
    let names = Set(Payload.all.map(\.name))
    #expect(try Set(SecurityPage.rows(under: "Texts").map { $0[0] }.flatMap(SecurityPage.names)) == names)
    for row in rows { #expect(SecurityPage.names(row[2]).isSubset(of: names), "\(row)") }
  }

  @Test(arguments: Channel.all, Format.allCases)
  func keepsOrRefuses(channel: Channel, format: Format) throws {
    let row = try #require(try SecurityPage.rows(under: "Channels").first { $0[0] == channel.name })
    let refused = SecurityPage.names(row[2])
    let possible = Payload.all.filter { !channel.cannotHold($0) }
    for payload in possible where refused.contains(payload.name) { try expectRefusal(of: payload, by: channel, format) }
    let kept = possible.filter { !refused.contains($0.name) }
    #expect(!kept.isEmpty)
    for payloads in channel.takesMany ? [kept] : kept.map({ [$0] }) { try expectKept(payloads, by: channel, format) }
  }

  private func expectRefusal(of payload: Payload, by channel: Channel, _ format: Format) throws {
    try HostileBench.with { bench in
      let result = try attempt([payload], channel, format, bench)
      #expect(
        [1, 2, 3].contains(result.status) && !result.errors.isEmpty && bench.package(format) == nil,
        "\(channel), \(format), \(payload) is not refused: \(result.status) \(result.errors.suffix(300))")
    }
  }

  private func expectKept(_ payloads: [Payload], by channel: Channel, _ format: Format) throws {
    try HostileBench.with { bench in
      let result = try attempt(payloads, channel, format, bench)
      guard let path = bench.package(format) else {
        // A name that is not legal may also be refused.
        if channel.read == nil, [1, 2, 3].contains(result.status), !result.errors.isEmpty { return }
        Issue.record("\(channel), \(format), \(payloads) is refused: \(result.status) \(result.errors.suffix(300))")
        return
      }
      let package = PackageReader(format: format, path: path)
      guard let read = channel.read else {
        #expect(try !package.directives().contains("hostile-canary"), "\(channel), \(format), \(payloads)")
        return
      }
      let found = Self.spaced(try read(package))
      for payload in payloads {
        let wanted = Self.spaced(channel.kept(payload.text))
        let count = found.components(separatedBy: wanted).count - 1
        #expect(count >= channel.count, "\(channel), \(format), \(payload) is changed: \(found.prefix(500))")
      }
      // A text that landed among the scripts would be a line of them.
      #expect(try !package.scripts().contains("hostile-canary"), "\(channel), \(format), \(payloads)")
    }
  }

  /// Runs a tool; whatever comes of it, nothing of the input has run, nothing is left, and the terminal was safe.
  private func attempt(
    _ payloads: [Payload], _ channel: Channel, _ format: Format, _ bench: HostileBench
  ) throws -> ProgramResult {
    try bench.place("payload", payloads[0].bytes)
    try bench.place("settings.json", Array(#"{ "long_description": "${VALUE}" }"#.utf8))
    try channel.prepare(bench, payloads)
    let result = try bench.call(format, channel.words, before: channel.before)
    #expect(!bench.hasRun, "\(channel), \(format), \(payloads): something ran")
    #expect(bench.leftovers.isEmpty, "\(channel), \(format), \(payloads): \(bench.leftovers)")
    let said = result.output + result.errors
    #expect(
      said.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isCommand($0) },
      "\(channel), \(format), \(payloads): \(said.debugDescription)")
    return result
  }

  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }

  /// Blanks and line ends are one space each: lines are joined and wrapped on the way. The word joiner parts what a reader
  /// would take for its own.
  private static func spaced(_ text: String) -> String {
    text.replacing("\u{2060}", with: "").split { $0.isWhitespace }.joined(separator: " ")
  }
}
