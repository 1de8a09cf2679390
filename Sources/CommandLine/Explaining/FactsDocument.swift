import Diagnostics
import ApplicationFacts

/// The facts of an application as JSON; `docs/facts.md` documents the form, which only ever grows.
struct FactsDocument: Encodable, Sendable {
  /// The version of the form.
  var schema = 1
  var file: String
  var format: String
  var python: String
  var isShutdown: Bool
  var name: Value<String>?
  var processName: Value<String>?
  var uid: Value<Int>?
  var gid: Value<Int>?
  var reactor: Value<String>?
  var hangup: Place?
  var plugins: [Plugin]
  var listeners: [Endpoint]
  var clients: [Endpoint]
  var timers: [Timer]
  var modules: [Module]
  var variables: [Variable]
  var files: [File]
  var diagnostics: [Message]

  struct Place: Codable, Sendable {
    var file: String
    var line: Int?
    var object: String?
  }

  struct Value<Content: Encodable & Sendable>: Encodable, Sendable {
    var value: Content?
    var certainty: String
    var origin: String?
    var `default`: Content?
    /// Of a path: the source from whose folder it starts.
    var base: String?
    /// The configuration file that has the default.
    var configuration: String?
    var at: Place
  }

  struct Endpoint: Encodable, Sendable {
    var transport: String
    var host: Value<String>?
    var port: Value<Int>?
    var interface: Value<String>?
    var path: Value<String>?
    var mode: Value<Int>?
    var certainty: String
    /// Of what it connects to: `start` or `later`.
    var when: String?
    /// Of what it listens on: `given`, `told` or `refused`.
    var verdict: String?
    var at: Place
  }

  struct Timer: Encodable, Sendable {
    var interval: Value<Double>?
    var callable: String?
    var certainty: String
    var at: Place
  }

  struct Module: Encodable, Sendable {
    var name: String
    var kind: String
    var certainty: String
    var verdict: String?
    var at: Place
  }

  struct Variable: Encodable, Sendable {
    var name: String
    var `default`: String?
    var required: Bool
    var certainty: String
    var verdict: String?
    var at: Place
  }

  struct File: Encodable, Sendable {
    var path: Value<String>
    var use: String
    /// Of what is surely a folder: true.
    var folder: Bool?
    var when: String
    var verdict: String?
  }

  struct Plugin: Encodable, Sendable {
    var name: Value<String>
    var summary: Value<String>?
    var module: Value<String>?
    var options: [Option]

    struct Option: Encodable, Sendable {
      var name: String
      var short: String?
      var isFlag: Bool
      var `default`: String?
      var summary: String?
      var at: Place
    }
  }

  struct Message: Codable, Sendable {
    var severity: String
    var code: Diagnostic.Code
    var message: String
    var remedy: String?
    var at: Place?

    init(_ diagnostic: Diagnostic) {
      (severity, code) = (diagnostic.severity.rawValue, diagnostic.code)
      (message, remedy) = (diagnostic.message, diagnostic.remedy)
      at = diagnostic.location.map(Place.init)
    }
  }

  /// Indented, keys in order, so that two documents can be compared line by line.
  func json() throws(Failure) -> String { try JSONDocument.text(of: self) }
}
