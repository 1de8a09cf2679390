import ApplicationFacts
import Diagnostics

/// What the evaluator has seen the program do.
package struct Findings {
  /// A thing to connect to, with its values as far as they are known.
  package struct Connection {
    package var transport: Listener.Transport
    package var host: PythonValue?
    package var port: PythonValue?
    package var path: PythonValue?
    package var isConditional: Bool
    package var location: SourceLocation
    /// The service that connects, if it is one: it must be hung somewhere to do so.
    package var owner: Int?
    package var isLater = false

    package init(
      transport: Listener.Transport, host: PythonValue? = nil, port: PythonValue? = nil, path: PythonValue? = nil,
      isConditional: Bool, location: SourceLocation, owner: Int? = nil, isLater: Bool = false
    ) {
      self.transport = transport
      self.host = host
      self.port = port
      self.path = path
      self.isConditional = isConditional
      self.location = location
      self.owner = owner
      self.isLater = isLater
    }
  }

  package struct Step {
    package var interval: PythonValue?
    package var callable: String?
    package var isConditional: Bool
    package var location: SourceLocation
    package var owner: Int?

    package init(
      interval: PythonValue? = nil, callable: String? = nil, isConditional: Bool, location: SourceLocation,
      owner: Int? = nil
    ) {
      self.interval = interval
      self.callable = callable
      self.isConditional = isConditional
      self.location = location
      self.owner = owner
    }
  }

  package struct Path {
    package var value: PythonValue
    package var use: FileReference.Use
    package var isFolder = false
    package var isConditional: Bool
    package var location: SourceLocation
    package var isLater = false

    package init(
      value: PythonValue, use: FileReference.Use, isFolder: Bool = false, isConditional: Bool, location: SourceLocation,
      isLater: Bool = false
    ) {
      self.value = value
      self.use = use
      self.isFolder = isFolder
      self.isConditional = isConditional
      self.location = location
      self.isLater = isLater
    }
  }

  /// Listeners that no service has to start.
  package var listening: [Listening] = []
  package var connections: [Connection] = []
  package var steps: [Step] = []
  package var paths: [Path] = []
  package var modules: [Module] = []
  package var variables: [EnvironmentVariable] = []
  /// The variables of the environment that the program sets itself.
  package var assignedVariables: Set<String> = []
  package var assignsAnyVariable = false
  package var reactor: Fact<String>?
  /// Where SIGHUP gets a handler.
  package var hangup: SourceLocation?
  package var diagnostics: [Diagnostic] = []
  package var isIncomplete = false
  /// Calls of `register`, by which a plugins.tml of Twisted 1 offers its plugins.
  package var registrations: [(arguments: PythonArguments, location: SourceLocation)] = []
  private var moduleNames: [String: Int] = [:]
  private var told: Set<Diagnostic> = []

  package mutating func addModule(_ module: Module) {
    if let index = moduleNames[module.name] {
      if module.certainty == .sure, modules[index].certainty != .sure { modules[index].certainty = .sure }
      return
    }
    guard modules.count < Evaluator.findingLimit else { return }
    moduleNames[module.name] = modules.count
    modules.append(module)
  }

  /// Whether so much has been said that more would not be read.
  package var isTalkative: Bool { diagnostics.count >= 200 }

  package mutating func note(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation, remedy: String? = nil,
    about topic: Diagnostic.Topic? = nil
  ) {
    var diagnostic = Diagnostic.note(code, message, at: location, remedy: remedy)
    diagnostic.topic = topic
    guard !isTalkative, told.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }
}
