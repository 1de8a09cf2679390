import Text

/// What `--help` prints.
package struct HelpText<Values>: Sendable {
  private let command: CommandDescription
  private let table: OptionTable<Values>
  private let width: Int
  private let isShort: Bool

  /// - Parameters:
  ///   - names: The options that a short help shows; all of them when nil.
  ///   - width: The terminal's columns; fewer than 40 count as 40.
  package init(
    _ command: CommandDescription, _ table: OptionTable<Values>, only names: [String]? = nil, width: Int = 80
  ) {
    self.command = command
    self.table = names.map { table.only($0, under: "Options") } ?? table
    isShort = names != nil
    self.width = max(40, width)
  }

  /// The whole text, ending in a line break.
  package var text: String {
    var lines = usage
    lines += "\(command.summary.capitalizedFirst).".wrapped(to: width)
    for paragraph in command.details.prefix(isShort ? 0 : 1) { lines += [""] + paragraph.wrapped(to: width) }
    for group in table.groups where !group.options.isEmpty {
      lines += ["", "\(group.heading):"]
      lines += group.options.flatMap(entry)
    }
    for section in command.sections where section.isInHelp {
      lines += ["", "\(section.heading.lowercased().capitalizedFirst):"]
      lines += section.blocks.flatMap(block)
    }
    if isShort { lines += ["", "--help tells of all \(command.name) can do, man \(command.name) at more length."] }
    return lines.map { $0 + "\n" }.joined()
  }

  private var usage: [String] {
    command.forms.enumerated().map { index, form in
      "\(index == 0 ? "Usage:" : "   or:") \(command.name) \(form)"
    }
  }

  // MARK: Columns

  private static var gap: Int { 2 }

  /// Narrower than this, a description goes below its option.
  private static var narrow: Int { 60 }

  /// Where the descriptions begin: after the widest option, but at most two fifths of the way, beyond which an option has a
  /// line to itself.
  private var column: Int {
    if width < Self.narrow { return 6 }
    let limit = width * 2 / 5
    let widths = table.options.map { synopsis($0).count + Self.gap }
    return widths.filter { $0 <= limit }.max() ?? limit
  }

  private func synopsis(_ option: Option<Values>) -> String {
    let indent = option.letter == nil ? "      " : "  "
    return indent + option.forms.map(\.plainText).joined(separator: ", ")
  }

  private func entry(_ option: Option<Values>) -> [String] {
    columns(synopsis(option), isShort ? brief(option.summary) : option.helpWithDefault)
  }

  /// As much of a sentence as fits on the option's line, up to where it can be broken off; all of it if it cannot.
  private func brief(_ sentence: String) -> String {
    if width < Self.narrow || sentence.count <= width - column { return sentence }
    for mark in ["; ", ": ", ", "] {
      // The longest beginning that ends before the mark and fits.
      var parts = sentence.split(separator: mark)
      while parts.count > 1 {
        parts.removeLast()
        let beginning = parts.joined(separator: mark)
        if beginning.count <= width - column { return beginning }
      }
    }
    return sentence
  }

  private func columns(_ term: String, _ description: String) -> [String] {
    let column = column
    let indent = String(repeating: " ", count: column)
    let lines = description.wrapped(to: width - column)
    guard width >= Self.narrow, term.count + Self.gap <= column, let first = lines.first else {
      return [term] + lines.map { indent + $0 }
    }
    let start = term.padded(to: column) + first
    return [start] + lines.dropFirst().map { indent + $0 }
  }

  private func block(_ block: CommandDescription.Block) -> [String] {
    switch block {
    case .paragraph(let text): text.wrapped(to: width - 2).map { "  \($0)" }
    case .example(let text): text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    case .definition(let term, let meaning): columns("  \(term)", meaning)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
