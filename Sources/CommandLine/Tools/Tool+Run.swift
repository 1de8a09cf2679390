import Bundling
import Collecting
import CommandOptions
import Dependencies
import Diagnostics
import Glibc
import PackageModel
import Projects
import Templates
import Toolbox
import TwistedApplication

extension Tool {
  /// Runs the tool with this process's environment.
  ///
  /// - Parameter vector: This process's arguments, `argv`.
  /// - Returns: The exit status: 0 done, 1 failed build, 2 bad usage, 3 bad application file.
  func main(_ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    let environment = ProcessContext.environment
    let console = Console(name: rawValue, isQuiet: false, environment: environment)
    do {
      return try run(ProcessContext.arguments(vector), environment: environment)
    } catch {
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      return error.kind.exitStatus
    }
  }

  private func run(_ arguments: [String], environment: [String: String]) throws(Failure) -> Int32 {
    let options = try parse(arguments, environment: environment)
    let console = Console(name: rawValue, isQuiet: options.isQuiet, environment: environment)
    switch options.action {
    case .build:
      try build(options, environment: environment, console: console)
    case .explain:
      try explain(options, environment: environment, console: console)
    case .initialise:
      try initialise(options, environment: environment, console: console)
    case .schema:
      console.answer(try ConfigurationSchema().json())
    case .help:
      let width = environment["COLUMNS"].flatMap(Int.init).map { min(max($0, 40), 120) } ?? 80
      console.answer(HelpText(description, optionTable, width: width).text)
    case .version:
      console.answer("\(rawValue) \(Self.version)\n")
    case .manual:
      console.answer(ManualPage(description, optionTable, date: "2026-11-21").text)
    case .completions:
      guard let shell = Completions<ToolOptions>.Shell(rawValue: options.shell) else {
        throw Failure(.usage, "there are no completions for \(quoted(options.shell))", remedy: "give bash, zsh or fish")
      }
      console.answer(Completions(description, optionTable).script(for: shell))
    }
    return 0
  }

  private func parse(_ arguments: [String], environment: [String: String]) throws(Failure) -> ToolOptions {
    if let first = arguments.first, first.hasPrefix("--print-") {
      return try makerTable.parse(arguments, into: ToolOptions()).values
    }
    let table = optionTable
    var (options, operands) = try table.parse(arguments, into: ToolOptions())
    if [.build, .explain].contains(options.action), let file = try ConfigurationFile(for: options) {
      // The command line goes over what the file says, so it is read once more.
      var settings = try file.settings(for: self, environment: environment)
      if options.plugin != nil { (settings.tapfile, settings.operands) = (nil, []) }
      if options.tapfile != nil { (settings.tapfile, settings.plugin, settings.operands) = (nil, nil, []) }
      if settings.tapfile == nil { settings.otherTapfiles = [] }
      let isQuiet = options.isQuiet
      options = try table.parse(arguments, into: settings).values
      // What the file says of being quiet does not hold for this.
      if file.isFound {
        Console(name: rawValue, isQuiet: isQuiet, environment: environment).tell(.note("settings from \(file.path)"))
      }
    }
    let mayBePlugin =
      options.plugin != nil || options.project != nil || options.tapfile.map(ApplicationReader.isPluginFile) == true
    if let operand = operands.first, !mayBePlugin, [.build, .explain].contains(options.action) {
      throw Failure(.usage, "\(quoted(operand)) belongs to no option", remedy: "try --tapfile \(operand)")
    }
    if !operands.isEmpty { options.operands = operands }
    return options
  }

  private func explain(
    _ options: ToolOptions, environment: [String: String], console: Console
  ) throws(Failure) {
    guard options.inspects else {
      throw Failure(.usage, "--explain and --no-inspect exclude each other", remedy: "leave one of them out")
    }
    let (options, project) = try options.withProject()
    let subject = try Subject(options, modulesIn: project.map { [$0.moduleFolder] } ?? [], environment: environment)
    guard let application = subject.application else { return }
    if options.isJSON {
      console.answer(try FactsDocument(application, file: subject.title).json())
    } else {
      for diagnostic in application.diagnostics { console.tell(diagnostic) }
      console.answer(FactsPage(application, file: subject.title).text)
    }
  }

