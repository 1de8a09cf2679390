import Debian
import Diagnostics
import Glibc
import PackageModel
import RPM
import Templates
import Toolbox
import TwistedApplication

extension Tool {
  /// Runs the tool with this process's arguments and environment.
  ///
  /// - Returns: The exit status: 0 done, 1 failed build, 2 bad usage, 3 bad application file.
  package func main() -> Int32 {
    let environment = ProcessContext.environment
    let console = Console(name: rawValue, isQuiet: false, environment: environment)
    do {
      return try run(ProcessContext.arguments(), environment: environment)
    } catch {
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      return error.kind.exitStatus
    }
  }

  private func run(_ arguments: [String], environment: [String: String]) throws(Failure) -> Int32 {
    let options = try parse(arguments)
    let console = Console(name: rawValue, isQuiet: options.isQuiet, environment: environment)
    switch options.action {
    case .build:
      try build(options, environment: environment, console: console)
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

  private func parse(_ arguments: [String]) throws(Failure) -> ToolOptions {
    if let first = arguments.first, first.hasPrefix("--print-") {
      return try makerTable.parse(arguments, into: ToolOptions()).values
    }
    let (options, operands) = try optionTable.parse(arguments, into: ToolOptions())
    if let operand = operands.first, options.action == .build {
      throw Failure(.usage, "\(quoted(operand)) belongs to no option", remedy: "try --tapfile \(operand)")
    }
    return options
  }

  private func build(
    _ options: ToolOptions, environment: [String: String], console: Console
  ) throws(Failure) {
    if self == .tap2rpm && options.isUnsigned {
      console.tell(.warning("--unsigned is deprecated: tap2rpm signs nothing, rpmsign does"))
    }
    let completion = MaintainerCompletion(tool: self, environment: environment)
    let maintainer = try completion.maintainer(options.maintainer, warn: console.tell)
    let templates = try TemplateStore(overrides: TemplateFolder.read(options.templates))
    let input = try InputFile(
      options.tapfile ?? "twistd.tap", limit: ApplicationReader.sizeLimit,
      remedy: options.tapfile == nil ? "name the application file with --tapfile" : nil)
    let spec = try decide(options, input, maintainer, environment, console)
    let output = options.output ?? (self == .tap2deb ? ".build" : ".")
    switch self {
    case .tap2deb:
      let package = try DebianPackage(of: spec, from: templates)
      let artefacts = try package.build(into: output, timestamp: spec.timestamp, environment: environment)
      console.result(artefacts.binary)
      console.result("\(artefacts.sourceFolder)/debian/")
    case .tap2rpm:
      let package = try RPMPackage(of: spec, from: templates)
      _ = try package.build(into: output, timestamp: spec.timestamp, environment: environment)
      console.result("Writing \"\(package.label).noarch.rpm\"...")
      console.result("Writing \"\(package.label).src.rpm\"...")
    }
  }

  private func decide(
    _ options: ToolOptions, _ input: InputFile, _ maintainer: Maintainer, _ environment: [String: String],
    _ console: Console
  ) throws(Failure) -> PackageSpec {
    var application: Application?
    if options.inspects {
      let found = try ApplicationReader.read(input.contents, file: input.path, declared: options.type)
      for diagnostic in found.diagnostics { console.tell(diagnostic) }
      for diagnostic in Advice(on: found, file: input.path).diagnostics { console.tell(diagnostic) }
      application = found
    } else if input.contents.isEmpty {
      throw Failure(
        .application, "is empty", at: SourceLocation(file: input.path), remedy: "save the application again")
    }
    let format = application?.format ?? options.type ?? ApplicationFormat(fileName: input.path)
    var request = PackageRequest(
      family: family, subject: .file(name: input.path, contents: input.contents, format: format),
      application: application, timestamp: try SourceDate.timestamp(environment, modified: input.modified),
      maintainer: maintainer)
    request.protocolName = options.protocolName
    request.packageName = options.packageName
    request.version = options.version
    request.summary = options.summary
    request.description = options.description
    request.twistd = options.twistd
    return try PackageSpec(request, note: console.tell)
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

extension ApplicationFormat {
  /// The format that a file's name promises; what promises nothing is Python, as for twistd.
  fileprivate init(fileName: String) {
    let ending = fileName.lastPathComponent.split(separator: ".").last.map(String.init) ?? ""
    self = [.tap, .tas, .tax].first { $0.rawValue == ending } ?? .tac
  }
}
