import Debian
import PackageModel
import RPM

extension FormatRules {
  /// Of the formats that there are.
  static let usual: [FormatRules] = [.debian, .rpm]
}
