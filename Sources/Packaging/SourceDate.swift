import Diagnostics
import PackageModel

/// The one date of everything in a package.
enum SourceDate {
  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the changelog's newest date, else the time at which the application
  /// file was last modified.
  static func timestamp(
    _ environment: [String: String], changelog: Changelog?, modified: Int
  ) throws(Failure) -> Int {
    guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      let newest = changelog?.entries.compactMap(\.timestamp).max()
      return min(max(newest ?? modified, 0), latest)
    }
    guard let seconds = Int(text), (0...latest).contains(seconds) else {
      throw Failure(
        .usage, "SOURCE_DATE_EPOCH is no date: \(quoted(text))", remedy: "set it to seconds since 1970, or unset it")
    }
    return seconds
  }

  /// RPM keeps dates in 32 bits.
  private static let latest = Int(UInt32.max)
}
