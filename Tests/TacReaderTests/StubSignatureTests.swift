import Foundation
import TestSupport
import Testing

/// A stub is called with the arguments of the real thing, so it has its signature.
@Suite struct StubSignatureTests {
  @Test func everySignatureIsThatOfTheInstalledTwisted() throws {
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
    let result = try Program(
      "/usr/bin/python3",
      [
        scripts.appending(path: "signatures.py").path, "\(Places.repository)/Sources/TwistedModel/Stubs",
        scripts.appending(path: "signature-exceptions.txt").path,
      ]
    ).run().successful()
    #expect(result.output == "")
    let count = result.errors.split(separator: " ").last.flatMap { Int($0.dropLast()) }
    #expect(try #require(count) > 300)
  }
}
