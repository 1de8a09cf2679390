import Diagnostics

/// Finds the option that a name on the command line means.
struct OptionNames<Values> {
  /// What a long name, perhaps abbreviated, stands for.
  enum Match {
    case option(Option<Values>)
    /// The names it could be short for, with their dashes.
    case ambiguous([String])
    case unknown
  }

  private let options: [Option<Values>]

  init(_ options: [Option<Values>]) {
    self.options = options
  }

  func option(letter: Character) -> Option<Values>? {
    options.first { $0.letter == letter }
  }

  /// A name written in full means that option even if it begins another's name; an abbreviation must fit names of one option
  /// only (getopt_long(3)).
  func option(name: Substring) -> Match {
    var candidates: [(option: Int, name: String)] = []
    for (index, option) in options.enumerated() {
      for full in option.names + option.hiddenNames where full.utf8.starts(with: name.utf8) {
        if full.utf8.count == name.utf8.count { return .option(option) }
        candidates.append((index, full))
      }
    }
    guard let first = candidates.first else { return .unknown }
    if candidates.allSatisfy({ $0.option == first.option }) { return .option(options[first.option]) }
    return .ambiguous(shown(candidates))
  }

  /// The matching names that the help shows; for an option that matches by hidden names only, the name that it shows.
  private func shown(_ candidates: [(option: Int, name: String)]) -> [String] {
    let visible = candidates.filter { options[$0.option].names.contains($0.name) }
    let stated = Set(visible.map(\.option))
    var seen = stated
    let others = candidates.filter { seen.insert($0.option).inserted }
    return visible.map { "--\($0.name)" } + others.map { options[$0.option].displayName }
  }

  /// The shown name, with its dashes, that is nearest to a mistyped one, if any is near.
  func nearest(to name: Substring) -> String? {
    Spelling.nearest(to: name, among: options.flatMap(\.names)).first.map { "--\($0)" }
  }
}
