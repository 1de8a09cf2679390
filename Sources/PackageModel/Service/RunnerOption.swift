import Diagnostics

/// An option of a runner's, checked against those that the runner takes: on a wrong one twistd ends with status 0, as if
/// all were well.
package struct RunnerOption: Sendable, Equatable, CustomStringConvertible {
  /// As it stands on the command line.
  package let description: String
  let name: String
  let value: String?

  /// A row of `Data/runner-options`: what `twistd --help` and `twist --help` list.
  struct Row {
    let runner: String
    let name: String
    let short: String?
    let takesValue: Bool
    /// The values that it takes; empty where these are many.
    let choices: [String]
    /// The way out, where the package decides it or it would keep the service from running.
    let refusal: String?
  }

  static let rows: [Row] = (embeddedTables["runner-options"] ?? "").split(separator: "\n").map { line in
    let words = line.split(separator: " ", maxSplits: 4).map(String.init)
    return Row(
      runner: words[0], name: words[1], short: words[2] == "-" ? nil : words[2], takesValue: words[3] != "flag",
      choices: words[3].contains(",") ? words[3].split(separator: ",").map(String.init) : [],
      refusal: words.count > 4 ? words[4] : nil)
  }

  /// - Throws: A usage failure for an option that the runner has not, or that is not the packager's to give.
  package init(_ text: String, of runner: Runner) throws(Failure) {
    func failure(_ message: String, _ remedy: String) -> Failure {
      Failure.usage(.optionValue, "--twistd-option \(quoted(text)): \(message)", remedy: remedy)
    }
    // axiomatic hands on what twistd takes.
    let table = runner == .twist ? "twist" : "twistd"
    let rows = Self.rows.filter { $0.runner == table }
    let row: Row?
    var value: String?
    if text.hasPrefix("--") {
      let parts = text.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      let wanted = (parts.first ?? "").replacing("_", with: "-")
      row = rows.first { $0.name.replacing("_", with: "-") == wanted }
      value = parts.count > 1 ? parts[1] : nil
    } else {
      let letter = text.dropFirst().first.map(String.init)
      row = text.hasPrefix("-") ? rows.first { $0.short != nil && $0.short == letter } : nil
      value = text.count > 2 ? String(text.dropFirst(2)) : nil
    }
    guard let row else {
      let known = rows.filter { $0.refusal == nil }.map { "--\($0.name)" }
      throw failure("\(table) has no such option", "it takes \(known.joined(separator: ", "))")
    }
    if let refusal = row.refusal { throw failure("this is not said so", refusal) }
    guard row.takesValue == (value != nil) else {
      throw failure(
        row.takesValue ? "\(table) needs a value with it" : "\(table) takes no value with it",
        row.takesValue ? "write --twistd-option --\(row.name)=VALUE" : "write --twistd-option --\(row.name)")
    }
    if let value {
      if let scalar = value.unicodeScalars.first(where: \.isDeceptive) {
        throw failure("the control character \(scalar.codePoint) is in it", "take it out")
      }
      guard row.choices.isEmpty || row.choices.contains(value) else {
        throw failure("\(table) does not take \(quoted(value))", "give \(row.choices.joined(separator: ", "))")
      }
    }
    name = row.name
    self.value = value
    description = value.map { "--\(row.name)=\($0)" } ?? "--\(row.name)"
  }

  /// Whether it says where twistd logs.
  var isAboutLog: Bool { name == "logfile" || name == "logger" }
}
