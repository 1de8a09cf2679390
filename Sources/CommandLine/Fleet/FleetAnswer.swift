import Diagnostics
import Packaging

/// What a worker says of a package that it was asked for.
struct FleetAnswer: Codable, Sendable {
  /// The exit status that the run alone would have had.
  var status: Int32 = 0
  var packages: [BuildDocument.Package] = []
  var artefacts: [BuildDocument.Artefact] = []
  var told: [Told] = []
  var seconds = 0.0
  var programs: [ProgramTime] = []
  /// What it depends on, and the digest of that; `nil` where it is more than files.
  var uses: [String]?
  var digest: String?

  /// Something told, in words for people and in parts for programs.
  struct Told: Codable, Sendable {
    var severity: String
    var code: Diagnostic.Code
    var text: String
    var message: FactsDocument.Message

    init(_ diagnostic: Diagnostic) {
      (severity, code, text) = (diagnostic.severity.rawValue, diagnostic.code, diagnostic.description)
      message = FactsDocument.Message(diagnostic)
    }
  }

  struct ProgramTime: Codable, Sendable {
    var name: String
    var seconds: Double
  }

  init() {}

  /// A package that could not be asked for.
  init(_ failure: Failure) {
    status = failure.kind.exitStatus
    told = failure.diagnostics.map(Told.init)
  }
}
