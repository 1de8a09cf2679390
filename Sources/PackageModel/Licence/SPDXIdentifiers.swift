/// The identifiers of the SPDX licence list 3.27.0 (spdx.org/licenses), from `Data/` of this target, a line each.
package enum SPDXIdentifiers: String, Sendable, CaseIterable {
  case licences
  /// Licences that have another identifier today.
  case deprecatedLicences = "deprecated-licences"
  /// What can follow on WITH.
  case exceptions = "licence-exceptions"

  package var all: [String] { (embeddedTables[rawValue] ?? "").split(separator: "\n").map(String.init) }

  /// The list's own spelling; SPDX compares without regard to case.
  func spelling(of word: String) -> String? {
    let lowered = word.lowercased()
    return (embeddedTables[rawValue] ?? "").split(separator: "\n").first { $0.lowercased() == lowered }.map(String.init)
  }
}
