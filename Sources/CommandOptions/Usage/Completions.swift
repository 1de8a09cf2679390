/// The completions of a command for the interactive shells.
package struct Completions<Values>: Sendable {
  package enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
  }

  let command: CommandDescription
  let table: OptionTable<Values>

  package init(_ command: CommandDescription, _ table: OptionTable<Values>) {
    self.command = command
    self.table = table
  }

  /// The script that a shell loads, ending in a line break.
  package func script(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bashLines
      case .zsh: zshLines
      case .fish: fishLines
      }
    return lines.map { $0 + "\n" }.joined()
  }
}
