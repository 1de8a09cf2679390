import Diagnostics
import Formats
import PackageModel
import Packaging
import Toolbox
import Verification

/// What came of a run as JSON; `docs/build.md` documents the form, which only ever grows.
struct BuildDocument: Encodable, Sendable {
  /// The version of the form.
  var schema = 1
  /// The exit status of the run.
  var status: Int32
  var packages: [Package] = []
  var artefacts: [Artefact] = []
  var diagnostics: [FactsDocument.Message]
  /// What --verify found, one for each package that was tried.
  var verify: [Verdict]?

  struct Package: Encodable, Sendable {
    var format: String
    var name: String
    var version: String
    var architecture: String
  }

  struct Artefact: Encodable, Sendable {
    var format: String
    /// `file`, `folder` or `archive`.
    var kind: String
    var path: String
    /// Of a file, in bytes.
    var size: Int?
    var sha256: String?
  }

  /// A run that was done.
  init(_ report: Report, diagnostics: [Diagnostic], _ context: BuildContext) throws(Failure) {
    status = 0
    self.diagnostics = diagnostics.map(FactsDocument.Message.init)
    for package in report.packages {
      let (spec, format) = (package.spec, package.spec.format.name)
      packages.append(
        Package(
          format: format, name: spec.name.description, version: spec.fullVersion, architecture: spec.architecture))
      let sums = try Self.digests(package.artefacts.all.filter { $0.kind == .file }.map(\.path), context)
      for artefact in package.artefacts.all {
        artefacts.append(
          Artefact(
            format: format, kind: artefact.kind.rawValue, path: artefact.path,
            size: artefact.kind == .file ? FileSystem.size(of: artefact.path) : nil, sha256: sums[artefact.path]))
      }
    }
  }

  /// A run that only tried packages.
  init(_ verdicts: [Verdict], status: Int32, diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics.map(FactsDocument.Message.init)
    verify = verdicts
  }

  /// A run that failed.
  init(_ failure: Failure, diagnostics: [Diagnostic]) {
    status = failure.kind.exitStatus
    self.diagnostics = diagnostics.map(FactsDocument.Message.init)
  }

  /// sha256sum's words for each path.
  private static func digests(_ paths: [String], _ context: BuildContext) throws(Failure) -> [String: String] {
    if paths.isEmpty { return [:] }
    return try context.withWorkspace { workspace throws(Failure) in
      let said = try Program.sha256sum.run(
        ["--zero", "--"] + paths.map(FileSystem.absolute),
        environment: workspace.environment(from: context.environment), in: workspace)
      let sums = said.split(separator: "\0").map { String($0.prefix(64)) }
      return Dictionary(zip(paths, sums), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Indented, keys in order, so that two documents can be compared line by line.
  func json() throws(Failure) -> String { try JSONDocument.text(of: self) }
}

extension Program {
  fileprivate static let sha256sum = Program("sha256sum", package: "coreutils")
}
