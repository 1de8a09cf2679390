/// The plain values of a YAML file (YAML 1.2.2), by the names under which a program finds them: `section.key`, `list.0`.
///
/// Anchors, tags, blocks of text and flow collections over several lines are passed over.
enum YAMLScalars {
  typealias Named = (name: String, value: String)

  private static let depthLimit = 32

  /// A mapping or a list whose entries are being read.
  private struct Level {
    let indent: Int
    let name: String
    var isItem = false
    var items = 0
  }

  static func read(_ text: String) -> [Named] {
    var (levels, found) = ([Level(indent: -1, name: "")], [Named]())
    /// What is indented deeper goes on with a value.
    var continued: Int?
    for line in text.split(whereSeparator: \.isNewline) {
      var column = line.prefix { $0 == " " }.count
      var rest = line.dropFirst(column)
      guard let first = rest.first, first != "#", first != "\t" else { continue }
      if let indent = continued, column > indent { continue }
      continued = nil
      if line.hasPrefix("---") {
        levels = [Level(indent: -1, name: "")]
        continue
      }
      while rest == "-" || rest.hasPrefix("- "), levels.count < depthLimit {
        // A list may stand as far left as its key, and its items as far left as one another.
        while let last = levels.last, last.indent > column || last.indent == column && last.isItem {
          levels.removeLast()
        }
        let place = levels.count - 1
        levels.append(Level(indent: column, name: name(levels[place].name, "\(levels[place].items)"), isItem: true))
        levels[place].items += 1
        let blanks = rest.dropFirst().prefix { $0 == " " }.count
        column += 1 + blanks
        rest = rest.dropFirst(1 + blanks)
      }
      guard !rest.isEmpty, levels.count < depthLimit else { continue }
      if let (key, value) = member(rest) {
        while let last = levels.last, last.indent >= column { levels.removeLast() }
        let name = name(levels.last?.name ?? "", key)
        if value.isEmpty || value.hasPrefix("#") {
          levels.append(Level(indent: column, name: name))
        } else {
          continued = column
          found += flow(value.beforeComment, name)
        }
      } else if let item = levels.last, item.isItem, item.indent < column {
        continued = item.indent
        found += flow(rest.beforeComment, item.name)
      }
    }
    return found
  }

  /// The values of a scalar, or of a list or mapping in brackets, as TOML has them too.
  static func flow(_ text: Substring, _ name: String) -> [Named] {
    if let value = scalar(text) { return [(name, value)] }
    guard let open = text.first, open == "[" || open == "{", text.count > 1, text.last == (open == "[" ? "]" : "}")
    else { return [] }
    var (parts, depth, quote): ([Substring], Int, Character?) = ([], 0, nil)
    let inner = text.dropFirst().dropLast()
    var start = inner.startIndex
    for index in inner.indices {
      let character = inner[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," && depth == 0 {
        parts.append(inner[start..<index].trimmed)
        start = inner.index(after: index)
      } else {
        depth += "[{".contains(character) ? 1 : "]}".contains(character) ? -1 : 0
      }
      guard (0...8).contains(depth) else { return [] }
    }
    if !inner[start...].trimmed.isEmpty { parts.append(inner[start...].trimmed) }
    return parts.enumerated().flatMap { number, part in
      if open == "[" { return flow(part, self.name(name, "\(number)")) }
      guard let sign = part.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return [] }
      return flow(
        part[part.index(after: sign)...].trimmed, self.name(name, String(part[..<sign].trimmed.unquoted)))
    }
  }

  /// `key: value`, or `nil` for what is no member of a mapping.
  private static func member(_ text: Substring) -> (key: String, value: Substring)? {
    let isQuoted = text.first == "\"" || text.first == "'"
    let start = isQuoted ? text.dropFirst().firstIndex(of: text[text.startIndex]) ?? text.startIndex : text.startIndex
    guard !"[{&*!|>%@`".contains(text[text.startIndex]), let colon = text[start...].firstIndex(of: ":") else {
      return nil
    }
    let value = text[text.index(after: colon)...]
    guard value.isEmpty || value.first == " " else { return nil }
    return (String(text[..<colon].trimmed.unquoted), value.trimmed)
  }

  /// A value on one line; `nil` for what is a structure, a reference or empty.
  private static func scalar(_ text: Substring) -> String? {
    let plain = text.unquoted
    guard let first = text.first, !"[{&*!|>%@`".contains(first), !plain.isEmpty, plain.utf8.count <= 500 else {
      return nil
    }
    return String(plain)
  }

  private static func name(_ parent: String, _ key: String) -> String { parent.isEmpty ? key : "\(parent).\(key)" }
}

extension Substring {
  var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }

  fileprivate var unquoted: Substring {
    guard count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
    return dropFirst().dropLast()
  }

  /// What is before a comment, which begins after a blank.
  var beforeComment: Substring {
    guard first != "\"", first != "'", let hash = firstRange(of: " #") else { return self }
    return self[..<hash.lowerBound].trimmed
  }
}
