import Diagnostics

/// What the first bytes of an ELF file say of it (elf(5)).
package struct ELFHeader: Sendable, Equatable {
  /// Class, byte order and machine: compiled files that have these in common run together.
  package let machine: [UInt8]
  /// Whether it is a program, a shared library or a module, and no object file.
  package let isLoaded: Bool

  package static let size = 20

  /// - Returns: `nil` for any other kind of file.
  package init?(_ bytes: some Collection<UInt8>) {
    let header = Array(bytes.prefix(Self.size))
    guard header.count == Self.size, header.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { return nil }
    machine = [header[4], header[5], header[18], header[19]]
    // e_type in the file's byte order: ET_EXEC is 2, ET_DYN is 3.
    isLoaded = [2, 3].contains(header[5] == 2 ? header[17] : header[16])
  }

  /// That of this process, which runs on the machine that packages are made for.
  package static func own() throws(Failure) -> Self {
    guard let header = Self(try FileReading("/proc/self/exe").start(Self.size)) else {
      throw Failure.build(.system, "cannot tell what machine this is", remedy: "mount /proc")
    }
    return header
  }

  /// Whether a file of this name is a module that Python of one kind of machine imports (PEP 3149, PEP 384).
  package static func isModule(_ path: String) -> Bool { path.contains(".cpython-") || path.hasSuffix(".abi3.so") }
}
