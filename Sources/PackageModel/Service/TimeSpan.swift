/// A span of time in systemd's words (systemd.time(7)); a number alone counts seconds.
package struct TimeSpan: Sendable, Equatable {
  /// `nil` for `infinity`.
  package let seconds: Int?

  private static let units: [String: Double] = [
    "": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60, "h": 3600,
    "hr": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400, "w": 604_800, "week": 604_800,
    "weeks": 604_800, "ms": 0.001, "msec": 0.001, "us": 0.000_001, "usec": 0.000_001,
  ]

  package init?(_ text: String) {
    if text == "infinity" {
      seconds = nil
      return
    }
    var (total, rest, count) = (0.0, text[...].drop { $0 == " " }, 0)
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      guard let amount = Double(number), let factor = Self.units[String(unit)], count < 8 else { return nil }
      total += amount * factor
      count += 1
    }
    guard count > 0, total <= 1_000_000_000 else { return nil }
    seconds = Int(total.rounded(.up))
  }
}
