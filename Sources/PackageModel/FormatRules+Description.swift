import Diagnostics
import Text

extension FormatRules {
  func defaultSummary(of proto: String) -> String { "\(summary) \(proto)" }

  /// The originals' long description.
  private var signature: String { "Automatically created by \(tool)" }

  /// What a package is, from what is known of it: what runs, where it listens, where its settings are. The last
  /// paragraph is the original's.
  func defaultDescription(of services: [Service]) throws(Failure) -> Paragraphs {
    let paragraphs = services.map(\.inWords) + [signature]
    return try Paragraphs(
      paragraphs.map { $0.wrapped(to: 76).joined(separator: "\n") }.joined(separator: "\n\n"), of: "--long_description")
  }
}

extension Service {
  /// What a reader of the package's description should know of it.
  fileprivate var inWords: String {
    let subject =
      if let application {
        "the Twisted application \(application.name)"
      } else if let plugin = command.plugin {
        "the subcommand \(plugin) of \(command.runnerInWords)"
      } else {
        command.subjectInWords
      }
    var sentences = ["This package runs \(subject) as the service \(name)."]
    if options.hasInstances { sentences = ["This package runs instances of \(subject) as services, \(name)@NAME."] }
    if !network.listening.isEmpty {
      let ports = network.listening.map { "\($0.kind.rawValue.uppercased()) port \($0.number)" }
      sentences.append("It listens on \(ports.inWords).")
    }
    if let path = command.applicationPath { sentences.append("The application is \(path).") }
    sentences.append("Settings of the service are in \(environmentPath).")
    return sentences.joined(separator: " ")
  }
}

extension [String] {
  /// `a, b and c`
  fileprivate var inWords: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + (last ?? "")
  }
}
