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
  /// What came of each of several applications.
  var applications: [Application]?

  struct Package: Codable, Sendable {
    var format: String
    var name: String
    var version: String
    var architecture: String
    /// The target, where --target or --distribution names one.
    var target: String?
    /// With --list.
    var installed: [PreviewDocument.Item]?
    /// With --print.
    var rendered: [PreviewDocument.Text]?

    init(_ spec: PackageSpec) {
      (format, name) = (spec.format.name, spec.name.description)
      (version, architecture) = (spec.fullVersion, spec.architecture)
    }
  }

  struct Artefact: Codable, Sendable {
    var format: String
    /// `file`, `folder` or `archive`.
    var kind: String
    var path: String
    /// Of a file, in bytes.
    var size: Int?
    var sha256: String?
    /// The target, where --target or --distribution names one.
    var target: String?
  }

  /// One of several applications: its package is among the others, and so is what was told of it.
  struct Application: Encodable, Sendable {
    /// As it was named.
    var application: String
    var outcome: FleetOutcome
    var status: Int32
    var artefacts: [String]
    /// How long it took, with --timings.
    var seconds: Double?
  }

  /// A run that was done.
  init(_ report: Report, diagnostics: [Diagnostic]) {
    status = 0
    self.diagnostics = diagnostics.map(FactsDocument.Message.init)
    for package in report.packages {
      let (spec, format) = (package.spec, package.spec.format.name)
      let target = spec.format.target.flatMap { $0.choice == .named ? $0.name : nil }
      var made = Package(spec)
      made.target = target
      packages.append(made)
      for artefact in package.artefacts.all {
        let digest = artefact.kind == .file ? FileDigest.of(artefact.path) : nil
        artefacts.append(
          Artefact(
            format: format, kind: artefact.kind.rawValue, path: artefact.path, size: digest?.size,
            sha256: digest?.sha256, target: target))
      }
    }
  }

  /// Several applications.
  init(_ results: [FleetResult], status: Int32, showsTimings: Bool) {
    self.status = status
    let answers = results.compactMap(\.answer)
    packages = answers.flatMap(\.packages)
    artefacts = answers.flatMap(\.artefacts)
    diagnostics = answers.flatMap { $0.told.map(\.message) }
    applications = results.map { result in
      Application(
        application: result.title, outcome: result.outcome, status: result.answer?.status ?? 0,
        artefacts: result.answer?.artefacts.map(\.path) ?? [], seconds: showsTimings ? result.answer?.seconds : nil)
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

  /// Indented, keys in order, so that two documents can be compared line by line.
  func json() throws(Failure) -> String { try JSONDocument.text(of: self) }
}
