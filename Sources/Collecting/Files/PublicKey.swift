/// Public keys, which are read by the same functions as private ones and are no secret.
enum PublicKey {
  /// Whether a file that begins so holds a public key and no private one: a line of OpenSSH's (sshd(8),
  /// "AUTHORIZED_KEYS FILE FORMAT"), or a block that says so (RFC 4716; RFC 7468, 13).
  static func isIn(_ bytes: [UInt8]) -> Bool {
    if SecretFile.isKey(bytes) { return false }
    let first = String(decoding: bytes.prefix(200), as: UTF8.self).drop { $0.isWhitespace }
    let beginnings = [
      "ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "-----BEGIN PUBLIC KEY-----", "-----BEGIN RSA PUBLIC KEY-----",
      "-----BEGIN CERTIFICATE-----", "-----BEGIN DH PARAMETERS-----", "-----BEGIN PGP PUBLIC KEY BLOCK-----",
      "---- BEGIN SSH2 PUBLIC KEY ----",
    ]
    return beginnings.contains { first.hasPrefix($0) }
  }
}
