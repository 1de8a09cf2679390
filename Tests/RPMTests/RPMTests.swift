import Diagnostics
import Foundation
import PackageModel
import TestSupport
import Testing

@testable import RPM

/// What RPM's format writes, as rpm's own programs read it.
@Suite struct RPMTests {
  @Test(arguments: [
    "libc.so.6(GLIBC_2.34)(64bit)", "libssl.so.3()(64bit)", "libssl.so.3(OPENSSL_3.0.0)(64bit)", "libfoo.so",
  ])
  func readsCapabilities(line: String) throws {
    #expect(try LibraryCapability(line).relation().description == line)
  }

  /// The names come from the files themselves, which anybody may have made.
  @Test(arguments: ["libx.so(%{lua})", "libx.so(a, b)", "libx.so(a", "lib x.so()", "%x.so"])
  func refusesWhatWouldSteerTheSpec(line: String) {
    #expect(throws: Failure.self) { try LibraryCapability(line) }
  }

  @Test func ordersCapabilitiesByTheirText() throws {
    let lines = ["libb.so()(64bit)", "liba.so(B)(64bit)", "liba.so(A)(64bit)"]
    let sorted = try lines.map { try LibraryCapability($0) }.sorted().map { try $0.relation().description }
    #expect(sorted == lines.reversed())
  }

  @Test func writesTagsThatRpmReads() throws {
    var relations = Relations()
    relations.add("python3dist(treq) >= 22", to: .depends)
    relations.add("(a or b)", to: .recommends)
    relations.add("old", to: .replaces)
    try withTemporaryFolder { folder in
      let spec =
        "Name: x\nVersion: 1\nRelease: 1\nSummary: x\nLicense: MIT\nBuildArch: noarch\n\(relations.tags)\n"
        + "%description\nx\n%files\n"
      let format = "[%{REQUIRENEVRS}\n][%{RECOMMENDNEVRS}\n][%{OBSOLETENEVRS}\n]"
      try spec.write(toFile: "\(folder)/x.spec", atomically: true, encoding: .utf8)
      let read = try run(
        "rpmspec", "-q", "--define", "_dbpath \(folder)/db", "--qf", format, "\(folder)/x.spec"
      ).successful()
      let lines = read.output.split(separator: "\n").filter { !$0.hasPrefix("rpmlib(") }
      #expect(lines == ["python3dist(treq) >= 22", "(a or b)", "old"])
    }
  }

  @Test(arguments: [("xz:6", "w6.xzdio"), ("zstd:19", "w19.zstdio"), ("gzip:6", "w6.gzdio"), ("none", "w.ufdio")])
  func tellsRpmHowToPack(text: String, flags: String) throws {
    #expect(try Compression(text).payloadFlags == flags)
  }

  /// A version without a release has the first one, and rpm sorts what follows on a release behind it.
  @Test func writesVersionsInFull() throws {
    let rules = FormatRules.rpm.versions
    #expect(rules.full(try PackageVersion("1.0.post1", for: .rpm)) == "1.0^post1-1")
    #expect(rules.full(try PackageVersion("2:1.0-3", for: .rpm)) == "2:1.0-3")
    #expect(rules.field(try PackageVersion("2:1.0-3", for: .rpm)) == "1.0")
  }
}
