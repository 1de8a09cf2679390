import Diagnostics
import ApplicationFacts

/// Writes a saved application as Python source: what its objects are made by, instead of what they were made of.
package struct TacWriter {
  typealias ID = SavedGraph.ID

  let graph: SavedGraph
  /// Services that plugins make, which come last.
  private let plugins: [SavedPlugin]
  let file: String
  let useCounts: [Int]
  var names = TacNames()
  var lines: [String] = []
  /// Attributes that can be set only when all objects are there.
  var circles: [(variable: String, name: String, value: ID, place: String)] = []
  private(set) var variables: [ID: String] = [:]
  /// The objects that have variables, in the order in which they got them.
  private var named: [ID] = []
  var building: Set<ID> = []
  /// Services that another makes by itself.
  var made: Set<ID> = []
  var secrets: [(key: String, value: SecretValue)] = []
  var logins: [String] = []
  var usesRestored = false
  var diagnostics: [Diagnostic] = []
  let stem: String

  enum SecretValue {
    case text(String)
    case users([(String, String)])
  }

  static let depthLimit = 60

  /// - Parameter target: The name that the source is going to have.
  private init(_ conversion: Conversion, target: String) {
    (graph, plugins) = conversion.graph.withoutPlugins()
    file = conversion.file
    useCounts = graph.useCounts()
    let name = target.split(separator: "/").last.map(String.init) ?? target
    stem = name.hasSuffix(".tac") ? String(name.dropLast(4)) : name
  }

  /// The source of an application.
  ///
  /// - Throws: `Failure` of kind `.application` when the objects are not those of an application.
  package static func source(of conversion: Conversion, target: String) throws(Failure) -> TacSource {
    var writer = TacWriter(conversion, target: target)
    return try writer.write()
  }

  private mutating func write() throws(Failure) -> TacSource {
    if let place = graph.foreignPlace {
      todo("the file holds code or elements of its own at \(place), which are not here", at: "")
    }
    if let application = graph.emptyApplication {
      writeApplication(application)
    } else if let services = graph.services {
      writeApplication(name: graph.attribute(services, "name") ?? graph.attribute(graph.persistent, "name"))
      assign("\(names.module("twisted.application.service")).IServiceCollection(application)", to: services)
      writeChildren(of: services, parent: "application")
    } else if graph.attribute(graph.root, "tcpPorts") != nil || graph.attribute(graph.root, "tcpConnectors") != nil {
      writeApplication(name: graph.attribute(graph.root, "name"))
      writeFormerPorts()
    } else {
      throw Failure.application(
        .conversion, "the file holds objects, but no application of Twisted's", at: SourceLocation(file: file),
        remedy: "give a file that mktap, twistd or Application.save wrote")
    }
    for circle in circles {
      if let value = variables[circle.value] {
        lines.append("\(circle.variable).\(circle.name) = \(value)")
      } else {
        todo("\(circle.variable).\(circle.name) is not set: it refers to what holds it", at: circle.place)
      }
    }
    for plugin in plugins { write(plugin) }
    return TacSource(source: text, secrets: secretsText, logins: loginsText, diagnostics: diagnostics)
  }

  // MARK: The application

  private mutating func writeApplication(name: ID?) {
    let service = names.module("twisted.application.service")
    let holder = graph.process ?? (graph.services == nil ? graph.root : nil)
    var arguments = [PythonLiteral.text(graph.string(name) ?? stem)]
    if let process = graph.process, case .instance(let object) = graph.nodes[process], let state = object.state,
      case .lost(let loss) = graph.nodes[state]
    {
      todo("user, group and process name are not known: \(loss.phrase)", at: "IProcess")
    }
    for key in ["uid", "gid"] {
      guard let value = graph.attribute(holder, key) else { continue }
      if case .none = graph.nodes[value] { continue }
      if case .integer(let number, _) = graph.nodes[value] {
        arguments.append("\(key)=\(number)")
      } else {
        todo("the \(key) is not known", at: "IProcess.\(key)")
      }
    }
    lines.append("application = \(service).Application(\(arguments.joined(separator: ", ")))")
    if let name = graph.string(graph.attribute(holder, "processName")), graph.process != nil {
      lines.append("\(service).IProcess(application).processName = \(PythonLiteral.text(name))")
    }
  }

  // MARK: The text

  private var text: String {
    var top = [
      "# Made by tapconvert from \(commentText(file.split(separator: "/").last.map(String.init) ?? file)).",
      "# Run it with: twistd -n -y \(commentText(stem)).tac",
    ]
    if !diagnostics.isEmpty {
      top.append("# Lines with TODO tell what the file did not say; see to them before you run it.")
    }
    var standard: [String] = []
    if !secrets.isEmpty { standard.append("import json") }
    if !secrets.isEmpty || !logins.isEmpty { standard.append("import os") }
    if !standard.isEmpty { standard.append("") }
    var body: [String] = []
    if !secrets.isEmpty || !logins.isEmpty { body.append("folder = os.path.dirname(os.path.abspath(__file__))") }
    if !secrets.isEmpty {
      body += [
        "with open(os.path.join(folder, \(PythonLiteral.text("\(stem).secrets.json")))) as file:",
        "    secrets = json.load(file)",
      ]
    }
    if !body.isEmpty { body.append("") }
    if usesRestored {
      body += [
        "", "def restored(cls, **state):",
        "    \"\"\"An object with the attributes that were saved, made as a pickle makes it.\"\"\"",
        "    made = cls.__new__(cls)", "    made.__dict__.update(state)", "    return made", "", "",
      ]
    }
    let all = top + [""] + standard + names.importLines + [""] + body + lines
    return all.joined(separator: "\n") + "\n"
  }

  private var loginsText: String? { logins.isEmpty ? nil : logins.map { $0 + "\n" }.joined() }

  private var secretsText: String? {
    if secrets.isEmpty { return nil }
    let entries = secrets.map { secret in
      switch secret.value {
      case .text(let text): "  \(Self.json(secret.key)): \(Self.json(text))"
      case .users(let users):
        "  \(Self.json(secret.key)): {\(users.map { "\(Self.json($0.0)): \(Self.json($0.1))" }.joined(separator: ", "))}"
      }
    }
    return "{\n" + entries.joined(separator: ",\n") + "\n}\n"
  }

  private static func json(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }

  // MARK: Steps

  mutating func assign(_ variable: String, to id: ID) {
    if variables.updateValue(variable, forKey: id) == nil { named.append(id) }
  }

  /// How far the writing is, to come back to.
  struct Mark {
    fileprivate var lines, named, diagnostics, circles: Int
  }

  var mark: Mark {
    Mark(lines: lines.count, named: named.count, diagnostics: diagnostics.count, circles: circles.count)
  }

  /// Forgets what was written since.
  mutating func goBack(to mark: Mark) {
    lines.removeSubrange(mark.lines...)
    for id in named[mark.named...] { variables[id] = nil }
    named.removeSubrange(mark.named...)
    diagnostics.removeSubrange(mark.diagnostics...)
    circles.removeSubrange(mark.circles...)
    building = []
  }

  // MARK: What is left to do

  /// Marks a place in the source and tells of it.
  mutating func todo(_ what: String, at place: String) {
    let prefix = place.isEmpty ? "" : " \(place):"
    lines.append("# TODO\(commentText(prefix)) \(commentText(what)).")
    diagnostics.append(
      .warning(
        .conversionIncomplete, what, at: SourceLocation(file: file, objectPath: place.isEmpty ? nil : place),
        remedy: "complete the line with TODO"))
  }

  /// Text that can end no comment.
  func commentText(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || $0.value == 0x7F || (0x80...0x9F).contains($0.value)
            || [0x2028, 0x2029].contains($0.value) ? "?" : $0
        }))
  }
}
