import Diagnostics

/// The name of a distribution or component of a Debian archive, which is a folder of it and a word in its fields.
package struct ArchiveName: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  private static let lengthLimit = 60

  /// - Throws: A usage failure for what is no plain word.
  package init(_ text: String, of option: String) throws(Failure) {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-.+~".utf8.contains(byte)
    }
    guard isPlain, !text.isEmpty, text.utf8.count <= Self.lengthLimit, !"-.+~".contains(text.first ?? "-") else {
      throw Failure.usage(
        .optionValue, "\(option) has lower-case letters, digits, - and . only: \(quoted(text))",
        remedy: option == "--component" ? "try \(option) main" : "try \(option) trixie")
    }
    description = text
  }
}
