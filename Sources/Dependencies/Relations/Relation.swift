import Diagnostics
import PackageModel
import Text

/// One relation to other packages, as a packager writes it, whatever the format.
package struct Relation: Sendable, Equatable {
  /// A package or capability, perhaps in some versions only.
  package struct Term: Sendable, Equatable, CustomStringConvertible {
    package var name: String
    /// Debian's qualifier after a colon: `any`, or an architecture.
    package var architecture: String?
    package var version: Version?
  }

  /// A condition on a version in Debian's words: `<<`, `<=`, `=`, `>=`, `>>` (Policy 7.1).
  package struct Version: Sendable, Equatable {
    package var comparison: String
    package var number: String

    /// What follows the epoch; `nil` where that is no number.
    package var withoutEpoch: Substring? {
      let parts = number.splitOnce(at: ":")
      guard let rest = parts.after else { return parts.before }
      return parts.before.isEmpty || !parts.before.utf8.allSatisfy(\.isASCIIDigit) ? nil : rest
    }
  }

  package enum Form: Sendable, Equatable {
    /// One of several will do; most have one.
    case alternatives([Term])
    /// A boolean dependency of RPM, in parentheses.
    case rich(RichDependency)
  }

  package var form: Form

  private static let alternativeLimit = 32
  package static let lengthLimit = 500

  /// Reads a relation in Debian's words, `a (>= 1) | b`, or RPM's, `a >= 1` and `(a or b)`.
  ///
  /// - Parameter option: The option that it was given to, for messages.
  init(_ text: String, option: String) throws(Failure) {
    guard text.utf8.count <= Self.lengthLimit else {
      throw Failure.usage(.relation, "\(option) has more than \(Self.lengthLimit) bytes", remedy: "make it shorter")
    }
    let trimmed = text.trimmedBlanks
    if trimmed.hasPrefix("(") {
      guard let rich = RichDependency(trimmed) else {
        throw Failure.usage(
          .relation, "\(option): RPM knows no such boolean dependency: \(quoted(text))",
          remedy: "write (a or b), (a and b), (a if b) or (a with b)")
      }
      form = .rich(rich)
      return
    }
    var terms: [Term] = []
    for part in trimmed.split(separator: "|", omittingEmptySubsequences: false) {
      guard let term = Term(part.trimmedBlanks), terms.count < Self.alternativeLimit else {
        throw Failure.usage(
          .relation, "\(option): \(quoted(text)) is not a relation to a package",
          remedy: "write NAME, NAME (>= VERSION) or NAME >= VERSION")
      }
      terms.append(term)
    }
    form = .alternatives(terms)
  }

  /// The packages and capabilities that it names.
  package var terms: [Term] {
    switch form {
    case .alternatives(let terms): terms
    case .rich(let rich): rich.terms
    }
  }
}

extension Relation.Term {
  /// Reads `name`, `name:any`, `name (>= 1)` or `name >= 1`.
  init?(_ text: Substring) {
    let word = text.prefix { !$0.isWhitespace && !"<>=".contains($0) && ($0 != "(") }
    var name = word
    var rest = text[word.endIndex...]
    // The parentheses of a capability stand close to its name: python3dist(treq).
    if rest.first == "(", let end = rest.firstIndex(of: ")") {
      let inner = rest[rest.startIndex...end]
      if !inner.contains(where: { "<>= ".contains($0) }) {
        var after = inner.endIndex
        // libfoo.so.1()(64bit)
        while after < rest.endIndex, rest[after] == "(", let next = rest[after...].firstIndex(of: ")"),
          !rest[after...next].contains(where: { "<>= ".contains($0) })
        { after = rest.index(after: next) }
        name = text[..<after]
        rest = text[after...]
      }
    }
    guard !name.isEmpty else { return nil }
    rest = rest.trimmedBlanks
    if rest.first == "(" {
      guard rest.last == ")" else { return nil }
      rest = rest.dropFirst().dropLast().trimmedBlanks
    }
    self.name = String(name)
    if let colon = name.lastIndex(of: ":"), !name.contains("("), !name.contains("/"), !name.contains("::") {
      self.name = String(name[..<colon])
      architecture = String(name[name.index(after: colon)...])
    }
    guard !rest.isEmpty else { return }
    let mark = rest.prefix { "<>=".contains($0) }
    let number = rest[mark.endIndex...].trimmedBlanks
    guard let comparison = Self.comparisons[String(mark)], !number.isEmpty, !number.contains(where: \.isWhitespace)
    else { return nil }
    version = Relation.Version(comparison: comparison, number: String(number))
  }

  /// What `python3dist(NAME)` is about.
  package var pythonDistribution: DistributionName? {
    let prefix = "python3dist("
    guard name.hasPrefix(prefix), name.hasSuffix(")") else { return nil }
    return DistributionName(name.dropFirst(prefix.count).dropLast().prefix { $0 != "[" })
  }

  /// What is provided has one version.
  package static func inexact(_ option: String) -> Failure {
    Failure.usage(
      .relation, "\(option) has a range, and what is provided has one version", remedy: "write NAME (= VERSION)")
  }

  /// In RPM's words.
  package var description: String {
    guard let version else { return name }
    let comparison =
      version.comparison.count == 2 && version.comparison.first == version.comparison.last
      ? String(version.comparison.prefix(1)) : version.comparison
    return "\(name) \(comparison) \(version.number)"
  }

  private static let comparisons = [
    "<<": "<<", "<": "<<", "<=": "<=", "=": "=", "==": "=", ">=": ">=", ">": ">>", ">>": ">>",
  ]
}
