import Diagnostics

/// The name of a shared library as compiled files ask for it: `libssl.so.3` (elf(5), DT_SONAME and DT_NEEDED).
///
/// Such names are read out of files that anyone may have made, and become relations of the package.
package struct SharedLibraryName: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Throws: A build failure for a name that no package could be found by.
  package init(_ text: some StringProtocol) throws(Failure) {
    let isLegal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "+-._~".utf8.contains(byte)
    }
    guard isLegal, !text.isEmpty, text.utf8.count <= 255, text.utf8.first != UInt8(ascii: "-"),
      text.utf8.first != UInt8(ascii: ".")
    else {
      throw Failure.build(
        .sharedLibrary, "a compiled file needs a library that cannot be called so: \(quoted(String(text)))",
        remedy: "leave the file out; shared libraries have names of letters, digits and . _ + - ~")
    }
    description = String(text)
  }
}
