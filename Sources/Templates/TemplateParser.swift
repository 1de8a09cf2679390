import Diagnostics

/// Reads a template's text into its nodes.
struct TemplateParser {
  private let name: String
  /// By bytes, for characters take longer to tell apart than all the rest of a small package.
  private let source: [UInt8]
  private var position = 0
  private var line = 1
  private var isAtLineStart = true
  private var isAtStart = true

  /// How values are written, where the first line says so.
  private(set) var escaping: Escaping?

  private static let depthLimit = 16
  private static let (opening, closing) = (Array("{{".utf8), Array("}}".utf8))
  /// What leaves no line behind.
  private static let blockTags = ["#escape", "#if", "#unless", "#each", "/if", "/unless", "/each", "else"]

  init(_ source: String, name: String) {
    self.name = name
    self.source = Array(source.utf8)
  }

  mutating func parse() throws(Failure) -> [Template.Node] {
    let (nodes, end) = try parse(depth: 0)
    if let end { throw problem("{{\(end)}} ends nothing") }
    return nodes
  }

  /// Reads nodes up to the tag that ends the block, or the end of the text.
  private mutating func parse(depth: Int) throws(Failure) -> (nodes: [Template.Node], end: String?) {
    guard depth < Self.depthLimit else { throw problem("conditions lie more than \(Self.depthLimit) deep") }
    var nodes: [Template.Node] = []
    while let (text, words) = try nextTag() {
      let start = line
      var tag: String { words.joined(separator: " ") }
      let isBlock = Self.blockTags.contains(words.first ?? "")
      let isFirst = isAtStart && text.isEmpty
      isAtStart = false
      if !text.isEmpty { nodes.append(.text(text)) }
      if isBlock { dropLineEnd() }
      switch (words.first, words.count) {
      case ("#escape", 2) where isFirst:
        guard let kind = Escaping(rawValue: words[1]) else {
          throw problem("there is no way of escaping named \(words[1])", nearest: words[1], among: Escaping.names)
        }
        escaping = kind
      case ("#escape", _): throw problem("{{\(tag)}} stands elsewhere than at the beginning")
      case ("#if", 2), ("#unless", 2):
        let close = "/" + words[0].dropFirst()
        let (then, middle) = try parse(depth: depth + 1)
        var otherwise: [Template.Node] = []
        var end = middle
        if end == "else" { (otherwise, end) = try parse(depth: depth + 1) }
        guard end == close else { throw problem("{{\(tag)}} of line \(start) has no {{\(close)}}") }
        let isInverted = words[0] == "#unless"
        nodes.append(
          .condition(
            name: words[1], then: isInverted ? otherwise : then, otherwise: isInverted ? then : otherwise, line: start))
      case ("#each", 2):
        let (body, end) = try parse(depth: depth + 1)
        guard end == "/each" else { throw problem("{{\(tag)}} of line \(start) has no {{/each}}") }
        nodes.append(.loop(name: words[1], body: body, line: start))
      case ("/if", 1), ("/unless", 1), ("/each", 1), ("else", 1):
        return (nodes, tag)
      case (let key?, 1) where !key.hasPrefix("#") && !key.hasPrefix("/"):
        nodes.append(.value(name: key, escaping: nil, line: start))
      case (let key?, 3) where words[1] == "as":
        guard let escaping = Escaping(rawValue: words[2]) else {
          throw problem(
            "{{\(tag)}}: there is no way of escaping named \(words[2])", nearest: words[2], among: Escaping.names)
        }
        nodes.append(.value(name: key, escaping: escaping, line: start))
      default:
        throw problem("{{\(tag)}} is not understood")
      }
    }
    nodes.append(.text(take(source.count)))
    return (nodes, nil)
  }

  /// The text before the next tag and the words within its braces.
  private mutating func nextTag() throws(Failure) -> (text: String, words: [String])? {
    guard let open = offset(of: Self.opening) else { return nil }
    if open > position { isAtLineStart = source[open - 1] == UInt8(ascii: "\n") }
    source[position..<open].withUnsafeBufferPointer { for byte in $0 where byte == UInt8(ascii: "\n") { line += 1 } }
    let text = take(open)
    position += 2
    guard let close = offset(of: Self.closing) else { throw problem("{{ is not closed") }
    let words = source[position..<close].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    position = close + 2
    return (text, words)
  }

  private func offset(of mark: [UInt8]) -> Int? {
    source.withUnsafeBufferPointer { $0.offset(of: mark, from: position) }
  }

  /// What is before an offset, which is where the reading goes on.
  private mutating func take(_ end: Int) -> String {
    defer { position = end }
    return String(decoding: source[position..<end], as: UTF8.self)
  }

  /// When the block tag just read has a line to itself, takes the line's end away with it.
  private mutating func dropLineEnd() {
    isAtLineStart = isAtLineStart && position < source.count && source[position] == UInt8(ascii: "\n")
    if isAtLineStart {
      position += 1
      line += 1
    }
  }

  private func problem(_ message: String, nearest word: String = "", among known: [String] = []) -> Failure {
    Failure.build(
      .template, message, at: SourceLocation(file: name, line: line),
      remedy: Spelling.nearest(to: word, among: known).first.map { "try \($0)" }
        ?? "compare it with the tool's own, which --print-templates DIR writes out")
  }
}
