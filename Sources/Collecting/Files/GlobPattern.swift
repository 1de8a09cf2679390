/// One pattern of a .gitignore file (gitignore(5), "PATTERN FORMAT").
struct GlobPattern: Sendable, Equatable {
  /// `!pattern`: takes back what an earlier pattern left out.
  let isNegated: Bool
  /// `pattern/`: matches folders alone.
  let isForFolders: Bool
  /// A slash anywhere but at the end ties the pattern to the top.
  let isAnchored: Bool
  /// The path's parts; the first is `**` where the pattern may match at any depth.
  private let segments: [Segment]

  private enum Segment: Sendable, Equatable {
    /// `**`
    case anyDepth
    case name(GlobSegment)
  }

  static let lengthLimit = 4096

  /// - Returns: `nil` for a pattern that says nothing, or is longer than any path.
  init?(_ line: String) {
    var text = Substring(line)
    // Blanks at the end do not count unless a backslash precedes them.
    while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= Self.lengthLimit else { return nil }
    isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    isForFolders = text.hasSuffix("/")
    if isForFolders { text.removeLast() }
    isAnchored = text.contains("/")
    var parts = text.split(separator: "/").filter { $0 != "." }.map {
      $0 == "**" ? .anyDepth : Segment.name(GlobSegment($0))
    }
    guard !parts.isEmpty else { return nil }
    if !isAnchored { parts.insert(.anyDepth, at: 0) }
    segments = parts
  }

  /// The one name that it matches at any depth, where it is no more than a name.
  var plainName: [Unicode.Scalar]? {
    guard segments.count == 2, case .anyDepth = segments[0], case .name(let segment) = segments[1] else { return nil }
    return segment.plainName
  }

  /// Whether a path, as its parts below the top, is matched.
  ///
  /// - Parameter steps: Grows with the work done.
  func matches(_ path: [[Unicode.Scalar]], isFolder: Bool, steps: inout Int) -> Bool {
    if isForFolders && !isFolder { return false }
    // The last `**` seen takes one part more whenever what follows it does not fit, so time is bounded by the product.
    var (next, place) = (0, 0)
    var retry: (segment: Int, place: Int)?
    while place < path.count {
      if next < segments.count, case .anyDepth = segments[next] {
        // At the end `a/**` matches all within, not the folder itself.
        if next == segments.count - 1 { return next == 0 || place < path.count }
        retry = (next, place)
        next += 1
      } else if next < segments.count, case .name(let segment) = segments[next],
        segment.matches(path[place], steps: &steps)
      {
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
}
