/// What the packager says of other packages.
package struct DependencyOptions: Sendable, Equatable {
  /// What is asked for of them.
  package var wishes = RelationWishes()
  /// Files with the requirements of the application in pip's format.
  package var requirements: [String] = []
  /// Whether what the application imports becomes dependencies.
  package var findsImports = true

  package init() {}
}
