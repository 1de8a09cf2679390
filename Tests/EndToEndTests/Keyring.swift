import Foundation
import TestSupport

/// A GnuPG home with one fresh secret key, gone afterwards together with its agent.
struct Keyring {
  /// For `GNUPGHOME`.
  let folder: String
  static let user = "Ada Example <ada@example.org>"

  /// Calls `body` with a keyring whose key has the given passphrase.
  static func with<Result>(passphrase: String = "", _ body: (Keyring) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try run("chmod", "700", folder).successful()
      defer { _ = try? run("gpgconf", "--homedir", folder, "--kill", "all") }
      let keyring = Keyring(folder: folder)
      try keyring.gpg(
        "--pinentry-mode", "loopback", "--passphrase", passphrase, "--quick-generate-key", user, "ed25519", "sign",
        "never"
      ).successful()
      // The agent remembers the passphrase of a new key.
      try run("gpgconf", "--homedir", folder, "--kill", "all").successful()
      try keyring.gpg("--output", keyring.publicKey, "--export").successful()
      try keyring.gpg("--armor", "--output", keyring.armouredKey, "--export").successful()
      return try body(keyring)
    }
  }

  var publicKey: String { "\(folder)/public.gpg" }
  var armouredKey: String { "\(folder)/public.asc" }

  /// What a run needs of it; no terminal on which anybody could be asked.
  var environment: [String: String?] { ["GNUPGHOME": folder, "GPG_TTY": nil, "DISPLAY": nil, "WAYLAND_DISPLAY": nil] }

  @discardableResult
  func gpg(_ arguments: String...) throws -> ProgramResult {
    try Program("gpg", ["--homedir", folder, "--batch", "--quiet"] + arguments).run()
  }
}
