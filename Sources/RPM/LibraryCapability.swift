import Diagnostics
import PackageModel

/// What rpm's own generator says that compiled files provide or need: `libssl.so.3(OPENSSL_3.0.0)(64bit)`.
struct LibraryCapability: Sendable, Equatable, Hashable, Comparable {
  let library: SharedLibraryName
  /// The symbol version and the word size, each in parentheses.
  let qualifiers: String

  /// - Throws: A build failure for a line that is no capability: the names in it come from the files themselves.
  init(_ line: some StringProtocol) throws(Failure) {
    let name = line.prefix { $0 != "(" }
    library = try SharedLibraryName(name)
    qualifiers = String(line[name.endIndex...])
    let inner = "+-._~:".utf8
    let isLegal = qualifiers.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || inner.contains(byte)
    }
    guard isLegal, qualifiers.isEmpty || qualifiers.hasSuffix(")") else {
      throw Failure.build(
        .sharedLibrary, "a compiled file needs a version of \(library) that cannot be called so: \(quoted(qualifiers))",
        remedy: "leave the file out")
    }
  }

  func relation() throws(Failure) -> RelationText { try RelationText("\(library)\(qualifiers)") }

  static func < (one: Self, other: Self) -> Bool {
    "\(one.library)\(one.qualifiers)".precedes("\(other.library)\(other.qualifiers)")
  }
}
