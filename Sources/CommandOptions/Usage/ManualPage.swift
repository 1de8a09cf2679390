/// The manual page of a command, section 1, in the macros of man(7) and the order of man-pages(7).
package struct ManualPage<Values>: Sendable {
  private let command: CommandDescription
  private let table: OptionTable<Values>
  private let date: String

  /// - Parameter date: When the page was last changed, e.g. `2024-03-01`; given, so that the same page comes out every time.
  package init(_ command: CommandDescription, _ table: OptionTable<Values>, date: String) {
    self.command = command
    self.table = table
    self.date = date
  }

  /// The page's source, ending in a line break.
  package var text: String {
    var lines = [title, ".SH NAME", "\(RoffText.inline(command.name)) \\- \(RoffText.inline(command.summary))"]
    lines += [".SH SYNOPSIS"] + synopsis
    if !command.details.isEmpty {
      lines.append(".SH DESCRIPTION")
      lines += paragraphs(command.details)
    }
    lines.append(".SH OPTIONS")
    for group in table.groups where !group.options.isEmpty {
      lines.append(".SS \(RoffText.argument(group.heading))")
      lines += group.options.flatMap(entry)
    }
    for section in command.sections {
      lines.append(".SH \(RoffText.argument(section.heading))")
      lines += blocks(section.blocks)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var title: String {
    let name = RoffText.argument(command.name.uppercased())
    let source = RoffText.argument("\(command.name) \(command.version)")
    return ".TH \(name) 1 \(RoffText.argument(date)) \(source) \"User Commands\""
  }

  private var synopsis: [String] {
    command.forms.enumerated().flatMap { index, form in
      (index == 0 ? [] : [".br"]) + ["\\fB\(RoffText.inline(command.name))\\fR \(Self.placeholdersInItalics(form))"]
    }
  }

  /// `[OPTION]... [FILE]` with the words in capitals set in italics, as man-pages(7) sets what is to be replaced.
  private static func placeholdersInItalics(_ form: String) -> String {
    var output = ""
    var rest = form[...]
    while !rest.isEmpty {
      let other = rest.prefix { !$0.isUppercase }
      rest = rest.dropFirst(other.count)
      let placeholder = rest.prefix { $0.isUppercase || $0 == "_" }
      rest = rest.dropFirst(placeholder.count)
      output += RoffText.inline(String(other)).replacing("...", with: "\\&.\\|.\\|.\\&")
      if !placeholder.isEmpty { output += "\\fI\(RoffText.inline(String(placeholder)))\\fR" }
    }
    return output
  }

  private func entry(_ option: Option<Values>) -> [String] {
    let forms = option.forms.map { form in
      let value = form.placeholder.isEmpty ? "" : "\\fI\(RoffText.inline(form.placeholder))\\fR"
      return "\\fB\(RoffText.inline(form.name))\\fR\(form.before)\(value)\(form.after)"
    }
    return [".TP", forms.joined(separator: ", ")] + [RoffText.paragraph(option.helpWithDefault)]
  }

  private func paragraphs(_ texts: [String]) -> [String] {
    blocks(texts.map { .paragraph($0) })
  }

  private func blocks(_ blocks: [CommandDescription.Block]) -> [String] {
    blocks.enumerated().flatMap { index, block in
      switch block {
      // The heading makes the space before its first paragraph.
      case .paragraph(let text): (index == 0 ? [] : [".PP"]) + [RoffText.paragraph(text)]
      case .example(let text): (index == 0 ? [] : [".PP"]) + [".RS 4", ".nf", RoffText.verbatim(text), ".fi", ".RE"]
      case .definition(let term, let meaning):
        [".TP", "\\fB\(RoffText.inline(term))\\fR", RoffText.paragraph(meaning)]
      }
    }
  }
}
