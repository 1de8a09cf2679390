/// The marks that stand inside evaluated text for what is not known of it.
///
/// They lie in a private-use plane of Unicode; literals that contain such characters are cleaned on the way in.
package enum MarkedText {
  /// The folder that a source of the program lies in, by the number of its module.
  package static func beside(of module: Int) -> Character {
    Character(Unicode.Scalar(0x100000 + UInt32(module)) ?? "\u{10FFFD}")
  }

  /// The number of the module whose folder a character marks; nil for other characters.
  package static func module(besideMark character: Character?) -> Int? {
    guard let scalar = character?.unicodeScalars.first, 0x100000...0x10FFFD ~= scalar.value else { return nil }
    return Int(scalar.value) - 0x100000
  }

  /// The home folder of the user that the program runs as. It stands where a folder of a source stands, too, of which there
  /// are far fewer.
  package static let home: Character = "\u{10FFFC}"

  /// Texts longer than this are not folded.
  package static let lengthLimit = 1 << 16
  package static let holeLimit = 60_000

  package static func hole(_ index: Int) -> Unicode.Scalar { Unicode.Scalar(0xF0000 + UInt32(index)) ?? "\u{FFFD}" }

  /// The number of the hole that a character marks.
  package static func holeIndex(_ scalar: Unicode.Scalar) -> Int? {
    0xF0000..<0xFFFFE ~= scalar.value ? Int(scalar.value) - 0xF0000 : nil
  }

  package static func hasHole(_ text: String) -> Bool {
    text.utf8.contains(0xF3) && text.unicodeScalars.contains { holeIndex($0) != nil }
  }

  /// Text of a literal, without characters that could be taken for marks.
  package static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xF3 }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(scalar.value >= 0xF0000 ? "\u{FFFD}" : scalar) }
    return String(clean)
  }
}
