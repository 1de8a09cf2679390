import Diagnostics
import Packaging
import Toolbox

/// What became of one of several packages.
enum FleetOutcome: String, Codable, Sendable {
  case made
  /// It was there, of the same inputs.
  case unchanged
  case failed
  /// It was not begun, for another one had failed.
  case skipped
}

/// One of several packages, with what the run that made it had to say.
struct FleetResult: Sendable {
  var title: String
  var outcome: FleetOutcome
  var answer: FleetAnswer?
}

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

extension Duration {
  var inSeconds: Double { self / .seconds(1) }
}

extension RunRecord {
  /// The programs' times, those of one program together, in the order of the first.
  var programTimes: [FleetAnswer.ProgramTime] {
    var times: [FleetAnswer.ProgramTime] = []
    for (name, time) in programs {
      if let index = times.firstIndex(where: { $0.name == name }) {
        times[index].seconds += time.inSeconds
      } else {
        times.append(FleetAnswer.ProgramTime(name: name, seconds: time.inSeconds))
      }
    }
    return times
  }
}
