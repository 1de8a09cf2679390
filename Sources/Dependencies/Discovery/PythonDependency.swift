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
