import Diagnostics
import Foundation
import Testing
import TwistedApplication

@Suite struct DecryptionTests {
  /// The test suite of RFC 1321, A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    (String(repeating: "a", count: 55), "ef1772b6dff9a122358552954ad0df65"),
    (String(repeating: "a", count: 56), "3b0c8ac703f828b04c6c197006d17218"),
    (String(repeating: "a", count: 64), "014842d480b571495a4a0363793f7367"),
  ])
  func derivesTheKeyFromThePassphrase(_ passphrase: String, _ key: String) {
    #expect(Decryption.hexadecimalKey(passphrase: Array(passphrase.utf8)) == key)
    #expect(Decryption.key(passphrase: Array(passphrase.utf8)).count == 16)
  }

  @Test func acceptsThePlainTextWithItsPadding() throws {
    let plain = try Fixture.bytes("samples/twisted8-py27-mktap-web.tap")
    let padded = plain + [UInt8](repeating: 0x20, count: 16 - plain.count % 16)
    let content = try Decryption.validated(padded, file: "web.etap")
    #expect(content == plain)
    #expect(try ApplicationReader.read(padded, file: "web.etap").name?.value == "web")
  }

  @Test func knowsAWrongPassphraseByItsResult() throws {
    let cipher = try Fixture.bytes("samples/twisted8-py27-mktap-web.etap")
    let failure = #expect(throws: Failure.self) { try Decryption.validated(cipher, file: "web.etap") }
    #expect(failure?.diagnostics.first?.message.contains("passphrase") == true)
  }

  /// The whole way, with the program that does the cipher.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
  func decryptsTheSample() throws {
    let known = try #require(SampleFacts.all.first { $0.encrypted == true })
    let key = Decryption.hexadecimalKey(passphrase: Array(try #require(known.passphrase).utf8))
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "enc", "-d", "-aes-128-ecb", "-nopad", "-K", key, "-in",
      Fixture.folder.appending(path: "samples/\(known.file)").path,
    ]
    process.standardOutput = output
    try process.run()
    let plain = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    let application = try ApplicationReader.read(try Decryption.validated(plain, file: known.file), file: known.file)
    #expect(application.name?.value == known.applicationName)
    #expect(application.uid?.value == known.uid)
    #expect(application.listeners.map { $0.port?.value } == known.listens.map(\.port))
  }
}
