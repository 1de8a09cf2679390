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
      let result = try bench.attempt([payload], through: channel, format)
      #expect(
        [1, 2, 3].contains(result.status) && !result.errors.isEmpty && bench.package(format) == nil,
        "\(channel), \(format), \(payload) is not refused: \(result.status) \(result.errors.suffix(300))")
    }
  }

  private func expectKept(_ payloads: [Payload], by channel: Channel, _ format: Format) throws {
    try HostileBench.with { bench in
      let result = try bench.attempt(payloads, through: channel, format)
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
      let found = spaced(try read(package))
      for payload in payloads {
        let wanted = spaced(channel.kept(payload.text))
        let count = found.components(separatedBy: wanted).count - 1
        #expect(count >= channel.count, "\(channel), \(format), \(payload) is changed: \(found.prefix(500))")
      }
      // A text that landed among the scripts would be a line of them.
      #expect(try !package.scripts().contains("hostile-canary"), "\(channel), \(format), \(payloads)")
    }
  }
}
