import Diagnostics

/// An SPDX licence expression (SPDX 2.3, annex D), with every identifier spelled as the list has it.
package struct LicenceExpression: Sendable, Equatable, CustomStringConvertible {
  /// One licence with what is granted beyond it.
  package struct Term: Sendable, Equatable, Hashable {
    /// `GPL-2.0-or-later`, `LicenseRef-Own`.
    package let identifier: String
    /// `+` was behind it: this version or a later one.
    package let allowsLater: Bool
    package let exception: String?
  }

  enum Token: Sendable, Equatable {
    case term(Term)
    case and, or, open, close
  }

  let tokens: [Token]
  /// Identifiers that the list has replaced.
  package let deprecated: [String]

  package static let lengthLimit = 500

  /// Each licence of the expression once, in order.
  package var terms: [Term] {
    var terms: [Term] = []
    for case .term(let term) in tokens where !terms.contains(term) { terms.append(term) }
    return terms
  }

  package var description: String {
    Self.joined(
      tokens.map { token in
        switch token {
        case .term(let term):
          term.identifier + (term.allowsLater ? "+" : "") + (term.exception.map { " WITH \($0)" } ?? "")
        case .and: "AND"
        case .or: "OR"
        case .open: "("
        case .close: ")"
        }
      })
  }

  /// Words with blanks between them, but none within parentheses' edges.
  static func joined(_ words: [String]) -> String {
    words.reduce(into: "") { text, word in
      if !text.isEmpty && !text.hasSuffix("(") && word != ")" { text += " " }
      text += word
    }
  }

  /// - Throws: A usage failure that names what is not understood and the nearest identifiers.
  package init(_ text: String) throws(Failure) {
    guard text.utf8.count <= Self.lengthLimit else {
      throw Self.problem("has more than \(Self.lengthLimit) bytes", text)
    }
    var words = Self.words(text)[...]
    var tokens: [Token] = []
    var deprecated: [String] = []
    var depth = 0
    var wantsTerm = true
    while let word = words.popFirst() {
      switch (word.uppercased(), wantsTerm) {
      case ("(", true):
        depth += 1
        tokens.append(.open)
      case (")", false) where depth > 0:
        depth -= 1
        tokens.append(.close)
      case ("AND", false), ("OR", false):
        tokens.append(word.uppercased() == "AND" ? .and : .or)
        wantsTerm = true
      case ("(", _), (")", _), ("AND", _), ("OR", _), ("WITH", _), (_, false):
        throw Self.problem("has \(quoted(word)) out of place", text)
      default:
        var exception: String?
        let (identifier, allowsLater) = try Self.identifier(word, noting: &deprecated)
        if words.first?.uppercased() == "WITH" {
          words.removeFirst()
          exception = try Self.exception(words.popFirst() ?? "")
        }
        tokens.append(.term(Term(identifier: identifier, allowsLater: allowsLater, exception: exception)))
        wantsTerm = false
      }
    }
    guard !wantsTerm, depth == 0 else { throw Self.problem(tokens.isEmpty ? "is empty" : "is not complete", text) }
    self.tokens = tokens
    self.deprecated = deprecated
  }

  private static func problem(_ what: String, _ text: String) -> Failure {
    Failure.usage(
      .licence, "the licence expression \(what): \(quoted(text))", remedy: "try --license MIT or 'Apache-2.0 OR MIT'")
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text + " " {
      let isMark = character == "(" || character == ")"
      if isMark || character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
        if isMark { words.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    return words
  }

  private static func identifier(
    _ word: String, noting deprecated: inout [String]
  ) throws(Failure) -> (String, allowsLater: Bool) {
    if let reference = Self.reference(word) { return (reference, false) }
    if let identifier = SPDXIdentifiers.licences.spelling(of: word) { return (identifier, false) }
    if let identifier = SPDXIdentifiers.deprecatedLicences.spelling(of: word) {
      deprecated.append(identifier)
      return (identifier, false)
    }
    if word.hasSuffix("+") {
      let base = try Self.identifier(String(word.dropLast()), noting: &deprecated)
      if !base.allowsLater { return (base.0, true) }
    }
    throw unknown(word, among: .licences, "licence")
  }

  private static func exception(_ word: String) throws(Failure) -> String {
    if let exception = SPDXIdentifiers.exceptions.spelling(of: word) { return exception }
    throw unknown(word, among: .exceptions, "exception")
  }

  /// A licence that SPDX has no identifier for.
  private static func reference(_ word: String) -> String? {
    guard word.hasPrefix("LicenseRef-") else { return nil }
    let name = word.dropFirst("LicenseRef-".count)
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-")
    }
    return isPlain && !name.isEmpty ? word : nil
  }

  private static func unknown(_ word: String, among list: SPDXIdentifiers, _ what: String) -> Failure {
    let nearest = Spelling.nearest(to: word, among: list.all)
    return Failure.usage(
      .licence, "SPDX lists no \(what) \(quoted(word))",
      remedy: nearest.isEmpty
        ? "see https://spdx.org/licenses, or name one of your own LicenseRef-NAME"
        : "did you mean \(nearest.joined(separator: ", "))?")
  }
}
