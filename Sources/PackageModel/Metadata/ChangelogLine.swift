import Diagnostics

/// A line of a history, without trailing blanks and what makes a text look like another.
struct ChangelogLine {
  let number: Int
  let text: Substring

  static func all(of text: String, file: String) throws(Failure) -> [Self] {
    var lines: [Self] = []
    let isEnd: (Character) -> Bool = { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: isEnd).enumerated() {
      try refuseDeceptive(line, of: "a line", at: SourceLocation(file: file, line: index + 1))
      var scalars = String.UnicodeScalarView()
      for scalar in line.unicodeScalars { scalars.append(scalar == "\t" ? " " : scalar) }
      while scalars.last == " " { scalars.removeLast() }
      lines.append(Self(number: index + 1, text: Substring(String(scalars))))
    }
    return lines
  }

  var indentation: Int { text.prefix { $0 == " " }.count }
}
