import Diagnostics
import Text

/// Lines of POSIX shell that run at the end of a script, in a shell of their own.
package struct ScriptFragment: Sendable, Equatable {
  package let text: String

  package static let sizeLimit = 256 * 1024

  /// - Throws: A usage failure for text that is not shell by its first line, or that looks like another.
  package init(_ file: TextFile) throws(Failure) {
    guard !file.text.utf8.contains(0) else {
      throw Failure.usage(
        .script, "has a NUL in it", at: SourceLocation(file: file.name), remedy: "name a script of shell")
    }
    var lines = file.lines.map(String.init)
    var number = 1
    if let first = lines.first, first.hasPrefix("#!") {
      let interpreter = first.dropFirst(2).split { " \t".contains($0) }.first ?? ""
      guard interpreter.hasSuffix("/sh") || interpreter.hasSuffix("/dash") else {
        throw Failure.usage(
          .script, "is run by \(quoted(String(first.dropFirst(2)))), and maintainer scripts are run by /bin/sh",
          at: SourceLocation(file: file.name, line: 1), remedy: "write it in POSIX shell")
      }
      lines.removeFirst()
      number += 1
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      try refuseDeceptive(line, of: "a line", at: SourceLocation(file: file.name, line: number + index))
    }
    // A shell of its own cannot be without any command.
    let isIdle = lines.allSatisfy { $0.drop { " \t".contains($0) }.first.map { $0 == "#" } ?? true }
    self.text = isIdle ? "" : lines.joined(separator: "\n")
  }
}
