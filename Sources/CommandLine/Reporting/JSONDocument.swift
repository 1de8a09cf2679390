import Diagnostics
import Text

/// How the tools write JSON for programs.
enum JSONDocument {
  /// Indented, keys in order, so that two documents can be compared line by line.
  static func text(of document: some Encodable) throws(Failure) -> String {
    do {
      return try JSONText.text(of: document).visibleJSON + "\n"
    } catch {
      throw Failure.build(.system, "the answer cannot be written as JSON: \(error)")
    }
  }
}
