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

  var comparison: Operator
  var version: ReleaseVersion
  /// `==1.4.*`: everything that begins so.
  var isPrefix: Bool
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

  /// The conditions on a Debian package's version, as in `>= 1.4`; empty for what Debian cannot say.
  ///
  /// A Debian version goes on after the distribution's, as `1.4-2` or `1.4+dfsg-1`; so nothing is asked to be equal.
  func debianConditions(epoch: String) -> [String] {
    guard version.epoch == "0" else { return [] }
    let before = epoch.isEmpty ? "" : "\(epoch):"
    let text = version.text(rpm: false)
    let low = ">= \(before)\(text)"
    // All of 1.4-2, 1.4+dfsg-1 and 1.4.0-1 come before 1.4.0.1~.
    let justAbove = "\(before)\(text).0\(version.isBeforeRelease ? "" : ".1")~"
    switch comparison {
    case .atLeast: return [low]
    case .above: return [">= \(justAbove)"]
    case .atMost: return ["<< \(justAbove)"]
    case .below: return ["<< \(before)\(text)\(version.isBeforeRelease ? "" : "~")"]
    case .equal where isPrefix: return [low] + (version.next.map { ["<< \(before)\($0)~"] } ?? [])
    case .equal, .identical: return [low, "<< \(justAbove)"]
    case .compatible: return [low] + (version.series?.next.map { ["<< \(before)\($0)~"] } ?? [])
    case .different: return []
    }
  }

  /// The condition as a boolean dependency of RPM on `capability`, in the words of rpm's own pythondistdeps.
  func rpmConditions(_ capability: String) -> [String] {
    guard version.epoch == "0" else { return [] }
    let text = version.text(rpm: true)
    let low = "\(capability) >= \(text)"
    switch comparison {
    case .atLeast: return [low]
    case .above: return ["\(capability) > \(text)"]
    case .atMost: return ["\(capability) <= \(text)"]
    case .below: return ["\(capability) < \(text)\(version.isBeforeRelease ? "" : "~~")"]
    case .equal where isPrefix: return [low] + (version.next.map { ["\(capability) < \($0)~~"] } ?? [])
    case .equal, .identical: return ["\(capability) = \(text)"]
    case .compatible: return [low] + (version.series?.next.map { ["\(capability) < \($0)~~"] } ?? [])
    case .different where isPrefix:
      return version.next.map { ["(\(capability) < \(text)~~ or \(capability) >= \($0))"] } ?? []
    case .different: return ["(\(capability) < \(text) or \(capability) > \(text))"]
    }
  }
}
