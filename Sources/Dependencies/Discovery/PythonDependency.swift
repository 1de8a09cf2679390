import Diagnostics
import PackageModel

/// A distribution that the application needs, from all places that ask for it.
struct PythonDependency: Sendable, Equatable {
  var distribution: DistributionName
  var kind: Relations.Kind
  var specifiers = OrderedSet<VersionSpecifier>()
  var location: SourceLocation

  /// Takes in another place that asks for it: the stronger kind holds, and all versions.
  mutating func merge(_ other: PythonDependency) {
    if other.kind.strength > kind.strength { (kind, location) = (other.kind, other.location) }
    specifiers.append(contentsOf: other.specifiers.elements)
  }

  /// The relations of a family that say so; `nil` where the family has no package.
  func relations(for family: PackageFamily) -> [String]? {
    switch family {
    case .debian:
      guard let package = DistributionTable.debianPackage(of: distribution) else { return nil }
      let conditions = specifiers.elements.flatMap { $0.debianConditions(epoch: package.epoch) }
      return conditions.isEmpty ? [package.name] : conditions.map { "\(package.name) (\($0))" }
    case .rpm:
      let capability = "python3dist(\(distribution))"
      let conditions = specifiers.elements.flatMap { $0.rpmConditions(capability) }
      switch conditions.count {
      case 0: return [capability]
      case 1: return conditions
      // One package must meet them all.
      default: return ["(\(conditions.joined(separator: " with ")))"]
      }
    }
  }

  /// The name under which the family has it.
  func name(for family: PackageFamily) -> String? {
    switch family {
    case .debian: DistributionTable.debianPackage(of: distribution)?.name
    case .rpm: "python3dist(\(distribution))"
    }
  }
}

extension Relations.Kind {
  fileprivate var strength: Int {
    switch self {
    case .depends: 3
    case .recommends: 2
    case .suggests: 1
    case .conflicts, .provides, .replaces: 0
    }
  }
}
