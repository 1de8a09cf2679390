import Diagnostics
import Packaging
import ApplicationFacts

extension FactsDocument {
  init(_ application: Application, file: String, _ verdicts: Verdicts) {
    self.file = file
    format = application.format.rawValue
    python = application.python.rawValue
    isShutdown = application.isShutdown
    name = application.name.map(Value.init)
    processName = application.processName.map(Value.init)
    uid = application.uid.map(Value.init)
    gid = application.gid.map(Value.init)
    reactor = application.reactor.map(Value.init)
    hangup = application.hangup.map(Place.init)
    plugins = application.plugins.map(Plugin.init)
    listeners = application.listeners.map { listener in
      var endpoint = Endpoint(listener)
      endpoint.verdict = verdicts.word(on: listener)
      return endpoint
    }
    clients = application.clients.map(Endpoint.init)
    timers = application.timers.map { timer in
      Timer(
        interval: timer.interval.map(Value.init), callable: timer.callable, certainty: timer.certainty.rawValue,
        at: Place(timer.location))
    }
    modules = application.modules.map { module in
      Module(
        name: module.name, kind: module.kind.rawValue, certainty: module.certainty.rawValue,
        verdict: verdicts.word(on: module), at: Place(module.location))
    }
    variables = application.variables.map {
      Variable(
        name: $0.name, default: $0.fallback, required: $0.isRequired, certainty: $0.certainty.rawValue,
        verdict: verdicts.word(on: $0), at: Place($0.location))
    }
    files = application.files.map {
      File(
        path: Value($0.path), use: $0.use.rawValue, folder: $0.isFolder ? true : nil,
        when: $0.isLater ? "later" : "start", verdict: verdicts.word(on: $0))
    }
    diagnostics = application.diagnostics.map(Message.init)
  }
}

extension FactsDocument.Place {
  init(_ location: SourceLocation) {
    self.init(file: location.file, line: location.line, object: location.objectPath)
  }
}

extension FactsDocument.Value where Content: Equatable {
  init(_ fact: Fact<Content>) {
    self.init(
      value: fact.value, certainty: fact.certainty.rawValue, origin: fact.origin, default: fact.fallback,
      base: fact.base, configuration: fact.configuration, at: FactsDocument.Place(fact.location))
  }
}

extension FactsDocument.Endpoint {
  init(_ listener: Listener) {
    self.init(
      transport: listener.transport.rawValue, port: listener.port.map(FactsDocument.Value.init),
      interface: listener.interface.map(FactsDocument.Value.init), path: listener.path.map(FactsDocument.Value.init),
      mode: listener.mode.map(FactsDocument.Value.init), certainty: listener.certainty.rawValue,
      when: listener.isLater ? "later" : "start",
      at: FactsDocument.Place(listener.location))
  }

  init(_ client: Client) {
    self.init(
      transport: client.transport.rawValue, host: client.host.map(FactsDocument.Value.init),
      port: client.port.map(FactsDocument.Value.init), path: client.path.map(FactsDocument.Value.init),
      certainty: client.certainty.rawValue, when: client.isLater ? "later" : "start",
      at: FactsDocument.Place(client.location))
  }
}

extension FactsDocument.Plugin {
  init(_ plugin: ApplicationFacts.Plugin) {
    self.init(
      name: FactsDocument.Value(plugin.name), summary: plugin.summary.map(FactsDocument.Value.init),
      module: plugin.module.map(FactsDocument.Value.init),
      options: plugin.options.map { option in
        Option(
          name: option.name, short: option.short, isFlag: option.isFlag, default: option.fallback,
          summary: option.summary, at: FactsDocument.Place(option.location))
      })
  }
}
