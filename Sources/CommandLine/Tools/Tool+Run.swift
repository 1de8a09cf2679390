import CommandOptions
import Dependencies
import Diagnostics
import Formats
import Glibc
import PackageModel
import Packaging
import Toolbox
import ApplicationFacts
import TwistedApplication
import Verification

extension Tool {
  /// Runs the tool with this process's environment.
  ///
  /// - Parameter vector: This process's arguments, `argv`.
  /// - Returns: The exit status: 0 done, 1 failed build, 2 bad usage, 3 bad application file.
  func main(_ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    let environment = ProcessContext.environment
    let console = Console(name: name, isQuiet: false, environment: environment)
    do {
      try ProcessContext.checkEnvironment()
      return try run(ProcessContext.arguments(vector), environment: environment)
    } catch {
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      // What went wrong before anything was built is told as a build is; so programs read one form.
      let words = (try? ProcessContext.arguments(vector)) ?? []
      let isJSON = words.prefix { $0 != "--" }.contains("--json")
      if isJSON, let document = try? BuildDocument(error, diagnostics: error.diagnostics).json() {
        console.answer(document)
      }
      return error.kind.exitStatus
    }
  }

  func run(_ arguments: [String], environment: [String: String]) throws(Failure) -> Int32 {
    // What has no other option to look at needs no table of them, which takes a third of the time.
    if arguments == ["--version"] {
      Console(name: name, isQuiet: false, environment: environment).answer("\(name) \(Self.version)\n")
      return 0
    }
    let options = try parse(arguments, environment: environment)
    let console = Console(name: name, isQuiet: options.isQuiet, environment: environment)
    let context = BuildContext(environment: environment, listener: console)
    if let inquiry = options.inquiry {
      let manual = CommandManual(
        description: description, table: optionTable, essentials: Self.essentials, date: "2026-11-21")
      try manual.answer(inquiry, on: console)
      return 0
    }
    switch options.action {
    case .build:
      return try build(options, context, console: console)
    case .verify:
      return try verifyFiles(options, context, console: console)
    case .list, .print:
      console.answer(try preview(options, context))
    case .explain:
      try explain(options, context, console: console)
    case .initialise:
      try initialise(options, context, console: console)
    case .templates:
      try TemplateFolder.write(to: options.inputs.templates ?? "templates")
    case .schema:
      console.answer(ConfigurationSchema(siblings).json())
    case .fleet:
      return try make(options, context, console: console)
    case .work:
      return try Worker(tool: self, context: context).run()
    case .fleetSchema:
      console.answer(ConfigurationSchema(siblings).fleetJSON())
    case .configurationManual:
      console.answer(ConfigurationManual(siblings).text)
    }
    return 0
  }

  /// What a first package needs.
  private static let essentials = [
    "tapfile", "maintainer", "set-version", "description", "include", "requirements", "format", "output", "explain",
    "list",
  ]

