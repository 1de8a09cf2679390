/// The directives of a unit file, in order (systemd.syntax(7)).
struct UnitFile {
  private let directives: [(name: Substring, value: Substring)]

  init(_ text: String) {
    directives = text.split(separator: "\n").compactMap { line in
      guard let equals = line.firstIndex(of: "="), line.first?.isLetter == true else { return nil }
      return (line[..<equals], line[line.index(after: equals)...])
    }
  }

  func values(_ name: String) -> [String] { directives.filter { $0.name == name }.map { String($0.value) } }

  /// The last value, which is the one that counts.
  subscript(name: String) -> String? { values(name).last }

  /// A command line's words, quotes and backslashes undone (systemd.service(5), "Command Lines").
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var (word, mark, isEscaped) = (String?.none, Character?.none, false)
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\" && mark != "'" {
        isEscaped = true
      } else if let open = mark {
        if character == open { mark = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        mark = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
