import CommandOptions
import Diagnostics
import Formats
import PackageModel

extension FormatWords {
  static let debian = FormatWords(
    packages: "a Debian package", output: ".build",
    maintainer: Maintainer(
      synopsis: "-m MAINTAINER ", example: " -m 'Jo Doe <jo@example.org>'",
      usual: "DEBFULLNAME and DEBEMAIL of the environment"),
    defaults: Defaults(revision: "none", compression: "xz, level by size", key: "the maintainer's, if there is one"),
    helps: Helps(
      revision: "The packaging's own version, after a hyphen (Debian's revision).",
      key: "The GnuPG key that signs the source package and the archive. Implies --source.",
      repository: "Add the packages to an archive for apt, which is made where there is none.",
      unsigned: "Leave everything unsigned.", noStart: "Do not start the service when it is installed."),
    script: { "\($0.rawValue) script" },
    files: [
      (
        ".build/NAME_VERSION_all.deb",
        "The package; with compiled modules of a bundled environment the name has the architecture."
      ),
      (".build/NAME-VERSION/debian/", "Its packaging, ready to modify."),
      (".build/NAME_VERSION.dsc, .tar.xz", "With --source, the source package."),
      (
        ".build/NAME_VERSION_ARCH.changes, .buildinfo",
        "With --source, the upload for dput(1), signed with the maintainer's key if there is one."
      ),
    ], seeAlso: "tap2rpm(1), twistd(1), dpkg-buildpackage(1), dput(1)",
    installer: "sudo apt install")
}

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
