import Diagnostics
import Toolbox

/// Whether and with whose key artefacts are signed.
package struct SigningPolicy: Sendable, Equatable {
  package enum Choice: Sendable, Equatable {
    /// Nothing is signed.
    case unsigned
    /// With the key that was named; where it is missing, the run fails.
    case required(key: String)
    /// With the key of this address where there is one.
    case maintainer(address: String)
  }

  package var choice: Choice
  package var gpg: GnuPG

  package init(_ choice: Choice, gpg: GnuPG) {
    self.choice = choice
    self.gpg = gpg
  }

  /// Looks the key up.
  ///
  /// - Parameters:
  ///   - artefacts: What stays unsigned without a key, for the warning.
  ///   - context: Told when there is no key and none was asked for by name.
  /// - Returns: `nil` when nothing is to be signed.
  /// - Throws: A build failure when the key that was named is missing.
  package func signer(
    for artefacts: String, in workspace: Workspace, _ context: BuildContext
  ) throws(Failure) -> Signer? {
    switch choice {
    case .unsigned: return nil
    case .required(let name):
      guard let key = try SigningKey.find(name, with: gpg, in: workspace) else {
        throw Failure.build(
          .signingKey, "there is no secret key \"\(name)\" that can sign",
          remedy: "gpg --list-secret-keys shows those at hand; GNUPGHOME names another keyring")
      }
      return Signer(key: key, gpg: gpg)
    case .maintainer(let address):
      func leaveUnsigned(_ reason: String, _ remedy: String) -> Signer? {
        context.tell(.warning(.unsigned, "\(artefacts) stay unsigned: \(reason)", remedy: remedy))
        return nil
      }
      let way = "give --sign KEY, or --unsigned to say that this is meant"
      do throws(Failure) {
        guard let key = try SigningKey.find("<\(address)>", with: gpg, in: workspace) else {
          return leaveUnsigned("there is no secret key of \(address)", way)
        }
        return Signer(key: key, gpg: gpg)
      } catch {
        let message = error.diagnostics.first.map { $0.message } ?? "gpg failed"
        return leaveUnsigned(message, error.diagnostics.first.flatMap { $0.remedy } ?? way)
      }
    }
  }
}
