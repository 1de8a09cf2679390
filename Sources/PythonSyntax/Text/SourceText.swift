/// Python source as UTF-8, however its file was encoded, with a table of where its lines begin.
///
/// Follows PEP 263 and Python's lexical analysis: a UTF-8 byte order mark, then an encoding declaration in one of the
/// first two lines, else UTF-8. Lines end with LF, CR or CR LF.
package struct SourceText: Sendable {
  /// The text as valid UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  /// The encoding that the file was read as, in lower case, e.g. `utf-8`.
  package let encoding: String
  /// What had to be guessed about the encoding.
  package let notes: [SyntaxNote]
  /// Why a Python would not read the file at all.
  let faults: SyntaxFaults
  /// The offset at which each line begins; the first is 0.
  let lineStarts: [UInt32]

  /// The largest source that is read, in bytes; no hand-written application file comes near it.
  package static let sizeLimit = 256 << 20

  package init(_ file: [UInt8]) {
    let decoded = Self.decode(file.count > Self.sizeLimit ? Array(file.prefix(Self.sizeLimit)) : file)
    bytes = decoded.bytes
    encoding = decoded.encoding
    lineStarts = Self.starts(of: decoded.bytes)
    notes = decoded.notes
    faults = decoded.faults
  }

  /// The line that holds the byte at an offset, counted from 1.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package var lineCount: Int { lineStarts.count }

  /// The offset at which a line begins; lines count from 1.
  package func start(ofLine line: Int) -> Int {
    lineStarts.indices.contains(line - 1) ? Int(lineStarts[line - 1]) : bytes.count
  }

  /// The text between two offsets.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func starts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    // Counted first, since growing would cost a second copy.
    let lines = bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(into: 1) { count, byte in count += byte == 0x0A || byte == 0x0D ? 1 : 0 }
    }
    starts.reserveCapacity(lines)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D && index < bytes.count && bytes[index] == 0x0A { continue }
        starts.append(UInt32(index))
      }
    }
    return starts
  }
}
