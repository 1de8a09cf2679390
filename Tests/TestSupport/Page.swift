import Foundation

/// A page of the documentation, as what a reader would type and see.
///
/// Fenced blocks say what they are in their first line: `sh` holds commands, `console` commands after `$ ` and what they answer,
/// and a language with a name after it, `python web.tac`, a file that the reader writes. `root` after `sh` or `console` wants a
/// system of one's own, `make` a clone of the repository, `slow` minutes or a network, and `verify` what
/// VerifyTests does. What stands in `<!-- sh ... -->` runs and is not shown.
package struct Page: Sendable, CustomStringConvertible {
  package struct Block: Sendable {
    package enum Kind: Sendable, Equatable {
      case commands, session, file(String), shown
    }
    package let kind: Kind
    /// The word after `sh` or `console`.
    package let place: String
    /// The line of its first line on the page.
    package let line: Int
    package let lines: [String]
  }

  /// Relative to the repository.
  package let name: String
  package let text: String
  package let blocks: [Block]

  package var description: String { name }

  package init(_ name: String) throws {
    self.name = name
    text = try String(contentsOfFile: "\(Places.repository)/\(name)", encoding: .utf8)
    blocks = Self.blocks(of: text)
  }

  /// README.md and all pages below docs/.
  package static var all: [Page] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(Places.repository)/docs")
      return try (["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }).map(Page.init)
    }
  }

  /// Whether a part of it needs a system that can be changed.
  package var needsRoot: Bool { blocks.contains { $0.place == "root" } }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lines = all.enumerated().map { (index: $0.offset, text: $0.element) }[...]
    while let (index, line) = lines.popFirst() {
      let isHidden = line.hasPrefix("<!-- sh")
      guard isHidden || line.hasPrefix("```") else { continue }
      let end = isHidden ? "-->" : "```"
      let content = lines.prefix { $0.text != end }.map(\.text)
      lines = lines.dropFirst(content.count + 1)
      let words = line.dropFirst(isHidden ? 5 : 3).split(separator: " ").map(String.init)
      // What has a test of its own, with more to say, is named in a comment before it.
      let isTested = index > 0 && all[index - 1].hasPrefix("<!-- test:")
      let word = words.dropFirst().first ?? (isTested ? "tested" : "")
      let kind: Block.Kind =
        switch words.first {
        case "sh": .commands
        case "console": .session
        default: word.isEmpty ? .shown : .file(word)
        }
      blocks.append(Block(kind: kind, place: kind == .file(word) ? "" : word, line: index + 2, lines: content))
    }
    return blocks
  }
}
