import ApplicationFacts
import Diagnostics

/// What the evaluator has seen the program do.
struct TacFindings {
  /// A thing to connect to, with its values as far as they are known.
  struct Connection {
    var transport: Listener.Transport
    var host: TacValue?
    var port: TacValue?
    var path: TacValue?
    var isConditional: Bool
    var location: SourceLocation
    /// The service that connects, if it is one: it must be hung somewhere to do so.
    var owner: Int?
    var isLater = false
  }

  struct Step {
    var interval: TacValue?
    var callable: String?
    var isConditional: Bool
    var location: SourceLocation
    var owner: Int?
  }

  struct Path {
    var value: TacValue
    var use: FileReference.Use
    var isFolder = false
    var isConditional: Bool
    var location: SourceLocation
    var isLater = false
  }

  /// Listeners that no service has to start.
  var listening: [TacListening] = []
  var connections: [Connection] = []
  var steps: [Step] = []
  var paths: [Path] = []
  var modules: [Module] = []
  var variables: [EnvironmentVariable] = []
  /// The variables of the environment that the program sets itself.
  var assignedVariables: Set<String> = []
  var assignsAnyVariable = false
  var reactor: Fact<String>?
  /// Where SIGHUP gets a handler.
  var hangup: SourceLocation?
  var diagnostics: [Diagnostic] = []
  var isIncomplete = false
  /// Calls of `register`, by which a plugins.tml of Twisted 1 offers its plugins.
  var registrations: [(arguments: TacArguments, location: SourceLocation)] = []
  private var moduleNames: [String: Int] = [:]
  private var told: Set<Diagnostic> = []

  mutating func addModule(_ module: Module) {
    if let index = moduleNames[module.name] {
      if module.certainty == .sure, modules[index].certainty != .sure { modules[index].certainty = .sure }
      return
    }
    guard modules.count < TacEvaluator.findingLimit else { return }
    moduleNames[module.name] = modules.count
    modules.append(module)
  }

  /// Whether so much has been said that more would not be read.
  var isTalkative: Bool { diagnostics.count >= 200 }

  mutating func note(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation, remedy: String? = nil,
    about topic: Diagnostic.Topic? = nil
  ) {
    var diagnostic = Diagnostic.note(code, message, at: location, remedy: remedy)
    diagnostic.topic = topic
    guard !isTalkative, told.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }
}
