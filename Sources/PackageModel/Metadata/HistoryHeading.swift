/// What the heading of a version says: `[1.0.0] - 2017-06-20`, `v1.0 (January 5, 2024)`, `Version 1.0.0`,
/// `Twisted 22.4.0 (2022-04-11)`.
struct HistoryHeading: Equatable {
  let version: String
  /// Seconds since 1970, at midnight UTC; `nil` where there is no date.
  var timestamp: Int?
  /// What looks like a date and is none that is understood.
  var unclearDate: String?

  /// - Returns: `nil` for a heading without a version.
  init?(_ title: String) {
    let words = HistoryReader.plain(title[...]).split { " ()[],:\t".contains($0) }
    var rest = words[...]
    let isNamed = rest.first?.contains { $0.isNumber } == false
    let isVersionWord = rest.first.map { ["version", "release"].contains($0.lowercased()) } ?? false
    if isNamed { rest = rest.dropFirst() }
    guard var version = rest.first else { return nil }
    if version.first == "v" || version.first == "V" { version = version.dropFirst() }
    guard version.first.map({ ("0"..."9").contains($0) }) == true,
      version.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".+~-!_".contains($0)) })
    else { return nil }
    rest = rest.dropFirst()
    self.version = String(version)
    switch CalendarDate.reading(Array(rest)) {
    case .date(let date): timestamp = date
    case .unclear(let text): unclearDate = text
    case .none: break
    }
    // `Python 3.8 support` is a heading of changes; with a project's name in front, a version stands alone or has a date.
    if isNamed, !isVersionWord, timestamp == nil, unclearDate == nil, !rest.isEmpty { return nil }
    // `2024-01-05` alone is a day.
    if !isNamed, CalendarDate.timestamp(numbers: version) != nil, !version.contains(".") { return nil }
  }
}
