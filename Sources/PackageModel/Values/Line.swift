import Diagnostics

/// Text on one line: what may stand in a control field, a comment or a unit's description.
package struct Line: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  package static let lengthLimit = 1000

  /// Joins lines with a space.
  ///
  /// - Throws: A usage failure for an empty or overlong text, and for one that looks like another.
  package init(_ text: String, of option: String) throws(Failure) {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " " {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result += " " }
        pendingSpace = false
        result.unicodeScalars.append(scalar)
      }
    }
    try refuseDeceptive(result, of: option)
    guard !result.isEmpty else {
      throw Failure.usage(.optionValue, "\(option) is empty", remedy: "give it a value or leave it out")
    }
    guard result.utf8.count <= Self.lengthLimit else {
      throw Failure.usage(.optionValue, "\(option) has more than \(Self.lengthLimit) bytes", remedy: "make it shorter")
    }
    description = result
  }
}
