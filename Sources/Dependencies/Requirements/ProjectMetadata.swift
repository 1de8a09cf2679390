import Diagnostics

/// The little of a `pyproject.toml` that tells what a project depends on: `dependencies` of `[project]` (PEP 621).
enum ProjectMetadata {
  static func dependencies(in bytes: [UInt8], file: String) throws(Failure) -> [Requirement] {
    let place = SourceLocation(file: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.usage, "is not UTF-8", at: place, remedy: "convert it")
    }
    var scanner = ArrayScanner(text, file: file)
    guard let strings = try scanner.strings(ofKey: "dependencies", inTable: "project") else { return [] }
    var requirements: [Requirement] = []
    var mistakes: [Diagnostic] = []
    for (line, string) in strings.prefix(2000) {
      do throws(Failure) {
        requirements.append(try Requirement(string, at: SourceLocation(file: file, line: line)))
      } catch {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return requirements
  }
}

/// Finds one array of strings in TOML.
private struct ArrayScanner {
  private var rest: Substring.UnicodeScalarView
  private var line = 1
  private let file: String

  init(_ text: String, file: String) {
    rest = Substring(text).unicodeScalars
    self.file = file
  }

  /// - Returns: The strings with their lines; `nil` when there is no such key.
  mutating func strings(ofKey wanted: String, inTable table: String) throws(Failure) -> [(Int, String)]? {
    var current = ""
    while true {
      skipBlanksAndComments()
      guard let first = rest.first else { return nil }
      if first == "[" {
        let header = takeLine()
        current = String(header.filter { !"[] \t".unicodeScalars.contains($0) }.map(Character.init))
        continue
      }
      var key = ""
      while let scalar = rest.first, scalar != "=", scalar != "\n" {
        if !" \t\"'".unicodeScalars.contains(scalar) { key.unicodeScalars.append(scalar) }
        rest.removeFirst()
      }
      guard rest.first == "=" else { continue }
      rest.removeFirst()
      skipBlanksAndComments()
      if current == table && key == wanted || current.isEmpty && key == "\(table).\(wanted)" { return try array() }
      try skipValue()
    }
  }

  private mutating func array() throws(Failure) -> [(Int, String)] {
    guard rest.first == "[" else { throw failure("the dependencies are no array") }
    rest.removeFirst()
    var strings: [(Int, String)] = []
    while true {
      skipBlanksAndComments()
      guard let first = rest.first else { throw failure("the array of dependencies has no end") }
      if first == "]" { return strings }
      if first == "," {
        rest.removeFirst()
      } else {
        let start = line
        strings.append((start, try string()))
      }
    }
  }

  private mutating func string() throws(Failure) -> String {
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      throw failure("a dependency is no string")
    }
    rest.removeFirst()
    var text = ""
    while let scalar = rest.popFirst() {
      if scalar == quote { return text }
      if scalar == "\n" { break }
      if scalar == "\\", quote == "\"" {
        guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else { break }
        text.unicodeScalars.append(escaped)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    throw failure("a dependency is no string on one line")
  }

  /// Goes past a value: strings of all four kinds, and brackets until they close.
  private mutating func skipValue() throws(Failure) {
    var depth = 0
    while let scalar = rest.first {
      switch scalar {
      case "\"", "'":
        skipString(scalar)
        continue
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      case "#":
        _ = takeLine()
        if depth <= 0 { return }
        continue
      case "\n":
        if depth <= 0 { return }
        line += 1
      default: break
      }
      rest.removeFirst()
    }
  }

  private mutating func skipString(_ quote: Unicode.Scalar) {
    let isLong = rest.starts(with: [quote, quote, quote])
    rest.removeFirst(isLong ? 3 : 1)
    while let scalar = rest.first {
      if isLong ? rest.starts(with: [quote, quote, quote]) : scalar == quote || scalar == "\n" { break }
      if scalar == "\n" { line += 1 }
      rest.removeFirst()
      if scalar == "\\", quote == "\"", let next = rest.popFirst(), next == "\n" { line += 1 }
    }
    rest = isLong ? rest.dropFirst(3) : rest.first == quote ? rest.dropFirst() : rest
  }

  private mutating func skipBlanksAndComments() {
    while let scalar = rest.first {
      if scalar == "#" {
        _ = takeLine()
      } else if scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" {
        if scalar == "\n" { line += 1 }
        rest.removeFirst()
      } else {
        return
      }
    }
  }

  /// The rest of the line, without its end.
  private mutating func takeLine() -> [Unicode.Scalar] {
    let end = rest.firstIndex(of: "\n") ?? rest.endIndex
    let taken = Array(rest[..<end])
    rest = rest[end...]
    return taken
  }

  private func failure(_ message: String) -> Failure {
    Failure(
      .usage, message, at: SourceLocation(file: file, line: line),
      remedy: "write them as PEP 621 asks, or give a requirements.txt")
  }
}
