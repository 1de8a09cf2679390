extension Completions {
  /// For a folder of zsh's `fpath`, named `_NAME`; the specifications are those of `_arguments` in zshcompsys(1).
  var zshLines: [String] {
    var specifications = table.options.flatMap(zshSpecifications)
    if command.operandCompletion != .nothing {
      specifications.append("*:operand:\(zshAction(command.operandCompletion))")
    }
    let call = (["_arguments -s -S"] + specifications.map(ShellQuoting.single)).joined(separator: " \\\n  ")
    let keys = [
      "\(function)_keys() {", "  compadd -- ${(f)\"$(\(ShellQuoting.signingKeys))\"}", "}", "",
    ]
    return ["#compdef \(command.name)", ""] + (table.options.contains { $0.completion == .keys } ? keys : []) + [call]
  }

  private var function: String { ShellQuoting.functionName(command.name) }

  /// One for each spelling; a spelling excludes the others unless the option may be repeated.
  private func zshSpecifications(_ option: Option<Values>) -> [String] {
    let exclusions = option.endsParsing ? ["-", "*"] : option.spellings
    let prefix = option.isRepeatable ? "*" : "(\(exclusions.joined(separator: " ")))"
    let summary = ShellQuoting.backslashed(option.summary) { "\\[]:".unicodeScalars.contains($0) }
    return option.spellings.map { spelling in
      let isLong = spelling.hasPrefix("--")
      let value: (sign: String, text: String) =
        switch option.argument {
        case .none: ("", "")
        case .required(let word): (isLong ? "=" : "+", ":\(zshMessage(word)):\(zshAction(option.completion))")
        case .optionalWord(let word): ("=", "::\(zshMessage(word)):\(zshAction(option.completion))")
        case .optional(let word): (isLong ? "=-" : "-", "::\(zshMessage(word)):\(zshAction(option.completion))")
        }
      return "\(prefix)\(spelling)\(value.sign)[\(summary)]\(value.text)"
    }
  }

  private func zshMessage(_ text: String) -> String {
    ShellQuoting.backslashed(text) { "\\:".unicodeScalars.contains($0) }
  }

  private func zshAction(_ completion: ValueCompletion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .filesEnding(let endings):
      // With one ending in brackets, zsh would take it for what qualifies a pattern.
      "_files -g \"*\(endings.count == 1 ? endings[0] : "(\(endings.joined(separator: "|")))")\""
    case .users: "_users"
    case .groups: "_groups"
    case .keys: "\(function)_keys"
    case .directories: "_files -/"
    case .words(let words): "(\(words.all.map(zshListWord).joined(separator: " ")))"
    }
  }

  /// `_arguments` reads the list as an array literal inside a specification whose parts are told by colons.
  private func zshListWord(_ word: String) -> String {
    ShellQuoting.backslashed(word) { "\\ ():'\"$`*?[]{}<>|&;#~!".unicodeScalars.contains($0) }
  }
}
