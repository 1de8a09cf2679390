import Diagnostics
import Text

/// Who answers for a package: a name and a mail address (Debian Policy 5.6.2).
package struct Maintainer: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let name: String
  /// `nil` only for tap2rpm's default, which names no person.
  package let address: String?

  package var description: String { address.map { "\(name) <\($0)>" } ?? name }

  /// What tap2rpm writes when nobody is named.
  package static let tap2rpm = Self(name: "tap2rpm")

  private init(name: String) {
    self.name = name
    address = nil
  }

  /// - Parameters:
  ///   - text: `Name <address>`, a bare address, or a name alone.
  ///   - completing: The address to use when there is only a name; asked only then.
  /// - Throws: A usage failure when the text holds what no control field may.
  package init(_ text: String, completing address: () -> String) throws(Failure) {
    let text = try Line(text, of: "--maintainer").description
    if text.hasSuffix(">"), let open = text.firstIndex(of: "<") {
      let name = String(text[..<open]).trimmed
      let inside = String(text[text.index(after: open)...].dropLast()).trimmed
      try self.init(name: name.isEmpty ? inside : name, address: inside)
    } else if text.contains("@"), !text.contains(" ") {
      try self.init(name: text.split(separator: "@").first.map(String.init) ?? text, address: text)
    } else {
      try self.init(name: text, address: address())
    }
  }

  private init(name: String, address: String) throws(Failure) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains(where: { " <>,\"".contains($0) })
    else {
      throw Failure(
        .usage, "this is no mail address: \(quoted(address))", remedy: "try --maintainer 'Your Name <you@example.org>'")
    }
    guard !name.isEmpty, !name.contains(where: { "<>".contains($0) }) else {
      throw Failure(
        .usage, "a maintainer's name cannot have < or >: \(quoted(name))",
        remedy: "try --maintainer 'Your Name <you@example.org>'")
    }
    self.name = name
    self.address = address
  }
}
