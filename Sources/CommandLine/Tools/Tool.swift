import Formats
import PackageModel

/// A tool that makes packages: tap2deb, tap2rpm.
package struct Tool: Sendable {
  package static let version = "1.0.0"

  /// The format that it makes unless it is told another.
  let format: any PackageFormat
  /// All formats that there are.
  let formats: [any PackageFormat]

  package init(_ format: any PackageFormat, among formats: [any PackageFormat]) {
    (self.format, self.formats) = (format, formats)
  }

  var name: String { format.rules.tool }

  /// The tools of all formats: one configuration file is for them all.
  var siblings: [Tool] { formats.map { Tool($0, among: formats) } }
}
