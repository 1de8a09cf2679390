import Foundation
import TestSupport
import Testing

/// The systemd units of both packages, judged by systemd's own tools.
@Suite struct UnitTests {
  enum Format: CaseIterable { case deb, rpm }

  /// The exposure level that the hardening must reach; lower is better (systemd-analyze(1), security).
  private static let exposureLimit = 1.6

  /// Calls `body` with a copy of the unit whose program exists on this machine: an RPM system has `/usr/bin/twistd`,
  /// Debian `/usr/bin/twistd3`, and `verify` looks for it.
  private func withUnit(of format: Format, _ body: (String) throws -> Void) throws {
    let artefacts = try Artefacts.built()
    let tree = format == .deb ? artefacts.debTree : artefacts.rpmTree
    let text = try String(contentsOfFile: "\(tree)/usr/lib/systemd/system/twisted-web.service", encoding: .utf8)
    #expect(text.contains(format == .deb ? "ExecStart=/usr/bin/twistd3 " : "ExecStart=/usr/bin/twistd "))
    try withTemporaryFolder { folder in
      let path = "\(folder)/twisted-web.service"
      try text.replacing("ExecStart=/usr/bin/twistd ", with: "ExecStart=/usr/bin/twistd3 ")
        .write(toFile: path, atomically: false, encoding: .utf8)
      try body(path)
    }
  }

  @Test(arguments: Format.allCases)
  func verifyIsSilent(format: Format) throws {
    try withUnit(of: format) { path in
      let result = try run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", path)
      #expect(result.succeeded && result.output.isEmpty && result.errors.isEmpty, "\(result)")
    }
  }

  @Test(arguments: Format.allCases)
  func exposureIsLow(format: Format) throws {
    try withUnit(of: format) { path in
      let result = try run("systemd-analyze", "security", "--offline=yes", "--no-pager", path)
      let line = try #require(result.output.split(separator: "\n").last { $0.contains("exposure level") }, "\(result)")
      print(line)
      let level = try #require(line.split(separator: " ").compactMap { Double($0) }.last)
      #expect(level <= Self.exposureLimit, "\(result.output)")
    }
  }
}
