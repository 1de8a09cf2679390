import Diagnostics
import Text

/// What a project asks of another distribution (PEP 508).
package struct Requirement: Sendable, Equatable {
  package var name: DistributionName
  package var extras: [DistributionName] = []
  package var specifiers: [VersionSpecifier] = []
  /// Whether the environment marker holds on the packages' systems; `nil` where only the system knows.
  package var applies: Bool? = true
  /// The environment marker in PEP 508's words.
  private var marker: String?
  /// Where it is got from instead of PyPI, which no package manager looks at.
  package var address: String?
  package var location: SourceLocation
  /// What a requirements file says of it alone, behind blanks and hyphens: `--hash=sha256:...`.
  package var options: [String] = []

  /// The same in PEP 508's words, made of what was understood and of nothing else.
  package var text: String {
    name.description + (extras.isEmpty ? "" : "[\(extras.map(\.description).joined(separator: ","))]")
      + (address.map { " @ \($0)" } ?? specifiers.map(\.text).joined(separator: ","))
      + (marker.map { " ; \($0)" } ?? "")
  }

  private static let specifierLimit = 20

  /// Reads `name[extra] >=1,<2; marker` or `name @ URL`.
  ///
  /// - Throws: A usage failure that says what is wrong.
  package init(_ text: String, at location: SourceLocation) throws(Failure) {
    self.location = location
    var rest = text.trimmedBlanks
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    guard let name = DistributionName(word) else {
      throw Self.failure("is not a requirement of the form NAME>=VERSION", text, at: location)
    }
    self.name = name
    rest = rest[word.endIndex...].trimmedBlanks
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { throw Self.failure("has no ] after [", text, at: location) }
      for part in rest[rest.startIndex..<end].dropFirst().split(separator: ",") {
        guard let extra = DistributionName(part.trimmedBlanks) else {
          throw Self.failure("has an extra that is not a name", text, at: location)
        }
        extras.append(extra)
      }
      rest = rest[rest.index(after: end)...].trimmedBlanks
    }
    if rest.first == "@" {
      // A marker comes after a blank, as the address itself may have a semicolon.
      let parts = rest.dropFirst().trimmedBlanks.splitOnce(at: " ;")
      address = String(parts.before.trimmedBlanks)
      try readMarker(parts.after, text)
      return
    }
    let parts = rest.splitOnce(at: ";")
    try readSpecifiers(parts.before.trimmedBlanks, text)
    try readMarker(parts.after, text)
  }

  private mutating func readSpecifiers(_ list: Substring, _ text: String) throws(Failure) {
    var list = list
    if list.first == "(", list.last == ")" { list = list.dropFirst().dropLast() }
    let clauses = list.split(separator: ",").map(\.trimmedBlanks).filter { !$0.isEmpty }
    guard clauses.count <= Self.specifierLimit else { throw Self.failure("has too many versions", text, at: location) }
    for clause in clauses {
      guard let specifier = VersionSpecifier(clause) else {
        throw Self.failure("has no version that PEP 440 knows: \(clause.prefix(60))", text, at: location)
      }
      specifiers.append(specifier)
    }
  }

  private mutating func readMarker(_ marker: Substring?, _ text: String) throws(Failure) {
    guard let marker else { return }
    guard let parsed = EnvironmentMarker(marker) else {
      throw Self.failure("has no marker that PEP 508 knows after its ;", text, at: location)
    }
    applies = parsed.value
    self.marker = parsed.text
  }

  private static func failure(_ problem: String, _ text: String, at location: SourceLocation) -> Failure {
    Failure.usage(
      .requirement, "'\(text.prefix(80))' \(problem)", at: location,
      remedy: "correct the line, or leave it out and name the package with --depends")
  }
}
