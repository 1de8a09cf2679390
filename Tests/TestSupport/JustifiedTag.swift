/// A complaint of lintian or rpmlint that is accepted, with the reason; docs/lifecycle.md prints the list.
///
/// rpmlint is that of Debian 12 (2.4) and of Debian 13 (2.7).
package struct JustifiedTag: Sendable {
  package enum Checker: String, Sendable { case lintian, rpmlint }

  package let checker: Checker
  package let tag: String
  package let reason: String
  /// Where only one release of the checker says it: `bookworm` or `trixie`.
  package var suite: String?

  package static let all = [
    JustifiedTag(
      checker: .rpmlint, tag: "no-signature", reason: "whoever publishes the package signs it; the tools hold no key"),
    JustifiedTag(
      checker: .rpmlint, tag: "only-non-binary-in-usr-lib",
      reason: "systemd's units and sysusers.d have to be in /usr/lib on every system", suite: "bookworm"),
    JustifiedTag(
      checker: .rpmlint, tag: "spelling-error",
      reason: "the words are parts of the names of files: the application's, and /etc/sysconfig", suite: "trixie"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-%check-section",
      reason: "nothing of an application may run where it is packaged; `--verify` tries the package", suite: "trixie"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-group-tag", reason: "Fedora's guidelines and openSUSE's want no such tag any more"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-packager-tag",
      reason: "the tag names a person, and none was named; with `--maintainer` it is there"),
    JustifiedTag(checker: .rpmlint, tag: "no-url-tag", reason: "an application file has no home page"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-buildroot-tag", reason: "rpm has ignored the tag since 4.6 and sets the folder itself"
    ),
    JustifiedTag(
      checker: .rpmlint, tag: "invalid-license",
      reason: "the application's licence is not known; LicenseRef-Unspecified is SPDX for exactly that"),
  ]

  package static func tags(of checker: Checker, in suite: String = "bookworm") -> Set<String> {
    Set(all.filter { $0.checker == checker && $0.suite ?? suite == suite }.map(\.tag))
  }
}
