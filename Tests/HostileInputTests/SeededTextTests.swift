import Foundation
import TestSupport
import Testing

/// Ten thousand texts by all channels through both tools (`make check` has some hundreds of them): what went in is in the
/// package, and no program ran but those that docs/security.md lists.
@Suite struct SeededTextTests {
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"
  /// The texts of one package, where it can bear many, and the packages.
  private static let (texts, packages) = isFull ? (180, 4) : (24, 1)

  @Test(arguments: Channel.all.filter(\.takesMany), Format.allCases)
  func keepsMany(channel: Channel, format: Format) throws {
    let refused = try Self.refused(by: channel)
    for package in 0..<Self.packages {
      var source = SeededText(seed: UInt64(package + 1), for: channel, refused: refused)
      try expectKept((0..<Self.texts).map { source.text($0) }, by: channel, format)
    }
  }

  @Test(.enabled(if: isFull, "takes minutes: make check-system"), arguments: Channel.all, Format.allCases)
  func keepsOne(channel: Channel, format: Format) throws {
    var source = try SeededText(seed: 7, for: channel, refused: Self.refused(by: channel))
    for number in 0..<8 { try expectKept([source.text(number)], by: channel, format) }
  }

  /// What is refused alone is refused within other text.
  @Test(arguments: Channel.all, Format.allCases)
  func refusesOne(channel: Channel, format: Format) throws {
    let refused = try Self.refused(by: channel)
    let unseen: Set = ["nul", "escape", "bidi", "separators", "not-utf-8", "newline", "carriage-return"]
    let bad = Payload.all.filter {
      refused.contains($0.name) && unseen.contains($0.name) && !channel.cannotHold($0)
    }
    var source = SeededText(seed: 11, for: channel, refused: refused)
    for payload in Self.isFull ? bad + bad + bad : Array(bad.prefix(2)) {
      let text = source.text(around: payload)
      guard !channel.cannotHold(text) else { continue }
      try HostileBench.with { bench in
        let result = try bench.attempt([text], through: channel, format)
        #expect(
          [1, 2, 3].contains(result.status) && !result.errors.isEmpty && bench.package(format) == nil,
          "\(channel), \(format), \(text.text.debugDescription) is not refused: \(result.errors.suffix(300))")
      }
    }
  }

  private static func refused(by channel: Channel) throws -> Set<String> {
    let row = try #require(try SecurityPage.rows(under: "Channels").first { $0[0] == channel.name })
    return SecurityPage.names(row[2])
  }

  private func expectKept(_ payloads: [Payload], by channel: Channel, _ format: Format) throws {
    try HostileBench.with { bench in
      let log = "\(bench.folder)/calls"
      let result = try bench.attempt(payloads, through: channel, format, under: HostileBench.strace(to: log))
      let (programs, connections) = try HostileBench.calls(in: log, of: format)
      let row = try #require(try SecurityPage.rows(under: "Programs").first { $0[0] == channel.programs })
      let listed = SecurityPage.names(row[format == .deb ? 1 : 2]).union(SecurityPage.names(row[3]))
      #expect(programs.isSubset(of: listed), "\(channel), \(format): \(programs.sorted())")
      #expect(connections.isEmpty, "\(channel), \(format): \(connections)")
      guard let path = bench.package(format) else {
        // Names that are not legal may also be refused.
        if channel.read == nil, [1, 2, 3].contains(result.status), !result.errors.isEmpty { return }
        Issue.record("\(channel), \(format): \(result.status) \(result.errors.suffix(500))")
        return
      }
      let package = PackageReader(format: format, path: path)
      #expect(try !package.scripts().contains("hostile-canary"), "\(channel), \(format)")
      guard let read = channel.read else {
        #expect(try !package.directives().contains("hostile-canary"), "\(channel), \(format)")
        return
      }
      let found = Data(spaced(try read(package)).utf8)
      for payload in payloads {
        let wanted = spaced(channel.kept(payload.text))
        var count = 0
        var rest = found[...]
        while let range = rest.range(of: Data(wanted.utf8)) {
          count += 1
          rest = rest[range.upperBound...]
        }
        #expect(count >= channel.count, "\(channel), \(format), \(wanted.debugDescription) is changed")
      }
    }
  }
}
