import Foundation
import Verification

/// One kind of system that one kind of package comes to, in one release of Debian.
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

  /// The releases of Debian, with rpm 4.18, 4.20 and 6.1.
  enum Suite: String, Sendable, CaseIterable {
    case bookworm, trixie, sid

    var title: String {
      switch self {
      case .bookworm: "12"
      case .trixie: "13"
      case .sid: "sid"
      }
    }
  }

  let format: Format
  let place: Place
  var suite = Suite.bookworm

  var recipe: RootRecipe { place.recipe.of(suite.rawValue) }

  /// The same in Debian 12.
  var usual: LifecycleRow { LifecycleRow(format: format, place: place) }

  static func all(of suites: [Suite]) -> [LifecycleRow] {
    Format.allCases.flatMap { format in
      Place.allCases.flatMap { place in
        suites.map { LifecycleRow(format: format, place: place, suite: $0) }
      }
    }
  }

  /// A release, where the tests ask for one alone.
  static let suites: [Suite] =
    !wantsEverything
    ? [.bookworm]
    : ProcessInfo.processInfo.environment["TAP2DEB_SUITE"].flatMap(Suite.init).map { [$0] } ?? Suite.allCases

  var description: String { "\(format.rawValue), \(place.rawValue), Debian \(suite.title)" }
}
