import PythonEvaluation
import ApplicationFacts
import Diagnostics

/// The facts that the options of a stock plugin stand for.
struct StockFacts {
  let stock: StockPlugin
  let options: StockOptions
  let location: SourceLocation

  func fill(_ application: inout Application) throws(Failure) {
    for description in descriptions() { try add(description, to: &application) }
    for demand in stock == .web ? [] : stock.listening({ key in options[key].map { PythonValue.text($0) } }) {
      switch demand {
      case .description(.text(let description)): try add(description, to: &application)
      case .port(let transport, let port, let interface): try add(transport, port, on: interface, to: &application)
      case .description: break
      }
    }
    try fillRest(&application)
  }

  /// The endpoint descriptions of the plugins that can have several.
  private func descriptions() -> [String] {
    switch stock {
    case .web:
      var ports = options.values["listen"] ?? []
      if let port = options["port"] { ports.append(port) }
      if let port = options["https"] {
        let key = options["privkey"] ?? "server.pem"
        ports.append("ssl:port=\(port):privateKey=\(key):certKey=\(options["certificate"] ?? "server.pem")")
      }
      // Without a port `--personal` listens on a socket in the user's home.
      return ports.isEmpty && !options.flags.contains("personal") ? ["tcp:8080"] : ports
    case .mail:
      return [("pop3", "8110"), ("smtp", "8025")].flatMap { name, port in
        options.values[name] ?? (options.flags.contains("no-\(name)") ? [] : ["tcp:\(port)"])
      }
    default: return []
    }
  }

  private func add(_ description: String, to application: inout Application) throws(Failure) {
    guard let endpoint = ServerEndpoint(parsing: description) else {
      if description.hasPrefix("stdio") { return }
      throw failure("\"\(description)\" is no endpoint description", "write e.g. tcp:8080")
    }
    if endpoint.isBare {
      throw failure("today's Twisted takes no \"\(description)\" for an endpoint", "write tcp:\(description)")
    }
    var listener = Listener(endpoint.transport, at: location)
    if let port = endpoint.port {
      guard let number = Int(port) else {
        throw failure("\"\(port)\" in \"\(description)\" is no port", "write e.g. tcp:8080")
      }
      listener.port = Fact(number, at: location)
    } else if endpoint.transport == .tcp || endpoint.transport == .ssl {
      throw failure("\"\(description)\" names no port", "write e.g. tcp:8080")
    } else if endpoint.transport == .unknown {
      listener.port = Fact(nil, .unknown, at: location, origin: "an endpoint of another kind")
    }
    listener.interface = endpoint.interface.flatMap { $0.isEmpty ? nil : Fact($0, at: location) }
    listener.path = endpoint.path.map { Fact($0, at: location) }
    listener.mode = endpoint.mode.flatMap { Int($0, radix: 8) }.map { Fact($0, at: location) }
    listener.socket = endpoint.socket
    application.listeners.append(listener)
    if let key = endpoint.privateKey { use(key, as: .privateKey, in: &application) }
    if let certificate = endpoint.certificate { use(certificate, as: .certificate, in: &application) }
  }

  private func add(
    _ transport: Listener.Transport, _ port: PythonValue, on interface: PythonValue?, to application: inout Application
  ) throws(Failure) {
    let number: Int? =
      switch port {
      case .integer(let number): number
      case .text(let text): Int(text)
      default: nil
      }
    guard let number else {
      let given = if case .text(let text) = port { text } else { "" }
      throw failure("\"\(given)\" is no port", "give --port a number")
    }
    var listener = Listener(transport, port: Fact(number, at: location), at: location)
    if case .text(let address)? = interface, !address.isEmpty { listener.interface = Fact(address, at: location) }
    application.listeners.append(listener)
  }

  private func use(_ path: String, as use: FileReference.Use, in application: inout Application) {
    application.files.append(FileReference(Fact(path, at: location), use))
  }

  private func failure(_ message: String, _ remedy: String) -> Failure {
    Failure.usage(.pluginOption, message, at: location, remedy: remedy)
  }

  /// The objects of modules that options name (twisted.python.reflect.namedAny).
  private var namedObjects: [String] {
    guard stock == .web else { return [] }
    let processors = (options.values["processor"] ?? []).compactMap { $0.split(separator: "=", maxSplits: 1).last }
    return (options.values["class"] ?? []) + (options.values["wsgi"] ?? []) + processors.map(String.init)
  }

  /// What the plugins do besides listening, and what they cannot do without.
  private func fillRest(_ application: inout Application) throws(Failure) {
    let uses: [(String, FileReference.Use)] =
      switch stock {
      case .web: [("path", .serves), ("logfile", .logs), ("resource-script", .reads)]
      case .ftp: [("root", .serves), ("password-file", .reads)]
      case .conch: [("data", .reads), ("moduli", .reads)]
      case .dns: [("resolv-conf", .reads), ("hosts-file", .reads), ("pyzone", .reads), ("bindzone", .reads)]
      case .inetd: [("file", .reads)]
      case .mail: [("relay", .writes), ("aliases", .reads)]
      case .manhole: [("passwd", .reads)]
      case .socks: [("log", .logs)]
      case .words: [("passwd", .reads)]
      case .portforward, .procmon, .xmppRouter: []
      }
    for (name, kind) in uses {
      let fallback = stock.options.first { $0.name == name }?.fallback
      for path in options.values[name] ?? (fallback.map { [$0] } ?? []) { use(path, as: kind, in: &application) }
    }
    // twisted.cred.strcred: `file:PATH`, with options after a colon.
    for checker in options.values["auth"] ?? [] where checker.hasPrefix("file:") {
      let path = checker.dropFirst("file:".count).prefix { $0 != ":" }
      if !path.isEmpty { use(String(path), as: .reads, in: &application) }
    }
    if stock == .procmon, let program = options.rest.first, program.contains("/") {
      use(program, as: .reads, in: &application)
    }
    // DOMAIN=FOLDER: the users' passwords and their folders are in it.
    for domain in options.values["maildirdbmdomain"] ?? [] {
      guard let equals = domain.firstIndex(of: "=") else {
        throw failure("\"\(domain)\" names no folder for its domain", "write example.org=/var/lib/NAME/mail")
      }
      use(domain[domain.index(after: equals)...] + "/passwd", as: .writes, in: &application)
    }
    for name in namedObjects {
      guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
        throw failure("\"\(name)\" names no object of a module", "write MODULE.NAME")
      }
      let module = String(name[..<dot])
      application.modules.append(Module(module, Module.Kind.of(module), at: location))
    }
    switch stock {
    case .portforward:
      let port = options["dest_port"] ?? "6665"
      guard let number = Int(port) else { throw failure("\"\(port)\" is no port", "give --dest_port a number") }
      application.clients.append(
        Client(
          .tcp, host: Fact(options["host"] ?? "localhost", at: location), port: Fact(number, at: location), at: location
        ))
    case .manhole where application.listeners.isEmpty:
      throw failure("the plugin manhole listens on nothing", "give --telnetPort or --sshPort")
    case .procmon where options.rest.isEmpty:
      throw failure("the plugin procmon has no command to watch", "give the command after the options")
    case .mail where application.listeners.isEmpty:
      throw failure("the plugin mail has all its protocols disabled", "leave out --no-pop3 or --no-smtp")
    case .inetd:
      application.diagnostics.append(
        .note(
          .portUnknown, "the ports are those of \(options["file"] ?? "/etc/inetd.conf"), which was not read",
          at: location,
          remedy: "name them with --port tcp:NUMBER"
        ).about(.port))
    default: break
    }
  }
}
