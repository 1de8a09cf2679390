import CommandOptions
import Debian
import Diagnostics
import PackageModel
import Packaging
import Signing

extension Tool {
  /// The options about sources, signatures and archives.
  var publishingOptions: [Option<ToolOptions>] { sourceOptions + signingOptions + archiveOptions }

  private var sourceOptions: [Option<ToolOptions>] {
    switch self {
    case .tap2deb:
      [
        .flag(
          "source",
          help: "Make the source package and the upload too: .dsc, its archives, .buildinfo and .changes.",
          into: \.inputs.publishing.isSourceWanted),
        .flag(
          "binary-only", help: "Make the .deb alone.", into: \.inputs.publishing.only, as: .binary),
        .flag(
          "source-only", help: "Make the source package and its upload alone.", into: \.inputs.publishing.only,
          as: .source),
        .value(
          "source-format", placeholder: "FORMAT", default: "quilt for a version with a revision, else native",
          completing: .oneOf(SourceFormat.allCases.map(\.rawValue)),
          help: "The source package's format: native, or quilt with the application apart. Implies --source.",
          into: \.inputs.publishing.sourceFormat,
          reading: { (text: String) throws(Failure) in try SourceFormat(option: text) }),
      ]
    case .tap2rpm:
      [
        .flag("binary-only", help: "Make the binary package alone.", into: \.inputs.publishing.only, as: .binary),
        .flag("source-only", help: "Make the source package alone.", into: \.inputs.publishing.only, as: .source),
      ]
    }
  }

  private var signingOptions: [Option<ToolOptions>] {
    [
      .value(
        "sign", placeholder: "KEY",
        default: self == .tap2deb ? "the maintainer's, if there is one" : nil,
        help: self == .tap2deb
          ? "The GnuPG key that signs the source package and the archive. Implies --source."
          : "The GnuPG key that signs the packages and the archive.",
        into: \.inputs.publishing.key),
      .value(
        "sign-passphrase-file", placeholder: "FILE", completing: .files,
        help: "The key's passphrase, in the first line of a file; else gpg-agent has it or asks.",
        into: \.inputs.publishing.passphraseFile),
      .value(
        "sign-timeout", placeholder: "SECONDS", default: String(GnuPG.defaultTimeout),
        help: "How long a signature may take, for keys that wait for a person or a card.",
        into: \.inputs.publishing.timeout, reading: Self.seconds),
    ]
  }

  private var archiveOptions: [Option<ToolOptions>] {
    [
      .value(
        "repo", placeholder: "DIR", completing: .directories,
        help: self == .tap2deb
          ? "Add the packages to an archive for apt, which is made where there is none."
          : "Add the packages to a repository for dnf, which is made where there is none.",
        into: \.inputs.publishing.repository)
    ]
  }

  @Sendable private static func seconds(_ text: String) throws(Failure) -> Int {
    guard let seconds = Int(text), (1...86_400).contains(seconds) else {
      throw Failure(.usage, "--sign-timeout is no number of seconds: \(quoted(text))", remedy: "try 60")
    }
    return seconds
  }
}
