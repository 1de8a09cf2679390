import Diagnostics

/// The strings, truths and lists of strings of a TOML file (toml.io, v1.0.0), by their dotted keys.
///
/// A subset reader: numbers, dates and what is none of the above are passed over. What is not valid TOML ends the reading, and
/// is told. It never recurses.
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

  /// The names of the tables that there are.
  package private(set) var tables: Set<String> = []
  /// What is not valid TOML, and the line that it begins on.
  package let fault: Fault?

  package struct Fault: Sendable, Equatable {
    package let text: String
    package let line: Int
  }

  package init(_ text: String) {
    var reader = TOMLReader(text)
    reader.run()
    (values, lines, oddities, tables) = (reader.values, reader.lines, reader.oddities, reader.tables)
    fault = reader.fault
  }

  /// Reads a file's text.
  ///
  /// - Throws: A usage failure for what is not valid TOML, with its line.
  package init(_ text: String, file: String) throws(Failure) {
    self.init(text)
    if let fault {
      throw Failure.usage(
        .project, "is not valid TOML: \(fault.text)", at: SourceLocation(file: file, line: fault.line),
        remedy: "toml.io says how it is written")
    }
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
  var tables: Set<String> = []
  var fault: TOMLDocument.Fault?
  /// How many tables of an array were met, by its name.
  private var arrays: [String: Int] = [:]

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
      let start = index
      let problem = scalar == "[" ? readTable() : readPair()
      if let problem { return note(problem, at: start) }
      skipBlank()
      if current == "#" { skipLine() }
      if current == "\r" { index += 1 }
      guard index >= text.count || current == "\n" else {
        return note("something follows on a value or table", at: index)
      }
    }
  }

  private mutating func note(_ problem: String, at offset: Int) {
    counted = (0, 1)
    let place = index
    index = min(offset, text.count)
    fault = TOMLDocument.Fault(text: problem, line: currentLine())
    index = place
  }

  /// `[table]` or `[[array of tables]]`.
  ///
  /// - Returns: What is wrong with it.
  private mutating func readTable() -> String? {
    let isArray = isAhead("[[")
    index += isArray ? 2 : 1
    guard let key = readKey(), isAhead(isArray ? "]]" : "]") else { return "a table's name does not end" }
    index += isArray ? 2 : 1
    let name = key.joined(separator: ".")
    if isArray {
      arrays[name, default: 0] += 1
      // Nobody asks for what is in arrays of tables; their keys may come again.
      table = key + ["\(arrays[name] ?? 0)"]
    } else {
      guard tables.insert(name).inserted || arrays.keys.contains(where: { name.hasPrefix($0 + ".") }) else {
        return "the table \(name.prefix(80)) is there twice"
      }
      table = key
    }
    return nil
  }

  /// `key = value`
  ///
  /// - Returns: What is wrong with it.
  private mutating func readPair() -> String? {
    guard let key = readKey(), current == "=" else { return "this is neither a table nor 'key = value'" }
    index += 1
    skipBlank()
    let name = (table + key).joined(separator: ".")
    guard values[name] == nil || !arrays.isEmpty else { return "the key \(name.prefix(80)) is there twice" }
    return readValue(name) ? nil : "the value of \(name.prefix(80)) is not complete"
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

  /// - Returns: Whether there was one.
  private mutating func readValue(_ key: String) -> Bool {
    if current == "\"" || current == "'" {
      guard let string = readString() else { return false }
      values[key] = .string(string)
    } else if current == "[" {
      let list = readList()
      if list?.isPure != true { oddities.insert(key) }
      guard let list else { return false }
      values[key] = .strings(list.strings)
      lines[key] = list.lines
    } else if current == "{" {
      return readInlineTable(key)
    } else {
      let start = index
      while let scalar = current, !"\r\n,}]#".unicodeScalars.contains(scalar) { index += 1 }
      var word = String(String.UnicodeScalarView(text[start..<index]))
      while word.last == " " || word.last == "\t" { word.removeLast() }
      guard let truth = Bool(word) else {
        // Numbers and dates.
        return !word.isEmpty && ["inf", "nan"].contains { word.hasSuffix($0) }
          || word.first.map { "+-0123456789".contains($0) } == true
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.: ".contains($0)) }
      }
      values[key] = .bool(truth)
    }
    return true
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
  private mutating func readInlineTable(_ key: String) -> Bool {
    index += 1
    tables.insert(key)
    skipBlank()
    while current != "}" {
      guard let inner = readKey(), current == "=" else { return false }
      index += 1
      skipBlank()
      if current == "{" {
        guard readList() != nil else { return false }
      } else {
        guard readValue(key + "." + inner.joined(separator: ".")) else { return false }
      }
      skipBlank()
      if current == "," {
        index += 1
        skipBlank()
      } else if current != "}" {
        return false
      }
    }
    index += 1
    return true
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
