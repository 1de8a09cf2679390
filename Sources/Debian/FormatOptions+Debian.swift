import CommandOptions
import Diagnostics
import Formats
import PackageModel

extension FormatOptions {
  static let debian = FormatOptions(
    identity: [
      .value(
        "debfile", "d", placeholder: "NAME", default: "twisted-PROTOCOL", help: "The package's name.",
        into: \.packageName
      ).trusted(.any)
    ],
    release: [
      .value(
        "section", placeholder: "SECTION", default: "net", completing: .oneOf(Section.names.sorted()),
        help: "The section of Debian's archive.", into: \.section
      ).trusted(.any),
      .value(
        "distribution", placeholder: "NAME", default: "unstable in the changelog, stable in an archive",
        help: "The distribution that the release is for: in the changelog, the upload and the archive of --repo.",
        into: \.distribution
      ).trusted(.any),
      .value(
        "component", placeholder: "NAME", default: "the section's, main for most",
        help: "The component of the archive of --repo.", into: \.component
      ).trusted(.any),
    ],
    publishing: [
      .flag(
        "source", help: "Make the source package and the upload too: .dsc, its archives, .buildinfo and .changes.",
        into: \.isSourceWanted
      ).trusted(.signs),
      .flag("binary-only", help: "Make the .deb alone.", into: \.isBinaryOnly).trusted(.any),
      .flag(
        "source-only", help: "Make the source package and its upload alone.", into: \.isSourceOnly
      ).trusted(.signs),
      .value(
        "source-format", placeholder: "FORMAT", default: "quilt for a version with a revision, else native",
        completing: .oneOf(SourceFormat.allCases.map(\.rawValue)),
        help: "The source package's format: native, or quilt with the application apart. Implies --source.",
        into: \.sourceFormat, reading: { (text: String) throws(Failure) in try SourceFormat(option: text).rawValue }
      ).trusted(.signs),
    ])
}
