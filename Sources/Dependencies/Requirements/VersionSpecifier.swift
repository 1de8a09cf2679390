import Text

/// One clause of a requirement's version, e.g. `>=1.4` (PEP 440, "Version specifiers").
package struct VersionSpecifier: Sendable, Hashable {
  package enum Operator: String, Sendable, CaseIterable {
    case compatible = "~="
    case identical = "==="
    case equal = "=="
    case different = "!="
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  package var comparison: Operator
  package var version: ReleaseVersion
  /// `==1.4.*`: everything that begins so.
  package var isPrefix: Bool
  /// The clause without blanks, with the local part that `version` leaves out.
  let text: String

  /// Whether one version alone will do.
  package var isExact: Bool { !isPrefix && (comparison == .equal || comparison == .identical) }

  /// - Returns: `nil` for what PEP 440 does not allow.
  init?(_ text: Substring) {
    let text = String(text.trimmedBlanks)
    guard let comparison = Operator.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
    var number = text.dropFirst(comparison.rawValue.count).trimmedBlanks
    isPrefix = number.hasSuffix(".*")
    if isPrefix { number = number.dropLast(2) }
    guard !isPrefix || comparison == .equal || comparison == .different, let version = ReleaseVersion(number),
      !isPrefix || !version.isBeforeRelease, comparison != .compatible || version.release.count > 1
    else { return nil }
    self.comparison = comparison
    self.version = version
    self.text = comparison.rawValue + text.dropFirst(comparison.rawValue.count).trimmedBlanks
  }
}
