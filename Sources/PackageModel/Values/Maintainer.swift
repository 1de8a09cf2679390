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
      try self.init(name: name.isEmpty ? inside : name, address: inside)
    } else if text.contains("@"), !text.contains(" ") {
      try self.init(name: text.split(separator: "@").first.map(String.init) ?? text, address: text)
    } else {
      guard let address = address() else {
        throw Failure.usage(
          .maintainer, "the maintainer has no mail address: \(quoted(text))",
          remedy: "try --maintainer '\(Self.plain(text)) <you@example.org>', or set DEBEMAIL")
      }
      try self.init(name: text, address: address)
    }
  }

  /// A name of one person, without what parts several.
  private static func plain(_ name: String) -> String {
    let first = name.split { ",;".contains($0) }.first.map(String.init) ?? "Your Name"
    let text = first.filter { !"<>".contains($0) }.trimmed
    return text.isEmpty ? "Your Name" : text
  }

  private init(name: String, address: String) throws(Failure) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains(where: { " <>,\"".contains($0) })
    else {
      throw Failure.usage(
        .maintainer, "this is not a mail address: \(quoted(address))",
        remedy: "try --maintainer 'Your Name <you@example.org>'")
    }
    // Without a dot, it is a host of one network alone.
    guard let dot = parts[1].firstIndex(of: "."), dot != parts[1].startIndex, !parts[1].hasSuffix(".") else {
      throw Failure.usage(
        .maintainer, "the maintainer's mail address has no internet domain: \(quoted(address))",
        remedy: "try --maintainer '\(Self.plain(name)) <\(parts[0])@example.org>'")
    }
    // Readers of the field take a comma for the end of one person (Debian Policy 5.6.2).
    guard !name.isEmpty, name == Self.plain(name) else {
      throw Failure.usage(
        .maintainer, "a maintainer is one person or team, without , ; < and > in the name: \(quoted(name))",
        remedy: "try --maintainer '\(Self.plain(name)) <\(address)>'")
    }
    self.name = name
    self.address = address
  }
}
