import Dependencies
import Diagnostics
import Formats
import PackageModel
import Packaging
import Text
import ApplicationFacts

/// A configuration file to begin with, made from what an application file says and the command line asked for.
struct ConfigurationDraft {
  let inputs: Inputs
  let subject: Subject
  let formats: [any PackageFormat]
  /// What the imports of the application become, by the name of the format.
  let plans: [String: DependencyPlan]

  /// The file's text: JSON5 with comments.
  var text: String {
    var lines = [
      "// How \(Self.comment(subject.title)) is packaged, by tap2deb and tap2rpm alike. The keys are the long names of their options, and",
      "// what is given on the command line goes before what stands here. Paths start from this file's folder. What runs a",
      "// program, leaves that folder or reads the environment (${NAME}, ${NAME:-DEFAULT}) holds only where this file is",
      "// named with --config, or trusted with --trust-config.", "{",
    ]
    lines += subjectLines
    lines += [
      "",
      optional("protocol", inputs.identity.protocolName, example: Path(subject.title).stem),
      entry("set-version", version),
      optional("maintainer", inputs.identity.maintainer, example: "Ada Example <ada@example.org>"),
      optional("description", inputs.identity.summary, example: "What the service is, in a line"), "",
    ]
    lines += factLines.map { "  // \(Self.comment($0))" }
    lines += ["  // \"hardening\": \"strict\",", "  // \"user\": \"_NAME\",", ""]
    lines += relationLines
    lines += [
      "", "  // What holds for one format only:",
    ]
    lines += formats.flatMap { format in
      ["  \"\(format.name)\": {", "    // \"\(format.rules.names.option.dropFirst(2))\": \"NAME\",", "  },"]
    }
    lines.append("}")
    return lines.map { "\($0)\n" }.joined()
  }

  private var version: String {
    switch inputs.release.version {
    case .named(let text): text
    case .git: "git"
    case nil: "1.0"
    }
  }

  private var subjectLines: [String] {
    if inputs.application.project != nil { return [entry("project", ".")] }
    return switch subject.request {
    case .program(let name, .own(let path), let arguments) where name == path:
      [
        entry("script", Path(subject.title).name),
        "  \"arguments\": [\(arguments.map { Self.string($0) }.joined(separator: ", "))],",
      ]
    case .program: inputs.application.commands.map { entry("command", $0) }
    case .file, .database: [entry("tapfile", Path(subject.path).name)]
    case .plugin(let name, let arguments):
      [
        entry("plugin", name),
        "  \"arguments\": [\(arguments.map { Self.string($0) }.joined(separator: ", "))],",
      ]
    }
  }

  private var factLines: [String] {
    guard let application = subject.application else { return [] }
    return application.listeners.prefix(20).map { listener in
      let place = listener.port?.likely.map { " port \($0)" } ?? listener.path?.likely.map { " \($0)" } ?? ""
      return "\(listener.location): listens on \(listener.transport.rawValue)\(place)"
    }
      + application.files.prefix(20).map { file in
        "\(file.path.location): \(file.use.rawValue) \(file.path.likely ?? "a file that is not known here")"
      }
  }

  private var relationLines: [String] {
    var lines = ["  // The packages of what is imported are added by themselves, unless \"no-auto-depends\" is true:"]
    for (index, format) in formats.enumerated() {
      guard let plan = plans[format.name] else { continue }
      for kind in [Relations.Kind.depends, .recommends] where !plan.relations[kind].isEmpty {
        let list = plan.relations[kind].prefix(40).joined(separator: ", ")
        lines.append("  // \(format.name) \(kind.rawValue): \(Self.comment(list))")
      }
      for diagnostic in plan.diagnostics.prefix(20) where index == 0 && diagnostic.severity != .note {
        lines.append("  // \(Self.comment(diagnostic.description))")
      }
    }
    for kind in Relations.Kind.allCases where kind == .depends || !inputs.dependencies.wishes[kind].isEmpty {
      lines.append(
        "  \"\(kind.rawValue)\": [\(inputs.dependencies.wishes[kind].map { Self.string($0) }.joined(separator: ", "))],"
      )
    }
    return lines
  }

  private func entry(_ key: String, _ value: String) -> String { "  \"\(key)\": \(Self.string(value))," }

  /// The value that was given, else an example in a comment.
  private func optional(_ key: String, _ value: String?, example: String) -> String {
    value.map { entry(key, $0) } ?? "  // \"\(key)\": \(Self.string(example, isLiteral: false)),"
  }

  /// A string of JSON (RFC 8259, 7), with nothing in it that would be taken for a variable.
  private static func string(_ text: String, isLiteral: Bool = true) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.isDeceptive:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return (isLiteral ? result.replacing("${", with: "$${") : result) + "\""
  }

  /// Text that stays on its line.
  private static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isDeceptive ? "?" : $0 }))
  }
}
