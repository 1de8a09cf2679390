import Formats
import PackageModel

extension FormatWords {
  static let rpm = FormatWords(
    packages: "RPM packages", output: "the current folder",
    maintainer: Maintainer(synopsis: "", example: "", usual: "tap2rpm"),
    defaults: Defaults(revision: "1", compression: "gzip:6"),
    helps: Helps(
      revision: "The packaging's own version (RPM's release).",
      key: "The GnuPG key that signs the packages and the archive.",
      repository: "Add the packages to a repository for dnf, which is made where there is none.",
      unsigned: "Deprecated: packages are signed only with --sign.",
      noStart: "Accepted; an RPM starts no service when it is installed."),
    script: { script in
      switch script {
      case .preinst: "%pre scriptlet"
      case .postinst: "%post scriptlet"
      case .prerm: "%preun scriptlet"
      case .postrm: "%postun scriptlet"
      }
    },
    files: [
      (
        "NAME-VERSION-1.noarch.rpm",
        "The package; with compiled modules of a bundled environment the name has the architecture."
      ), ("NAME-VERSION-1.src.rpm", "The source package, which rpmbuild --rebuild builds again."),
    ], seeAlso: "tap2deb(1), twistd(1), rpmbuild(8), rpmsign(8)",
    // The original's words.
    made: { "Writing \"\($0.hasPrefix("./") ? String($0.dropFirst(2)) : $0)\"..." },
    installer: "sudo dnf install")
}
