/// One way to write an option, e.g. `--tapfile=FILE`, in the parts that a manual page sets apart.
struct OptionForm: Equatable {
  /// With its dashes.
  var name: String
  /// What stands between the name and the value, and behind it.
  var before = ""
  var placeholder = ""
  var after = ""

  var plainText: String { name + before + placeholder + after }
}

extension Option {
  /// How to write the option: the letter first, then every shown name; the value is told with the last.
  var forms: [OptionForm] {
    var forms = letter.map { [OptionForm(name: "-\($0)")] } ?? []
    forms += names.map { OptionForm(name: "--\($0)") }
    guard let last = forms.indices.last else { return forms }
    switch argument {
    case .none: break
    case .required(let placeholder):
      forms[last].before = "="
      forms[last].placeholder = placeholder
    case .optional(let placeholder):
      forms[last].before = "[="
      forms[last].placeholder = placeholder
      forms[last].after = "]"
    case .optionalWord(let placeholder):
      forms[last].before = " ["
      forms[last].placeholder = placeholder
      forms[last].after = "]"
    }
    return forms
  }

  /// The help and the default.
  package var helpWithDefault: String {
    guard let defaultText else { return help }
    return "\(help) Default: \(defaultText)."
  }

  /// The help's first sentence without its full stop, for places with one line.
  var summary: String {
    let sentence = help.firstRange(of: ". ").map { String(help[..<$0.lowerBound]) } ?? help
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// Every shown way to write the option's name, the letter first.
  var spellings: [String] { forms.map(\.name) }
}
