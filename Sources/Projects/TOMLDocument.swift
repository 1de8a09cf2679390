/// The strings, truths and lists of strings of a TOML file (toml.io, v1.0.0), by their dotted keys.
///
/// A subset reader: numbers, dates and what is none of the above are passed over, as are lines that are no TOML; the
/// last of a key given twice holds. It never fails and never recurses.
package struct TOMLDocument: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case string(String)
    case bool(Bool)
    case strings([String])
  }

  package private(set) var values: [String: Value] = [:]
  /// The lines on which the strings of each list begin.
  private var lines: [String: [Int]] = [:]
  /// The keys of lists in which there is something besides strings, or which have no end.
  package private(set) var oddities: Set<String> = []

  package init(_ text: String) {
    var reader = TOMLReader(text)
    reader.run()
    (values, lines, oddities) = (reader.values, reader.lines, reader.oddities)
  }

  package func string(_ key: String) -> String? {
    if case .string(let text)? = values[key] { text } else { nil }
  }

  package func strings(_ key: String) -> [String]? {
    if case .strings(let texts)? = values[key] { texts } else { nil }
  }

  /// The strings of a list with their lines, counted from 1.
  package func list(_ key: String) -> [(text: String, line: Int)]? {
    strings(key).map { Array(zip($0, lines[key] ?? [])) }
  }
}

private struct TOMLReader {
  typealias Scalar = Unicode.Scalar

  private let text: [Scalar]
  private var index = 0
  private var table: [String] = []
  /// The line of the offset up to which lines were counted.
  private var counted = (offset: 0, line: 1)
  var values: [String: TOMLDocument.Value] = [:]
  var lines: [String: [Int]] = [:]
  var oddities: Set<String> = []

  private static let countLimit = 20_000
  /// The scalars of a dotted key together: each value has the key of its table before its own.
  private static let keyLimit = 400

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  private var current: Scalar? { index < text.count ? text[index] : nil }
  private func isAhead(_ mark: String) -> Bool { text[index...].starts(with: mark.unicodeScalars) }

  mutating func run() {
    while index < text.count, values.count < Self.countLimit {
      skipBlank(withLines: true)
      guard let scalar = current else { return }
      if scalar == "[" {
        while current == "[" { index += 1 }
        // What is below a heading that cannot be read belongs to no table.
        table = readKey() ?? ["", ""]
      } else if let key = readKey() {
        skipBlank()
        if current == "=" {
          index += 1
          skipBlank()
          readValue((table + key).joined(separator: "."))
        }
      }
      skipLine()
    }
  }

  private mutating func skipBlank(withLines: Bool = false) {
    while let scalar = current {
      if scalar == "#" && withLines {
        skipLine()
      } else if scalar == " " || scalar == "\t" || withLines && (scalar == "\n" || scalar == "\r") {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let scalar = current, scalar != "\n" { index += 1 }
  }

  private mutating func readKey() -> [String]? {
    var parts: [String] = []
    var length = 0
    while parts.count < 32, length <= Self.keyLimit {
      skipBlank()
      if current == "\"" || current == "'" {
        guard let part = readString() else { return nil }
        parts.append(part)
      } else {
        var part = String.UnicodeScalarView()
        while let scalar = current,
          scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
            || ("0"..."9").contains(scalar)
        {
          part.append(scalar)
          index += 1
        }
        guard !part.isEmpty else { return nil }
        parts.append(String(part))
      }
      length += parts.last?.unicodeScalars.count ?? 0
      skipBlank()
      guard current == "." else { return length <= Self.keyLimit ? parts : nil }
      index += 1
    }
    return nil
  }

  private mutating func readValue(_ key: String) {
    if current == "\"" || current == "'" {
      if let string = readString() { values[key] = .string(string) }
    } else if current == "[" {
      let list = readList()
      if list?.isPure != true { oddities.insert(key) }
      if let list {
        values[key] = .strings(list.strings)
        lines[key] = list.lines
      }
    } else if current == "{" {
      readInlineTable(key)
    } else if isAhead("true") {
      values[key] = .bool(true)
      index += 4
    } else if isAhead("false") {
      values[key] = .bool(false)
      index += 5
    } else {
      while let scalar = current, !"\n,}]#".unicodeScalars.contains(scalar) { index += 1 }
    }
  }

  /// The strings of a list, also over several lines; what else is in it is passed over.
  private mutating func readList() -> (strings: [String], lines: [Int], isPure: Bool)? {
    var strings: [String] = []
    var lines: [Int] = []
    var isPure = true
    var depth = 0
    while let scalar = current, strings.count < Self.countLimit {
      switch scalar {
      case "[", "{":
        depth += 1
        if depth > 1 { isPure = false }
      case "]", "}":
        depth -= 1
        if depth == 0 {
          index += 1
          return (strings, lines, isPure)
        }
      case "#":
        skipLine()
        continue
      case "\"", "'":
        let line = currentLine()
        guard let string = readString() else { return nil }
        if depth == 1 {
          strings.append(string)
          lines.append(line)
        }
        continue
      case " ", "\t", "\r", "\n", ",": break
      default: isPure = false
      }
      index += 1
    }
    return nil
  }

  private mutating func currentLine() -> Int {
    for offset in counted.offset..<max(counted.offset, index) where text[offset] == "\n" { counted.line += 1 }
    counted.offset = max(counted.offset, index)
    return counted.line
  }

  /// `{ a = "x", b.c = "y" }`, one level deep: tables within are passed over.
  private mutating func readInlineTable(_ key: String) {
    index += 1
    while let scalar = current, scalar != "}", scalar != "\n" {
      skipBlank()
      guard let inner = readKey() else { return }
      skipBlank()
      guard current == "=" else { return }
      index += 1
      skipBlank()
      if current == "{" {
        _ = readList()
      } else {
        readValue(key + "." + inner.joined(separator: "."))
      }
      skipBlank()
      if current == "," { index += 1 }
      skipBlank()
    }
    if current == "}" { index += 1 }
  }

  private mutating func readString() -> String? {
    guard let quote = current else { return nil }
    let mark = String(Character(quote))
    let isLong = isAhead(mark + mark + mark)
    index += isLong ? 3 : 1
    if isLong {
      if current == "\r" { index += 1 }
      if current == "\n" { index += 1 }
    }
    var result = String.UnicodeScalarView()
    while let scalar = current {
      if scalar == quote, !isLong || isAhead(mark + mark + mark) {
        index += isLong ? 3 : 1
        return String(result)
      }
      if scalar == "\n" && !isLong { return nil }
      index += 1
      if scalar == "\\" && quote == "\"" {
        readEscape(into: &result)
      } else {
        result.append(scalar)
      }
    }
    return nil
  }

  private mutating func readEscape(into result: inout String.UnicodeScalarView) {
    guard let scalar = current else { return }
    index += 1
    switch scalar {
    case "n": result.append("\n")
    case "t": result.append("\t")
    case "r": result.append("\r")
    case "b": result.append("\u{8}")
    case "f": result.append("\u{C}")
    case "u", "U":
      let digits = text[index..<min(text.count, index + (scalar == "u" ? 4 : 8))]
      let number = UInt32(String(digits.map { Character($0) }), radix: 16)
      result.append(number.flatMap(Scalar.init) ?? "\u{FFFD}")
      index += digits.count
    case "\n", " ", "\t", "\r":
      while let scalar = current, " \t\r\n".unicodeScalars.contains(scalar) { index += 1 }
    default: result.append(scalar)
    }
  }
}
