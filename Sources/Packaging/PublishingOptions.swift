import Debian
import Diagnostics
import PackageModel
import RPM
import Signing
import Toolbox

/// What the packager says of the artefacts: where they go, and what there is beside the package.
package struct PublishingOptions: Sendable, Equatable {
  /// Which of the artefacts are wanted.
  package enum Part: Sendable, Equatable {
    case binary, source
  }

  package var isSourceWanted = false
  package var only: Part?
  package var sourceFormat: SourceFormat?
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

  /// - Throws: A usage failure for options that contradict one another.
  var debianSelection: DebianSelection {
    get throws(Failure) {
      switch only {
      case .binary:
        if isSourceWanted { throw Self.contradiction("--binary-only", "--source") }
        if sourceFormat != nil { throw Self.contradiction("--binary-only", "--source-format") }
        if key != nil && repository == nil {
          throw Failure(
            .usage, "--binary-only leaves nothing to sign: a .deb has no signature of its own",
            remedy: "sign the source package with --source, or an archive with --repo")
        }
        return .binaryOnly
      case .source: return .sourceOnly
      case nil: return isSourceWanted || sourceFormat != nil || key != nil ? .withSource : .usual
      }
    }
  }

  var rpmSelection: RPMSelection {
    switch only {
    case .binary: .binaryOnly
    case .source: .sourceOnly
    case nil: .both
    }
  }

  /// Looks for the programs that packages of these formats take.
  ///
  /// - Throws: A build failure that says how to install one that is missing.
  func lookUpPrograms(for families: [PackageFamily], _ context: BuildContext) throws(Failure) {
    for family in families {
      var programs: [Program]
      switch family {
      case .debian:
        programs = try debianSelection.programs
        if repository != nil { programs += [.aptFtparchive, .gzip, .xz] }
      case .rpm: programs = [.rpmbuild] + (repository == nil ? [] : [.createrepo])
      }
      for program in programs { try program.lookUp(environment: context.environment) }
    }
  }

  /// - Parameter maintainer: Whose key is used where none is named; `nil` where a signature has to be asked for.
  func signing(maintainer: Maintainer?, _ context: BuildContext) throws(Failure) -> SigningPolicy {
    if isUnsigned && key != nil { throw Self.contradiction("--unsigned", "--sign") }
    let gpg = try GnuPG(environment: context.environment, passphraseFile: passphraseFile, timeout: timeout)
    if let key { return SigningPolicy(.required(key: key), gpg: gpg) }
    guard !isUnsigned, let address = maintainer?.address else { return SigningPolicy(.unsigned, gpg: gpg) }
    return SigningPolicy(.maintainer(address: address), gpg: gpg)
  }

  private static func contradiction(_ one: String, _ other: String) -> Failure {
    Failure(.usage, "\(one) and \(other) exclude each other", remedy: "leave one of them out")
  }
}
