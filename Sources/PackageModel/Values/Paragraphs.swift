import Diagnostics

/// Text of several lines, each without trailing blanks; no line at the end is empty.
package struct Paragraphs: Sendable, Equatable {
  package let lines: [String]

  package static let lengthLimit = 64 * 1024

  package init(_ text: String, of option: String) throws(Failure) {
    guard text.utf8.count <= Self.lengthLimit else {
      throw Failure.usage(.optionValue, "\(option) has more than \(Self.lengthLimit) bytes", remedy: "make it shorter")
    }
    var lines: [String] = []
    for line in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
    {
      try refuseDeceptive(line, of: option)
      var scalars = String.UnicodeScalarView()
      for scalar in line.unicodeScalars { scalars.append(scalar == "\t" ? " " : scalar) }
      while scalars.last == " " { scalars.removeLast() }
      lines.append(String(scalars))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines = Array(lines.drop(while: \.isEmpty))
    guard !lines.isEmpty else {
      throw Failure.usage(.optionValue, "\(option) is empty", remedy: "give it a value or leave it out")
    }
    self.lines = lines
  }
}
