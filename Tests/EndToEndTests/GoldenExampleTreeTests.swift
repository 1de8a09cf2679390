import Foundation
import TestSupport
import Testing

/// The packaging beside the example application is what the tools render for it: `debian-example/debian/` and
/// `debian-example/rpm/`. `make golden` renews it.
@Suite struct GoldenExampleTreeTests {
  private static let synopsis = "Twisted web server for one folder"

  @Test func holdsTheDebianPackaging() throws {
    try Workbench.with { bench in
      _ = try bench.package(.deb, ["-t", "web.tac", "-e", Self.synopsis])
      try expectGoldenTree("\(bench.folder)/.build/twisted-web-1.0/debian", at: "debian-example/debian")
    }
  }

  /// The spec and the sources but the application file, which lies beside the folder already.
  @Test func holdsTheRPMPackaging() throws {
    try Workbench.with { bench in
      _ = try bench.package(.rpm, ["-t", "web.tac", "-e", Self.synopsis])
      let sources = "\(bench.folder)/sources"
      try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
      try run(
        "sh", "-ec", "rpm2cpio ../twisted-web-1.0-1.src.rpm | cpio --quiet -id; cmp web.tac ../web.tac; rm web.tac",
        in: sources
      ).successful()
      try expectGoldenTree(sources, at: "debian-example/rpm")
    }
  }
}
