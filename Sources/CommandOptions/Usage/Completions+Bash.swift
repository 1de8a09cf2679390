extension Completions {
  /// For /usr/share/bash-completion/completions/NAME. Bash takes `=` for a word of its own, hence the look at the word before.
  var bashLines: [String] {
    let function = ShellQuoting.functionName(command.name)
    var lines = [
      "# bash completion for \(command.name)",
      "",
      "\(function)() {",
      "    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} word ended=",
      "    if [[ $current == '=' ]]; then",
      "        current=",
      "    elif [[ $option == '=' ]]; then",
      "        option=${COMP_WORDS[COMP_CWORD - 2]}",
      "    fi",
      "    COMPREPLY=()",
      "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do",
      "        [[ $word == -- ]] && ended=yes",
      "    done",
      "    if [[ -z $ended ]]; then",
    ]
    lines += bashValueCases
    lines += [
      "        if [[ $current == -* ]]; then",
      "            mapfile -t COMPREPLY < <(compgen -W \(ShellQuoting.wordList(bashNames)) -- \"$current\")",
      "            [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace",
      "            return 0",
      "        fi",
      "    fi",
    ]
    lines += bashReply(command.operandCompletion).map { "    \($0)" }
    return lines + ["    return 0", "}", "", "complete -F \(function) \(ShellQuoting.wordIfNeeded(command.name))"]
  }

  /// Long names that take a value end in `=`, so that typing can go on.
  private var bashNames: [String] {
    table.options.flatMap { option in
      let long = option.names.map { name in if case .required = option.argument { "--\(name)=" } else { "--\(name)" } }
      return (option.letter.map { ["-\($0)"] } ?? []) + long
    }
  }

  /// What may follow each option that takes a value.
  private var bashValueCases: [String] {
    let cases = table.options.flatMap { option -> [String] in
      switch option.argument {
      case .required, .optionalWord: break
      case .none, .optional: return []
      }
      let pattern = option.spellings.map(ShellQuoting.wordIfNeeded).joined(separator: " | ")
      let replies = bashReply(option.completion).map { "                \($0)" }
      return ["            \(pattern))"] + replies + ["                return 0", "                ;;"]
    }
    return cases.isEmpty ? [] : ["        case $option in"] + cases + ["        esac"]
  }

  private func bashReply(_ completion: ValueCompletion) -> [String] {
    switch completion {
    case .nothing: []
    case .files: ["mapfile -t COMPREPLY < <(compgen -f -- \"$current\")", "compopt -o filenames"]
    case .filesEnding(let endings):
      [
        "mapfile -t COMPREPLY < <("
          + endings.map { "compgen -f -X '!*\($0)' -- \"$current\"" }.joined(separator: "; ") + ")",
        "if [[ ${#COMPREPLY[@]} -gt 0 ]]; then",
        "    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- \"$current\")",
        "else",
        "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")",
        "fi",
        "compopt -o filenames",
      ]
    case .users: ["mapfile -t COMPREPLY < <(compgen -u -- \"$current\")"]
    case .groups: ["mapfile -t COMPREPLY < <(compgen -g -- \"$current\")"]
    case .keys: ["mapfile -t COMPREPLY < <(compgen -W \"$(\(ShellQuoting.signingKeys))\" -- \"$current\")"]
    case .directories: ["mapfile -t COMPREPLY < <(compgen -d -- \"$current\")", "compopt -o filenames"]
    case .words(let words): ["mapfile -t COMPREPLY < <(compgen -W \(ShellQuoting.wordList(words.all)) -- \"$current\")"]
    }
  }
}

extension ShellQuoting {
  /// The word itself if no shell would read it otherwise.
  fileprivate static func wordIfNeeded(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain ? word : single(word)
  }
}
