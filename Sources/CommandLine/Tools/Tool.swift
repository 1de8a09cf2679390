import PackageModel

/// The command-line tools of this package.
package enum Tool: String, Sendable, CaseIterable {
  case tap2deb, tap2rpm

  package static let version = "1.0.0"
  /// The date of this version, 21 November 2026: that of packages made from no file, so that they stay reproducible.
  static let released = 1_795_219_200

  var family: PackageFamily {
    switch self {
    case .tap2deb: .debian
    case .tap2rpm: .rpm
    }
  }
}
