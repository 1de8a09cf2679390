import CommandOptions
import Diagnostics
import Formats
import PackageModel
import Packaging

extension Tool {
  var releaseOptions: [Option<ToolOptions>] {
    [
      .value(
        "set-version", "V", placeholder: "VERSION", default: "the changelog's newest, else 1.0",
        help: "The package's version, in any usual scheme; 'git' asks git describe beside the application file.",
        into: \.inputs.release.version, reading: Self.origin
      ).trusted(.any),
      .value(
        "revision", "R", placeholder: "REVISION", default: format.words.defaults.revision,
        help: format.words.helps.revision,
        into: \.inputs.release.revision
      ).trusted(.any),
      .value(
        "changelog", placeholder: "FILE", completing: .files,
        help: "The history, in Debian's form or as Markdown ('Keep a Changelog'); 'git' asks the repository's tags.",
        into: \.inputs.release.changelog, reading: Self.origin
      ).trusted(.insideOr("git")),
      .value(
        "license", aliases: ["licence"], placeholder: "EXPRESSION", default: "unspecified",
        completing: .oneOf(SPDXIdentifiers.licences.all),
        help: "The licence as an SPDX expression: MIT, GPL-2.0-or-later, 'Apache-2.0 OR MIT'.",
        into: \.inputs.release.licence
      ).trusted(.any),
      .value(
        "copyright", placeholder: "TEXT", default: "the year and the maintainer",
        help: "Who holds the copyright: '2024 Ada Example'.", into: \.inputs.release.copyright
      ).trusted(.any),
      .value(
        "homepage", aliases: ["url"], placeholder: "URL", help: "The application's web page.",
        into: \.inputs.release.homepage
      ).trusted(.any),
    ]
      + format.options.release.map { $0.within(\.inputs.release) }
      + [
        .value(
          "compression", placeholder: "METHOD[:LEVEL]", default: format.words.defaults.compression,
          completing: .oneOf(Compression.Method.allCases.map(\.rawValue)),
          help: "How the package is packed: xz, zstd, gzip or none, with a level.", into: \.inputs.release.compression,
          reading: { (text: String) throws(Failure) in try Compression(text) }
        ).trusted(.any)
      ]
  }

  @Sendable private static func origin(_ text: String) throws(Failure) -> ReleaseOptions.Origin? {
    ReleaseOptions.Origin(option: text)
  }
}
