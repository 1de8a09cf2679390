extension Unicode.Scalar {
  /// Whether it makes a text look like another: a control character, one that ends a line or turns the direction of what
  /// follows, or one that is not seen at all (Unicode Technical Report 36, 2.10; Unicode Standard Annex 9).
  ///
  /// Line feeds and tabs are among them; who takes those in says so. Variation selectors, which choose between pictures
  /// of one character, are not.
  package var isDeceptive: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
    }
  }

  /// Its code point as Unicode writes it: `U+202E`.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// How it is shown in place of itself: `\u{202e}`.
  package var escaped: String { "\\u{\(String(value, radix: 16))}" }
}

extension StringProtocol {
  /// The first character that makes the text look like another, line feeds and tabs apart.
  package var firstDeceptive: Unicode.Scalar? {
    // Nearly every text is plain ASCII, and bytes are looked at faster than characters.
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      !bytes.contains { ($0 < 0x20 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\t")) || $0 >= 0x7F }
    }
    if isPlain == true { return nil }
    return firstDeceptiveScalar
  }

  private var firstDeceptiveScalar: Unicode.Scalar? {
    unicodeScalars.first { $0.isDeceptive && $0 != "\n" && $0 != "\t" }
  }
}

extension String {
  /// With what deceives spelled out, line feeds and tabs apart: what a file holds must not command the terminal that
  /// shows it.
  package var visible: String { spelled { $0.escaped } }

  /// The same for text that has to stay on one line.
  package var visibleLine: String {
    visible.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }

  /// A JSON document whose strings are free of what JSON itself would let pass.
  package var visibleJSON: String {
    spelled { scalar in
      String(scalar).utf16.reduce(into: "") { result, unit in
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  private func spelled(_ spell: (Unicode.Scalar) -> String) -> String {
    guard firstDeceptive != nil else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isDeceptive && scalar != "\n" && scalar != "\t" {
        result += spell(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Refuses a text that looks like another, in whatever it was given with.
///
/// - Parameters:
///   - text: Line feeds and tabs in it are left to who calls.
///   - what: An option or a file's part, the subject of the message: `--description`.
/// - Throws: A usage failure that names the character.
package func refuseDeceptive(
  _ text: some StringProtocol, of what: String, at location: SourceLocation? = nil
) throws(Failure) {
  guard let scalar = text.firstDeceptive else { return }
  throw Failure.usage(
    .deceptiveText, "\(what) has \(scalar.codePoint), a character that is not seen or makes the text look like another",
    at: location, remedy: "take it out")
}
