/// Dates that people write in histories, as seconds since 1970.
enum CalendarDate {
  /// RPM keeps dates in 32 bits, and knows none before 1970.
  private static let range = 0...Int(UInt32.max)

  /// `Sat, 21 Nov 2026 08:03:46 +0100` (RFC 5322); the day's name says nothing new and is not looked at.
  static func timestamp(mail text: Substring) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[0].hasSuffix(","), let day = number(words[1], 1...31),
      let month = months.firstIndex(of: words[2].lowercased()), let year = number(words[3], 1970...2105)
    else { return nil }
    let time = words[4].split(separator: ":")
    guard time.count == 3, let hour = number(time[0], 0...23), let minute = number(time[1], 0...59),
      let second = number(time[2], 0...60), words[5].count == 5, let zone = number(words[5].dropFirst(), 0...1459),
      let sign = ["+": 1, "-": -1][words[5].prefix(1)], let days = days(year: year, month: month + 1, day: day)
    else { return nil }
    let offset = sign * ((zone / 100) * 60 + zone % 100) * 60
    let result = days * 86400 + hour * 3600 + minute * 60 + second - offset
    return range.contains(result) ? result : nil
  }

  /// `2026-11-21`, at midnight UTC.
  static func timestamp(numbers text: Substring) -> Int? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == "." })
    guard parts.count == 3, let year = number(parts[0], 1970...2105), let month = number(parts[1], 1...12),
      let day = number(parts[2], 1...31), let days = days(year: year, month: month, day: day)
    else { return nil }
    return days * 86400
  }

  /// A date in the heading of a version, or what looks like one and is not understood.
  enum Reading: Equatable {
    case none
    case date(Int)
    case unclear(String)
  }

  /// `2026-11-21`, `21.11.2026`, `November 21, 2026`, `21st Nov 2026`; `11/12/2026` could be two days.
  static func reading(_ words: [Substring]) -> Reading {
    for (index, word) in words.enumerated() {
      let plain = word.prefix { $0 != "T" }
      if let timestamp = timestamp(numbers: plain) ?? timestamp(dayFirst: plain) { return .date(timestamp) }
      guard index + 2 < words.count, let year = number(words[index + 2], 1970...2105) else { continue }
      for (day, month) in [(words[index], words[index + 1]), (words[index + 1], words[index])] {
        let digits = day.prefix { $0.isNumber }
        let ending = day[digits.endIndex...].lowercased()
        guard let number = number(digits, 1...31), ["", "st", "nd", "rd", "th", "."].contains(ending),
          let month = self.month(month), let days = days(year: year, month: month, day: number)
        else { continue }
        return .date(days * 86400)
      }
    }
    let isDate = words.contains { word in
      month(word) != nil
        || word.split { "-/.".contains($0) }.contains { $0.utf8.count == 4 && number($0, 1900...2199) != nil }
    }
    return isDate ? .unclear(words.joined(separator: " ")) : .none
  }

  /// `21.11.2026`, and `11/21/2026` or `21/11/2026` where only one of the two can be the day.
  private static func timestamp(dayFirst text: Substring) -> Int? {
    let parts = text.split(whereSeparator: { "-/.".contains($0) })
    guard parts.count == 3, parts[2].utf8.count == 4, let year = number(parts[2], 1970...2105),
      let first = number(parts[0], 1...31), let second = number(parts[1], 1...31)
    else { return nil }
    let (day, month) = first > 12 || text.contains(".") || first == second ? (first, second) : (second, first)
    guard month <= 12, day > 12 || text.contains(".") || first == second,
      let days = days(year: year, month: month, day: day)
    else {
      return nil
    }
    return days * 86400
  }

  private static func month(_ word: Substring) -> Int? {
    let name = word.lowercased().prefix { $0 != "." }
    guard name.count >= 3, let index = months.firstIndex(where: { name.hasPrefix($0) }) else { return nil }
    return longMonths[index].hasPrefix(name) || name == "sept" ? index + 1 : nil
  }

  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text)
    else { return nil }
    return range.contains(value) ? value : nil
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func days(year: Int, month: Int, day: Int) -> Int? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400)
    return (year - 1970) * 365 + leapDays + lengths[..<(month - 1)].reduce(0, +) + day - 1
  }
}
