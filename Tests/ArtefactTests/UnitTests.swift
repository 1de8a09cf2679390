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
  private func withUnit(
    of format: Format, in artefacts: Artefacts? = nil, _ body: (String) throws -> Void
  ) throws {
    let artefacts = try artefacts ?? Artefacts.built()
    let tree = format == .deb ? artefacts.debTree : artefacts.rpmTree
    let text = try String(contentsOfFile: "\(tree)/usr/lib/systemd/system/twisted-web.service", encoding: .utf8)
    #expect(text.contains(format == .deb ? "ExecStart=/usr/bin/twistd3 " : "ExecStart=/usr/bin/twistd "))
    try withTemporaryFolder { folder in
      let path = "\(folder)/twisted-web.service"
      try text.replacing("ExecStart=/usr/bin/twistd ", with: "ExecStart=/usr/bin/twistd3 ")
        .write(toFile: path, atomically: false, encoding: .utf8)
      let socket = "usr/lib/systemd/system/twisted-web.socket"
      if FileManager.default.fileExists(atPath: "\(tree)/\(socket)") {
        try FileManager.default.copyItem(atPath: "\(tree)/\(socket)", toPath: "\(folder)/twisted-web.socket")
      }
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

  @Test(arguments: OptionSet.all, Format.allCases)
  func verifyIsSilent(set: OptionSet, format: Format) throws {
    try withUnit(of: format, in: set.artefacts()) { path in
      var units = [path]
      let socket = path.replacing(".service", with: ".socket")
      if FileManager.default.fileExists(atPath: socket) { units.append(socket) }
      let verify = Program("systemd-analyze", ["verify", "--man=no", "--recursive-errors=no"] + units)
      let result = try verify.run()
      #expect(result.succeeded && result.output.isEmpty && result.errors.isEmpty, "\(result)")
    }
  }

  @Test(arguments: Format.allCases)
  func exposureIsLow(format: Format) throws {
    try exposureIsLow(format, in: Artefacts.built())
  }

  /// Whatever the account, the socket and the port; root alone is another matter, and so are the lower levels.
  @Test(arguments: OptionSet.all.filter { !$0.name.hasPrefix("hardening") && $0.name != "root" }, Format.allCases)
  func exposureIsLow(set: OptionSet, format: Format) throws {
    try exposureIsLow(format, in: set.artefacts())
  }

  private func exposureIsLow(_ format: Format, in artefacts: Artefacts) throws {
    try withUnit(of: format, in: artefacts) { path in
      let result = try run("systemd-analyze", "security", "--offline=yes", "--no-pager", path)
      let line = try #require(result.output.split(separator: "\n").last { $0.contains("exposure level") }, "\(result)")
      print(line)
      let level = try #require(line.split(separator: " ").compactMap { Double($0) }.last)
      #expect(level <= Self.exposureLimit, "\(result.output)")
    }
  }
}
