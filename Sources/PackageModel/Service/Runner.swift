import Diagnostics
import Text

/// What runs an application of Twisted's or of Axiom's.
package enum Runner: String, Sendable, Equatable, CaseIterable {
  case twistd
  /// Runs plugins alone, stays in the foreground and logs to its standard output (twist(1)).
  case twist
  /// Runs a database of Axiom's, by twistd within it.
  case axiomatic
}

/// The runner that the packager chooses (`--runner`), by its name or its path on the target.
package struct RunnerChoice: Sendable, Equatable {
  package let runner: Runner
  /// `nil` for the one that the distribution or the bundled environment has.
  package let path: AbsolutePath?

  /// - Throws: A usage failure for what is neither a runner's name nor a path.
  package init(option text: String) throws(Failure) {
    if let runner = Runner(rawValue: text) {
      (self.runner, path) = (runner, nil)
      return
    }
    guard text.hasPrefix("/") else {
      throw Failure.usage(
        .optionValue, "--runner takes twistd, twist, axiomatic or a path, not \(quoted(text))",
        remedy: "give one of these, or --script and --command for a program that runs by itself")
    }
    let name = Path(text).name
    // `twistd3`, `twist3`, `twistd-3.11`: a path that is called otherwise takes twistd's options.
    runner =
      name.hasPrefix("axiomatic") ? .axiomatic : name.hasPrefix("twist") && !name.hasPrefix("twistd") ? .twist : .twistd
    path = try AbsolutePath(text, option: "--runner")
  }
}

/// Twisted's reactors, by the names that twistd and twist know them by.
package enum Reactor: String, Sendable, Equatable, CaseIterable {
  case asyncio, `default`, epoll, poll, select
  case gi, glib2, gtk3

  /// The module that it cannot do without and that does not come with Python or Twisted.
  package var module: String? {
    switch self {
    case .asyncio, .default, .epoll, .poll, .select: nil
    case .gi, .glib2, .gtk3: "gi"
    }
  }

  /// - Throws: A usage failure for a name that runs on no Linux of today, or on none at all.
  package init(option text: String) throws(Failure) {
    if let reactor = Self(rawValue: text) {
      self = reactor
      return
    }
    let isElsewhere = ["cf", "iocp", "kqueue", "win32", "wx", "gtk2"].contains(text)
    throw Failure.usage(
      .optionValue,
      isElsewhere ? "the reactor \(text) does not run on today's Linux" : "there is no reactor \(quoted(text))",
      remedy:
        "give \(Self.allCases.map(\.rawValue).joined(separator: ", ")); another is installed by the application itself")
  }
}

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
