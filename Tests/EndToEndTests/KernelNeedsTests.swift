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
    ("import os\nos.getloadavg()", ["# web.tac:3 asks for the load of the system.", "ProcSubset=all"]),
    ("import os\nos.listdir('/proc')", ["# web.tac:3 reads /proc.", "ProtectProc=default"]),
    (
      "import socket\nsocket.socket(socket.AF_CAN, socket.SOCK_RAW, socket.CAN_RAW)",
      ["# web.tac:3 opens a socket of AF_CAN.", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_CAN"]
    ),
    (
      "from socket import AF_NETLINK, SOCK_RAW, socket\nsocket(AF_NETLINK, SOCK_RAW, proto=0)",
      ["RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK"]
    ),
    ("import os\nos.nice(5)", ["# web.tac:3 sets priorities or processors.", "SystemCallFilter=~@privileged"]),
    (
      "import subprocess\nsubprocess.run(['free'])",
      [
        "# web.tac:3 starts another program.", "ProcSubset=all", "ProtectProc=default", "SystemCallFilter=~@privileged",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
      ]
    ),
    (
      "open('/dev/snd/pcmC0D0p', 'wb')",
      ["PrivateDevices=no", "DeviceAllow=char-alsa rw", "SupplementaryGroups=audio"]
    ),
    ("import smbus", ["PrivateDevices=no", "DeviceAllow=char-i2c rw"]),
  ]

  /// What no unit gives unasked is told, and the way out that is told settles it.
  @Test(arguments: [
    (
      "import socket\nsocket.socket(socket.AF_PACKET, socket.SOCK_RAW)", "opens raw sockets",
      "AmbientCapabilities=CAP_NET_RAW"
    ),
    ("from twisted.pair import tuntap", "makes network interfaces", "AmbientCapabilities=CAP_NET_ADMIN"),
    ("open('/dev/i2c-1', 'r+b')", "only root may use /dev/i2c-1, and the group i2c", "SupplementaryGroups=i2c"),
    ("open('/var/log/syslog')", "only root can read \"/var/log/syslog\"", "SupplementaryGroups=adm"),
  ])
  func tellsWhatOnlyRootMay(source: String, words: String, setting: String) throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac", "from twisted.application import service\n\(source)\napplication = service.Application('web')\n")
      let call = ["web.tac", "-m", Workbench.maintainer]
      let told = try bench.call(.deb, call + ["-o", "told"]).successful().errors
      #expect(told.contains(words) && told.contains("give --unit \(setting)"), "\(told)")
      let settled = try bench.call(.deb, call + ["--unit", setting, "--no-sysv", "--fail-on", "note"])
      #expect(settled.succeeded && settled.errors.isEmpty, "\(settled)")
      let file = try #require(bench.files.first { $0.hasSuffix(".deb") && !$0.contains("told") })
      let unit = try BuiltPackage(format: .deb, path: "\(bench.folder)/\(file)").unit
      #expect(unit.contains("\n\(setting)\n"))
      if setting.contains("CAP_") {
        #expect(unit.contains("\nCapabilityBoundingSet=\(setting.dropFirst("AmbientCapabilities=".count))\n"))
      }
    }
  }

  @Test(arguments: needs.indices)
  func isFitted(index: Int) throws {
    let need = Self.needs[index]
    let (unit, script) = try Self.unit(index.isMultiple(of: 2) ? .deb : .rpm, need.source)
    for line in need.lines { #expect(unit.contains("\n\(line)\n"), "\(line) for \(need.source)") }
    for group in ["dialout", "audio"] {
      let isGiven = need.lines.contains("SupplementaryGroups=\(group)")
      #expect(script.contains(#"--groups="$(id -G "$USER" | tr ' ' ,),\#(group)""#) == isGiven)
    }
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
