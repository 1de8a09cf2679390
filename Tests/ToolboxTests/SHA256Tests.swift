import Testing
import Toolbox

/// The examples of FIPS 180-4 and the lengths at which the padding changes, against sha256sum's digests.
@Suite struct SHA256Tests {
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func digestOfTheLetterA(count: Int, digest: String) {
    let bytes = SHA256.digest([UInt8](repeating: UInt8(ascii: "a"), count: count))
    #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func aStreamedMD5IsThatOfTheWhole(rest: Int) {
    let bytes = (0..<(256 + rest)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var stream = MD5.Stream()
    stream.absorb(bytes[..<128])
    stream.absorb(bytes[128..<256])
    #expect(stream.finish(bytes[256...]) == MD5.hexDigest(bytes))
  }
}
