import Foundation
import TestSupport
import Testing

@testable import Toolbox

@Suite struct DigestTests {
  @Test(
    "The test suite of RFC 1321 section A.5",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"),
      ("a", "0cc175b9c0f1b6a831c399e269772661"),
      ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
      (
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
    ])
  func referenceVectors(_ message: String, _ digest: String) {
    #expect(MD5.hexDigest(Array(message.utf8)) == digest)
  }

  @Test(
    "The digest is that of md5sum",
    arguments: [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 121, 128, 1000, 4096, 70_001])
  func sameAsProgram(_ size: Int) throws {
    let bytes = SampleBytes(kind: .random, size: size).bytes
    var md5sum = Program("md5sum")
    md5sum.input = Data(bytes)
    #expect(try md5sum.run().successful().output == "\(MD5.hexDigest(bytes))  -\n")
    var sha256sum = Program("sha256sum")
    sha256sum.input = Data(bytes)
    #expect(try sha256sum.run().successful().output == "\(SHA256.hexDigest(bytes))  -\n")
  }

  @Test("Bytes in pieces have the digest of the whole", arguments: [1, 3, 63, 64, 65, 200])
  func inPieces(_ size: Int) {
    let bytes = SampleBytes(kind: .random, size: 1000).bytes
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      digest.absorb(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(digest.finish() == SHA256.hexDigest(bytes))
  }
}
