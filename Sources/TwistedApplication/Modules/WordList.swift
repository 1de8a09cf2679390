/// Words in one text, looked for in the text itself: a run asks for a few names only, and a set would cost more to fill.
struct WordList: Sendable {
  private let text: [UInt8]

  /// - Parameter text: The words with blanks or line breaks between them.
  init(_ text: String) { self.text = [0x20] + text.utf8 + [0x20] }

  func contains(_ word: some StringProtocol) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, !word.contains(where: { $0 <= 0x20 }), text.count > word.count + 1 else {
      return false
    }
    for start in 1..<(text.count - word.count) where text[start] == first && text[start - 1] <= 0x20 {
      let end = start + word.count
      if text[end] <= 0x20 && text[start..<end].elementsEqual(word) { return true }
    }
    return false
  }
}
