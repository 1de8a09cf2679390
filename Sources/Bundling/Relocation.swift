/// Takes the place where an environment was made out of its texts.
struct Relocation: Sendable, Equatable {
  /// The paths under which the environment's folder was known.
  let places: [String]
  /// The folder on the target.
  let prefix: String

  /// The interpreter that every script of the environment names.
  var interpreter: String { "\(prefix)/bin/python3" }

  /// A script of the environment's `bin` for the target: its interpreter is the environment's, by the new path.
  func script(_ text: [UInt8]) -> [UInt8] {
    guard let (rest, arguments) = Self.scriptOfEnvironment(text[...]) else { return relocated(text) }
    let line = "#!\(interpreter)\(arguments.isEmpty ? "" : " \(arguments)")\n"
    return Array(line.utf8) + relocated(Array(rest))
  }

  /// A text in which the new place is named for the old ones.
  ///
  /// A longer name that only begins so is another place, and stays.
  func relocated(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for place in places where place != prefix {
      text = Self.replace(Array(place.utf8), by: Array(prefix.utf8), in: text)
    }
    return text
  }

  private static func replace(_ old: [UInt8], by new: [UInt8], in text: [UInt8]) -> [UInt8] {
    guard let first = old.first else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let end = index + old.count
      let matches =
        text[index] == first && end <= text.count && text[index..<end].elementsEqual(old)
        && (end == text.count || !text[end].continuesName) && (index == 0 || !text[index - 1].continuesName)
      if matches {
        result += new
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// What follows the first line of a Python script, and the interpreter's arguments in that line; `nil` for scripts
  /// that are not for the environment's Python.
  ///
  /// Where the path of the interpreter is too long for the kernel or has blanks, installers write three lines, of which
  /// a shell reads two and Python one string (pip's distlib).
  private static func scriptOfEnvironment(
    _ text: ArraySlice<UInt8>
  ) -> (rest: ArraySlice<UInt8>, arguments: String)? {
    guard text.starts(with: "#!".utf8) else { return nil }
    var lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst() else { return nil }
    func rest(after line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { text[min(line.endIndex + 1, text.endIndex)...] }
    let words = String(decoding: first.dropFirst(2), as: UTF8.self).split(separator: " ")
    if words == ["/bin/sh"], let second = lines.popFirst(), let third = lines.popFirst(),
      second.starts(with: "'''exec' ".utf8), third.starts(with: "' '''".utf8)
    {
      return (rest(after: third), "")
    }
    if words.first == "/usr/bin/env", words.count > 1, isPython(words[1]) {
      return (rest(after: first), words.dropFirst(2).joined(separator: " "))
    }
    guard let path = words.first, let slash = path.lastIndex(of: "/"), isPython(path[path.index(after: slash)...]),
      !["/usr/bin", "/bin"].contains(path[..<slash])
    else { return nil }
    return (rest(after: first), words.dropFirst().joined(separator: " "))
  }

  /// `python`, `python3`, `python3.11`.
  static func isPython(_ name: some StringProtocol) -> Bool {
    guard name.hasPrefix("python") else { return false }
    return name.dropFirst("python".count).utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}

extension UInt8 {
  /// Whether it makes a file's name another name.
  fileprivate var continuesName: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self >= 0x80
  }
}
