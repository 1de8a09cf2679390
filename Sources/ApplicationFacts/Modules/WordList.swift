/// Words in one text, for a look at each name that a program has.
package struct WordList: Sendable {
  private let words: Set<Substring>

  /// - Parameter text: The words with blanks or line breaks between them.
  package init(_ text: String) { words = Set(text.split { $0 == " " || $0 == "\n" }) }

  package func contains(_ word: some StringProtocol) -> Bool { words.contains(Substring(word)) }
}