  /// Reads a command line, and the configuration file that holds for it.
  ///
  /// - Parameter listener: Told of that file; by default a console of this tool's.
  func parse(
    _ arguments: [String], environment: [String: String], listener: (any BuildListener)? = nil
  ) throws(Failure) -> ToolOptions {
    let installation = installationTable
    if installation.isAsked(by: arguments) { return try installation.parse(arguments, into: ToolOptions()).values }
    if arguments.isEmpty, !["twistd.tap", ConfigurationFile.name].contains(where: FileSystem.exists) {
      throw Failure.usage(
        .inputMissing, "no application file is named", remedy: "try \(example), or \(name) -h for more")
    }
    let table = optionTable
    let line = try table.parse(arguments, into: ToolOptions())
    var (options, operands) = (line.values, line.operands)
    try options.verification.check()
    if options.verification.extent != nil, options.inputs.application.isUnnamed, isPackages(line.operands) {
      (options.packages, options.action) = (line.operands, .verify)
      return options
    }
    if let settled = try settled(line) { return settled }
    if options.inquiry == .version, arguments.count > 1 {
      throw Failure.usage(
        .optionsExclude, "--version shows the version of \(name) and stands alone",
        remedy: "give the package's version to --set-version")
    }
    // What is named without an option is the application: `tap2deb web.tac`.
    let named = line.operands.prefix(line.plainCount)
    if options.inputs.application.files.isEmpty, options.inputs.application.project == nil,
      options.readsApplication || options.action == .initialise,
      !named.isEmpty
    {
      options.inputs.application.files = Array(named)
      operands.removeFirst(named.count)
    }
    let files = options.inputs.application.files
    if options.readsApplication, let file = try ConfigurationFile(for: options) {
      // The command line goes over what the file says, so it is read once more.
      var settings = try file.settings(for: self, in: BuildContext(environment: environment))
      let given = options.inputs.application
      if !given.plugins.isEmpty || !given.files.isEmpty || given.hasPrograms {
        (settings.inputs.application.files, settings.inputs.application.plugins) = ([], [])
        (settings.inputs.application.scripts, settings.inputs.application.commands) = ([], [])
        settings.inputs.application.arguments = []
      }
      let isQuiet = options.isQuiet
      options = try table.parse(arguments, into: settings).values
      if !files.isEmpty { options.inputs.application.files = files }
      // What the file says of being quiet does not hold for this.
      if file.isFound {
        let console = listener ?? Console(name: name, isQuiet: isQuiet, environment: environment)
        console.tell(.note(.configurationFound, "settings from \(file.path)"))
      }
    }
    let application = options.inputs.application
    let mayBePlugin =
      application.plugin != nil || application.project != nil || !application.scripts.isEmpty
      || application.files.first.map(ApplicationReader.mayBePlugin) == true
    if let operand = operands.first, !mayBePlugin, options.readsApplication {
      throw Failure.usage(
        .option, "\(quoted(operand)) belongs to no option",
        remedy: operands.count == line.operands.count - line.plainCount
          ? "only --plugin and --script take options after --" : "try --tapfile \(operand)")
    }
    if !operands.isEmpty { options.inputs.application.arguments = operands }
    options.inputs.dependencies.wishes.formats = formats.map(\.name)
    return options
  }

  /// Whether packages are named, not an application.
  private func isPackages(_ operands: [String]) -> Bool {
    !operands.isEmpty && operands.allSatisfy { file in formats.contains { file.hasSuffix(".\($0.name)") } }
  }

  private func explain(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) {
    guard options.inputs.application.isRead else {
      throw Failure.usage(
        .optionsExclude, "--explain and --no-inspect exclude each other", remedy: "leave one of them out")
    }
    let subject = try ApplicationSources(options.inputs, isPackaged: false, context).subject
    guard let application = subject.application else {
      throw Failure.usage(
        .applicationUnreadable,
        "the program \(quoted(subject.title)) is not read: only a script, or a console script of a project, is",
        remedy: "name its source with --script, or the folder of its project with --project")
    }
    // Both tools say the same.
    let verdicts = Verdicts(options.inputs, for: try formats(options).first ?? format, context)
    if options.isJSON {
      console.answer(try FactsDocument(application, file: subject.title, verdicts).json())
    } else {
      context.tell(application.diagnostics)
      console.answer(FactsPage(application, file: subject.title, verdicts).text)
    }
  }

  private func preview(_ options: ToolOptions, _ context: BuildContext) throws(Failure) -> String {
    let formats = try formats(options)
    let reading = try Reading(options.inputs, for: formats, context)
    let isList = options.action == .list
    var (text, packages) = ("", [BuildDocument.Package]())
    for format in formats {
      try Plan.with(reading, for: format, context) { plan, context throws(Failure) in
        let preview = try Preview(of: plan.spec, format.trees(of: plan.spec, from: plan.templates, context))
        if options.isJSON {
          packages.append(try preview.document(isList: isList, of: options.printed))
        } else {
          text += isList ? preview.list : try preview.text(of: options.printed)
        }
      }
    }
    return options.isJSON ? try JSONDocument.text(of: PreviewDocument(packages: packages)) : text
  }
}

extension ToolOptions {
  /// Whether it is about a package.
  fileprivate var readsApplication: Bool { inquiry == nil && [.build, .explain, .list, .print].contains(action) }
}

extension Failure.Kind {
  var exitStatus: Int32 {
    switch self {
    case .build: 1
    case .usage: 2
    case .application: 3
    }
  }
}
