import Toolbox

/// A file or folder that holds secrets, as its name or its first bytes tell.
struct SecretFile: Sendable, Equatable {
  /// What it is, as a clause that follows its name.
  let reason: String

  /// Keys are no larger; and a file of certificates has its key at the end.
  private static let keySizeLimit = 1 << 20
  private static let beginning = 1 << 16

  /// A folder of keys or credentials.
  init?(folder name: String) {
    guard [".ssh", ".gnupg", ".aws", ".kube", ".azure", ".docker", ".password-store"].contains(name) else { return nil }
    reason = "is a folder for keys and credentials"
  }

  /// A file of passwords or tokens.
  init?(_ name: String) {
    let known = [
      ".netrc", "_netrc", ".env", ".git-credentials", ".pgpass", ".my.cnf", ".pypirc", ".npmrc", ".htpasswd",
      ".dockercfg", ".s3cfg", ".boto", ".smbcredentials", ".vault-token",
    ]
    guard known.contains(name) || name.hasPrefix(".env.") else { return nil }
    reason = "is a file for passwords and tokens"
  }

  /// Whether a file is a list of users and their passwords, or the like, by what it is called.
  static func isForPasswords(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return ["passw", "secret", "credential", "token"].contains { name.contains($0) }
  }

  /// A private key: PEM (RFC 7468), OpenSSH's, OpenPGP's (RFC 9580) and PuTTY's, and those without text (`BinaryKey`).
  init?(contentsOf file: SourceFile) {
    guard file.size > 0, file.size <= Self.keySizeLimit, let open = try? file.open() else { return nil }
    let start = open.beginning(min(file.size, Self.beginning))
    let isLong = file.size > start.count && start.starts(with: Array("-----BEGIN ".utf8))
    guard Self.isKey(isLong ? open.beginning(file.size) : start) || BinaryKey.isIn(start, size: file.size) else {
      return nil
    }
    reason = "holds a private key"
  }

  static func isKey(_ bytes: [UInt8]) -> Bool {
    for start in ["PuTTY-User-Key-File", "AGE-SECRET-KEY-", "(11:private-key", "(21:protected-private-key"]
    where bytes.starts(with: Array(start.utf8)) {
      return true
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while let offset = buffer.offset(of: Array("-----BEGIN ".utf8), from: start) {
        let line = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.prefix(80)
        // Only what begins a line is a key; a program may name the words.
        if offset == 0 || [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[offset - 1]) {
          let words = String(decoding: line, as: UTF8.self)
          if words.contains("PRIVATE KEY-----") || words.contains("PRIVATE KEY BLOCK-----") { return true }
        }
        start = line.endIndex
      }
      return false
    }
  }
}
