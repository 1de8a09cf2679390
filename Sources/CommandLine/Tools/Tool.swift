import PackageModel

/// The command-line tools of this package.
package enum Tool: String, Sendable, CaseIterable {
  case tap2deb, tap2rpm

  package static let version = "1.0.0"

  var family: PackageFamily {
    switch self {
    case .tap2deb: .debian
    case .tap2rpm: .rpm
    }
  }
}
