import Diagnostics

/// An address on the web, as `Homepage:` and `URL:` hold one (Debian Policy 5.6.23).
package struct WebAddress: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  /// - Throws: A usage failure for what is no http or https address of printable ASCII.
  package init(_ text: String, option: String) throws(Failure) {
    let rest = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }.map { text.dropFirst($0.count) } ?? ""
    let host = rest.prefix { !"/?#".contains($0) }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains($0)
    }
    guard isPlain, text.utf8.count <= 500, !host.isEmpty, host.first != ".", !host.hasPrefix(":") else {
      throw Failure.usage(
        .webAddress, "this is not a web address: \(quoted(text))", remedy: "try \(option) https://example.org/")
    }
    description = text
  }
}
