extension StringProtocol {
  /// Whether Python takes it for a name (Python 3, "Identifiers and keywords"), keywords included.
  package var isPythonIdentifier: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return utf8.count <= 255 && unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }
}
