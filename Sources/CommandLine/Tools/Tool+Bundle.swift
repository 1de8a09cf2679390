import Bundling
import Collecting
import Debian
import Dependencies
import Diagnostics
import PackageModel
import Projects
import RPM
import Toolbox

extension Tool {
  /// Makes the environment that is asked for, and has the package bring it.
  func bundle(
    _ options: ToolOptions, for request: inout PackageRequest, _ subject: Subject, _ project: Project?,
    in workspace: Workspace, _ environment: [String: String], _ console: Console
  ) throws(Failure) -> Bundle {
    // What is wrong with the package is told before pip sets to work.
    _ = try PackageSpec(request) { _ in }
    if let path = options.bundle.subject, options.confinement?.paths.contains(path) == true {
      // What it includes has to lie in its folder, too.
      _ = try RequirementsFile(path, reading: options.reader(of: path, limit: RequirementsFile.sizeLimit))
    }
    var wanted = BundleRequest(
      subject: try Self.bundled(options.bundle.subject, subject, project),
      prefix: try BundleRequest.prefix(for: request.installedName(), below: options.bundle.root))
    wanted.wheelhouse = options.bundle.wheelhouse
    wanted.python = options.bundle.python
    wanted.allowsSourceDistributions = options.bundle.allowsSourceDistributions
    wanted.version = options.version
    var bundle = try Bundle(
      wanted, family: family, timestamp: request.timestamp, environment: environment, in: workspace,
      progress: console.progress)
    guard bundle.environment.twistd != nil || options.twistd != nil else {
      throw Failure(
        .build, "the environment of \(quoted(wanted.subject)) has no twistd, which runs the service",
        remedy: "add Twisted to it, or give --twistd")
    }
    if !bundle.compiled.isEmpty {
      console.progress("looking for the libraries of \(bundle.compiled.count.grouped) compiled files")
      let (architecture, relations) = try libraries(of: bundle.compiled, request.timestamp, environment)
      bundle.environment.architecture = architecture
      for relation in relations { bundle.environment.relations.add(relation, to: .depends) }
    }
    if let version = bundle.projectVersion, options.version == nil, options.changelog == nil {
      request.release.version = version
      request.release.changelog = nil
    }
    request.bundle = bundle.environment
    request.payload += bundle.files
    console.finishProgress()
    return bundle
  }

  private func libraries(
    of files: [String], _ timestamp: Int, _ environment: [String: String]
  ) throws(Failure) -> (architecture: String, relations: [RelationText]) {
    switch self {
    case .tap2deb:
      let libraries = try Debian.SharedLibraries(of: files, timestamp: timestamp, environment: environment)
      return (libraries.architecture, libraries.relations)
    case .tap2rpm:
      let libraries = try RPM.SharedLibraries(of: files, timestamp: timestamp, environment: environment)
      return (libraries.architecture, libraries.relations)
    }
  }

  /// What a bare `--bundle` means: the project, or the folder of the application file.
  private static func bundled(
    _ named: String?, _ subject: Subject, _ project: Project?
  ) throws(Failure) -> String {
    if let named, !named.isEmpty { return named }
    if let project { return project.folder }
    guard let file = subject.file?.path, let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}

extension Bundle {
  /// `3,000 files, 60 MB`.
  var summary: String { "\(files.count.grouped) files, \((size / 1_000_000).grouped) MB" }
}
