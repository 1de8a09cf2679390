/// A complaint of lintian or rpmlint that is accepted, with the reason; docs/lifecycle.md prints the list.
package struct JustifiedTag: Sendable {
  package enum Checker: String, Sendable { case lintian, rpmlint }

  package let checker: Checker
  package let tag: String
  package let reason: String

  package static let all = [
    JustifiedTag(
      checker: .lintian, tag: "extended-description-is-probably-too-short",
      reason: "only the packager can describe the application at length, with `--long_description`"),
    JustifiedTag(
      checker: .rpmlint, tag: "description-shorter-than-summary",
      reason: "the same: only the packager can describe the application at length"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-signature", reason: "whoever publishes the package signs it; the tools hold no key"),
    JustifiedTag(
      checker: .rpmlint, tag: "only-non-binary-in-usr-lib",
      reason: "systemd's units and sysusers.d have to be in /usr/lib on every system"),
    JustifiedTag(checker: .rpmlint, tag: "no-url-tag", reason: "an application file has no home page"),
    JustifiedTag(
      checker: .rpmlint, tag: "no-buildroot-tag", reason: "rpm has ignored the tag since 4.6 and sets the folder itself"
    ),
    JustifiedTag(
      checker: .rpmlint, tag: "invalid-license",
      reason: "the application's licence is not known; LicenseRef-Unspecified is SPDX for exactly that"),
    JustifiedTag(
      checker: .rpmlint, tag: "hardcoded-packager-tag",
      reason: "the maintainer is named on the command line, and this tag is the place for it"),
  ]

  package static func tags(of checker: Checker) -> Set<String> {
    Set(all.filter { $0.checker == checker }.map(\.tag))
  }
}
