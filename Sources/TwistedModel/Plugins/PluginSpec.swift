import ApplicationFacts
import Diagnostics

/// A twistd subcommand with its arguments, as given on the command line: `--plugin web -- --listen tcp:8080`.
package enum PluginSpec {
  /// The plugins that come with Twisted.
  package static var stockNames: [String] { StockPlugin.allCases.map(\.rawValue) }

  /// The facts of the service that the subcommand makes. Those that come with Twisted are understood; of others only the
  /// name is known.
  ///
  /// - Parameter isBundled: whether an environment goes into the package, which may bring the plugin.
  /// - Throws: when the arguments are not ones that the subcommand takes.
  package static func read(
    name: String, arguments: [String], isBundled: Bool = false
  ) throws(Failure) -> Application {
    let location = SourceLocation(file: "--plugin \(name)")
    var application = Application(format: .plugin)
    application.name = Fact(name, at: location)
    var plugin = Plugin(name: Fact(name, at: location))
    guard let stock = StockPlugin(rawValue: name) else {
      application.plugins = [plugin]
      application.diagnostics.append(
        .note(
          .portUnknown,
          isBundled
            ? "the plugin \(name) is none of Twisted's, and of the environment only what makes a package is read, so the "
              + "ports that it opens are not known"
            : "the plugin \(name) does not come with Twisted, so the ports that it opens are not known",
          at: location,
          remedy: "give its plugin file instead of its name, or name them with --port tcp:NUMBER"
        ).about(.port))
      return application
    }
    let options = try StockOptions.parse(arguments, for: stock, at: location)
    plugin.rootReason = stock.rootReason
    plugin.module = stock.modules.first.map { Fact($0, at: location) }
    plugin.options = stock.options.map {
      Plugin.Option(name: $0.name, short: $0.short, isFlag: $0.isFlag, fallback: $0.fallback, at: location)
    }
    application.plugins = [plugin]
    application.modules = stock.modules.prefix(1).map { Module($0, .twisted, at: location) }
    try StockFacts(stock: stock, options: options, location: location).fill(&application)
    return application
  }
}
