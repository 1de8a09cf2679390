/// The `RECORD` of an installed distribution: its files with their digests and sizes, as CSV ("Recording installed
/// projects" of the Python packaging specifications).
struct WheelRecord {
  /// Path, digest and size of each.
  let rows: [[String]]

  /// - Returns: `nil` for what is no such list.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var rows: [[String]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let row = Self.fields(of: line), row.count == 3 else { return nil }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The list for what became of the files.
  ///
  /// - Parameters:
  ///   - change: What became of a file, by its path from the folder that the distribution lies in.
  func text(after change: (String) -> Change) -> String {
    rows.compactMap { row in
      switch change(row[0]) {
      case .unchanged: Self.line(row)
      case .gone: nil
      case .rewritten(let digest, let size):
        Self.line([row[0], "sha256=\(Self.base64(hexadecimal: digest))", "\(size)"])
      }
    }.joined()
  }

  enum Change {
    case unchanged, gone
    /// - Parameter sha256: The digest of what it is now, in hexadecimal.
    case rewritten(sha256: String, size: Int)
  }

  private static func line(_ row: [String]) -> String {
    row.map { field in
      field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0) }
        ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : field
    }.joined(separator: ",") + "\n"
  }

  /// The fields of a line; `nil` where a quotation does not end.
  private static func fields(of line: Substring) -> [String]? {
    var fields: [String] = [""]
    var isQuoted = false
    var rest = line.utf8[...]
    var field: [UInt8] = []
    func ends(_ byte: UInt8?) -> Bool { byte == nil || byte == UInt8(ascii: ",") }
    while let byte = rest.popFirst() {
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if rest.first == UInt8(ascii: "\"") {
          rest = rest.dropFirst()
          field.append(byte)
        } else {
          isQuoted = false
          guard ends(rest.first) else { return nil }
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        fields[fields.count - 1] = String(decoding: field, as: UTF8.self)
        fields.append("")
        field = []
      } else {
        field.append(byte)
      }
    }
    fields[fields.count - 1] = String(decoding: field, as: UTF8.self)
    return isQuoted ? nil : fields
  }

  /// A digest in hexadecimal as base64url without padding (RFC 4648 section 5).
  private static func base64(hexadecimal text: String) -> String {
    let digits = text.compactMap(\.hexDigitValue)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - part.count))
      for place in 0...part.count { text.unicodeScalars.append(alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)]) }
    }
    return text
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars)
}
