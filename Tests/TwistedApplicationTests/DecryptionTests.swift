import Diagnostics
import Testing
import ApplicationFacts
import TwistedApplication

@Suite struct DecryptionTests {
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
}
