import Diagnostics
import FoundationEssentials

/// How the tools write JSON for programs.
enum JSONDocument {
  /// Indented, keys in order, so that two documents can be compared line by line.
  static func text(of document: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return String(decoding: try encoder.encode(document), as: UTF8.self).visibleJSON + "\n"
    } catch {
      throw Failure(.build, "the answer cannot be written as JSON: \(error)")
    }
  }
}
