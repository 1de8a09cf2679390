import Diagnostics

/// One line of POSIX shell, as it is written.
package struct ShellCommand: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  private static let lengthLimit = 2000

  /// - Parameter option: Who says so.
  /// - Throws: A usage failure for nothing, for more than a line, and for what looks like something else.
  package init(_ text: String, of option: String) throws(Failure) {
    try refuseDeceptive(text, of: option)
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Failure.usage(.optionValue, "\(option) is empty", remedy: "give it a command or leave it out")
    }
    guard text.utf8.count <= Self.lengthLimit, !text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else {
      throw Failure.usage(
        .optionValue, "\(option) is not one line of at most \(Self.lengthLimit) bytes",
        remedy: "give \(option) for each line, or --include a script and call that")
    }
    description = text
  }
}
