import ApplicationFacts
import Bundling
import Diagnostics
import PackageModel
import TwistedModel

extension Sources {
  /// The same, with the plugins read that the environment brings.
  ///
  /// - Throws: A usage failure for words that such a plugin refuses.
  func completed(by bundle: Bundle) throws(Failure) -> Sources {
    var completed = self
    completed.reading.subjects = try subjects.map { subject throws(Failure) in
      try subject.completed(by: bundle).given(inputs.service.variables)
    }
    return completed
  }
}

extension Subject {
  fileprivate func completed(by bundle: Bundle) throws(Failure) -> Subject {
    guard file == nil, case .plugin(let name, let words) = request, var application,
      !PluginSpec.stockNames.contains(name)
    else { return self }
    if let found = try BundledPlugin(name, given: words, in: bundle.modulesFolder)?.application {
      // What twistd cannot load has no subcommand, wherever it lies.
      try Subject.refuse(found)
      application.listeners = found.listeners
      application.clients = found.clients
      application.timers = found.timers
      application.variables = found.variables
      application.hangup = found.hangup
      application.reactor = found.reactor
      // What lies in the environment goes with it, and so do its modules.
      application.files = found.files.filter { $0.path.base == nil || $0.path.base == "~" }
      application.plugins[0].options = found.plugins.first { $0.name.likely == name }?.options ?? []
      application.diagnostics = found.diagnostics
    } else {
      application.diagnostics = [
        .note(
          .portUnknown,
          "no plugin \(name) is found in the environment, so the ports that it opens are not known",
          at: application.plugins.first?.name.location,
          remedy: "check its name with twistd --help, or name them with --port tcp:NUMBER"
        ).about(.port)
      ]
    }
    return with(application)
  }
}
