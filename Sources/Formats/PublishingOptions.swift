import Diagnostics
import PackageModel
import Signing
import Toolbox

/// What the packager says of the artefacts: where they go, and what there is beside the package.
package struct PublishingOptions: Sendable, Equatable {
  /// Which of the artefacts are wanted.
  package enum Part: Sendable, Equatable {
    case binary, source
  }

  package var isSourceWanted = false
  package var isBinaryOnly = false
  package var isSourceOnly = false
  /// How the source package is laid out, where the format knows several ways.
  package var sourceFormat: String?
  /// The key to sign with, in GnuPG's words.
  package var key: String?
  package var passphraseFile: String?
  /// The seconds that a signature may take.
  package var timeout = GnuPG.defaultTimeout
  /// The folder of the archive that the packages are added to.
  package var repository: String?

  package var isUnsigned = false
  /// The folder that the artefacts are put into; `nil` for the format's usual one.
  package var output: String?

  package init() {}

  /// - Parameter maintainer: Whose key is used where none is named; `nil` where a signature has to be asked for.
  package func signing(maintainer: Maintainer?, _ context: BuildContext) throws(Failure) -> SigningPolicy {
    if isUnsigned && key != nil { throw Self.contradiction("--unsigned", "--sign") }
    let gpg = try GnuPG(context, passphraseFile: passphraseFile, timeout: timeout)
    if let key { return SigningPolicy(.required(key: key), gpg: gpg) }
    guard !isUnsigned, let address = maintainer?.address else { return SigningPolicy(.unsigned, gpg: gpg) }
    return SigningPolicy(.maintainer(address: address), gpg: gpg)
  }

  /// The only part that is wanted; `nil` for all.
  ///
  /// - Throws: A usage failure for both of `--binary-only` and `--source-only`.
  package func only() throws(Failure) -> Part? {
    if isBinaryOnly && isSourceOnly { throw Self.contradiction("--binary-only", "--source-only") }
    return isBinaryOnly ? .binary : isSourceOnly ? .source : nil
  }

  package static func contradiction(_ one: String, _ other: String) -> Failure {
    Failure.usage(.optionsExclude, "\(one) and \(other) exclude each other", remedy: "leave one of them out")
  }
}
