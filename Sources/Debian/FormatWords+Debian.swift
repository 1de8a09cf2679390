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
