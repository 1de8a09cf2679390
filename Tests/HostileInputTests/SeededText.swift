import TestSupport

/// Texts that are put together at random, by a seed, of what some reader on their way would take for its own.
struct SeededText {
  private var random: SeededNumbers
  private let parts: [[UInt8]]
  private let characters: [Character]
  private let isName: Bool
  /// Whether what stands first would be read as a list within the list.
  private let isItem: Bool

  /// - Parameter refused: the names of the texts that the channel refuses, and with them what they are made of.
  init(seed: UInt64, for channel: Channel, refused: Set<String>) {
    random = SeededNumbers(seed: seed)
    isName = channel.name == "names of files"
    isItem = channel.name.hasPrefix("changelog")
    // What is not to be seen is refused nearly everywhere; where it is not, it becomes something else.
    let others: Set = ["nul", "escape", "bidi", "separators", "not-utf-8", "long", "carriage-return"]
    parts = Payload.all.filter {
      !refused.contains($0.name) && !others.contains($0.name) && !channel.cannotHold($0)
    }.map(\.bytes)
    var without = ""
    if refused.contains("shell") { without += ";|&<>*?~#" }
    if refused.contains("xml") { without += "<>&" }
    if refused.contains("percent") { without += "%" }
    if refused.contains("backslash") { without += "\\" }
    if refused.contains("template") || refused.contains("substvar") { without += "{}$" }
    if isName { without += "/" }
    // Names of persons end at these.
    if channel.name == "environment" { without += ",@:()\"'\\" }
    // Links and emphasis of Markdown become what they say.
    if channel.name == "changelog, Markdown" { without += "[]()*_`<>" }
    characters = Self.alphabet.filter { !without.contains($0) }
  }

  private static let alphabet = Array("%{}()[]$`\"'\\;|&<>*?~#!^@,:=/-+.aAbBxz019 éß漢🙂")
  private static let words = [
    "%pre -p <lua>", "%{load:/etc/passwd}", "%dnl x", "%{!?x:y}", "%files", "%description", "Requires:", "Source0:",
    "%{uncompress:x}", "${shlibs:Depends}", "$(hostile-canary)", "`hostile-canary`", "%(hostile-canary)",
    "%{lua: print(1)}", "Depends:", "-- x", "%elif 1", "%bcond_with x", "%undefine x", "EOF", "#!hostile-canary", "\\",
  ]

  /// A text with its number in it, so that each is found in its own place.
  mutating func text(_ number: Int) -> Payload {
    var pieces: [[UInt8]] = (0...random.below(3)).map { _ in piece() }
    let mark = Array("n\(number)n".utf8)
    if number.isMultiple(of: 2) || isItem || isName { pieces.insert(mark, at: 0) }
    // Copies that editors leave end otherwise.
    if !number.isMultiple(of: 2) || isName { pieces.append(mark) }
    var bytes = Array(pieces.joined(separator: [0x20]))
    // A name of 255 bytes is the longest there is.
    if isName, bytes.count > 200 { bytes = mark }
    return Payload("text \(number)", bytes: bytes)
  }

  /// A text with one in it that is refused.
  mutating func text(around bad: Payload) -> Payload {
    Payload(bad.name, bytes: Array("n ".utf8) + piece() + bad.bytes + [0x20] + piece())
  }

  private mutating func piece() -> [UInt8] {
    switch random.below(4) {
    case 0 where !parts.isEmpty: return parts[random.below(parts.count)]
    case 1:
      let word = Self.words[random.below(Self.words.count)]
      return Array(word.filter { characters.contains($0) || $0.isLetter && !Self.alphabet.contains($0) }.utf8)
    default: return Array(String((0...random.below(12)).map { _ in characters[random.below(characters.count)] }).utf8)
    }
  }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(bound, 1)))
  }
}
