import CommandOptions
import Formats
import Diagnostics
import Packaging
import Signing

extension Tool {
  /// The options about sources, signatures and archives.
  var publishingOptions: [Option<ToolOptions>] {
    sourceOptions + signingOptions + archiveOptions + documentOptions
  }

  private var sourceOptions: [Option<ToolOptions>] {
    format.options.publishing.map { $0.within(\.inputs.publishing) }
  }

  private var signingOptions: [Option<ToolOptions>] {
    [
      .value(
        "sign", placeholder: "KEY",
        default: format.words.defaults.key, completing: .keys, help: format.words.helps.key,
        into: \.inputs.publishing.key
      ).trusted(.runsPrograms),
      .value(
        "sign-passphrase-file", placeholder: "FILE", completing: .files,
        help: "The key's passphrase, in the first line of a file; else gpg-agent has it or asks.",
        into: \.inputs.publishing.passphraseFile
      ).trusted(.runsPrograms),
      .value(
        "sign-timeout", placeholder: "SECONDS", default: String(GnuPG.defaultTimeout),
        help: "How long a signature may take, for keys that wait for a person or a card.",
        into: \.inputs.publishing.timeout, reading: Self.seconds
      ).trusted(.any),
    ]
  }

  /// What tells of the packages beside them.
  var documentOptions: [Option<ToolOptions>] {
    [
      .value(
        "report", placeholder: "FILE", completing: .files,
        help:
          "Write a page in HTML about what was made: facts, services, files, scripts, the unit and what --verify found.",
        into: \.reportPage
      ).forOneRun,
      .value(
        "sbom", placeholder: "FILE", completing: .files,
        help: "Write what is in the package and its bundled environment, as SPDX in JSON.", into: \.sbom
      ).forOneRun,
      .value(
        "checksums", placeholder: "FILE", completing: .files,
        help: "Write the SHA-256 digest of each file that was made, for sha256sum -c.", into: \.checksums
      ).forOneRun,
    ]
  }

  private var archiveOptions: [Option<ToolOptions>] {
    [
      .value(
        "repo", placeholder: "DIR", completing: .directories,
        help: format.words.helps.repository,
        into: \.inputs.publishing.repository
      ).trusted(.signs)
    ]
  }

  @Sendable private static func seconds(_ text: String) throws(Failure) -> Int {
    guard let seconds = Int(text), (1...86_400).contains(seconds) else {
      throw Failure.usage(.optionValue, "--sign-timeout is not a number of seconds: \(quoted(text))", remedy: "try 60")
    }
    return seconds
  }
}
