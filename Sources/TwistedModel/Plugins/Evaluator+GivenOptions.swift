import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax
import Text

/// The words after a plugin's name on twistd's command line, and which plugin they are for.
package struct PluginCommand: Sendable {
  package var plugin: String?
  package var arguments: [String]

  package init(plugin: String? = nil, arguments: [String] = []) {
    self.plugin = plugin
    self.arguments = arguments
  }
}

extension Evaluator {
  /// Takes words apart with the options that a class declares, as `twisted.python.usage.Options.parseOptions` does, and
  /// lets the instance hold them.
  ///
  /// - Parameters:
  ///   - number: An instance of the class.
  ///   - isWhole: Whether every option is known, so that an unknown one is a mistake.
  /// - Throws: A usage failure for words that twistd would refuse.
  mutating func give(
    _ words: [String], to number: Int, declared: [Plugin.Option], isWhole: Bool, plugin: String,
    at place: SourceLocation
  ) throws(Failure) {
    let known = declared.map { StockPlugin.Option(name: $0.name, short: $0.short, isFlag: $0.isFlag) }
    let given: StockOptions
    do throws(Failure) {
      given = try StockOptions.parse(words, known: known, of: plugin, at: place)
    } catch {
      guard isWhole else {
        findings.note(
          .codeUnread, "the options that are given are not all known, for some are defined in code that was not read",
          at: place)
        return
      }
      throw error
    }
    for name in given.order {
      let method = "opt_" + String(name.map { $0 == "-" ? "_" : $0 })
      let values: [PythonValue] = given.values[name, default: []].map { .text($0) }
      if hasMember(method, number) {
        for value in values.isEmpty ? [nil] : values.map(Optional.some) {
          _ = callMember(
            method, of: number, PythonArguments(positional: value.map { [$0] } ?? []), at: Node.none)
        }
      } else if let text = given[name] {
        let value = try coerced(text, name, of: number, plugin: plugin, at: place)
        setAttribute(symbol("[\(name)]"), of: number, to: value)
      } else {
        setAttribute(symbol("[\(name)]"), of: number, to: .integer(1))
      }
    }
    if hasMember("parseArgs", number) {
      _ = callMember(
        "parseArgs", of: number, PythonArguments(positional: given.rest.map { .text($0) }), at: Node.none)
    }
    if hasMember("postOptions", number) { _ = callMember("postOptions", of: number, PythonArguments(), at: Node.none) }
  }

  /// `options.parseOptions(["--port", "8080"])`: words that a program gives to its own or a plugin's options.
  mutating func parseOptions(_ arguments: PythonArguments, of number: Int, at id: UInt32) {
    guard case .instance(.object(let type)) = objects[number].kind else { return }
    var words: [String] = []
    if let list = arguments.value(0, "options") {
      guard let (values, _) = elements(of: list) else { return }
      for value in values {
        guard case .text(let word) = value, !MarkedText.hasHole(word) else { return }
        words.append(word)
      }
    } else if let programArguments {
      words = programArguments
    } else {
      return
    }
    let place = location(id)
    // All that is given is known here, so that what is not given has its default.
    for (name, value) in declaredOptions(.object(number)) ?? [] {
      guard case .unknown(let origin) = value else { continue }
      setAttribute(symbol("[\(name)]"), of: number, to: origin.fallback ?? PythonValue.none)
    }
    do throws(Failure) {
      try give(words, to: number, declared: options(of: type), isWhole: false, plugin: "itself", at: place)
    } catch {
      findings.note(.pluginOption, error.diagnostics.first?.message ?? "the options are wrong", at: place)
    }
  }

  /// The value of an option with the function that its row names: `['port', 'p', 8080, 'The port.', int]`.
  private mutating func coerced(
    _ text: String, _ name: String, of number: Int, plugin: String, at place: SourceLocation
  ) throws(Failure) -> PythonValue {
    guard let row = optionRow(name, of: number), row.count >= 5, !row[4].isNone else { return .text(text) }
    let function = row[4]
    switch function {
    case .name("int"), .name("twisted.python.usage.portCoerce"):
      guard let value = Int(text.trimmed) else {
        throw Failure.usage(
          .pluginOption, "--\(name) of the plugin \(plugin) takes a number, not \(quoted(text))", at: place,
          remedy: "give it one after --")
      }
      return .integer(value)
    case .name("float"):
      return Double(text.trimmed).map { .float($0) } ?? .unknown("option:\(name)")
    case .name("str"): return .text(text)
    default: return apply(function, PythonArguments(positional: [.text(text)]), at: Node.none)
    }
  }
}
