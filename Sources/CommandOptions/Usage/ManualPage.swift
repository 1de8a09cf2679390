/// The manual page of a command, or of a file with its options as keys, in the macros of man(7) and the order of man-pages(7).
package struct ManualPage<Values>: Sendable {
  package enum Subject: Sendable, Equatable {
    /// Section 1.
    case command
    /// Section 5.
    case file
  }

  private let command: CommandDescription
  private let table: OptionTable<Values>
  private let date: String
  private let subject: Subject

  /// - Parameter date: When the page was last changed, e.g. `2024-03-01`; given, so that the same page comes out every time.
  package init(
    _ command: CommandDescription, _ table: OptionTable<Values>, date: String, of subject: Subject = .command
  ) {
    self.subject = subject
    self.command = command
    self.table = table
    self.date = date
  }

  /// The page's source, ending in a line break.
  package var text: String {
    var lines = [title, ".SH NAME", "\(RoffText.inline(command.name)) \\- \(RoffText.inline(command.summary))"]
    if !command.forms.isEmpty { lines += [".SH SYNOPSIS"] + synopsis }
    if !command.details.isEmpty {
      lines.append(".SH DESCRIPTION")
      lines += paragraphs(command.details)
    }
    lines.append(subject == .command ? ".SH OPTIONS" : ".SH KEYS")
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
    let section = subject == .command ? "1" : "5"
    let manual = subject == .command ? "User Commands" : "File Formats"
    // The date is digits and hyphens, which mandoc knows only as they are.
    return ".TH \(name) \(section) \"\(date)\" \(source) \"\(manual)\""
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
    if subject == .file {
      let names = option.names.map { "\\fB\(RoffText.inline($0))\\fR" }.joined(separator: ", ")
      return [".TP", "\(names): \\fI\(RoffText.inline(option.valueInWords))\\fR"]
        + [RoffText.paragraph(option.helpWithDefault)]
    }
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

extension Option {
  /// What a key of a file is given.
  fileprivate var valueInWords: String {
    switch argument {
    case .none: "true or false"
    case .optional, .optionalWord: "text, or true"
    case .required(let placeholder): isRepeatable ? "\(placeholder), or a list" : placeholder
    }
  }
}