  private func build(
    _ options: ToolOptions, environment: [String: String], console: Console
  ) throws(Failure) {
    try options.bundle.refuseLoose()
    guard options.bundle.subject != nil else {
      return try build(options, bundlingIn: nil, environment: environment, console: console)
    }
    // Around everything else, for the environment's files are the package's.
    try Workspace.with(environment: environment) { workspace throws(Failure) in
      try build(options, bundlingIn: workspace, environment: environment, console: console)
    }
  }

  private func build(
    _ options: ToolOptions, bundlingIn workspace: Workspace?, environment: [String: String], console: Console
  ) throws(Failure) {
    if self == .tap2rpm && options.isUnsigned {
      console.tell(.warning("--unsigned is deprecated: tap2rpm signs nothing unless --sign names a key"))
    }
    let completion = MaintainerCompletion(tool: self, environment: environment)
    let maintainer = try completion.maintainer(options.maintainer, warn: console.tell)
    let templates = try TemplateStore(overrides: TemplateFolder.read(options.templates))
    let (options, project) = try options.withProject()
    let modules = project.map { [$0.moduleFolder] } ?? []
    let subject = try Subject(options, modulesIn: modules, environment: environment)
    let others = try Subject.others(options, modulesIn: modules, environment: environment)
    let modified = ([subject] + others).compactMap(\.modified).max() ?? Self.released
    let release = try ReleaseRequest(options, author: maintainer, environment: environment, warn: console.tell)
    let timestamp = try SourceDate.timestamp(environment, changelog: release.changelog, modified: modified)
    var request = try options.request(subject, family: family, timestamp: timestamp, maintainer: maintainer)
    request.release = release
    var notes = OrderedSet<Diagnostic>()
    // A name that no package may have is told with everything else that is wrong, when the spec is made.
    let isNamed = (try? request.installedName()) != nil
    let bundle = try workspace.map { workspace throws(Failure) in
      try self.bundle(options, for: &request, subject, project, in: workspace, environment, console)
    }
    notes.append(contentsOf: bundle?.notes ?? [])
    for (index, subject) in ([subject] + others).enumerated() where isNamed {
      let collection = try Collection(options.collection(for: request, subject, project, bundle: bundle))
      try request.take(collection)
      notes.append(contentsOf: collection.notes)
      if index == 0 {
        request.application = collection.application
      } else {
        request.others.append(PackageRequest.Other(subject: subject.request, application: collection.application))
      }
    }
    for application in [request.application] + request.others.map(\.application) {
      let plan = try DependencyPlan(
        options, application: application, project: project, family: family, bundled: bundle?.contents,
        environment: environment)
      notes.append(contentsOf: plan.diagnostics)
      request.relations.add(plan.relations)
    }
    request.lifecycle.additions = try ScriptAdditions.read(options.additions, environment: environment)
    let spec = try PackageSpec(request) { notes.append($0) }
    // Advice on a file is for one that can be packaged; where it cannot, the error stands alone.
    var told = OrderedSet<Diagnostic>()
    for subject in [subject] + others {
      guard let application = subject.application else { continue }
      told.append(contentsOf: application.diagnostics)
      told.append(
        contentsOf: Advice(on: application, file: subject.title, packsCode: options.packsCode).diagnostics)
    }
    told.append(contentsOf: notes.elements)
    for note in told.elements { console.tell(note) }
    if let bundle { console.progress("packing \(bundle.summary)") }
    try make(spec, options, templates: templates, environment: environment, console: console)
  }
}

extension ToolOptions {
  fileprivate func request(
    _ subject: Subject, family: PackageFamily, timestamp: Int, maintainer: Maintainer
  ) throws(Failure) -> PackageRequest {
    var request = PackageRequest(
      family: family, subject: subject.request, application: subject.application, timestamp: timestamp,
      maintainer: maintainer)
    request.protocolName = protocolName
    request.packageName = packageName
    request.summary = summary
    request.description = description
    request.twistd = twistd
    request.user = user
    request.group = group
    request.runlevels = try Runlevels(
      start: runlevels, stop: stopRunlevels, startPriority: startPriority, stopPriority: stopPriority)
    request.hardening = hardening
    request.lifecycle = lifecycle
    request.socket = socket
    request.hasInstances = hasInstances
    return request
  }
}

extension Failure.Kind {
  fileprivate var exitStatus: Int32 {
    switch self {
    case .build: 1
    case .usage: 2
    case .application: 3
    }
  }
}
