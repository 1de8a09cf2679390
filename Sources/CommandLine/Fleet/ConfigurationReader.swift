import CommandOptions
import Diagnostics
import Toolbox

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

  init(_ tool: Tool, in context: BuildContext) {
    (self.tool, environment) = (tool, context.environment)
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
