import Diagnostics

/// What a package needs, likes, excludes and replaces of other packages.
///
/// A relation is kept in the words of the package's own format: `python3-treq (>= 22)`, `python3dist(treq) >= 22`.
package struct Relations: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable, CaseIterable {
    case depends, recommends, suggests, conflicts, provides, replaces
  }

  private var values: [Kind: OrderedSet<RelationText>] = [:]

  package init() {}

  /// The relations of one kind in the order in which they were added, each once.
  package subscript(kind: Kind) -> [String] { values[kind]?.elements.map(\.description) ?? [] }

  /// Adds the relations of another set, each once.
  package mutating func add(_ others: Relations) {
    for kind in Kind.allCases {
      for relation in others.values[kind]?.elements ?? [] { add(relation, to: kind) }
    }
  }

  package mutating func add(_ relation: RelationText, to kind: Kind) {
    values[kind, default: OrderedSet()].append(relation)
  }
}
