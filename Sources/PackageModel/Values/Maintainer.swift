import Diagnostics
import Text

/// Who answers for a package: a name and a mail address (Debian Policy 5.6.2).
package struct Maintainer: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let name: String
  /// `nil` only for a tool, which is no person.
  package let address: String?

  package var description: String { address.map { "\(name) <\($0)>" } ?? name }

  /// A tool, where nobody is named and its format needs nobody.
  package init(tool: String) {
    name = tool
    address = nil
  }

  /// - Parameters:
  ///   - text: `Name <address>`, a bare address, or a name alone.
  ///   - completing: The address to use when there is only a name; asked only then.
  /// - Throws: A usage failure for what no control field may hold, for two people, and for a name without an address.
  package init(_ text: String, completing address: () -> String?) throws(Failure) {
    let text = try Line(text, of: "--maintainer").description
    if text.hasSuffix(">"), let open = text.firstIndex(of: "<") {
      let name = String(text[..<open]).trimmed
      let inside = String(text[text.index(after: open)...].dropLast()).trimmed
      try self.init(name: name.isEmpty ? inside : name, address: inside, in: text)
    } else if text.contains("@"), !text.contains(" ") {
      try self.init(name: Self.user(of: text), address: text, in: text)
    } else {
      guard let address = address() else {
        throw Failure.usage(
          .maintainer, "the maintainer has no mail address: \(quoted(text))",
          remedy: "try \(Self.corrected(text)), or set DEBEMAIL")
      }
      try self.init(name: text, address: address, in: text)
    }
  }

  private static func user(of address: String) -> String { String(address.prefix { $0 != "@" }) }

  private static func isAddress(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains { " <>,;\"".contains($0) }
  }

  /// Without a dot, it is a host of one network alone.
  private static func isPublic(_ address: some StringProtocol) -> Bool {
    guard let host = address.split(separator: "@").last, let dot = host.firstIndex(of: ".") else { return false }
    return dot != host.startIndex && !host.hasSuffix(".")
  }

  /// The option with the first person and the first address of a text.
  private static func corrected(_ text: String) -> String {
    let words = text.split { " <>,;\"()".contains($0) }
    let address = words.first { isAddress($0) && isPublic($0) }.map(String.init)
    var name = text[..<(text.firstIndex(of: "<") ?? text.endIndex)]
    if let word = name.split(separator: " ").first(where: { $0.contains("@") }) { name = name[..<word.startIndex] }
    // In quotes a comma parts nobody.
    let isQuoted = name.hasPrefix("\"")
    let first = isQuoted ? name : name.prefix { !",;".contains($0) }
    let plain = first.filter { !",;<>\"".contains($0) }.trimmed
    let user = words.first { $0.contains("@") && !isPublic($0) }.map { Self.user(of: String($0)) } ?? "you"
    return "--maintainer '\(plain.isEmpty ? "Your Name" : plain) <\(address ?? "\(user)@example.org")>'"
  }

  private init(name: String, address: String, in text: String) throws(Failure) {
    let remedy = "try \(Self.corrected(text))"
    guard Self.isAddress(address) else {
      throw Failure.usage(.maintainer, "this is not a mail address: \(quoted(address))", remedy: remedy)
    }
    guard Self.isPublic(address) else {
      throw Failure.usage(
        .maintainer, "the maintainer's mail address has no internet domain: \(quoted(address))", remedy: remedy)
    }
    // Readers of the field take a comma for the end of one person (Debian Policy 5.6.2).
    guard !name.isEmpty, !name.contains(where: { ",;<>".contains($0) }) else {
      throw Failure.usage(
        .maintainer, "a maintainer is one person or team, without , ; < and > in the name: \(quoted(name))",
        remedy: remedy)
    }
    self.name = name
    self.address = address
  }
}
