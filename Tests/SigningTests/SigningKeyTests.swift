import TestSupport
import Testing

@testable import Signing

/// Which of GnuPG's keys can sign (doc/DETAILS, "Format of the colon listings").
@Suite struct SigningKeyTests {
  private static let fingerprint = "0123456789ABCDEF0123456789ABCDEF01234567"

  private func key(validity: String, abilities: String) -> SigningKey? {
    SigningKey.find(
      in: """
        tru::1:1700000000:0:3:1:5
        sec:\(validity):255:22:89ABCDEF01234567:1700000000:::u:::\(abilities):::+::ed25519:::0:
        fpr:::::::::\(Self.fingerprint):
        uid:u::::1700000000::X::Ada Example <ada@example.org>::::::::::0:
        ssb:u:255:18:FEDCBA9876543210:1700000000::::::e:::+::cv25519::
        fpr:::::::::FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:

        """)
  }

  @Test func findsThePrimaryKey() { #expect(key(validity: "u", abilities: "scESC")?.fingerprint == Self.fingerprint) }

  @Test(arguments: ["e", "r", "i", "d"])
  func leavesWhatIsExpiredRevokedOrDisabled(validity: String) {
    #expect(key(validity: validity, abilities: "scESC") == nil)
  }

  @Test func leavesWhatCannotSign() { #expect(key(validity: "u", abilities: "cEC") == nil) }

  @Test(arguments: ["", "sec", "sec:u", "fpr:::::::::", "\u{0}", "sec:u:::::::::::::\nfpr"])
  func findsNoneInWhatIsNoListing(listing: String) { #expect(SigningKey.find(in: listing) == nil) }

  /// The listing that GnuPG itself prints of a key that it has just made.
  @Test func readsWhatGnuPGPrints() throws {
    try withTemporaryFolder { folder in
      let call = "gpg --homedir \(folder) --batch --quiet --pinentry-mode loopback --passphrase ''"
      defer { _ = try? run("gpgconf", "--homedir", folder, "--kill", "all") }
      try run(
        "sh", "-ec", "chmod 700 \(folder); \(call) --quick-generate-key 'Ada <ada@example.org>' ed25519 cert never"
      ).successful()
      let list = "\(call) --list-secret-keys --with-colons"
      #expect(SigningKey.find(in: try run("sh", "-c", list).successful().output) == nil)
      let signing = "\(call) --quick-add-key \"$(\(list) | awk -F: '/^fpr/ { print $10; exit }')\" ed25519 sign never"
      try run("sh", "-ec", signing).successful()
      let key = SigningKey.find(in: try run("sh", "-c", list).successful().output)
      #expect(key?.fingerprint.count == 40)
    }
  }
}
