/// One pattern of a .gitignore file (gitignore(5), "PATTERN FORMAT").
struct GlobPattern: Sendable, Equatable {
  /// `!pattern`: takes back what an earlier pattern left out.
  let isNegated: Bool
  /// `pattern/`: matches folders alone.
  let isForFolders: Bool
  /// The path's parts; the first is `**` where the pattern may match at any depth.
  private let segments: [[Unicode.Scalar]]

  static let lengthLimit = 4096

  /// - Returns: `nil` for an empty line and a comment.
  init?(_ line: String) {
    var text = Substring(line)
    if text.hasSuffix("\r") { text.removeLast() }
    // Blanks at the end do not count unless a backslash precedes them.
    while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text.removeLast() }
    guard !text.isEmpty, !text.hasPrefix("#"), text.utf8.count <= Self.lengthLimit else { return nil }
    isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    isForFolders = text.hasSuffix("/")
    if isForFolders { text.removeLast() }
    // A slash anywhere but at the end ties the pattern to the top.
    let isAnchored = text.contains("/")
    var parts = text.split(separator: "/").map { Array($0.unicodeScalars) }
    guard !parts.isEmpty else { return nil }
    if !isAnchored { parts.insert(["*", "*"], at: 0) }
    segments = parts
  }

  /// Whether a path, as its parts below the top, is matched.
  func matches(_ path: [[Unicode.Scalar]], isFolder: Bool) -> Bool {
    if isForFolders && !isFolder { return false }
    // The last `**` seen takes one part more whenever what follows it does not fit, so time is bounded by the product.
    var (next, place) = (0, 0)
    var retry: (segment: Int, place: Int)?
    while place < path.count {
      if next < segments.count, segments[next] == ["*", "*"] {
        // At the end `a/**` matches all within, not the folder itself.
        if next == segments.count - 1 { return next == 0 || place < path.count }
        retry = (next, place)
        next += 1
      } else if next < segments.count, Self.matches(segments[next], path[place]) {
        next += 1
        place += 1
      } else if let last = retry {
        retry = (last.segment, last.place + 1)
        (next, place) = (last.segment + 1, last.place + 1)
      } else {
        return false
      }
    }
    return next == segments.count
  }

  /// One part of a path against one of the pattern: `*`, `?`, `[a-z]`, `[!a-z]`, and a backslash before a plain sign.
  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (next, place) = (0, 0)
    var retry: (pattern: Int, place: Int)?
    while place < name.count {
      if next < pattern.count, pattern[next] == "*" {
        retry = (next, place)
        next += 1
      } else if next < pattern.count, let length = single(pattern, next, name[place]) {
        next += length
        place += 1
      } else if let last = retry {
        retry = (last.pattern, last.place + 1)
        (next, place) = (last.pattern + 1, last.place + 1)
      } else {
        return false
      }
    }
    while next < pattern.count, pattern[next] == "*" { next += 1 }
    return next == pattern.count
  }

  /// How much of the pattern stands for one sign; `nil` where it does not fit.
  private static func single(_ pattern: [Unicode.Scalar], _ start: Int, _ sign: Unicode.Scalar) -> Int? {
    switch pattern[start] {
    case "?": return 1
    case "\\" where start + 1 < pattern.count: return pattern[start + 1] == sign ? 2 : nil
    case "[":
      guard let (isMember, length) = bracket(pattern, start, sign) else { return sign == "[" ? 1 : nil }
      return isMember ? length : nil
    default: return pattern[start] == sign ? 1 : nil
    }
  }

  private static func bracket(
    _ pattern: [Unicode.Scalar], _ start: Int, _ sign: Unicode.Scalar
  ) -> (isMember: Bool, length: Int)? {
    var index = start + 1
    var isNegated = false
    if index < pattern.count, pattern[index] == "!" || pattern[index] == "^" {
      isNegated = true
      index += 1
    }
    let first = index
    var isMember = false
    while index < pattern.count {
      if pattern[index] == "]", index > first { return (isMember != isNegated, index + 1 - start) }
      if pattern[index] == "\\", index + 1 < pattern.count { index += 1 }
      let low = pattern[index]
      var high = low
      if index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]" {
        high = pattern[index + 2]
        index += 2
      }
      if low.value <= sign.value, sign.value <= high.value { isMember = true }
      index += 1
    }
    return nil
  }
}
