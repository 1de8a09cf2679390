import Diagnostics

/// A package's version as the format's tools compare it: epoch, the software's own version, the packaging's revision.
///
/// It is read from whatever scheme the software uses (see `UpstreamVersion`) and written in the format's own words, so
/// that one and the same word sorts alike in dpkg and rpm.
package struct PackageVersion: Sendable, Equatable, Hashable, CustomStringConvertible {
  /// Outranks everything after it (Debian Policy 5.6.12, RPM's `Epoch:`); `nil` where nobody gave one.
  package let epoch: Int?
  /// The software's own version, RPM's `Version:`.
  package private(set) var upstream: String
  /// The packaging's version: Debian's revision, RPM's `Release:`; `nil` where nobody gave one.
  package private(set) var revision: String?
  /// What its last field ends with, for the target that the package is made for alone: `~deb13`.
  package private(set) var suffix = ""

  package static let lengthLimit = 120
  /// RPM's epochs have 32 bits; dpkg takes no more than 31.
  private static let epochLimit = Int(Int32.max)

  /// Reads a version and maps it to the format's scheme.
  ///
  /// - Parameters:
  ///   - text: `[EPOCH:]VERSION[-REVISION]`, PEP 440 (`1!1.0rc1.dev2+local`) or SemVer (`1.0.0-rc.1+build`).
  ///   - revision: The packaging's version where it is given apart.
  /// - Throws: A usage failure for what the format could not hold.
  package init(_ text: String, revision: String? = nil, for format: FormatRules) throws(Failure) {
    try self.init(text, revision: revision, by: format.versions)
  }

  init(_ text: String, revision: String? = nil, by rules: VersionRules) throws(Failure) {
    if let problem = Self.problem(in: text, rules) {
      let suggestion = Self.suggestion(for: text, rules)
      throw Failure.usage(
        .version, "\(problem): \(quoted(text))",
        remedy: suggestion.map { "try --set-version \($0)" } ?? "see --set-version")
    }
    let (epoch, body) = Self.partedEpoch(text)
    self.epoch = epoch.flatMap { Int($0) }
    let described = Self.partedCommits(body)
    let (version, own) = Self.partedRevision(described.version)
    if let revision {
      if let own {
        throw Failure.usage(
          .version, "the version \(quoted(text)) has the revision \(own), and --revision says \(quoted(revision))",
          remedy: "leave one of them out")
      }
      try Self.check(revision: revision, rules)
    }
    self.revision = revision ?? own.map(String.init)
    upstream = UpstreamVersion(version + described.commits).rendered(by: rules, hasRevision: self.revision != nil)
  }

  /// The same version for one target alone.
  func with(suffix: String, by rules: VersionRules) -> PackageVersion {
    var version = self
    version.suffix = suffix
    if let revision = revision ?? (rules.partsRevision ? "1" : nil) {
      version.revision = revision + suffix
    } else {
      version.upstream += suffix
    }
    return version
  }

  /// The software's own version, without what tells the target.
  var upstreamOfAll: String { revision == nil ? String(upstream.dropLast(suffix.count)) : upstream }

  /// `[EPOCH:]UPSTREAM[-REVISION]`, as it stands in Debian's control files and in an RPM's changelog.
  package var description: String { (epoch.map { "\($0):" } ?? "") + withoutEpoch }

  /// The version without its epoch, as it stands in file names (Debian Policy 5.6.12).
  package var withoutEpoch: String { upstream + (revision.map { "-\($0)" } ?? "") }

  /// A version with a revision belongs to a package whose packaging is kept apart from its source.
  package var hasRevision: Bool { revision != nil }

  private static func check(revision: String, _ rules: VersionRules) throws(Failure) {
    guard !revision.isEmpty, revision.utf8.count <= lengthLimit,
      revision.unicodeScalars.first.map(isDigit) == true,
      revision.unicodeScalars.allSatisfy({ $0 != "-" && rules.allow($0) })
    else {
      throw Failure.usage(
        .version,
        "a revision begins with a digit and has letters, digits, . + and ~ (\(rules.rule)): \(quoted(revision))",
        remedy: "try --revision 1")
    }
  }

  private static func problem(in text: String, _ rules: VersionRules) -> String? {
    guard !text.isEmpty else { return "the version is empty" }
    guard text.utf8.count <= lengthLimit else { return "a version has at most \(lengthLimit) characters here" }
    let (epoch, body) = partedEpoch(text)
    if let epoch {
      guard epoch.unicodeScalars.allSatisfy(isDigit), let number = Int(epoch), number <= epochLimit else {
        return "a version's epoch is a small number (Debian Policy 5.6.12)"
      }
    }
    if let bad = body.unicodeScalars.first(where: { !rules.allow($0) }) {
      return "a version cannot have \(quoted(String(bad)))"
    }
    guard let first = body.unicodeScalars.first, isDigit(first) else { return "a version begins with a digit" }
    if body.hasSuffix("-") { return "a version cannot end with a hyphen" }
    return nil
  }

  /// `2:1.0` as Debian writes it, `2!1.0` as PEP 440 does.
  private static func partedEpoch(_ text: String) -> (epoch: String?, body: Substring) {
    guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "!" }) else { return (nil, text[...]) }
    return (String(text[..<mark]), text[text.index(after: mark)...])
  }

  /// `1.2.3-4-g1234abc` and `1.2.3-4-g1234abc-dirty` of git-describe(1): what was added is local, as PEP 440 has it.
  private static func partedCommits(_ body: Substring) -> (version: Substring, commits: String) {
    var parts = body.split(separator: "-", omittingEmptySubsequences: false)
    let marks = ["dirty", "modified", "broken"].contains(parts.last) ? parts.suffix(1) : []
    parts.removeLast(marks.count)
    guard parts.count > 2, let hash = parts.popLast(), let count = parts.popLast(), hash.first == "g",
      hash.utf8.count > 4, hash.dropFirst().allSatisfy({ $0.isHexDigit && $0.isASCII }), !count.isEmpty,
      count.unicodeScalars.allSatisfy(isDigit)
    else { return (body, "") }
    return (body[..<parts[parts.count - 1].endIndex], "+" + ([count, hash] + marks).joined(separator: "."))
  }

  /// What follows the last hyphen is the packaging's when it begins with a digit: `1.0-2`, but not `1.0-rc1`.
  private static func partedRevision(_ body: Substring) -> (version: Substring, revision: Substring?) {
    guard let hyphen = body.lastIndex(of: "-") else { return (body, nil) }
    let revision = body[body.index(after: hyphen)...]
    guard revision.unicodeScalars.first.map(isDigit) == true else { return (body, nil) }
    return (body[..<hyphen], revision)
  }

  /// The nearest legal version: leading letters such as the `v` of `v1.2` go, and other characters become dots.
  /// What git describes without a tag is a hash, which says nothing of the order.
  package static func suggestion(for text: String, _ rules: VersionRules) -> String? {
    if (7...64).contains(text.utf8.count), text.allSatisfy({ $0.isHexDigit && $0.isASCII }) { return "0+g\(text)" }
    var result = ""
    var rest = text.unicodeScalars.drop { !isDigit($0) }
    while let scalar = rest.first {
      if rules.allow(scalar) {
        result.unicodeScalars.append(scalar)
      } else if result.last != "." && result.last != "~" {
        // `1.0 beta` leads to 1.0.
        result += scalar == " " && rest.dropFirst().first.map(isLetter) == true ? "~" : "."
      }
      rest = rest.dropFirst()
    }
    result = String(result.prefix(lengthLimit))
    while let last = result.last, ".-~".contains(last) { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
