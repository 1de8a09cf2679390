import Diagnostics
import Foundation
import TestSupport
import Testing
import Toolbox

@Suite struct GzipTests {
  private let context = BuildContext(environment: ["PATH": "/usr/bin:/bin"])

  /// The same bytes whatever a file was called, and when; the last four tell the size (RFC 1952, 2.3.1).
  @Test func holdsNeitherNameNorTime() throws {
    let texts = [[], Array("one\n".utf8), Array(String(repeating: "two\n", count: 5000).utf8)]
    let packed = try Gzip.compress(texts, context)
    #expect(packed[0] == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    for (bytes, text) in zip(packed, texts) {
      #expect(bytes.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3]))
      var gzip = TestSupport.Program("gzip", ["-d"])
      gzip.input = Data(bytes)
      #expect(try Array(gzip.run().successful().standardOutput) == text)
    }
    #expect(packed[2].count < 100)
  }

  @Test func worksMeanwhile() throws {
    var done = false
    _ = try Gzip.compress([[1]], context) { done = true }
    #expect(done)
  }
}
