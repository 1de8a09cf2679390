extension Completions {
  /// For /usr/share/fish/vendor_completions.d/NAME.fish, in the terms of fish's `complete`.
  var fishLines: [String] {
    let start = "complete -c \(ShellQuoting.fish(command.name))"
    return [
      "# fish completion for \(command.name)", "", "\(start) \(fishReply(command.operandCompletion, isValue: false))",
    ]
      + table.options.map { "\(start) \(fishSwitches($0))" }
  }

  private func fishSwitches(_ option: Option<Values>) -> String {
    var words = option.letter.map { ["-s \(ShellQuoting.fish(String($0)))"] } ?? []
    words += option.names.map { "-l \(ShellQuoting.fish($0))" }
    switch option.argument {
    case .none: break
    case .required: words.append(fishReply(option.completion, isValue: true))
    // Without -r fish completes only what is attached.
    case .optional, .optionalWord:
      words += option.completion == .nothing ? [] : [fishReply(option.completion, isValue: false)]
    }
    words.append("-d \(ShellQuoting.fish(option.summary))")
    return words.joined(separator: " ")
  }

  private func fishReply(_ completion: ValueCompletion, isValue: Bool) -> String {
    let exclusive = isValue ? "-x" : "-f"
    return switch completion {
    case .nothing: exclusive
    case .files: isValue ? "-r -F" : "-F"
    case .filesEnding(let endings):
      // It takes one ending.
      "\(exclusive) -k -a '(__fish_complete_suffix \(endings.first ?? ""))'"
    case .users: "\(exclusive) -a '(__fish_complete_users)'"
    case .groups: "\(exclusive) -a '(__fish_complete_groups)'"
    case .keys: "\(exclusive) -a \(ShellQuoting.fish("(\(ShellQuoting.signingKeys))"))"
    case .directories: "\(exclusive) -a '(__fish_complete_directories)'"
    // The list is split at spaces and expanded once more.
    case .words(let words):
      "\(exclusive) -a \(ShellQuoting.fish(words.all.map(ShellQuoting.fish).joined(separator: " ")))"
    }
  }
}
