import PythonEvaluation
import ApplicationFacts

/// The plugins that come with Twisted, as Debian packages it, and where each listens.
enum StockPlugin: String, CaseIterable {
  case conch, dns, ftp, inetd, mail, manhole, portforward, procmon, socks, web, words
  case xmppRouter = "xmpp-router"

  /// What it does that only root may.
  var rootReason: String? {
    switch self {
    case .conch: "logs in as the users of the system"
    case .inetd: "runs programs as other users"
    default: nil
    }
  }

  /// What a plugin asks to listen on.
  enum Demand {
    /// An endpoint description.
    case description(PythonValue)
    /// A bare port of the plugin's own transport.
    case port(Listener.Transport, PythonValue, interface: PythonValue?)
  }

  /// The modules whose `makeService` makes the plugin's service, new and old.
  var modules: [String] {
    switch self {
    case .conch: ["twisted.conch.tap", "twisted.tap.ssh"]
    case .dns: ["twisted.names.tap"]
    case .ftp: ["twisted.tap.ftp"]
    case .inetd: ["twisted.runner.inetdtap"]
    case .mail: ["twisted.mail.tap"]
    case .manhole: ["twisted.conch.manhole_tap"]
    case .portforward: ["twisted.tap.portforward"]
    case .procmon: ["twisted.runner.procmontap"]
    case .socks: ["twisted.tap.socks"]
    case .web: ["twisted.web.tap"]
    case .words: ["twisted.words.tap"]
    case .xmppRouter: ["twisted.words.xmpproutertap"]
    }
  }

  /// Where the service listens, given its options, of which absent ones are `nil`; defaults are those of Twisted 22.4.
  func listening(_ option: (String) -> PythonValue?) -> [Demand] {
    switch self {
    case .conch:
      let port = option("port") ?? .text("tcp:22")
      guard case .text(let interface)? = option("interface"), !interface.isEmpty, case .text(let text) = port else {
        return [.description(port)]
      }
      return [.description(.text("\(text):interface=\(interface)"))]
    case .dns:
      let port = option("port") ?? .integer(53)
      return [.port(.tcp, port, interface: option("interface")), .port(.udp, port, interface: option("interface"))]
    case .ftp: return [.port(.tcp, option("port") ?? .integer(2121), interface: nil)]
    case .socks:
      return [.port(.tcp, option("port") ?? .integer(1080), interface: option("interface") ?? .text("127.0.0.1"))]
    case .manhole: return ["telnetPort", "sshPort"].compactMap { option($0).map { .description($0) } }
    case .portforward: return [.description(option("port") ?? .text("6666"))]
    case .xmppRouter: return [.description(option("port") ?? .text("tcp:5347:interface=127.0.0.1"))]
    case .words: return ["irc-port", "pb-port"].compactMap { option($0).map { .description($0) } }
    case .web: return (option("port") ?? option("listen")).map { [.description($0)] } ?? []
    // Mail's endpoints are objects, inetd's ports stand in its own file, and procmon listens on nothing.
    case .mail, .inetd, .procmon: return []
    }
  }
}
