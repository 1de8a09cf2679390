/// The expression in the words of Debian's machine-readable copyright file (copyright-format 1.0, "License specification").
extension LicenceExpression {
  /// The `License:` field's first line, e.g. `GPL-2+ or Expat`.
  package var debianName: String {
    var text = ""
    for token in tokens {
      switch token {
      case .term(let term): text += term.debianName
      case .and: text += " and "
      case .or: text += " or "
      case .open: text += "("
      case .close: text += ")"
      }
    }
    // The format knows no parentheses: a comma makes `and` bind less than `or`.
    return text.contains("(") ? debianNormalForm : text
  }

  /// Without parentheses the format could say another thing than the expression; a name of its own says the same.
  private var debianNormalForm: String {
    description.lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "+") ? String($0) : "-"
    }
    .joined().split(separator: "-").joined(separator: "-")
  }
}

extension LicenceExpression.Term {
  private static let debianNames = [
    "MIT": "Expat", "BSD-2-Clause": "BSD-2-clause", "BSD-3-Clause": "BSD-3-clause", "BSD-4-Clause": "BSD-4-clause",
    "CC0-1.0": "CC0-1.0", "Python-2.0": "Python", "Artistic-1.0": "Artistic",
  ]

  /// A short name: `GPL-2+`, `Expat`, or SPDX's own.
  package var debianName: String {
    let name = Self.debianNames[identifier] ?? versioned ?? identifier + (allowsLater ? "+" : "")
    return exception.map { "\(name) with \($0.withoutExceptionMark) exception" } ?? name
  }

  /// The file of /usr/share/common-licenses that has the text (Debian Policy 12.5).
  package var commonFile: String? {
    switch identifier {
    case "Apache-2.0", "CC0-1.0", "MPL-1.1", "MPL-2.0": identifier
    case "Artistic-1.0", "Artistic-1.0-Perl": "Artistic"
    default:
      family.flatMap { Self.commonVersions[$0.name]?.contains($0.version) == true ? "\($0.name)-\($0.version)" : nil }
    }
  }

  private static let commonVersions: [String: Set<String>] = [
    "GPL": ["1", "2", "3"], "LGPL": ["2", "2.1", "3"], "GFDL": ["1.2", "1.3"],
  ]

  /// `GPL`, `2` and whether later versions count, of `GPL-2.0-or-later`.
  private var family: (name: String, version: String, later: Bool)? {
    let parts = identifier.split(separator: "-", maxSplits: 2).map(String.init)
    guard parts.count >= 2, ["GPL", "LGPL", "AGPL", "GFDL"].contains(parts[0]) else { return nil }
    let ending = parts.count > 2 ? parts[2] : ""
    guard ["", "only", "or-later"].contains(ending) else { return nil }
    let version = parts[1].hasSuffix(".0") ? String(parts[1].dropLast(2)) : parts[1]
    return (parts[0], version, allowsLater || ending == "or-later")
  }

  private var versioned: String? { family.map { "\($0.name)-\($0.version)\($0.later ? "+" : "")" } }
}

extension String {
  fileprivate var withoutExceptionMark: String {
    let lowered = lowercased()
    return lowered.hasSuffix("-exception") ? String(dropLast("-exception".count)) : self
  }
}
