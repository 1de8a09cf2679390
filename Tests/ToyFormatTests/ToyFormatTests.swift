import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// A format that the tools have never heard of is one folder, `Toy/`, and its value among the others.
@Suite struct ToyFormatTests {
  private static let formats = Tool.usualFormats + [TarFormat()]

  private func tool(_ arguments: String...) throws -> Int32 {
    try Tool(TarFormat(), among: Self.formats).run(
      arguments, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TMPDIR": NSTemporaryDirectory()])
  }

  @Test func makesPackages() throws {
    try withTemporaryFolder { folder in
      let status = try tool(
        "-q", "-t", Places.example, "-o", folder, "--include", "\(Places.example):/etc/toy/", "--depends",
        "both, tar:mine, rpm:theirs")
      #expect(status == 0)
      try run("tar", "-xzf", "\(folder)/twisted-web-1.0.tar.gz", "-C", folder).successful()
      let script = try String(contentsOfFile: "\(folder)/twisted-web-1.0/install.sh", encoding: .utf8)
      #expect(script.contains("# Needs: twisted, both, mine\n"), "\(script)")
      try run(
        "sh", "-c", "mkdir \(folder)/target; cd \(folder)/twisted-web-1.0; DESTDIR=\(folder)/target ./install.sh"
      ).successful()
      let installed = try run("sh", "-c", "cd \(folder)/target && find . -type f | sort").successful().output
      #expect(
        installed.split(separator: "\n") == [
          "./etc/default/twisted-web", "./etc/init.d/twisted-web", "./etc/toy/web.tac", "./etc/twisted-web/web.tac",
          "./usr/lib/systemd/system/twisted-web.service", "./usr/lib/sysusers.d/twisted-web.conf",
        ])
    }
  }

  /// One reading serves it and the others, and the service is the same.
  @Test func isMadeWithOthers() throws {
    try withTemporaryFolder { folder in
      let status = try tool(
        "-q", "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-o", folder, "--format", "tar,deb")
      #expect(status == 0)
      try run("tar", "-xzf", "\(folder)/twisted-web-1.0.tar.gz", "-C", folder).successful()
      try run("dpkg-deb", "-x", "\(folder)/twisted-web_1.0_all.deb", "\(folder)/deb").successful()
      let unit = "usr/lib/systemd/system/twisted-web.service"
      try run("cmp", "\(folder)/twisted-web-1.0/root/\(unit)", "\(folder)/deb/\(unit)").successful()
    }
  }

  @Test func tellsOfItsOwnOptionsAndRules() throws {
    let wrong = #expect(throws: Failure.self) { try tool("-t", Places.example, "--set-version", "1.0/2") }
    #expect(wrong?.kind == .usage)
    let section = #expect(throws: Failure.self) { try tool("-t", Places.example, "--section", "web") }
    #expect(section?.diagnostics.first?.message.contains("--section") == true, "Debian's alone")
    let name = #expect(throws: Failure.self) { try tool("-t", Places.example, "--tarfile", "My_App") }
    #expect(name?.diagnostics.first?.description.contains("--tarfile my-app") == true, "\(String(describing: name))")
  }
}
