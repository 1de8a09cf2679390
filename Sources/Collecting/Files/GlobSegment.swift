/// What a pattern says of one part of a path: `*`, `?`, `[a-z]`, `[!a-z]`, and a backslash before a plain sign.
struct GlobSegment: Sendable, Equatable {
  private enum Token: Sendable, Equatable {
    /// `*`
    case anything
    /// `?`
    case any
    case sign(Unicode.Scalar)
    case set([ClosedRange<UInt32>], isNegated: Bool)

    func stands(for sign: Unicode.Scalar) -> Bool {
      switch self {
      case .anything: false
      case .any: true
      case .sign(let own): own == sign
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(sign.value) } != isNegated
      }
    }

    /// How much work it is to ask it.
    var weight: Int { if case .set(let ranges, _) = self { 1 + ranges.count } else { 1 } }
  }

  private var tokens: [Token] = []

  init(_ text: Substring) {
    let signs = Array(text.unicodeScalars)
    var index = 0
    // A bracket without its end is a plain sign, and so is each one after it.
    var hasBrackets = true
    while index < signs.count {
      switch signs[index] {
      case "*": if tokens.last != .anything { tokens.append(.anything) }
      case "?": tokens.append(.any)
      case "\\" where index + 1 < signs.count:
        index += 1
        tokens.append(.sign(signs[index]))
      case "[" where hasBrackets:
        if let (set, end) = Self.set(signs, index) {
          tokens.append(set)
          index = end
        } else {
          hasBrackets = false
          tokens.append(.sign("["))
        }
      default: tokens.append(.sign(signs[index]))
      }
      index += 1
    }
  }

  /// The name that it stands for, where it stands for one only.
  var plainName: [Unicode.Scalar]? {
    var name: [Unicode.Scalar] = []
    for token in tokens {
      guard case .sign(let sign) = token else { return nil }
      name.append(sign)
    }
    return name
  }

  func matches(_ name: [Unicode.Scalar], steps: inout Int) -> Bool {
    var (next, place) = (0, 0)
    var retry: (token: Int, place: Int)?
    // Most names are refused here: what follows the last star has to stand at their end.
    if let last = tokens.last, last != .anything {
      steps += last.weight
      guard let sign = name.last, last.stands(for: sign) else { return false }
    }
    while place < name.count {
      steps += next < tokens.count ? tokens[next].weight : 1
      if next < tokens.count, tokens[next] == .anything {
        retry = (next, place)
        next += 1
      } else if next < tokens.count, tokens[next].stands(for: name[place]) {
        next += 1
        place += 1
      } else if let last = retry {
        retry = (last.token, last.place + 1)
        (next, place) = (last.token + 1, last.place + 1)
      } else {
        return false
      }
    }
    while next < tokens.count, tokens[next] == .anything { next += 1 }
    return next == tokens.count
  }

  /// A set in brackets, and the place of the last one; `nil` where it has no end.
  private static func set(_ signs: [Unicode.Scalar], _ start: Int) -> (set: Token, end: Int)? {
    var index = start + 1
    var isNegated = false
    if index < signs.count, signs[index] == "!" || signs[index] == "^" {
      isNegated = true
      index += 1
    }
    let first = index
    var ranges: [ClosedRange<UInt32>] = []
    while index < signs.count {
      if signs[index] == "]", index > first { return (.set(ranges, isNegated: isNegated), index) }
      if signs[index] == "\\", index + 1 < signs.count { index += 1 }
      let low = signs[index].value
      var high = low
      if index + 2 < signs.count, signs[index + 1] == "-", signs[index + 2] != "]" {
        high = signs[index + 2].value
        index += 2
      }
      if low <= high { ranges.append(low...high) }
      index += 1
    }
    return nil
  }
}
