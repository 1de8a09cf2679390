extension SourceText {
  struct Decoded {
    var bytes: [UInt8]
    var encoding: String
    var notes: [SyntaxNote] = []
    var faults = SyntaxFaults()
  }

  static func decode(_ file: [UInt8]) -> Decoded {
    let hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? Array(file.dropFirst(3)) : file
    let declared = declaredEncoding(body)
    let name = hasMark ? "utf-8" : normalised(declared?.name ?? "utf-8")
    var faults = SyntaxFaults()
    if hasMark, let declared, normalised(declared.name) != "utf-8" {
      faults.add(SyntaxFault("encoding problem: \(declared.name) with BOM", line: declared.line, phase: .encoding))
    }
    switch name {
    case "utf-8":
      if let offset = firstBeyondASCII(body), declared == nil, !hasMark {
        let message = "Non-ASCII character '\(escaped(body[offset]))', but no encoding declared"
        faults.add(SyntaxFault(message, line: line(of: offset, in: body), phase: .encoding), by: .python2)
      }
      guard let offset = firstOutsideUTF8(body) else { return Decoded(bytes: body, encoding: name, faults: faults) }
      let code = escaped(body[offset])
      let message =
        declared == nil
        ? "Non-UTF-8 code starting with '\(code)', but no encoding declared; see https://peps.python.org/pep-0263/"
        : "(unicode error) 'utf-8' codec can't decode byte 0x\(code.dropFirst(2))"
      faults.add(SyntaxFault(message, line: line(of: offset, in: body), phase: .encoding))
      let note = SyntaxNote(line: declared?.line ?? 1, message: "the text is not valid UTF-8, so it is read as Latin-1")
      return Decoded(bytes: widen(body) { UInt32($0) }, encoding: "latin-1", notes: [note], faults: faults)
    case "ascii":
      if let offset = firstBeyondASCII(body) {
        let message = "'ascii' codec can't decode byte 0x\(escaped(body[offset]).dropFirst(2))"
        faults.add(SyntaxFault(message, line: line(of: offset, in: body), phase: .encoding))
      }
      return Decoded(bytes: widen(body) { UInt32($0) }, encoding: name, faults: faults)
    case "latin-1":
      return Decoded(bytes: widen(body) { UInt32($0) }, encoding: name)
    case "cp1252":
      return Decoded(bytes: widen(body, through: windows1252), encoding: name)
    default:
      if !isKnownToPython(name) {
        let message = "encoding problem: \(name.prefix(40))"
        faults.add(SyntaxFault(message, line: declared?.line ?? 1, phase: .encoding))
      }
      if isASCII(body) { return Decoded(bytes: body, encoding: name, faults: faults) }
      let note = SyntaxNote(
        line: declared?.line ?? 1, message: "the encoding \(name) is not known here, so the text is read as Latin-1")
      return Decoded(bytes: widen(body) { UInt32($0) }, encoding: "latin-1", notes: [note], faults: faults)
    }
  }

  /// Whether a name, normalised, is of a family of encodings that Python has for text ("Standard Encodings" of `codecs`).
  private static func isKnownToPython(_ name: String) -> Bool {
    if ["hz", "us", "latin", "greek", "hebrew", "arabic", "cyrillic", "thai", "korean", "chinese", "uhc"].contains(name)
    {
      return true
    }
    let families = [
      "cp", "iso-8859-", "iso8859-", "iso-2022-", "iso2022-", "windows-125", "koi8-", "euc-", "euc", "shift-jis",
      "shiftjis",
      "sjis", "s-jis", "gb2312", "gbk", "gb18030", "big5", "utf-7", "mac-", "mac", "ibm", "johab", "ks-c", "ksc5601",
      "l",
      "latin-", "latin", "hz-gb", "tis-620", "tis620", "ms", "ptcp154", "kz", "hp-roman8", "iso-ir-", "cs", "ansi-x3",
    ]
    let isNumber = name.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumber || families.contains { name.hasPrefix($0) && (name.count > $0.count || $0.count > 3) }
  }

  private static func escaped(_ byte: UInt8) -> String {
    "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int { 1 + bytes[..<offset].count { $0 == 0x0A } }

  private static func firstBeyondASCII(_ bytes: [UInt8]) -> Int? { bytes.firstIndex { $0 >= 0x80 } }

  /// The first byte that belongs to no character of UTF-8.
  private static func firstOutsideUTF8(_ bytes: [UInt8]) -> Int? {
    if isUTF8(bytes) { return nil }
    // The longest valid beginning, by halving: validity of a prefix is monotone but for a character cut in the middle.
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let whole = bytes[..<middle]
      let isValid = (0...3).contains { String(validating: whole.dropLast($0), as: UTF8.self) != nil }
      if isValid { low = middle } else { high = middle - 1 }
    }
    while low > 0, String(validating: bytes[..<low], as: UTF8.self) == nil { low -= 1 }
    return min(low, bytes.count - 1)
  }

  /// The name in `# -*- coding: NAME -*-` in the first two lines (PEP 263); the second counts only when the first is
  /// blank or a comment.
  static func declaredEncoding(_ bytes: [UInt8]) -> (name: String, line: Int)? {
    var start = 0
    for line in 1...2 {
      let limit = min(bytes.count, start + 4096)
      guard start < limit else { return nil }
      let end = bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
      let text = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      if let first = text.first, first != UInt8(ascii: "#") { return nil }
      if let name = encodingName(Array(text)) { return (name, line) }
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return nil
  }

  private static func encodingName(_ comment: [UInt8]) -> String? {
    let key = Array("coding".utf8)
    guard comment.count > key.count else { return nil }
    for start in 0..<(comment.count - key.count) where comment[start] == key[0] {
      guard comment[start...].starts(with: key) else { continue }
      var index = start + key.count
      guard comment[index] == UInt8(ascii: ":") || comment[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < comment.count, comment[index] == 0x20 || comment[index] == 0x09 { index += 1 }
      let name = comment[index...].prefix { isEncodingByte($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func isEncodingByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func normalised(_ name: String) -> String {
    let plain = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    switch plain {
    case "utf-8", "utf8", "u8", "utf-8-sig", "utf-8-unix", "utf-8-dos", "utf-8-mac": return "utf-8"
    case "ascii", "us-ascii", "646": return "ascii"
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859", "iso-latin-1", "iso-latin-1-unix":
      return "latin-1"
    case "cp1252", "windows-1252", "1252": return "cp1252"
    default: return plain
    }
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    isASCII(bytes) || String(validating: bytes, as: UTF8.self) != nil
  }

  private static func widen(_ bytes: [UInt8], through scalar: (UInt8) -> UInt32) -> [UInt8] {
    if isASCII(bytes) { return bytes }
    var wide: [UInt8] = []
    wide.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        wide.append(byte)
      } else {
        let character = Unicode.Scalar(scalar(byte)) ?? "\u{FFFD}"
        wide.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return wide
  }

  /// The characters of 0x80 to 0x9F in Windows code page 1252; the five holes are U+FFFD.
  private static func windows1252(_ byte: UInt8) -> UInt32 {
    let block: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
      0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    return 0x80...0x9F ~= byte ? block[Int(byte) - 0x80] : UInt32(byte)
  }
}
