import TwistedModel
import PythonEvaluation
import ApplicationFacts
import Diagnostics

/// Reads a file that offers twistd subcommands: `twisted/plugins/*.py`, or a plugins.tml of Twisted 1.
package enum PluginReader {
  /// - Parameter siblings: the modules that can be imported beside the plugin: the root of the project, not the folder
  ///   `twisted/plugins` itself.
  /// - Throws: when the file offers no subcommand, with the kind of plugin that it offers instead.
  package static func read(
    _ bytes: [UInt8], file: String, siblings: SourceFolder? = nil, command: PluginCommand = PluginCommand()
  ) throws(Failure) -> Application {
    var evaluator = try TacReader.follow(bytes, file: file, siblings: siblings)
    return try application(of: &evaluator, file: file, command: command)
  }

  /// What a program that was followed offers.
  ///
  /// - Parameter command: What twistd is to be told; it counts for a plugin of its name, or the only one.
  static func application(
    of evaluator: inout Evaluator, file: String, command: PluginCommand = PluginCommand()
  ) throws(Failure) -> Application {
    var plugins: [Plugin] = []
    let offers = evaluator.offers()
    for offer in offers {
      let isMeant = offers.count == 1 || offer.isCalled(command.plugin)
      plugins.append(try evaluator.plugin(offer, given: isMeant ? command.arguments : []))
    }
    if plugins.isEmpty, let name = ApplicationReader.tapName(of: file),
      let module = try evaluator.tapModule(named: command.plugin ?? name, given: command.arguments)
    {
      plugins = [module]
    }
    if plugins.isEmpty, let maker = evaluator.unboundMaker() {
      throw Failure.application(
        .plugin, "no instance of \(maker.name) is bound to a name, so twistd finds no subcommand in the file",
        at: SourceLocation(file: file, line: maker.line), remedy: "add a line such as serviceMaker = \(maker.name)()")
    }
    if plugins.isEmpty {
      let kind = evaluator.otherPlugin()
      throw Failure.application(
        .plugin, "the file offers \(kind ?? "no plugin"), so there is no twistd subcommand to package",
        at: SourceLocation(file: file, line: 1),
        remedy: kind == nil
          ? "give a file that binds a ServiceMaker or an IServiceMaker"
          : "package it as a Python library instead")
    }
    evaluator.startServices()
    evaluator.followLaterCode()
    evaluator.recordUnseenImports()
    evaluator.enter(0)
    var application = evaluator.application()
    application.format = .plugin
    application.name = nil
    application.plugins = plugins
    return application
  }
}
