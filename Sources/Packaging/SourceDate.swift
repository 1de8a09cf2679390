import Diagnostics
import PackageModel
import Toolbox

/// The one date of everything in a package.
struct SourceDate {
  /// Seconds since 1970.
  let timestamp: Int
  /// What is told where it is none of those that were found.
  private(set) var notes: [Diagnostic] = []

  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org), else that of the changelog's newest version, else the time at which
  /// the application file was last modified. Debian's archive takes no file older than 1984, so that these two are not
  /// before.
  init(changelog: Changelog?, modified: Int, _ context: BuildContext) throws(Failure) {
    guard let text = context.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
      let found = changelog?.entries.lazy.compactMap(\.timestamp).first ?? modified
      guard found < Self.earliest else {
        timestamp = min(found, Self.latest)
        return
      }
      timestamp = Self.earliest
      notes.append(
        .note(
          .sourceDate, "the date \(Clock.isoDate(max(found, 0))) is too old for a package, so it has 1985-01-01",
          remedy: "set SOURCE_DATE_EPOCH to another"))
      return
    }
    guard let seconds = Int(text), (0...Self.latest).contains(seconds) else {
      throw Failure.usage(
        .sourceDate, "SOURCE_DATE_EPOCH is not a date: \(quoted(text))",
        remedy: "set it to seconds since 1970, or unset it")
    }
    timestamp = seconds
  }

  /// 1985-01-01, a year later than dak and lintian ask for, in whatever time zone.
  private static let earliest = 473_385_600

  /// RPM keeps dates in 32 bits.
  private static let latest = Int(UInt32.max)
}
