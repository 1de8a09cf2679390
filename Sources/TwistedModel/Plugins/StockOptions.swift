import Diagnostics

/// The arguments of a stock plugin, taken apart as `twisted.python.usage` does (getopt).
struct StockOptions {
  private(set) var values: [String: [String]] = [:]
  private(set) var flags: Set<String> = []
  private(set) var rest: [String] = []

  /// The last value given.
  subscript(name: String) -> String? { values[name]?.last }

  /// The options in the order in which they were first given.
  private(set) var order: [String] = []

  static func parse(
    _ arguments: [String], for plugin: StockPlugin, at location: SourceLocation
  ) throws(Failure) -> StockOptions {
    let parsed = try parse(arguments, known: plugin.options, of: plugin.rawValue, at: location)
    // Of Twisted's own plugins procmon alone takes words: the program that it is to watch.
    if plugin != .procmon, let word = parsed.rest.first {
      throw Failure.usage(
        .pluginOption, "the plugin \(plugin.rawValue) takes no word that is not an option's: \(quoted(word))",
        at: location,
        remedy: "see twistd \(plugin.rawValue) --help")
    }
    return parsed
  }

  static func parse(
    _ arguments: [String], known: [StockPlugin.Option], of plugin: String, at location: SourceLocation
  ) throws(Failure) -> StockOptions {
    var parsed = StockOptions()
    var pending = arguments[...]
    func failure(_ message: String) -> Failure {
      Failure.usage(
        .pluginOption, "\(message) of the plugin \(plugin)", at: location,
        remedy: "see twistd \(plugin) --help")
    }
    while let argument = pending.popFirst() {
      if argument == "--" {
        parsed.rest += pending
        break
      }
      if argument.hasPrefix("--") {
        let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let matches = known.filter { $0.name == name || $0.name == String(name.map { $0 == "_" ? "-" : $0 }) }
        let prefixed = known.filter { $0.name.hasPrefix(name) }
        guard let option = matches.first ?? (prefixed.count == 1 ? prefixed.first : nil) else {
          if ["help", "version", "help-auth", "help-auth-type"].contains(name) {
            throw Failure.usage(
              .pluginOption, "--\(name) prints a text and ends, so there is no service to package", at: location,
              remedy: "leave it out")
          }
          throw failure("--\(name) is no option")
        }
        if option.isFlag {
          parsed.add(option.name)
        } else if parts.count > 1 {
          parsed.add(option.name, String(parts[1]))
        } else if let value = pending.popFirst() {
          parsed.add(option.name, value)
        } else {
          throw failure("--\(name) needs a value as an option")
        }
      } else if argument.hasPrefix("-"), argument.count > 1 {
        var letters = argument.dropFirst()
        while let letter = letters.popFirst() {
          guard let option = known.first(where: { $0.short == String(letter) }) else {
            throw failure("-\(letter) is no option")
          }
          if option.isFlag {
            parsed.add(option.name)
            continue
          }
          guard let value = letters.isEmpty ? pending.popFirst() : String(letters) else {
            throw failure("-\(letter) needs a value as an option")
          }
          parsed.add(option.name, value)
          letters = ""
        }
      } else {
        parsed.rest.append(argument)
        // getopt stops at the first argument that is no option, such as procmon's command.
        parsed.rest += pending
        break
      }
    }
    return parsed
  }

  private mutating func add(_ name: String, _ value: String? = nil) {
    if !order.contains(name) { order.append(name) }
    if let value { values[name, default: []].append(value) } else { flags.insert(name) }
  }
}
