/// A name of Python's library that some release of Python 3 lacks, from `Data/library-names`, a row each:
/// `NAME=gone|absent RELEASE [SUCCESSOR]`.
///
/// `gone` holds for that release and all later ones, `absent` for it and all earlier ones ("What's New in Python").
package struct LibraryName: Sendable, Equatable {
  package let module: String
  package let name: String
  private let isGone: Bool
  /// The second number of the release.
  private let minor: Int
  /// What took its place.
  package let successor: String?

  private init?(_ name: String, row: Substring) {
    let words = row.split(separator: " ")
    guard (2...3).contains(words.count), let dot = name.lastIndex(of: "."), ["gone", "absent"].contains(words[0]),
      words[1].hasPrefix("3."), let minor = Int(words[1].dropFirst(2))
    else { return nil }
    (module, self.name) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
    (isGone, self.minor) = (words[0] == "gone", minor)
    successor = words.count > 2 ? String(words[2]) : nil
  }

  /// What is known of a dotted name; nil for one that every Python 3 has, as far as is known.
  package static func of(_ name: String) -> LibraryName? {
    table.value(of: name).flatMap { LibraryName(name, row: $0[...]) }
  }

  /// The dotted names that have a row.
  package static var all: [String] { table.rows.map { String($0.name) } }

  /// Whether Python 3 never had it.
  package var isPython2: Bool { isGone && minor == 0 }

  /// Whether a release of Python 3 lacks it.
  package func isMissing(inPython3 other: Int) -> Bool { isGone ? other >= minor : other <= minor }

  private static let table = WordTable(embeddedTables["library-names"] ?? "")
}
