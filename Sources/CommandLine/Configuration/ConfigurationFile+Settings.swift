import CommandOptions
import Diagnostics
import Formats
import PackageModel
import Packaging
import Text
import Toolbox

extension ConfigurationFile {
  /// Keys of a configuration file that are no options.
  enum SpecialKey {
    /// The schema, for editors.
    static let schema = "$schema"
    /// A plugin's own arguments, which stand after the options on the command line.
    static let arguments = "arguments"
  }

  /// The options of a tool with what the file says.
  ///
  /// - Throws: A usage failure with every key and value that is wrong, those of the other tool's options among them; and
  ///   where the file was only found, with what asks for more than the trust that has.
  func settings(for tool: Tool, in context: BuildContext) throws(Failure) -> ToolOptions {
    var mistakes = checkKeys(KnownKeys(of: tool.siblings))
    var settings = ToolOptions()
    let environment = isFound ? nil : context.environment
    if isFound { settings.inputs.confinement = Confinement(of: path) }
    if mistakes.isEmpty {
      // What is first in the table is the option's own name for it, so it is applied last.
      for option in tool.configurableOptions.reversed() {
        for word in words(of: option, for: tool) {
          do throws(Failure) {
            let text = try text(of: word, isPath: option.takesPath, environment)
            if isFound {
              try (option.trust ?? .runsPrograms).judge(text, key: word.key, in: &settings.inputs.confinement)
            }
            try option.set(&settings, text)
          } catch {
            mistakes += error.diagnostics.map { $0.located(at: word.location) }
          }
        }
      }
      do throws(Failure) {
        settings.inputs.application.arguments = try arguments(for: tool, environment)
      } catch {
        mistakes += error.diagnostics
      }
      if let location = locationOfArguments(for: tool), settings.inputs.application.plugin == nil,
        settings.inputs.application.scripts.isEmpty, mistakes.isEmpty
      {
        mistakes.append(
          .error(
            .configuration, "arguments are for a plugin or a script", at: location,
            remedy: "name it, or leave them out"))
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return settings
  }

  /// A value that an option is to be given, `nil` for a flag.
  struct Word {
    var text: String?
    var key: String
    var location: SourceLocation
  }

  /// The values of an option: those of the format's own object go over the others, and after them where there may be several.
  func words(of option: Option<ToolOptions>, for tool: Tool) -> [Word] {
    let common = words(of: option, in: values, object: "")
    guard case .object(let own) = values[tool.format.name] else { return common ?? [] }
    let special = words(of: option, in: own, object: tool.format.name)
    return option.isRepeatable ? (common ?? []) + (special ?? []) : special ?? common ?? []
  }

  /// Whether it says of a flag that it is not set.
  func isUnset(_ option: Option<ToolOptions>, for tool: Tool) -> Bool {
    let own: [String: JSONValue] = if case .object(let own)? = values[tool.format.name] { own } else { [:] }
    return option.names.contains { (own[$0] ?? values[$0]) == .boolean(false) }
  }

  /// - Returns: `nil` where the object does not have the option.
  private func words(of option: Option<ToolOptions>, in object: [String: JSONValue], object name: String) -> [Word]? {
    guard let key = option.names.first(where: { object[$0] != nil }), let value = object[key] else { return nil }
    let location = location(of: key, in: name)
    switch value {
    case .string(let text): return [Word(text: text, key: key, location: location)]
    case .integer(let number): return [Word(text: String(number), key: key, location: location)]
    case .boolean(let isSet): return isSet ? [Word(text: nil, key: key, location: location)] : []
    case .array(let elements):
      return elements.compactMap { element in
        if case .string(let text) = element { Word(text: text, key: key, location: location) } else { nil }
      }
    case .null, .number, .object: return []
    }
  }

  func text(
    of word: Word, isPath: Bool, _ environment: [String: String]?
  ) throws(Failure) -> String? {
    guard let text = word.text else { return nil }
    switch VariableExpansion.expand(text, environment) {
    case .problem(let message, let remedy):
      throw Failure.usage(.configuration, message, at: word.location, remedy: remedy)
    case .forbidden: throw Trust.refusal(word.key, "reads the environment", at: word.location)
    case .text(let text):
      // No word of a command line has one: what follows it would be lost, or a word of its own.
      guard !text.utf8.contains(0) else {
        throw Failure.usage(
          .configuration, "the value of '\(word.key)' has U+0000, which no option can have", at: word.location,
          remedy: "take it out")
      }
      // A colon begins what is no path of this machine.
      let isRelative = isPath && !text.isEmpty && !text.hasPrefix("/") && !text.hasPrefix(":")
      return isRelative ? folder + text : text
    }
  }

  func arguments(for tool: Tool, _ environment: [String: String]?) throws(Failure) -> [String] {
    guard let (object, name) = holderOfArguments(for: tool), case .array(let elements) = object else { return [] }
    var arguments: [String] = []
    for case .string(let text) in elements {
      let word = Word(
        text: text, key: SpecialKey.arguments, location: location(of: SpecialKey.arguments, in: name))
      if let text = try self.text(of: word, isPath: false, environment) { arguments.append(text) }
    }
    return arguments
  }

  private func locationOfArguments(for tool: Tool) -> SourceLocation? {
    holderOfArguments(for: tool).map { location(of: SpecialKey.arguments, in: $0.name) }
  }

  private func holderOfArguments(for tool: Tool) -> (value: JSONValue, name: String)? {
    if case .object(let own) = values[tool.format.name], let value = own[SpecialKey.arguments] {
      return (value, tool.format.name)
    }
    return values[SpecialKey.arguments].map { ($0, "") }
  }
}

extension Tool {
  /// The options that configuration files can have.
  var configurableOptions: [Option<ToolOptions>] {
    optionTable.options.filter { !$0.endsParsing && !$0.isForOneRun }
  }
}

extension Option {
  /// Whether its value is a path on this machine.
  var takesPath: Bool {
    switch completion {
    case .files, .filesEnding, .directories: true
    case .nothing, .users, .groups, .keys, .words: false
    }
  }
}

extension Diagnostic {
  func located(at location: SourceLocation) -> Diagnostic {
    var diagnostic = self
    if diagnostic.location == nil { diagnostic.location = location }
    return diagnostic
  }
}
