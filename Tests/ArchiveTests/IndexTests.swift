import Testing

@testable import Archive

/// What is read of the texts in an archive.
@Suite struct IndexTests {
  @Test func partsAndSortsTheEntries() {
    let index = "Package: b\nArchitecture: all\n\n\nPackage: a\nArchitecture: amd64\nDescription: a\n text\n"
    let stanzas = IndexStanza.all(in: index)
    #expect(
      stanzas.map(\.text) == [
        "Package: a\nArchitecture: amd64\nDescription: a\n text", "Package: b\nArchitecture: all",
      ])
    #expect(stanzas.map(\.architecture) == ["amd64", "all"])
    #expect(IndexStanza.all(in: "\n\n").isEmpty)
    #expect(IndexStanza.all(in: "Package: c").first?.architecture == nil)
  }

  /// Two signatures of one text differ, and the text is the same.
  @Test func comparesWhatIsSigned() {
    func signed(_ text: String, _ signature: String) -> [UInt8] {
      Array(
        """
        -----BEGIN PGP SIGNED MESSAGE-----
        Hash: SHA512

        \(text)
        -----BEGIN PGP SIGNATURE-----

        \(signature)
        -----END PGP SIGNATURE-----

        """.utf8)
    }
    #expect(Pool.signedText(signed("Source: x", "one")) == Pool.signedText(signed("Source: x", "two")))
    #expect(Pool.signedText(signed("Source: x", "one")) == Pool.signedText(Array("Source: x\n".utf8)))
    #expect(Pool.signedText(signed("Source: x", "one")) != Pool.signedText(signed("Source: y", "one")))
    #expect(Pool.signedText(Array("-----BEGIN PGP SIGNED MESSAGE-----\n".utf8)) != "")
  }

  /// Debian's own archive parts libraries by a letter more.
  @Test func laysPackagesDownAsDebianDoes() {
    #expect(AptRepository("a").poolFolder(of: "twisted-web") == "pool/main/t/twisted-web")
    #expect(AptRepository("a").poolFolder(of: "libweb") == "pool/main/libw/libweb")
    let other = AptRepository("a", suite: "trixie", component: "contrib")
    #expect(other.poolFolder(of: "web") == "pools/trixie/contrib/w/web")
  }
}
