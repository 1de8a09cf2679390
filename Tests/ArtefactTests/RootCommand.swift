/// A simple command of a script that root runs, as far as it concerns the folders that belong to the service's user.
struct RootCommand {
  let words: [String]
  /// What the shell itself opens for it, as root.
  let redirections: [String]

  /// The service's user decides what lies in these, so root may not read, write, own or source it by name.
  struct Folders {
    let service: String
    var all: [String] {
      ["/run", "/var/run", "/var/lib", "/var/log", "/var/cache"].map { "\($0)/\(service)" } + ["/tmp", "/var/tmp"]
    }
    func isOne(_ path: String) -> Bool { all.contains(path.hasSuffix("/") ? String(path.dropLast()) : path) }
    func contain(_ path: String) -> Bool { all.contains { path.hasPrefix($0 + "/") && path.count > $0.count + 1 } }
    func concern(_ path: String) -> Bool { isOne(path) || contain(path) }
  }

  /// Why root should not do this; `nil` where it is safe whatever the service's user has put there.
  func fault(_ folders: Folders) -> String? {
    if let path = redirections.first(where: folders.concern) { return "opens \(path)" }
    let values = words.map { $0.split(separator: "=", maxSplits: 1).last.map(String.init) ?? $0 }
    guard let path = values.dropFirst().first(where: folders.concern), let name = words.first else { return nil }
    let flags = Set(words.filter { $0.hasPrefix("-") })
    switch name {
    case "rm", "rmdir", "[", "test", "cd", "stat":
      return folders.contain(path) && name != "rm" ? "looks at \(path)" : nil
    // It does not follow links unless told to, and deletes below the folder that it has opened (find(1), -P).
    case "find":
      return flags.isDisjoint(with: ["-L", "-H", "-follow", "-exec", "-ok", "-fprint"]) && flags.contains("-delete")
        ? nil : "does more than delete in \(path)"
    case "install": return flags.contains("-d") && !folders.contain(path) ? nil : "writes to \(path)"
    // The home of an account that is made without one.
    case "useradd": return flags.isDisjoint(with: ["-m", "--create-home"]) ? nil : "fills \(path)"
    case "adduser": return flags.contains("--no-create-home") ? nil : "fills \(path)"
    // It follows no link, and what others own stays theirs (chown(1), -h and --from).
    case "chown":
      return flags.contains("-hR") && flags.contains { $0.hasPrefix("--from=") } && !folders.contain(path)
        ? nil : "owns what is in \(path)"
    // As the service's user, who may; the shell only puts it into the background.
    case "sh" where words.contains("setpriv"):
      return flags.contains { $0.hasPrefix("--reuid=") } ? nil : "is root in \(path)"
    case "setpriv": return flags.contains { $0.hasPrefix("--reuid=") } ? nil : "is root in \(path)"
    case "start-stop-daemon":
      return words.contains { $0.hasPrefix("--reuid=") || $0.hasPrefix("--chuid") } && !folders.contain(path)
        ? nil : "is root in \(path)"
    default: return "\(name) touches \(path)"
    }
  }
}

extension RootCommand {
  /// The simple commands of a POSIX shell script: enough of its grammar for scripts that are rendered here.
  static func all(of script: String) -> [RootCommand] {
    var variables: [String: String] = [:]
    var commands: [RootCommand] = []
    for line in script.replacing("\\\n", with: " ").split(separator: "\n") {
      let line = line.drop { $0 == " " || $0 == "\t" }
      guard !line.hasPrefix("#") else { continue }
      for command in parts(of: String(line)) {
        var words: [String] = []
        var redirections: [String] = []
        var expectsTarget = false
        for word in command {
          let word = expand(word, variables)
          if expectsTarget {
            redirections.append(word)
            expectsTarget = false
          } else if let target = word.firstMatch(of: #/^[0-9]*(>>?|<)(.*)$/#)?.output.2 {
            if target.isEmpty { expectsTarget = true } else { redirections.append(String(target)) }
          } else if words.isEmpty, let match = word.wholeMatch(of: #/([A-Za-z_]+)=(.*)/#) {
            variables[String(match.output.1)] = String(match.output.2)
          } else if !(words.isEmpty && keywords.contains(word)) {
            words.append(word)
          }
        }
        commands.append(RootCommand(words: words, redirections: redirections))
      }
    }
    return commands
  }

  private static let keywords: Set = [
    "!", "xargs", "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "for", "case", "esac", "exec",
    "command",
    "{",
    "}", ";;",
  ]

  /// The words of a line, parted where the shell parts commands; quotes are taken off.
  private static func parts(of line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word: String?
    var quote: Character?
    var isEscaped = false
    func end() {
      if let finished = word { commands[commands.count - 1].append(finished) }
      word = nil
    }
    for character in line {
      if isEscaped || (character == "\\" && quote != "'") {
        // What follows a backslash is part of the word.
        if isEscaped { word = (word ?? "") + String(character) }
        isEscaped.toggle()
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if ";&|()".contains(character) {
        // `2>&1` is one redirection.
        if character == "&", word?.hasSuffix(">") == true {
          word? += "&"
        } else {
          end()
          commands.append([])
        }
      } else if character == " " || character == "\t" {
        end()
      } else {
        word = (word ?? "") + String(character)
      }
    }
    end()
    return commands.filter { !$0.isEmpty }
  }

  private static func expand(_ word: String, _ variables: [String: String]) -> String {
    word.replacing("${DPKG_ROOT:-}", with: "").replacing(#/\$\{?([A-Za-z_]+)\}?/#) { match in
      variables[String(match.output.1)] ?? String(match.output.0)
    }
  }
}
