import CommandOptions
import Formats
import PackageModel

extension FormatOptions {
  static let rpm = FormatOptions(
    identity: [
      .value(
        "rpmfile", "r", placeholder: "NAME", default: "twisted-PROTOCOL", help: "The package's name.",
        into: \.packageName
      ).trusted(.any),
      .value("debfile", "d", placeholder: "NAME", help: "The same as --rpmfile.", into: \.packageName).trusted(.any),
    ],
    publishing: [
      .flag("binary-only", help: "Make the binary package alone.", into: \.isBinaryOnly).trusted(.any),
      .flag("source-only", help: "Make the source package alone.", into: \.isSourceOnly).trusted(.any),
    ])
}
