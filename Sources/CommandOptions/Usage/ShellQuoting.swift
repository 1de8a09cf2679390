/// Words made safe for the shells that read completions.
enum ShellQuoting {
  /// A literal word of sh, bash and zsh.
  static func single(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// A command of every shell that lists the mail addresses of secret keys, a line each.
  static let signingKeys =
    "gpg --batch --with-colons --list-secret-keys 2>/dev/null | sed -n 's/^uid:.*<\\([^<>]*\\)>.*/\\1/p'"

  /// A literal word of fish, whose single quotes know two escapes.
  static func fish(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// A list of words that the shell splits and expands once more, as `compgen -W` does.
  static func wordList(_ words: [String]) -> String {
    single(words.map { backslashed($0, where: { !isPlain($0) }) }.joined(separator: " "))
  }

  static func backslashed(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return output
  }

  /// The name as a shell function's: letters, digits and underscores.
  static func functionName(_ command: String) -> String {
    "_" + String(command.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./=+:@%,".unicodeScalars.contains(scalar)
  }
}
