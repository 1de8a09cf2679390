import Foundation
import TestSupport
import Testing

/// The sandbox is fitted to what the application asks the kernel for.
@Suite struct KernelNeedsTests {
  private static func unit(_ format: PackageFormat, _ lines: String) throws -> (unit: String, script: String) {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        "from twisted.application import service\n\(lines)\napplication = service.Application('web')\n")
      let package = try bench.package(format, ["web.tac"])
      return (try package.unit, try package.initScript)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func leavesTheKernelAloneWithoutNeed(format: PackageFormat) throws {
    let (unit, script) = try Self.unit(
      format, "open('/proc/self/status')\nopen('/dev/urandom')\nopen('/dev/null', 'w')")
    for line in [
      "PrivateDevices=yes", "ProcSubset=pid", "ProtectProc=invisible",
      "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
    ] {
      #expect(unit.contains("\n\(line)\n"), "\(line)")
    }
    #expect(!unit.contains("DeviceAllow") && !script.contains("dialout"))
  }

  /// A line of the application, and what stands in the unit for it.
  private static let needs: [(source: String, lines: [String])] = [
    ("open('/proc/loadavg')", ["# web.tac:2 reads /proc/loadavg.", "ProcSubset=all"]),
    ("open('/proc/net/tcp')", ["# web.tac:2 reads /proc/net/tcp.", "ProcSubset=all"]),
    ("open('/proc/1/status')", ["# web.tac:2 reads /proc/1/status.", "ProtectProc=default"]),
    (
      "import psutil",
      [
        "# web.tac:2 imports psutil.", "ProcSubset=all", "ProtectProc=default",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
      ]
    ),
    ("import netifaces", ["RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK"]),
    (
      "open('/dev/ttyUSB0', 'r+b')",
      ["PrivateDevices=no", "DevicePolicy=closed", "DeviceAllow=char-ttyUSB rw", "SupplementaryGroups=dialout"]
    ),
    (
      "from twisted.internet import serialport",
      ["DeviceAllow=char-ttyS rw", "DeviceAllow=char-ttyACM rw", "SupplementaryGroups=dialout"]
    ),
    ("open('/dev/watchdog', 'w')", ["PrivateDevices=no", "DeviceAllow=/dev/watchdog rw"]),
  ]

  @Test(arguments: needs.indices)
  func isFitted(index: Int) throws {
    let need = Self.needs[index]
    let (unit, script) = try Self.unit(index.isMultiple(of: 2) ? .deb : .rpm, need.source)
    for line in need.lines { #expect(unit.contains("\n\(line)\n"), "\(line) for \(need.source)") }
    let isSerial = need.lines.contains("SupplementaryGroups=dialout")
    #expect(script.contains(#"--groups="$(id -G "$USER" | tr ' ' ,),dialout""#) == isSerial)
  }

  /// A path stands in a comment of the unit, and systemd ends lines at carriage returns and NUL, too.
  @Test(arguments: ["\\r", "\\n", "\\0", "\\r\\n", "\\u2028", "\\u202e", "\\x85", "\\\\"])
  func putsNoLineIntoTheUnit(end: String) throws {
    let path = "x\(end)ExecStartPre=+/usr/bin/id\(end)"
    for folder in ["proc", "dev"] {
      try Workbench.with { bench in
        try bench.place(
          "web.tac",
          "from twisted.application import service\nopen('/\(folder)/\(path)')\n"
            + "application = service.Application('web')\n")
        let result = try bench.call(.deb, ["web.tac", "-m", Workbench.maintainer])
        // Refused is what no unit can hold; the rest is spelled out.
        guard let file = bench.files.first(where: { $0.hasSuffix(".deb") }) else {
          #expect(result.status == 2 && result.errors.contains("U+"), "\(result)")
          return
        }
        let unit = try BuiltPackage(format: .deb, path: "\(bench.folder)/\(file)").unit
        #expect(unit.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value < 0x7F) })
        #expect(!unit.split(separator: "\n").contains { $0.hasPrefix("ExecStartPre=+") })
      }
    }
  }

  /// systemd takes every one of the units without a word.
  @Test func isWhatSystemdReads() throws {
    let lines = Self.needs.map(\.source).joined(separator: "\n")
    let unit = try Self.unit(.deb, lines).unit
    try withTemporaryFolder { folder in
      try unit.replacing("/usr/bin/twistd3", with: "/bin/true")
        .write(toFile: "\(folder)/web.service", atomically: true, encoding: .utf8)
      let result = try run("systemd-analyze", "verify", "--man=no", "\(folder)/web.service")
      #expect(!result.errors.contains("web.service:"), "\(result)")
    }
  }
}
