import Diagnostics
import PackageModel

/// How a source package is laid out (dpkg-source(1), "Package formats").
package enum SourceFormat: String, Sendable, Equatable, CaseIterable {
  /// One archive, for what is packaged by those who write it.
  case native
  /// The application's archive and, beside it, the packaging's.
  case quilt

  /// - Throws: A usage failure for another word.
  package init(option text: String) throws(Failure) {
    guard let format = Self(rawValue: text) else {
      throw Failure.usage(.optionValue, "there is no source format \(quoted(text))", remedy: "give native or quilt")
    }
    self = format
  }

  /// The format that was asked for, or the one that fits the version: a revision counts the packagings of one original.
  ///
  /// - Throws: A usage failure for a format that has no place for the version (Debian Policy 5.6.12).
  init(_ wanted: Self?, for version: PackageVersion) throws(Failure) {
    self = wanted ?? (version.hasRevision ? .quilt : .native)
    switch (self, version.hasRevision) {
    case (.quilt, false):
      throw Failure.usage(
        .version, "a quilt package's version has a revision: \(quoted(version.description))",
        remedy: "try --revision 1")
    case (.native, true):
      throw Failure.usage(
        .version, "a native package's version has no revision: \(quoted(version.description))",
        remedy: "leave the revision out, or give --source-format quilt")
    default: break
    }
  }

  /// The content of `debian/source/format`.
  var title: String { "3.0 (\(rawValue))" }
}
