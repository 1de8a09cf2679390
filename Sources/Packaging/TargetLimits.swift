import Dependencies
import Diagnostics
import PackageModel
import ApplicationFacts

/// What the Twisted or the Python of a target cannot do that an application asks for.
struct TargetLimits {
  private(set) var notes: [Diagnostic] = []
  /// What surely ends each load of the application there.
  private(set) var failures: [Diagnostic] = []

  /// The first Twisted whose endpoints know systemd's sockets by their names.
  private static let namedSockets = ReleaseSeries(major: 22, minor: 8)

  /// - Parameter applications: What was read of each service.
  init(of target: Target, for spec: PackageSpec, _ applications: [Application?], grammar: RelationGrammar) {
    // An environment of its own has its own Twisted, and was made with its own Python.
    if let twisted = target.twisted, twisted < Self.namedSockets, spec.bundle == nil,
      spec.services.contains(where: { $0.network.socketName != nil })
    {
      notes.append(
        .warning(
          .targetLacks,
          "the application takes systemd's sockets by their names, which Twisted \(Self.namedSockets) began with, "
            + "and \(target.title) has \(twisted)",
          remedy: "write index=0 in the endpoint for name=, or bring a newer Twisted with --bundle"))
    }
    if let twisted = target.twisted, spec.bundle == nil {
      notes += spec.relations[.depends].compactMap { Self.note(on: $0, twisted, of: target) }
    }
    for application in applications.compactMap({ $0 }) {
      for module in application.modules where module.kind == .standardLibrary || module.kind == .twisted {
        if let note = Self.note(on: module, for: target, of: spec, in: grammar) { notes.append(note) }
      }
      if let python = spec.bundle?.python ?? target.python { check(application.libraryUses, python, of: target) }
    }
    if !target.suites.contains(target.namesOf), target.choice == .named, grammar.hasDebianNames,
      spec.namesPackages(of: target)
    {
      notes.append(
        .note(
          .dependencyGuessed,
          "the names of \(target.title)'s packages are taken to be those of Debian's \(target.namesOf)",
          remedy: "where one has another, give --no-auto-depends and --depends"))
    }
  }

  private mutating func check(_ uses: [LibraryUse], _ python: PythonRelease, of target: Target) {
    for use in uses where python.major == 3 && use.name.isMissing(inPython3: python.minor) {
      let message = "\(use.complaint), in Python \(python) of \(target.title)"
      if use.certainty == .sure {
        failures.append(
          .error(
            .applicationFails, message, at: use.location,
            remedy: (use.name.successor.map { "write \($0)" } ?? "choose another target")
              + ", or package the file unread with --no-inspect"))
      } else {
        notes.append(.note(.targetLacks, message, at: use.location, remedy: use.name.successor.map { "write \($0)" }))
      }
    }
  }

  /// What a relation asks of Twisted that the target's is not: no package manager installs it there.
  private static func note(on relation: String, _ twisted: ReleaseSeries, of target: Target) -> Diagnostic? {
    let words = relation.filter { !"()".contains($0) }.split(separator: " ")
    guard words.count == 3, words[0] == target.twistedPackage else { return nil }
    let number = words[2].prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let asked = ReleaseSeries(number.contains(".") ? String(number) : "\(number).0") else { return nil }
    let isMet =
      switch words[1] {
      case "=": twisted == asked
      case "<", "<<", "<=": twisted <= asked
      default: twisted >= asked
      }
    return isMet
      ? nil
      : .warning(
        .targetLacks, "the package depends on \(relation), and \(target.title) has Twisted \(twisted)",
        remedy: "bring that Twisted with --bundle, or choose another target")
  }

  private static func note(
    on module: Module, for target: Target, of spec: PackageSpec, in grammar: RelationGrammar
  ) -> Diagnostic? {
    guard let known = ModuleRelease.of(module.name) else { return nil }
    let (title, release): (String, ReleaseSeries?) =
      switch known.software {
      case .python: ("Python", spec.bundle?.python ?? target.python)
      case .twisted: ("Twisted", spec.bundle == nil ? target.twisted : nil)
      }
    guard let release, known.isMissing(in: release) else { return nil }
    let message = "\(title) \(release) of \(target.title) has no module \(module.name)"
    let package = known.distribution.flatMap { DistributionName($0) }.flatMap(grammar.name)
    // What is depended on already has it.
    if let package, spec.relations[.depends].contains(where: { $0.prefix { $0 != " " } == package }) { return nil }
    let other =
      known.presence == .absent
      ? "choose a newer target, or bring what has it with --bundle" : "use what took its place"
    let remedy = package.map { "give --depends \($0), which has it" } ?? other
    let severity: Diagnostic.Severity = module.certainty == .sure ? .warning : .note
    return Diagnostic(severity, code: .targetLacks, message: message, at: module.location, remedy: remedy)
      .about(.module)
  }

  /// Refuses an environment that the Python of a target cannot run.
  static func check(_ environment: BundledEnvironment, for target: Target?) throws(Failure) {
    guard let target, target.choice == .named, let python = target.python, python != environment.python else { return }
    throw Failure.build(
      .targetLacks, "the environment is for Python \(environment.python), and \(target.title) has \(python)",
      remedy: "build on such a system, or name an interpreter of that release with --python")
  }
}

extension PackageSpec {
  /// Whether it has relations to packages of Python's beside the one that has Twisted.
  fileprivate func namesPackages(of target: Target) -> Bool {
    Relations.Kind.allCases.contains { kind in
      relations[kind].contains { text in
        text.hasPrefix("python3-") && text.prefix { $0 != " " } != target.twistedPackage
      }
    }
  }
}
