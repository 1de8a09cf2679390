import Diagnostics
import ApplicationFacts

extension ServiceCommand {
  /// What starts a service that is asked for.
  ///
  /// - Throws: A usage failure for a runner that does not run it, and for options that the runner has not.
  init(
    _ subject: Subject, of wanted: PackageRequest.Service, twistd: AbsolutePath, _ request: PackageRequest
  ) throws(Failure) {
    let (places, bundle, options) = (request.format.places, request.bundle, request.options)
    if case .program(let name, let place, _) = wanted.subject {
      let program =
        switch place {
        case .own: try AbsolutePath(bundle?.path(of: "python3") ?? places.python, option: "--bundle-root")
        case .bundle: try AbsolutePath(bundle?.path(of: name) ?? "/usr/bin/\(name)", option: "--command")
        case .system(let path): path
        }
      self.init(program: program, runner: nil, subject: subject)
      return
    }
    var runner = options.runner?.runner ?? .twistd
    if case .database = subject {
      guard options.runner == nil || runner == .axiomatic else {
        throw Failure.usage(
          .optionsExclude, "\(runner.rawValue) runs no database of Axiom's",
          remedy: "leave --runner out: axiomatic runs it")
      }
      runner = .axiomatic
    }
    switch (runner, subject) {
    case (_, .database): break
    case (.twist, .application):
      throw Failure.usage(
        .optionsExclude, "twist runs plugins alone, and \(wanted.subject.title) is an application file",
        remedy: "leave --runner out, so that twistd runs it")
    case (.axiomatic, _):
      throw Failure.usage(
        .optionsExclude, "axiomatic runs a database of Axiom's alone, which \(wanted.subject.title) is not",
        remedy: "leave --runner out, so that twistd runs it")
    default: break
    }
    let usual = bundle?.path(of: runner.rawValue) ?? places.path(of: runner)
    let path =
      if let path = options.runner?.path { path } else if runner == .twistd { twistd } else {
        try AbsolutePath(usual, option: "--runner")
      }
    self.init(program: path, runner: runner, subject: subject)
    try take(options, wanted)
  }

  private mutating func take(_ given: ServiceOptions, _ wanted: PackageRequest.Service) throws(Failure) {
    guard let runner else { return }
    if let reactor = given.reactor {
      if let own = wanted.application?.reactor, own.certainty == .sure, wanted.application?.format != .plugin {
        throw Failure.usage(
          .optionsExclude, "the application installs a reactor itself, and there is one only", at: own.location,
          remedy: "leave --reactor \(reactor.rawValue) out")
      }
      self.options.append("--reactor=\(reactor.rawValue)")
    }
    var mistakes = Mistakes()
    for text in given.runnerOptions {
      mistakes.collect { () throws(Failure) in
        let option = try RunnerOption(text, of: runner)
        if option.isAboutLog {
          logOption = option.description
        } else {
          options.append(option.description)
        }
      }
    }
    try mistakes.throwAll()
  }

  /// The file that twistd is told to log to.
  var logFile: String? {
    logOption.hasPrefix("--logfile=") ? String(logOption.dropFirst("--logfile=".count)) : nil
  }
}
