/// The software's own version, taken apart so that each format's tools sort it as its author meant.
///
/// | the author's | dpkg | rpm | because |
/// | --- | --- | --- | --- |
/// | `1.0.dev3` | `1.0~~dev3` | `1.0~~dev3` | before every other pre-release (PEP 440, "Summary of permitted suffixes") |
/// | `1.0a1`, `1.0rc1`, `1.0-rc.1` | `1.0~rc1` | `1.0~rc1` | `~` sorts before the end (deb-version(7), rpm-version(7)) |
/// | `1.0rc1.dev2` | `1.0~rc1~dev2` | the same | before the pre-release that it leads to |
/// | `1.0.post1` | `1.0+post1` | `1.0^post1` | after 1.0 and before 1.0.1 |
/// | `1.0-4-gabc1234` | `1.0+4.gabc1234` | `1.0^4.gabc1234` | git-describe(1): four commits after 1.0 |
/// | `1.0+local` | `1.0+local` | `1.0^local` | the same; to rpm `+` is a mere separator, as `.` is |
///
/// A version with a `~` or `^` of its own is in a packager's scheme already and keeps its words. A single letter without a
/// number (`1.0b`) is a release of its own, as OpenSSL counts.
struct UpstreamVersion {
  private var release = ""
  private var words: [Word] = []

  private enum Word {
    /// What leads to a release, by its name with its number.
    case before(String)
    /// What leads to every pre-release.
    case longBefore(String)
    /// What follows on a release but precedes the next.
    case after(String)
    /// As it stands.
    case literal(String)
    /// A number behind a hyphen, which only Debian's versions can have, and only before a revision.
    case hyphen(String)
  }

  init(_ text: Substring) {
    guard !text.contains(where: { $0 == "~" || $0 == "^" }) else {
      read(packaged: text)
      return
    }
    let end = text.endOfRelease
    release = String(text[..<end])
    var rest = text[end...]
    while let first = rest.first {
      if first == "+" {
        words.append(.after(Self.plain(rest.dropFirst())))
        break
      }
      if first == "-" {
        // Words of a pre-release may have hyphens, numbers end at one.
        let isNumber = rest.dropFirst().first?.isDigit == true
        let name = rest.dropFirst().prefix { $0 != "+" && !(isNumber && $0 == "-") }
        words.append(Self.hyphenated(name))
        rest = rest[name.endIndex...]
      } else if let suffix = Suffix(at: rest) {
        words.append(word(for: suffix))
        rest = rest.dropFirst(suffix.length)
      } else {
        let next = rest.dropFirst().firstIndex { $0 == "+" || $0 == "-" } ?? rest.endIndex
        words.append(.literal(String(rest[..<next])))
        rest = rest[next...]
      }
    }
  }

  /// Only `+` and `^` are written differently.
  private mutating func read(packaged text: Substring) {
    var piece = ""
    for character in text {
      if character == "+" || character == "^" {
        if release.isEmpty { release = piece } else { words.append(.after(piece)) }
        piece = ""
      } else {
        piece.append(character == "-" ? "." : character)
      }
    }
    if release.isEmpty { release = piece } else { words.append(.after(piece)) }
  }

  /// - Parameter hasRevision: Whether a revision follows, for what is before the last hyphen is then no revision.
  func rendered(by rules: VersionRules, hasRevision: Bool) -> String {
    words.reduce(into: release) { text, word in
      switch word {
      case .before(let name): text += "~\(name)"
      case .longBefore(let name): text += "~~\(name)"
      case .after(let name): text += rules.after + name
      case .literal(let name): text += name
      case .hyphen(let name): text += (hasRevision && !rules.partsRevision ? "-" : ".") + name
      }
    }
  }

  private func word(for suffix: Suffix) -> Word {
    switch suffix.kind {
    case .development where words.isEmpty: .longBefore("dev\(suffix.number)")
    case .development: .before("dev\(suffix.number)")
    case .preRelease: .before(suffix.name + suffix.number)
    case .postRelease: .after("post\(suffix.number)")
    }
  }

  /// SemVer 9: what follows a hyphen leads to the release, up to the build metadata; but `-r1`, `-rev1` and `-post1`
  /// follow on it (PEP 440), and a number makes no pre-release.
  private static func hyphenated(_ name: Substring) -> Word {
    if name.first?.isDigit == true { return .hyphen(String(name)) }
    if let suffix = Suffix(at: name), suffix.length == name.count, suffix.kind == .postRelease {
      return .after("post\(suffix.number)")
    }
    if ["dirty", "modified", "broken"].contains(name) { return .after(String(name)) }
    let first = name.prefix { $0.isASCII && $0.isLetter }
    let known = Suffix.names[first.lowercased()] != nil || first == "SNAPSHOT"
    return .before((known ? first.lowercased() : String(first)) + plain(name[first.endIndex...]))
  }

  /// Without hyphens, which part a revision from a version.
  private static func plain(_ text: Substring) -> String {
    String(text.map { $0 == "-" || $0 == "_" ? "." : $0 })
  }
}

/// One of PEP 440's suffixes with the separator before it: `rc1`, `.rc.1`, `_post2`, `.dev`.
private struct Suffix {
  enum Kind { case preRelease, postRelease, development }

  let kind: Kind
  /// In lower case.
  let name: String
  let number: String
  /// How many characters of the text it takes.
  let length: Int

  static let names: [String: Kind] = [
    "a": .preRelease, "b": .preRelease, "c": .preRelease, "rc": .preRelease, "alpha": .preRelease,
    "beta": .preRelease, "pre": .preRelease, "preview": .preRelease, "post": .postRelease, "rev": .postRelease,
    "r": .postRelease, "dev": .development,
  ]

  init?(at text: Substring) {
    let start = text.first?.isSeparator == true ? text.dropFirst() : text
    let letters = start.prefix { $0.isASCII && $0.isLetter }
    let lowered = letters.lowercased()
    guard let kind = Self.names[lowered] else { return nil }
    var rest = text[letters.endIndex...]
    if rest.first?.isSeparator == true, rest.dropFirst().first?.isDigit == true { rest = rest.dropFirst() }
    let number = rest.prefix { $0.isDigit }
    rest = rest[number.endIndex...]
    let needsNumber = letters.count == 1 || kind == .postRelease
    guard !number.isEmpty || !needsNumber, rest.first?.isLetter != true else { return nil }
    self.kind = kind
    // c is another name of rc, but would sort before it.
    name = lowered == "c" ? "rc" : lowered
    self.number = String(number)
    length = text.distance(from: text.startIndex, to: rest.startIndex)
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isSeparator: Bool { self == "." || self == "-" || self == "_" }
}

extension Substring {
  /// Past the numbers with dots between them at the beginning.
  fileprivate var endOfRelease: Index {
    var end = startIndex
    var index = startIndex
    while index < endIndex {
      guard let digits = self[index...].firstIndex(where: { !$0.isDigit }) else { return endIndex }
      guard digits > index else { break }
      end = digits
      guard self[digits] == "." else { break }
      index = self.index(after: digits)
    }
    return end
  }
}
