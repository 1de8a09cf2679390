import Text

/// A boolean dependency of RPM: `(a and b)`, `(a if b else c)` ("Boolean Dependencies" of rpm's manual).
package struct RichDependency: Sendable, Equatable {
  /// A parenthesis, the terms in it, and the words between them, as they were read.
  package indirect enum Operand: Sendable, Equatable {
    case term(Relation.Term)
    case group([Operand], operators: [String])
  }

  package let operands: [Operand]
  package let operators: [String]

  private static let depthLimit = 8
  private static let operandLimit = 64

  init?(_ text: Substring) {
    var reader = Reader(rest: text)
    guard case .group(let operands, let operators)? = reader.group(depth: 0), reader.rest.trimmedBlanks.isEmpty else {
      return nil
    }
    (self.operands, self.operators) = (operands, operators)
  }

  /// The alternatives of `(a or b)`, which Debian has too; `nil` for the other forms.
  package var alternatives: [Relation.Term]? {
    guard operators.allSatisfy({ $0 == "or" }) else { return nil }
    var terms: [Relation.Term] = []
    for operand in operands {
      guard case .term(let term) = operand else { return nil }
      terms.append(term)
    }
    return terms
  }

  package var terms: [Relation.Term] { Self.terms(of: .group(operands, operators: operators)) }

  private static func terms(of operand: Operand) -> [Relation.Term] {
    switch operand {
    case .term(let term): [term]
    case .group(let operands, _): operands.flatMap(terms(of:))
    }
  }

  /// The dependency with each term written by `write`.
  package func text(_ write: (Relation.Term) -> String) -> String {
    Self.text(.group(operands, operators: operators), write)
  }

  private static func text(_ operand: Operand, _ write: (Relation.Term) -> String) -> String {
    switch operand {
    case .term(let term): return write(term)
    case .group(let operands, let operators):
      var words: [String] = []
      for (index, operand) in operands.enumerated() {
        if index > 0 { words.append(operators[index - 1]) }
        words.append(text(operand, write))
      }
      return "(\(words.joined(separator: " ")))"
    }
  }

  private struct Reader {
    var rest: Substring

    mutating func group(depth: Int) -> Operand? {
      guard depth < depthLimit, rest.popFirst() == "(" else { return nil }
      var operands: [Operand] = []
      var operators: [String] = []
      while operands.count < operandLimit {
        rest = rest.drop(while: \.isWhitespace)
        guard let operand = rest.first == "(" ? group(depth: depth + 1) : term() else { return nil }
        operands.append(operand)
        rest = rest.drop(while: \.isWhitespace)
        if rest.first == ")" {
          rest.removeFirst()
          return isLegal(operators) ? .group(operands, operators: operators) : nil
        }
        let word = String(rest.prefix { $0.isLetter })
        guard Self.words.contains(word) else { return nil }
        operators.append(word)
        rest = rest.dropFirst(word.count)
      }
      return nil
    }

    private static let words: Set<String> = ["and", "or", "if", "unless", "else", "with", "without"]

    /// `and`, `or` and `with` may go on with themselves; `if` and `unless` with one `else`.
    private func isLegal(_ operators: [String]) -> Bool {
      guard let first = operators.first else { return false }
      if ["and", "or", "with"].contains(first) { return operators.allSatisfy { $0 == first } }
      if ["if", "unless"].contains(first) { return operators.count == 1 || operators == [first, "else"] }
      return operators == ["without"]
    }

    /// Up to the next operator, or the parenthesis that closes the group.
    private mutating func term() -> Operand? {
      var index = rest.startIndex
      var depth = 0
      while index < rest.endIndex {
        let character = rest[index]
        if character == "(" { depth += 1 }
        if character == ")" {
          if depth == 0 { break }
          depth -= 1
        }
        if character == " ", depth == 0 {
          let next = rest[index...].drop(while: \.isWhitespace)
          if Self.words.contains(String(next.prefix { !$0.isWhitespace && $0 != "(" })) { break }
        }
        index = rest.index(after: index)
      }
      let text = rest[..<index].trimmedBlanks
      rest = rest[index...]
      return Relation.Term(text).map { .term($0) }
    }
  }
}
