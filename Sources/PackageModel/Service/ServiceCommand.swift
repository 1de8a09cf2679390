/// How the service is started: the program, and what it is told.
package struct ServiceCommand: Sendable, Equatable {
  /// What is run.
  package enum Subject: Sendable, Equatable {
    /// An application file, at the place where it is installed, and where a copy of it is run instead, if so.
    case application(TwistdInput, path: String, copy: String?)
    /// A subcommand of the runner with its own arguments.
    case plugin(name: String, arguments: [String])
    /// A program that runs the reactor itself; `script` is what Python is given, if it is Python that is started.
    case program(name: String, script: String?, arguments: [String])
    /// A database of Axiom's, in the service's own folder.
    case database(path: String)

    /// The same, run as a copy.
    func copied(to copy: String) -> Self {
      if case .application(let input, let path, _) = self {
        .application(input, path: path, copy: copy)
      } else {
        self
      }
    }
  }

  /// What is executed.
  package var program: AbsolutePath
  /// `nil` for a program that runs the reactor itself.
  package var runner: Runner?
  package var subject: Subject
  /// The runner's options that the packager gives.
  package var options: [String] = []
  /// The option by which twistd is told where to log.
  package var logOption = "--syslog"

  package init(program: AbsolutePath, runner: Runner?, subject: Subject) {
    self.program = program
    self.runner = runner
    self.subject = subject
  }

  /// The plugin's name, if one is run.
  package var plugin: String? {
    if case .plugin(let name, _) = subject { name } else { nil }
  }

  /// What a plugin or a program is told.
  package var ownArguments: [String] {
    switch subject {
    case .application, .database: []
    case .plugin(_, let arguments), .program(_, _, let arguments): arguments
    }
  }

  /// The variable of the environment file that holds these as one text; empty for an application file.
  package var argumentsVariable: String {
    switch subject {
    case .application, .database: ""
    case .plugin: "PLUGIN_OPTIONS"
    case .program: "PROGRAM_OPTIONS"
    }
  }

  /// What the variable holds.
  package var joinedArguments: String { ownArguments.map(\.quotedForWords).joined(separator: " ") }

  /// What follows the runner's own options, word by word.
  package var arguments: [String] {
    switch subject {
    case .application(let input, let path, let copy): [input.option, copy ?? path]
    case .plugin(let name, let arguments): [name] + arguments
    case .program(_, _, let arguments): arguments
    // axiomatic adds the plugin that runs the database.
    case .database: []
    }
  }

  /// What stands right behind the program.
  package var leadingWords: [String] {
    switch subject {
    case .program(_, let script?, _): [script]
    case .database(let path): ["-d", path, "start"]
    case .application, .plugin, .program: []
    }
  }

  /// The runner's options that the package gives beside those that both init systems do.
  package var runnerOptions: [String] {
    // Off a terminal twist would write JSON.
    let isText = runner == .twist && !options.contains { $0.hasPrefix("--log-format") }
    return (isText ? ["--log-format=text"] : []) + options
  }

  /// Whether the options are twistd's, by itself or within axiomatic.
  package var takesOptionsOfTwistd: Bool { runner == .twistd || runner == .axiomatic }

  /// Where the file of an instance lies, in a unit's words: `%i` is the instance's name.
  package var instancePath: String? {
    guard case .application(let input, let path, _) = subject, let slash = path.lastIndex(of: "/") else { return nil }
    let ending = path[slash...].lastIndex(of: ".").map { String(path[$0...]) } ?? ""
    return "\(input.option) \(path[...slash])%i\(ending)"
  }

  /// Where the application file is installed, if there is one.
  package var applicationPath: String? {
    if case .application(_, let path, _) = subject { path } else { nil }
  }

  /// Where a copy of it is run instead, if so.
  package var applicationCopy: String? {
    if case .application(_, _, let copy) = subject { copy } else { nil }
  }

  /// What it runs, in the words of a comment: `the plugin web`.
  package var subjectInWords: String {
    switch subject {
    case .application(_, let path, _): path
    case .plugin(let name, _): "the plugin \(name)"
    case .program(let name, _, _): "the program \(name)"
    case .database(let path): "the database \(path)"
    }
  }

  /// What runs it: `twistd`, or Python, or the program itself.
  package var runnerInWords: String {
    if let runner { return runner.rawValue }
    if case .program(_, .some, _) = subject { return "Python" }
    return "no other program"
  }
}
