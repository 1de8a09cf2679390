/// A complaint of lintian or rpmlint that is accepted, with the reason; docs/lifecycle.md prints the list.
package struct JustifiedTag: Sendable {
  package enum Checker: String, Sendable { case lintian, rpmlint }

  package let checker: Checker
  package let tag: String
  package let reason: String

  package static let all = [
    JustifiedTag(
      checker: .rpmlint, tag: "no-signature", reason: "whoever publishes the package signs it; the tools hold no key"),
    JustifiedTag(
      checker: .rpmlint, tag: "only-non-binary-in-usr-lib",
      reason: "systemd's units and sysusers.d have to be in /usr/lib on every system"),
    JustifiedTag(
      checker: .rpmlint, tag: "hardcoded-library-path",
      reason: "the same folders, named where rpm has no `%{_unitdir}` and `%{_sysusersdir}`"),
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

  package static func tags(of checker: Checker) -> Set<String> {
    Set(all.filter { $0.checker == checker }.map(\.tag))
  }
}
