import Glibc

/// Dates as packages write them, always in UTC and in English, and how much time goes by.
package enum Clock {
  /// What a stretch of time is measured with. A clock of Swift's own brings all that tasks need into each tool.
  package static var uptime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// `Sat, 21 Nov 2026 07:27:18 +0000`, for changelogs (RFC 5322, Debian Policy 4.4).
  package static func mailDate(_ timestamp: Int) -> String { format("%a, %d %b %Y %H:%M:%S +0000", timestamp) }

  /// `Sat Nov 21 2026`, for a spec's %changelog.
  package static func specDate(_ timestamp: Int) -> String { format("%a %b %d %Y", timestamp) }

  /// `2026-11-21` (ISO 8601).
  package static func isoDate(_ timestamp: Int) -> String { format("%Y-%m-%d", timestamp) }

  package static func year(_ timestamp: Int) -> String { format("%Y", timestamp) }

  /// The process never calls setlocale(3), so the names are those of the C locale.
  private static func format(_ pattern: String, _ timestamp: Int) -> String {
    var seconds = time_t(timestamp)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, pattern, &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
