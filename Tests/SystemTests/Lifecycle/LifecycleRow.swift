import Verification

/// One kind of system that one kind of package comes to.
struct LifecycleRow: Hashable, Sendable, CustomStringConvertible {
  enum Format: String, Sendable, CaseIterable { case deb, rpm }

  enum Place: String, Sendable, CaseIterable {
    case systemd
    case sysvinit
    case noInit = "no init"
    case policy = "policy-rc.d 101"

    /// What the place is made of.
    var recipe: RootRecipe {
      switch self {
      case .systemd, .policy: .systemd
      case .sysvinit: .sysvinit
      case .noInit: .plain
      }
    }

    var hasSystemd: Bool { recipe.name == RootRecipe.systemd.name }
  }

  let format: Format
  let place: Place

  static let all = Format.allCases.flatMap { format in
    Place.allCases.map { LifecycleRow(format: format, place: $0) }
  }

  var description: String { "\(format.rawValue), \(place.rawValue)" }
}
