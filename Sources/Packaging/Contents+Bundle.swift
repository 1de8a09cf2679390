import Bundling
import Dependencies
import Diagnostics
import PackageModel
import Projects
import Text
import Toolbox

extension Contents {
  /// Makes the environment that is asked for, with what its compiled files need of the system.
  static func bundle(
    _ sources: Sources, for request: PackageRequest, _ context: BuildContext
  ) throws(Failure) -> Bundle? {
    var options = sources.inputs.bundle
    guard let named = options.subject, let workspace = context.workspace else { return nil }
    // What is wrong with the package is told before pip sets to work.
    _ = try PackageSpec(request)
    if sources.inputs.confinement?.paths.contains(named) == true {
      // What it includes has to lie in its folder, too.
      options.readsEnvironment = false
      _ = try RequirementsFile(named, reading: sources.inputs.reader(of: named, limit: RequirementsFile.sizeLimit))
    }
    var wanted = BundleRequest(
      subject: named.isEmpty ? usualSubject(sources) : named,
      prefix: try BundleRequest.prefix(for: request.installedName(), below: options.root), options: options)
    if sources.inputs.release.version != nil { wanted.version = sources.release.version }
    let bundle = try Bundle(wanted, format: request.format, timestamp: request.timestamp, in: workspace, context)
    for subject in sources.subjects {
      guard let program = subject.request.programOfBundle(request.options),
        !bundle.environment.programs.contains(program)
      else { continue }
      if program == "twistd" {
        throw Failure.build(
          .bundleContents, "the environment of \(quoted(wanted.subject)) has no twistd, which runs the service",
          remedy: "add Twisted to it, or give --twistd")
      }
      let all = bundle.environment.programs.sorted().prefix(20).joined(separator: ", ")
      throw Failure.build(
        .bundleContents, "the environment of \(quoted(wanted.subject)) has no program \(program)",
        remedy: all.isEmpty ? "add what brings it" : "it has \(all)")
    }
    return bundle
  }

  /// What a bare `--bundle` means: the project, or the folder of the application file.
  private static func usualSubject(_ sources: Sources) -> String {
    sources.project?.folder ?? sources.subjects[0].file.map { Path($0.path).folder } ?? "."
  }
}

extension PackageRequest.Subject {
  /// The program of a bundled environment that starts it; `nil` where another does.
  fileprivate func programOfBundle(_ options: ServiceOptions) -> String? {
    switch self {
    case .program(let name, .bundle, _): name
    case .program(_, .own, _): "python3"
    case .program(_, .system, _): nil
    case .database: options.runner?.path == nil ? "axiomatic" : nil
    case .file, .plugin:
      options.runner.map { $0.path == nil ? $0.runner.rawValue : nil } ?? (options.twistd == nil ? "twistd" : nil)
    }
  }
}

extension Bundle {
  /// `3,000 files, 60 MB`.
  var summary: String { "\(files.count.grouped) files, \((size / 1_000_000).grouped) MB" }
}
