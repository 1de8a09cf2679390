import Diagnostics
import PackageModel

/// How a format writes relations to other packages, and what its systems call Python's distributions.
package struct RelationGrammar: Sendable, Equatable {
  /// The format, by the name that keeps a relation to it: `deb:`.
  package let format: String
  /// The systems that take it, for messages.
  package let system: String
  /// Whether packages have the names of a suite of Debian, from which another system's may differ.
  package let hasDebianNames: Bool
  /// Which package a distribution of PyPI is in, and which distribution a module is of.
  package let table: DistributionTable
  /// A relation in the format's words. It throws a usage failure, which names the option, for what the format cannot say.
  package var text: @Sendable (_ relation: Relation, _ kind: Relations.Kind, _ option: String) throws(Failure) -> String
  /// A term with a distribution of PyPI under its name on these systems; other names are left as they are.
  package var term: @Sendable (_ term: Relation.Term) -> Relation.Term
  /// What these systems call a distribution; `nil` where they have none.
  package var name: @Sendable (_ distribution: DistributionName) -> String?
  /// The relations that ask for a distribution; `nil` where the systems have none.
  package var relations: @Sendable (_ distribution: DistributionName, _ versions: [VersionSpecifier]) -> [String]?
  /// Whether relations can say a condition on a version.
  package var says: @Sendable (_ version: VersionSpecifier) -> Bool

  package init(
    format: String, system: String, hasDebianNames: Bool = false, table: DistributionTable = .usual,
    text: @escaping @Sendable (Relation, Relations.Kind, String) throws(Failure) -> String,
    term: @escaping @Sendable (Relation.Term) -> Relation.Term,
    name: @escaping @Sendable (DistributionName) -> String?,
    relations: @escaping @Sendable (DistributionName, [VersionSpecifier]) -> [String]?,
    says: @escaping @Sendable (VersionSpecifier) -> Bool
  ) {
    self.format = format
    self.system = system
    self.hasDebianNames = hasDebianNames
    self.table = table
    self.text = text
    self.term = term
    self.name = name
    self.relations = relations
    self.says = says
  }

  package static func == (one: Self, other: Self) -> Bool { one.format == other.format }
}
