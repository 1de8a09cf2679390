import Foundation
import TestSupport
import Testing

extension SystemTests {
  /// The packages of the tools themselves (`make packages`), on systems that have no Swift.
  @Suite(.enabled(if: wantsEverything, "they take release builds, which `make check-system` makes"))
  struct ToolPackageTests {
    static let release = "\(Places.repository)/.build/release"

    private func withPackages(_ body: (_ folder: String, _ names: [String]) throws -> Void) throws {
      try withTemporaryFolder { folder in
        try run(
          "\(Places.repository)/packaging/make-packages", Self.release, folder,
          environment: ["MAINTAINER": "Ada Example <ada@example.org>"]
        ).successful()
        try body(folder, try FileManager.default.contentsOfDirectory(atPath: folder).sorted())
      }
    }

    /// RHEL 9 has glibc 2.34.
    @Test func runsWithGlibcOfRHEL9() throws {
      let symbols = try run("objdump", "-T", "\(Self.release)/tap2deb").successful().output
      let versions = symbols.matches(of: /GLIBC_2\.(\d+)/).compactMap { Int($0.1) }
      #expect(try #require(versions.max()) <= 34)
    }

    @Test func isOneProgramOfAtMost19Megabytes() throws {
      try withTemporaryFolder { folder in
        try run("\(Places.repository)/packaging/install", Self.release, folder, "/usr/local").successful()
        let bin = "\(folder)/usr/local/bin"
        let size = try FileManager.default.attributesOfItem(atPath: "\(bin)/tap2deb")[.size] as? Int
        #expect(try #require(size) <= 19_000_000)
        for name in ["tap2rpm", "tapconvert", "mktap"] {
          #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(bin)/\(name)") == "tap2deb")
          #expect(try run("\(bin)/\(name)", "--version").successful().output.hasPrefix("\(name) "))
        }
      }
    }

    @Test func theSameBytesTwice() throws {
      try withPackages { first, names in
        try withPackages { second, _ in
          for name in names {
            #expect(
              FileManager.default.contentsEqual(atPath: "\(first)/\(name)", andPath: "\(second)/\(name)"), "\(name)")
          }
        }
        try run("sha256sum", "--check", "--quiet", "SHA256SUMS", in: first).successful()
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func installAndDoTheExampleOfTheREADME() throws {
      try withPackages { folder, names in
        let deb = try #require(names.first { $0.hasSuffix(".deb") })
        let lint = try run("lintian", "--fail-on", "error,warning", "\(folder)/\(deb)")
        #expect(lint.succeeded, "\(lint)")
        let root = try DebianRoot()
        try root.copy("\(folder)/\(deb)", to: "/tmp/tools.deb")
        try root.copy(Places.example, to: "/tmp/web.tac")
        let service = InstalledService(root: root)
        try root.setPolicy(0)
        try service.addPage()
        try root.run("dpkg", "--install", "/tmp/tools.deb").successful()
        let made = try root.shell("cd /tmp && tap2deb web.tac -m 'Ada Example <ada@example.org>' && tap2rpm web.tac")
        #expect(made.output.contains("twisted-web_1.0_all.deb") && made.succeeded, "\(made)")
        try root.shell("dpkg --install /tmp/.build/twisted-web_1.0_all.deb").successful()
        #expect(try service.page().contains("It works"))
        for name in ["tap2deb", "tap2rpm", "tapconvert", "mktap"] {
          try root.shell("\(name) --version && test -e /usr/share/man/man1/\(name).1.gz").successful()
        }
        try root.run("dpkg", "--purge", "tap2deb").successful()
        #expect(try !root.shell("ls /usr/share/tap2deb /usr/share/doc/tap2deb").succeeded)
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func otherSystemsGetAnRPMAndAnArchive() throws {
      try withPackages { folder, names in
        let rpm = try #require(names.first { $0.hasSuffix(".rpm") })
        let archive = try #require(names.first { $0.hasSuffix(".tar.gz") })
        let root = try DebianRoot.likeRPM()
        try root.copy("\(folder)/\(rpm)", to: "/tmp/tools.rpm")
        try root.copy("\(folder)/\(archive)", to: "/tmp/tools.tar.gz")
        try root.rpm("--install", "--nodeps", "/tmp/tools.rpm").successful()
        #expect(try root.shell("tap2rpm --version").successful().output.hasPrefix("tap2rpm "))
        try root.rpm("--erase", "tap2deb").successful()
        try root.shell("cd /tmp && tar xf tools.tar.gz && PREFIX=/opt/tools tap2deb-*/install.sh").successful()
        #expect(try root.shell("/opt/tools/bin/mktap --version").successful().output.hasPrefix("mktap "))
      }
    }
  }
}
