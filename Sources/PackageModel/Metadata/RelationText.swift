import Diagnostics

/// One relation to other packages in the words of a package's format: `python3-treq (>= 22)`, `(a or b)`.
///
/// It holds only what a field of a control file and a tag of a spec take as it stands (Debian Policy 7.1; "Dependencies"
/// of rpm's manual): no variable, no macro, no comma, no line end. What it means is checked where it is read.
package struct RelationText: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  package static let lengthLimit = 4096

  /// - Throws: A build failure for a text that a package's relations cannot hold.
  package init(_ text: String) throws(Failure) {
    guard !text.isEmpty, text.utf8.count <= Self.lengthLimit, text.utf8.first != UInt8(ascii: " "),
      text.utf8.allSatisfy(Self.isLegal)
    else {
      throw Failure.build(
        .relation, "a relation to another package cannot be written so: \(quoted(text))",
        remedy: "leave out what needs it, or name the package with --depends")
    }
    description = text
  }

  private static func isLegal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "+-._/()[]:~^@*<>=| ".utf8.contains(byte)
    }
  }
}

extension RelationText: ExpressibleByStringLiteral {
  /// A relation that the tools' own source states.
  package init(stringLiteral text: StaticString) { description = text.description }
}
