import Foundation

/// A run of what a page tells the reader to type, from the top down in one shell.
package struct PageRun {
  /// A command and what the page says that it answers; `nil` where it says nothing.
  private struct Step {
    let line: Int
    let command: String
    let answer: String?
  }

  private let page: Page
  private let steps: [Step]

  /// - Parameter places: Which blocks run, by the word after `sh`.
  package init(_ page: Page, places: Set<String>) {
    self.page = page
    steps = page.blocks.filter { places.contains($0.place) }.flatMap(Self.steps)
  }

  /// A script of bash that runs every step, each after a line with a mark and its number. A step that fails ends it, unless the
  /// page shows what it answers.
  package var script: String {
    let steps = steps.map { step in
      let (before, after) = step.answer == nil ? ("", "") : ("set +e\n", "\nset -e")
      return "printf '\(Self.mark)\(step.line)\\n'\n\(before)\(step.command)\(after)\n"
    }
    return "set -eu\nexec </dev/null 2>&1\n\(steps.joined())printf '\(Self.mark)end\\n'\n"
  }

  /// What differs from the page; empty where nothing does.
  package func problems(in result: ProgramResult) -> [String] {
    // A terminal ends lines with a carriage return, and sudo's within it with two.
    let output = String(String.UnicodeScalarView(result.output.unicodeScalars.filter { $0 != "\r" }))
    let parts = output.components(separatedBy: Self.printedMark).dropFirst().map { part in
      let line = part.prefix { $0 != "\n" }
      return (line: String(line), text: String(part.dropFirst(line.count + 1)))
    }
    guard parts.last?.line == "end" else {
      let last = parts.last
      return ["\(page.name):\(last?.line ?? "?"): this fails:\n\(last?.text ?? "\(result)")"]
    }
    return zip(steps, parts).compactMap { step, part in
      guard let answer = step.answer, !Self.matches(part.text, answer) else { return nil }
      return "\(page.name):\(step.line): `\(step.command)` answers\n\(part.text)\nthe page says\n\(answer)"
    }
  }

  /// `...` on the page stands for whatever there is.
  package static func matches(_ text: String, _ pattern: String) -> Bool {
    func trimmed(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
        .trimmingCharacters(in: .newlines)
    }
    let parts = trimmed(pattern).components(separatedBy: "...")
    var rest = trimmed(text)[...]
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    guard parts.count > 1, let last = parts.last else { return rest == first }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  private static let mark = #"\036"#
  private static let printedMark = "\u{1E}"

  private static func steps(of block: Page.Block) -> [Step] {
    switch block.kind {
    case .shown: []
    case .commands: [Step(line: block.line, command: block.lines.joined(separator: "\n"), answer: nil)]
    case .file(let name):
      [
        Step(
          line: block.line,
          command: "mkdir -p \"$(dirname '\(name)')\"\ncat >'\(name)' <<'END-OF-FILE'\n"
            + (block.lines + ["END-OF-FILE"]).joined(separator: "\n"), answer: nil)
      ]
    case .session: session(of: block)
    }
  }

  /// Commands follow `$ `; a backslash at the end of a line carries on to the next.
  private static func session(of block: Page.Block) -> [Step] {
    var steps: [Step] = []
    var lines = block.lines.enumerated().map { ($0.offset, $0.element) }[...]
    while let (offset, first) = lines.popFirst() {
      guard first.hasPrefix("$ ") else {
        steps.append(
          Step(line: block.line + offset, command: "echo 'no command stands before this line'; false", answer: nil))
        continue
      }
      var command = String(first.dropFirst(2))
      while command.hasSuffix("\\"), let (_, next) = lines.popFirst() { command += "\n\(next)" }
      let answer = lines.prefix { !$0.1.hasPrefix("$ ") }.map { $0.1 }
      lines = lines.dropFirst(answer.count)
      steps.append(
        Step(
          line: block.line + offset, command: command, answer: answer.isEmpty ? nil : answer.joined(separator: "\n")))
    }
    return steps
  }
}
