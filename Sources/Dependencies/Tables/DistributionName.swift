import Text

/// The name of a distribution of PyPI in its normalised form, by which names are compared (PEP 503).
package struct DistributionName: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  private static let lengthLimit = 100

  /// `Zope.Interface` and `zope_interface` are both `zope-interface`; `nil` for what PEP 508 takes for no name.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= Self.lengthLimit, first.isASCIIAlphanumeric,
      last.isASCIIAlphanumeric
    else { return nil }
    var result = ""
    for byte in bytes {
      if byte.isASCIIAlphanumeric {
        result.unicodeScalars.append(Unicode.Scalar(byte.isASCIIUpper ? byte | 0x20 : byte))
      } else {
        guard [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte) else { return nil }
        if !result.hasSuffix("-") { result += "-" }
      }
    }
    description = result
  }
}
