/// The input around the current position and an index of where each three bytes occurred before.
///
/// The window is two spans of 32 KiB that slide over the input by one span at a time, as in GNU gzip. What lies behind the end
/// of the input matters too: a match may be preferred because it goes on there, so those bytes are kept as gzip has them.
struct MatchWindow {
  /// A repetition found: how long, and how far back it began. A length below 3 is none.
  struct Match {
    var length: Int
    var distance: Int

    static let none = Match(length: DeflateAlphabet.minimumMatch - 1, distance: 0)
  }

  private static let span = 0x8000
  private static let size = 2 * span
  /// So much must lie ahead for a match of full length and the hash of what follows it.
  private static let requiredLookahead = DeflateAlphabet.maximumMatch + DeflateAlphabet.minimumMatch + 1
  private static let maximumDistance = span - requiredLookahead
  /// Three bytes that are further back cost more as a match than as literals.
  private static let maximumDistanceOfShortest = 4096
  private static let hashMask = 0x7FFF
  private static let hashShift = 5
  /// Level 9: how many candidates are looked at, and from which waiting match on only a quarter of them.
  private static let candidateLimit = 4096
  private static let goodLength = 32

  private let input: [UInt8]
  private var inputRead: Int
  private var inputEnded = false

  private(set) var bytes: [UInt8]
  private(set) var position = 0
  private var lookahead: Int
  private var hash = 0
  /// The latest position with each hash; 0 stands for none, so that the very first byte is never matched.
  private var latest = Array(repeating: UInt16(0), count: hashMask + 1)
  /// For each position, modulo the span, the one before it that has the same hash.
  private var earlier: [UInt16]

  init(_ input: [UInt8]) {
    self.input = input
    inputRead = min(input.count, Self.size)
    lookahead = inputRead
    bytes = Array(input.prefix(Self.size))
    bytes += repeatElement(0, count: Self.requiredLookahead)
    earlier = Array(repeating: 0, count: min(input.count, Self.span - 1) + 1)
    for byte in bytes.prefix(2) { hash = Self.hash(hash, adding: byte) }
    refill()
  }

  /// Whether the position is at the end of the input.
  var isExhausted: Bool { lookahead == 0 }

  var previousByte: UInt8 { bytes[position - 1] }

  mutating func advance() {
    position += 1
    lookahead -= 1
  }

  /// Passes over `count` bytes after the current one that are part of a match.
  mutating func skip(_ count: Int) {
    for _ in 0..<count {
      advance()
      index()
    }
  }

  @inline(__always)
  private static func hash(_ hash: Int, adding byte: UInt8) -> Int {
    (hash << hashShift ^ Int(byte)) & hashMask
  }

  /// Enters the current position into the index.
  /// - Returns: The latest position before it that has the same hash.
  @inline(__always)
  @discardableResult
  private mutating func index() -> Int {
    hash = Self.hash(hash, adding: bytes[position + 2])
    let candidate = latest[hash]
    earlier[position & (Self.span - 1)] = candidate
    latest[hash] = UInt16(truncatingIfNeeded: position)
    return Int(candidate)
  }
}

// MARK: Searching

extension MatchWindow {
  /// Indexes the current position and looks for the longest match there.
  /// - Parameter waiting: The match at the byte before: only a longer one is of use.
  mutating func matchAtPosition(longerThan waiting: Match) -> Match {
    let candidate = index()
    guard candidate > 0, waiting.length < DeflateAlphabet.maximumMatch,
      position - candidate <= Self.maximumDistance, position <= Self.size - Self.requiredLookahead
    else { return .none }
    var match = longestMatch(from: candidate, longerThan: waiting.length)
    match.length = min(match.length, lookahead)
    let isNotWorthIt =
      match.length == DeflateAlphabet.minimumMatch && match.distance > Self.maximumDistanceOfShortest
    return isNotWorthIt ? .none : match
  }

  /// The longest match among the candidates, the nearest of equal ones; of length `minimum` and no use if there is none.
  private func longestMatch(from first: Int, longerThan minimum: Int) -> Match {
    let maximum = DeflateAlphabet.maximumMatch
    let oldest = max(0, position - Self.maximumDistance)
    var remaining = minimum >= Self.goodLength ? Self.candidateLimit / 4 : Self.candidateLimit
    var best = Match(length: minimum, distance: 0)
    var candidate = first
    let bytes = bytes.span
    let earlier = earlier.span
    var lastByte = bytes[position + minimum]
    var lastByteBefore = bytes[position + minimum - 1]
    repeat {
      if bytes[candidate + best.length] == lastByte, bytes[candidate + best.length - 1] == lastByteBefore {
        var length = 0
        while length < maximum, bytes[candidate + length] == bytes[position + length] { length += 1 }
        if length > best.length {
          best = Match(length: length, distance: position - candidate)
          if length == maximum { break }
          lastByte = bytes[position + length]
          lastByteBefore = bytes[position + length - 1]
        }
      }
      candidate = Int(earlier[candidate & (Self.span - 1)])
      remaining -= 1
    } while candidate > oldest && remaining > 0
    return best
  }
}

// MARK: Sliding

extension MatchWindow {
  /// Reads on if less lies ahead than a search may need, first sliding the window if it is full.
  /// - Returns: By how much the positions have moved towards the start.
  @discardableResult
  mutating func refill() -> Int {
    var slid = 0
    while lookahead < Self.requiredLookahead, !inputEnded {
      if position >= Self.span + Self.maximumDistance {
        slide()
        slid += Self.span
      }
      read()
    }
    return slid
  }

  private mutating func slide() {
    bytes.replaceSubrange(..<Self.span, with: bytes[Self.span..<Self.size])
    position -= Self.span
    let span = UInt16(Self.span)
    for index in latest.indices { latest[index] = latest[index] >= span ? latest[index] - span : 0 }
    for index in earlier.indices { earlier[index] = earlier[index] >= span ? earlier[index] - span : 0 }
  }

  private mutating func read() {
    let end = position + lookahead
    let count = min(input.count - inputRead, Self.size - end)
    if count > 0 {
      bytes.replaceSubrange(end..<end + count, with: input[inputRead..<inputRead + count])
      inputRead += count
      lookahead += count
    } else {
      inputEnded = true
      bytes[end] = 0
      bytes[end + 1] = 0
    }
  }
}
