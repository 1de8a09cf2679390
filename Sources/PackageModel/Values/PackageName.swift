import Diagnostics

/// A package's name, which also names its unit, its init script and its folders.
package struct PackageName: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  /// The longest name accepted: `/run/NAME.pid` and the like stay far below every limit of the file system.
  package static let lengthLimit = 100

  /// Checks a name by Debian's rule, for an RPM too: one service has one name.
  ///
  /// Debian Policy 5.6.1: lower-case letters, digits, `-`, `.`; at least two of them; first a letter or digit. Policy has
  /// `+` too, but systemd loads no unit with one in its name (systemd.unit(5)).
  package init(_ text: String, for format: FormatRules, option: String) throws(Failure) {
    if let problem = Self.problem(in: text, format.names) {
      let suggestion = Self.suggestion(for: text)
      throw Failure.usage(
        .packageName, "\(problem): \(quoted(text))", remedy: suggestion.map { "try \(option) \($0)" } ?? "see \(option)"
      )
    }
    description = text
  }

  private static func problem(in text: String, _ names: FormatRules.Names) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2 else { return "a package's name has at least two characters" }
    guard scalars.count <= lengthLimit else { return "a package's name has at most \(lengthLimit) characters here" }
    guard isLowerOrDigit(scalars[0]) else {
      return "a package's name begins with a lower-case letter or digit (\(names.rule))"
    }
    if let bad = scalars.first(where: { !isLegal($0) }) {
      let rule = bad == "+" ? "systemd.unit(5)" : names.rule
      return "a service package's name cannot have \(quoted(String(bad))) (\(rule))"
    }
    return nil
  }

  /// The nearest legal name: lower case, and a hyphen for each run of characters that no name may have.
  package static func suggestion(for text: String) -> String? {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if isLegal(scalar) {
        result.unicodeScalars.append(scalar)
      } else if result.last != "-" {
        result += "-"
      }
    }
    while let first = result.unicodeScalars.first, !isLowerOrDigit(first) { result.unicodeScalars.removeFirst() }
    while result.hasSuffix("-") { result.removeLast() }
    result = String(result.prefix(lengthLimit))
    return result.count >= 2 ? result : nil
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    isLowerOrDigit(scalar) || scalar == "-" || scalar == "."
  }

  private static func isLowerOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
