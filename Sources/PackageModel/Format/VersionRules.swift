/// How a format writes versions. What they mean is the same in all of them (see `UpstreamVersion`).
package struct VersionRules: Sendable {
  /// The source of the rule, for messages.
  package var rule = ""
  /// What stands before words that follow on a release.
  package var after = "+"
  /// What a version may have beside letters, digits and `. + ~ -`.
  package var signs: Set<Unicode.Scalar> = []
  /// Whether the packaging's revision is a field of its own, which is 1 where nobody gives one and leaves no hyphen to the
  /// software's version.
  package var partsRevision = false

  package init() {}

  package init(rule: String, after: String = "+", signs: Set<Unicode.Scalar> = [], partsRevision: Bool = false) {
    self.rule = rule
    self.after = after
    self.signs = signs
    self.partsRevision = partsRevision
  }

  /// A version in full, as the format's programs and histories have it.
  package func full(_ version: PackageVersion) -> String {
    partsRevision && !version.hasRevision ? "\(version)-1" : version.description
  }

  /// What stands in the field of the version.
  package func field(_ version: PackageVersion) -> String { partsRevision ? version.upstream : version.description }

  /// `^` reads the same as `+` where a format lacks it.
  func allow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", ".", "+", "~", "-": true
    default: signs.contains(scalar)
    }
  }
}
