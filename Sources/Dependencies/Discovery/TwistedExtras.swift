import Diagnostics
import PackageModel
import ApplicationFacts

/// What Twisted needs besides itself for some of its parts, its own "optional dependencies".
enum TwistedExtras {
  /// The distributions that an extra of Twisted brings.
  static func distributions(of extra: DistributionName) -> [String] {
    switch extra.description {
    case "tls": ["pyopenssl", "service-identity"]
    case "conch": ["bcrypt", "cryptography", "pyasn1"]
    case "http2": ["h2", "priority"]
    case "serial": ["pyserial"]
    case "websocket": ["wsproto"]
    default: []
    }
  }

  /// A distribution that an application needs by the parts of Twisted that it uses.
  struct Need: Equatable {
    var distribution: String
    var kind: Relations.Kind
    var location: SourceLocation
  }

  static func needs(of application: Application) -> [Need] {
    var needs: [Need] = []
    func add(_ extra: String, _ kind: Relations.Kind, at location: SourceLocation) {
      guard let name = DistributionName(extra) else { return }
      needs += distributions(of: name).map { Need(distribution: $0, kind: kind, location: location) }
    }
    let isWeb = application.modules.contains { $0.name.isWithin("twisted.web") }
    for listener in application.listeners where listener.transport == .ssl {
      add("tls", kind(listener.certainty), at: listener.location)
      // With these a site speaks HTTP/2 where the client can.
      if isWeb { add("http2", .suggests, at: listener.location) }
    }
    for client in application.clients where client.transport == .ssl {
      add("tls", kind(client.certainty), at: client.location)
    }
    for module in application.modules where module.kind == .twisted {
      for (parent, extra) in extras where module.name.isWithin(parent) {
        add(extra, kind(module.certainty), at: module.location)
      }
    }
    if let reactor = application.reactor, ["gi", "glib2", "gtk3"].contains(reactor.likely) {
      needs.append(
        Need(distribution: "pygobject", kind: kind(reactor.certainty), location: reactor.location))
    }
    return needs
  }

  private static let extras = [
    ("twisted.internet.ssl", "tls"), ("twisted.protocols.tls", "tls"), ("twisted.conch", "conch"),
    ("twisted.internet.serialport", "serial"), ("twisted.web._http2", "http2"),
  ]

  /// What is needed on some paths only is recommended: packages that are recommended are installed by default.
  static func kind(_ certainty: Certainty) -> Relations.Kind { certainty == .sure ? .depends : .recommends }
}

extension String {
  /// Whether it names a package or a module in it.
  fileprivate func isWithin(_ package: String) -> Bool { self == package || hasPrefix("\(package).") }
}
