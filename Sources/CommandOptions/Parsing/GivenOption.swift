/// An option as it was given, whatever it was written as.
package struct GivenOption: Sendable, Equatable {
  /// Its first long name.
  package var name: String
  package var value: String?
  /// Whether another of the same name comes beside it, not in its place.
  package var isRepeatable: Bool

  package init(_ name: String, _ value: String?, isRepeatable: Bool) {
    (self.name, self.value, self.isRepeatable) = (name, value, isRepeatable)
  }

  /// The word that gives it.
  package var word: String { "--\(name)\(value.map { "=\($0)" } ?? "")" }
}
