import Toolbox

/// Public keys, which are read by the same functions as private ones and are no secret.
enum PublicKey {
  /// Whether a file holds a public key and no private one: a line of OpenSSH's (sshd(8), "AUTHORIZED_KEYS FILE FORMAT"),
  /// or a block that says so (RFC 4716; RFC 7468, 13).
  static func isIn(_ path: String) -> Bool {
    guard let file = try? InputFile(path, limit: 1 << 16) else { return false }
    let text = String(decoding: file.contents, as: UTF8.self)
    if text.contains("PRIVATE KEY") { return false }
    let first = text.drop { $0.isWhitespace }
    return ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"].contains { first.hasPrefix($0) }
      || ["-----BEGIN PUBLIC KEY-----", "-----BEGIN RSA PUBLIC KEY-----", "---- BEGIN SSH2 PUBLIC KEY ----"].contains {
        first.hasPrefix($0)
      }
  }
}
