import Diagnostics

/// Where an application uses a name that some release of Python 3 lacks.
package struct LibraryUse: Sendable, Equatable {
  package let name: LibraryName
  /// Whether it is imported by itself: `from MODULE import NAME`.
  package let isImport: Bool
  /// Sure where every load of the file comes to it.
  package let certainty: Certainty
  package let location: SourceLocation

  package init(_ name: LibraryName, isImport: Bool, certainty: Certainty, at location: SourceLocation) {
    self.name = name
    self.isImport = isImport
    self.certainty = certainty
    self.location = location
  }

  /// What a Python that lacks it says.
  package var complaint: String {
    isImport
      ? "ImportError: cannot import name '\(name.name)' from '\(name.module)'"
      : "AttributeError: module '\(name.module)' has no attribute '\(name.name)'"
  }
}
