import CommandOptions

extension OptionTable {
  /// Options that `make install` alone asks for, so neither shown nor completed.
  ///
  /// - Parameter others: Those that only this command has.
  static func ofInstallation(
    into property: @escaping @autoclosure Option<Values>.Property<Inquiry?>, and others: [Option<Values>] = []
  ) -> OptionTable {
    OptionTable([
      OptionGroup(
        "Installation",
        [
          .request("print-manual", help: "Print the manual page.", into: property(), as: .manual),
          Option(
            "print-completions", argument: .required("SHELL"), help: "Print the completions of bash, zsh or fish."
          ) { values, shell in values[keyPath: property()] = .completions(shell ?? "") },
        ] + others)
    ])
  }

  /// Whether the first word is one of its options.
  func isAsked(by arguments: [String]) -> Bool {
    guard let word = arguments.first?.prefix(while: { $0 != "=" }) else { return false }
    return options.contains { $0.displayName == word }
  }
}
