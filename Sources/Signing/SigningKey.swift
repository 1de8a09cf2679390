import Diagnostics
import Toolbox

/// A secret key of GnuPG that can sign.
package struct SigningKey: Sendable, Equatable {
  /// The fingerprint of the primary key, in hexadecimal.
  package let fingerprint: String

  /// Looks for a key that is neither expired nor revoked (GnuPG's doc/DETAILS, "Format of the colon listings").
  ///
  /// - Parameter name: What GnuPG takes for a user ID: a fingerprint, a key ID, a part of a name or `<address>`.
  /// - Returns: `nil` when there is none, or when its keyring is not even there.
  package static func find(
    _ name: String, with gpg: GnuPG, in workspace: Workspace
  ) throws(Failure) -> SigningKey? {
    // gpg(1) ends with status 2 where it has no such key; a listing that cannot be had is the same to the caller.
    do throws(Program.Problem) {
      return find(in: try gpg.run(["--list-secret-keys", "--with-colons", "--", name], in: workspace))
    } catch {
      switch error {
      case .notInstalled, .timedOut, .noRoom, .wroteTooMuch: throw Program.gpg.failure(error)
      case .exit, .signal, .other: return nil
      }
    }
  }

  static func find(in listing: String) -> SigningKey? {
    var isUsable = false
    for line in listing.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count > 11 || fields.first == "fpr" else { continue }
      if fields[0] == "sec" {
        // Upper-case letters tell what the key can do as a whole, its usable subkeys included.
        isUsable = fields[11].contains("S") && !["e", "r", "i", "d"].contains(fields[1])
      } else if fields[0] == "fpr", isUsable, fields.count > 9, !fields[9].isEmpty {
        return SigningKey(fingerprint: String(fields[9]))
      }
    }
    return nil
  }
}
