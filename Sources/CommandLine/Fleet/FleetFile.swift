import CommandOptions
import Diagnostics
import Text
import Toolbox

/// A file that lists applications to be packaged, in JSON5: options of all of them under `defaults`, and an object of
/// options for each under `applications`. The keys are those of a configuration file, whose place it takes.
struct FleetFile {
  let jobs: [FleetJob]

  private enum Key {
    static let defaults = "defaults"
    static let applications = "applications"
  }
  private static let mistakeLimit = 20

  /// - Parameter line: What the command line says of all; it goes before what the file says.
  /// - Throws: A usage failure with every key and value that is wrong.
  init(
    _ path: String, for tool: Tool, line: [GivenOption], in context: BuildContext
  ) throws(Failure) {
    let file = try ConfigurationFile(fleet: path)
    var mistakes: [Diagnostic] = []
    for key in file.values.keys.sorted()
    where ![ConfigurationFile.SpecialKey.schema, Key.defaults, Key.applications].contains(key) {
      mistakes.append(
        .error(
          .configuration, "there is no key '\(key.prefix(60))' for several applications", at: file.location(of: key),
          remedy: "put options of all into '\(Key.defaults)'"))
    }
    guard case .array(let members)? = file.values[Key.applications], !members.isEmpty else {
      mistakes.append(
        .error(
          .configuration, "lists no applications", at: SourceLocation(file: path),
          remedy: "write \"\(Key.applications)\": [\"web.tac\", { \"tapfile\": \"mail.tac\", ... }]"))
      throw Failure(.usage, mistakes)
    }
    let reader = ConfigurationReader(tool, in: context)
    var defaults = ConfigurationReader.Given()
    switch file.values[Key.defaults] {
    case .object(let options)?: defaults = reader.read(file.part(options, Key.defaults), &mistakes)
    case nil: break
    default:
      mistakes.append(
        .error(.configuration, "'\(Key.defaults)' holds no object of options", at: file.location(of: Key.defaults)))
    }
    var jobs: [FleetJob] = []
    for (index, member) in members.enumerated() where mistakes.count < Self.mistakeLimit {
      let place = "\(Key.applications)[\(index)]"
      let options: [String: JSONValue]
      switch member {
      case .string(let name): options = ["tapfile": .string(name)]
      case .object(let own): options = own
      default:
        mistakes.append(
          .error(
            .configuration, "\(place) is neither a file nor an object of options",
            at: file.location(of: Key.applications)))
        continue
      }
      let own = reader.read(file.part(options, place), &mistakes)
      let all = defaults.overridden(by: own).overridden(by: ConfigurationReader.Given(line))
      guard let title = all.title else {
        mistakes.append(
          .error(
            .configuration, "\(place) names no application", at: file.location(of: Key.applications),
            remedy: "give it a tapfile, a plugin or a project"))
        continue
      }
      jobs.append(
        FleetJob(
          title, all.options + [GivenOption("no-config", nil, isRepeatable: false)], arguments: all.arguments))
    }
    guard mistakes.isEmpty else { throw Failure(.usage, Array(mistakes.prefix(Self.mistakeLimit))) }
    self.jobs = jobs
  }
}
