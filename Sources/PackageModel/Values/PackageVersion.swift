import Diagnostics

/// A package's version as the family's tools compare it.
package struct PackageVersion: Sendable, Equatable, Hashable, CustomStringConvertible {
  /// As it stands in control files, `[EPOCH:]UPSTREAM[-REVISION]`; without a hyphen in RPM.
  package let description: String

  package static let lengthLimit = 120

  /// Checks a version by the rules of the packages' format.
  ///
  /// - Debian Policy 5.6.12: letters, digits and `. + ~ -` after an optional `EPOCH:`, beginning with a digit.
  /// - RPM: letters, digits and `. _ + ~ ^`; the release, not a hyphen, carries the packaging's own number.
  package init(_ text: String, for family: PackageFamily) throws(Failure) {
    if let problem = Self.problem(in: text, for: family) {
      let suggestion = Self.suggestion(for: text, family: family)
      throw Failure(
        .usage, "\(problem): \(quoted(text))",
        remedy: suggestion.map { "try --set-version \($0)" } ?? "see --set-version")
    }
    description = text
  }

  /// The version without its epoch, as it stands in file names (Debian Policy 5.6.12).
  package var withoutEpoch: String {
    guard let colon = description.firstIndex(of: ":") else { return description }
    return String(description[description.index(after: colon)...])
  }

  /// A version with a revision belongs to a package whose packaging is kept apart from its source.
  package var hasRevision: Bool { description.contains("-") }

  private static func problem(in text: String, for family: PackageFamily) -> String? {
    guard !text.isEmpty else { return "the version is empty" }
    guard text.utf8.count <= lengthLimit else { return "a version has at most \(lengthLimit) characters here" }
    var body = text[...]
    if family == .debian, let colon = text.firstIndex(of: ":") {
      let epoch = text[..<colon]
      guard !epoch.isEmpty, epoch.utf8.count <= 9, epoch.unicodeScalars.allSatisfy(isDigit) else {
        return "a version's epoch is a small number (Debian Policy 5.6.12)"
      }
      body = text[text.index(after: colon)...]
    }
    if let bad = body.unicodeScalars.first(where: { !isLegal($0, for: family) }) {
      return "a version cannot have \(quoted(String(bad)))"
    }
    guard let first = body.unicodeScalars.first, isDigit(first) else { return "a version begins with a digit" }
    if body.hasSuffix("-") { return "a version cannot end with a hyphen" }
    return nil
  }

  /// The nearest legal version: leading letters such as the `v` of `v1.2` go, and other characters become dots.
  package static func suggestion(for text: String, family: PackageFamily) -> String? {
    var result = ""
    for scalar in text.unicodeScalars.drop(while: { !isDigit($0) }) {
      if isLegal(scalar, for: family) {
        result.unicodeScalars.append(scalar)
      } else if result.last != "." {
        result += "."
      }
    }
    while let last = result.last, last == "." || last == "-" { result.removeLast() }
    return result.isEmpty ? nil : String(result.prefix(lengthLimit))
  }

  private static func isLegal(_ scalar: Unicode.Scalar, for family: PackageFamily) -> Bool {
    if isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) { return true }
    switch scalar {
    case ".", "+", "~": return true
    case "-": return family == .debian
    case "_", "^": return family == .rpm
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
