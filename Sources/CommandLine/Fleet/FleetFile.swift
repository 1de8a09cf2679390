import CommandOptions
import Diagnostics
import Formats
import Text

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
    _ path: String, for tool: Tool, line: [GivenOption], environment: [String: String]
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
    let reader = ConfigurationReader(tool, environment)
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

/// Turns objects of options into the words of a command line.
struct ConfigurationReader {
  /// What an object gives.
  struct Given {
    var options: [GivenOption] = []
    /// The flags that it says are not set.
    var unset: Set<String> = []
    /// A plugin's own.
    var arguments: [String] = []

    init(_ options: [GivenOption] = []) { self.options = options }

    /// With what goes before it.
    func overridden(by other: Given) -> Given {
      let single = Set(other.options.filter { !$0.isRepeatable }.map(\.name)).union(other.unset)
      var result = Given(options.filter { !single.contains($0.name) } + other.options)
      result.unset = unset.union(other.unset)
      result.arguments = other.arguments.isEmpty ? arguments : other.arguments
      return result
    }

    /// What is packaged.
    var title: String? {
      for name in ["tapfile", "project", "plugin"] {
        if let value = options.first(where: { $0.name == name })?.value { return value }
      }
      return nil
    }
  }

  private let tool: Tool
  private let environment: [String: String]
  private let options: [Option<ToolOptions>]
  private let keys: ConfigurationFile.KnownKeys

  init(_ tool: Tool, _ environment: [String: String]) {
    (self.tool, self.environment) = (tool, environment)
    options = tool.configurableOptions
    keys = ConfigurationFile.KnownKeys(of: tool.siblings)
  }

  /// Reads one object, and checks each of its values as the command line would.
  func read(_ file: ConfigurationFile, _ mistakes: inout [Diagnostic]) -> Given {
    let wrong = file.checkKeys(keys)
    guard wrong.isEmpty else {
      mistakes += wrong
      return Given()
    }
    var (given, scratch) = (Given(), ToolOptions())
    for option in options {
      let name = option.names.first ?? ""
      for word in file.words(of: option, for: tool) {
        do throws(Failure) {
          let text = try file.text(of: word, isPath: option.takesPath, environment)
          try option.set(&scratch, text)
          given.options.append(GivenOption(name, text, isRepeatable: option.isRepeatable))
        } catch {
          mistakes += error.diagnostics.map { $0.located(at: word.location) }
        }
      }
      if file.isUnset(option, for: tool) { given.unset.insert(name) }
    }
    do throws(Failure) {
      given.arguments = try file.arguments(for: tool, environment)
    } catch {
      mistakes += error.diagnostics
    }
    return given
  }
}
