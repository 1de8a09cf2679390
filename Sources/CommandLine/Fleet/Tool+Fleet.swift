import CommandOptions
import Diagnostics
import Formats
import Packaging
import Toolbox
import Verification

extension Tool {
  /// The options of a line that asks for several packages, each with the others of its options.
  ///
  /// - Returns: `nil` for a line that asks for one.
  /// - Throws: A usage failure for what is for one package or for several alone.
  func settled(_ line: ParsedLine<ToolOptions>) throws(Failure) -> ToolOptions? {
    var options = line.values
    guard options.inquiry == nil else { return nil }
    let own = line.given.first { FleetOptions.ownNames.contains($0.name) }
    guard options.fleet.isAsked else {
      guard let own else { return nil }
      throw Failure.usage(
        .optionsExclude, "--\(own.name) is for several packages",
        remedy: "give --each and the applications, or --batch FILE")
    }
    let asked = options.fleet.isEach ? "--each" : "--batch"
    func exclude(_ other: String) -> Failure {
      Failure.usage(.optionsExclude, "\(asked) and \(other) exclude each other", remedy: "leave one of them out")
    }
    if options.fleet.isEach, options.fleet.batch != nil { throw exclude("--batch") }
    if options.verification.extent != nil { throw exclude("--verify") }
    if options.reportPage != nil { throw exclude("--report") }
    if options.sbom != nil { throw exclude("--sbom") }
    if options.checksums != nil { throw exclude("--checksums") }
    if options.isVerbose { throw exclude("--verbose") }
    guard options.action == .build else {
      throw Failure.usage(
        .optionsExclude, "\(asked) makes packages, and this line asks for something else",
        remedy: "ask for one application at a time")
    }
    let named = line.operands.prefix(line.plainCount)
    options.fleet.files = options.inputs.application.files + named
    options.fleet.arguments = Array(line.operands.dropFirst(line.plainCount))
    if options.fleet.batch != nil {
      if let file = options.fleet.files.first {
        throw Failure.usage(
          .optionsExclude, "--batch names the applications, and \(quoted(file)) is beside it",
          remedy: "put it into the file")
      }
      if options.configuration != nil { throw exclude("--config") }
      if options.trustsConfiguration { throw exclude("--trust-config") }
    } else if options.inputs.application.project != nil {
      throw exclude("--project")
    }
    options.fleet.given = line.given.filter {
      !FleetOptions.ownNames.contains($0.name) && !FleetOptions.keptNames.contains($0.name)
    }
    options.action = .fleet
    return options
  }

  /// Makes a package each of several applications.
  ///
  /// - Returns: 0, or the exit status of the first that failed.
  func make(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) -> Int32 {
    do {
      let jobs = try jobs(options, in: context)
      if let matrix = options.fleet.matrix {
        console.answer(matrix.text(packages: jobs.count))
        return 0
      }
      var run = FleetRun(self, options, jobs: jobs, in: context, console: console)
      return try run.make()
    } catch {
      guard options.isJSON, options.fleet.matrix == nil else { throw error }
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      console.answer(try BuildDocument(error, diagnostics: error.diagnostics).json())
      return error.kind.exitStatus
    }
  }

  private func jobs(_ options: ToolOptions, in context: BuildContext) throws(Failure) -> [FleetJob] {
    if let path = options.fleet.batch {
      return try FleetFile(path, for: self, line: options.fleet.given, in: context).jobs
    }
    return try FleetJob.each(of: options.fleet, output: fleetOutput(options))
  }

  /// The folder that has the manifest.
  func fleetOutput(_ options: ToolOptions) -> String { options.inputs.publishing.output ?? format.words.output }
}
