/// Whether a text holds a password or the like in so many words, so that it is not for everyone's eyes.
///
/// It looks for what people write, in any language: a name with "password" or "secret" in it that is given a text, an
/// address with a password in it, and the ways in which Twisted is told of users (twisted.cred.strcred, `memory:`). Better
/// once too often: all that follows is that others cannot read the file.
package enum SecretText {
  private static let words = [
    "passw", "passphrase", "pwd", "secret", "token", "api_key", "apikey", "private_key", "credential",
  ]
  .map { Array($0.utf8) }
  /// Each beginning of a hint, and what has to follow it.
  private static let hints: [(start: [UInt8], holds: @Sendable (ArraySlice<UInt8>) -> Bool)] =
    words.map { ($0, isGivenText) } + [
      (Array("adduser(".utf8), { _ in true }), (Array("databasedontuse(".utf8), { $0.first != UInt8(ascii: ")") }),
      (Array("private key-----".utf8), { _ in true }),
      (Array("memory:".utf8), hasPassword), (Array("://".utf8), isAddressWithPassword),
    ]

  /// Whether a file's bytes hold one.
  package static func isIn(_ bytes: [UInt8]) -> Bool {
    let lower = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    let hints = hints
    var byFirst = [[Int]](repeating: [], count: 256)
    for (index, hint) in hints.enumerated() { byFirst[Int(hint.start[0])].append(index) }
    for index in lower.indices.dropLast() {
      for number in byFirst[Int(lower[index])] where hints[number].start[1] == lower[index + 1] {
        let hint = hints[number]
        if lower[index...].starts(with: hint.start), hint.holds(lower[(index + hint.start.count)...]) { return true }
      }
    }
    return false
  }

  /// Whether a configuration gives one a value, with or without quotes: `password = x`, `token: x`.
  package static func isInSettings(_ bytes: [UInt8]) -> Bool {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.contains { line in
      let text = line.prefix(400).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
      guard let sign = text.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
        return false
      }
      let name = text[..<sign].filter { isNamePart($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "#") }
      let hasValue = text[(sign + 1)...].contains { $0 > 0x20 && !isQuote($0) && $0 != UInt8(ascii: ",") }
      return holdsWord(name) && hasValue && name.first != UInt8(ascii: "#") && !isAboutFile(name[...])
    }
  }

  /// Whether one of a plugin's arguments is one: `--secret x`, `--password=x`, `--auth memory:joe:x`.
  package static func isIn(_ arguments: [String]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      let bytes = Array(argument.lowercased().utf8)
      if isIn(bytes) { return true }
      guard argument.hasPrefix("--") else { continue }
      let name = bytes.prefix { $0 != UInt8(ascii: "=") }
      let value =
        name.count < bytes.count
        ? String(decoding: bytes[(name.count + 1)...], as: UTF8.self) : arguments.dropFirst(index + 1).first
      // Of Twisted's own plugins, --passwd names a file.
      let isPath = value.map { $0.contains("/") || $0.hasSuffix("passwd") || $0.hasSuffix(".txt") } ?? true
      if !isPath, holdsWord(name), !isAboutFile(name) { return true }
    }
    return false
  }

  /// Whether a text follows a name: `password = "x"`, `"password": 'x'`, `password=b"x"`.
  @Sendable private static func isGivenText(_ bytes: ArraySlice<UInt8>) -> Bool {
    let tail = bytes.prefix(60).prefix { isNamePart($0) }
    if isAboutFile(tail) { return false }
    var rest = bytes[tail.endIndex...]
    if let first = rest.first, isQuote(first) { rest.removeFirst() }
    if rest.first == UInt8(ascii: "]") { rest.removeFirst() }
    rest = rest.dropFirst(rest.prefix(8).prefix { $0 == UInt8(ascii: " ") }.count)
    guard let sign = rest.popFirst(), sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else { return false }
    rest = rest.dropFirst(rest.prefix(8).prefix { $0 == UInt8(ascii: " ") }.count)
    if let prefix = rest.first, "bur".utf8.contains(prefix) { rest.removeFirst() }
    guard let quote = rest.popFirst(), isQuote(quote), let next = rest.first else { return false }
    return next != quote
  }

  private static func holdsWord(_ name: some Collection<UInt8>) -> Bool {
    words.contains { word in name.indices.contains { name[$0...].starts(with: word) } }
  }

  /// `password-file`, `password_path`: where it is, not what it is.
  private static func isAboutFile(_ name: ArraySlice<UInt8>) -> Bool {
    ["file", "path", "filename", "url", "field", "prompt"].contains { word in
      name.reversed().starts(with: word.utf8.reversed())
    }
  }

  /// `joe:pw`.
  @Sendable private static func hasPassword(_ bytes: ArraySlice<UInt8>) -> Bool {
    let user = bytes.prefix(100).prefix { isNamePart($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    let rest = bytes[user.endIndex...]
    guard !user.isEmpty, rest.first == UInt8(ascii: ":"), let next = rest.dropFirst().first else { return false }
    return next > 0x20 && !isQuote(next)
  }

  /// `user:pw@host`.
  @Sendable private static func isAddressWithPassword(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.prefix(300).prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && !isQuote($0) }
    guard let at = word.lastIndex(of: UInt8(ascii: "@")), let colon = word[..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return colon + 1 < at
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
