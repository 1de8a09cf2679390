import PythonEvaluation
/// Names of Twisted (and of modules that stand for others) that the evaluator must tell apart.
enum KnownNames {
  /// One spelling for things that are known by several.
  static func canonical(_ name: String) -> String {
    if let known = aliases[name] { return known }
    if name.hasPrefix("six.moves.") { return canonical(String(name.dropFirst(10))) }
    for prefix in ["posixpath.", "ntpath."] where name.hasPrefix(prefix) {
      return "os.path." + name.dropFirst(prefix.count)
    }
    return name
  }

  private static let aliases = [
    "twisted.internet.main.Application": "twisted.internet.app.Application",
    "twisted.application.compat.IOldApplication": "twisted.application.service.IServiceCollection",
    "twisted.application.service.IService": "twisted.application.service.IServiceCollection",
    "twisted.application.app.IServiceCollection": "twisted.application.service.IServiceCollection",
    "twisted.python.filepath.IFilePath": "twisted.python.filepath.FilePath",
    "twisted.internet.default.reactor": "twisted.internet.reactor",
  ]

  static let constants: [String: PythonValue] = [
    "twisted.spread.pb.portno": .integer(8787), "twisted.names.dns.PORT": .integer(53),
    "twisted.protocols.dns.PORT": .integer(53), "twisted.mail.smtp.SMTP_PORT": .integer(25),
    "os.name": .text("posix"), "twisted.python.runtime.platformType": .text("posix"), "os.sep": .text("/"),
    "os.path.sep": .text("/"), "os.curdir": .text("."), "os.pardir": .text(".."), "os.path.curdir": .text("."),
    "os.path.pardir": .text(".."),
    "twisted.web.distrib.UserDirectory.userSocketName": .text(".twistd-web-pb"),
  ]

  /// The methods of services and of the application.
  static let serviceMethods = [
    "setServiceParent", "disownServiceParent", "setName", "addService", "removeService", "getServiceNamed",
    "startService", "stopService", "privilegedStartService", "setComponent", "getComponent", "addComponent",
  ]

  /// The service classes of `twisted.application.internet` (and of its predecessor), by what they call on the reactor.
  static func service(_ name: String) -> (kind: String, isServer: Bool)? { services[name] }

  private static let services: [String: (kind: String, isServer: Bool)] = {
    var services: [String: (kind: String, isServer: Bool)] = [:]
    for module in ["twisted.application.internet", "twisted.application.reactors"] {
      for kind in kinds {
        services["\(module).\(kind)Server"] = (kind, true)
        services["\(module).\(kind)Client"] = (kind, false)
      }
    }
    return services
  }()

  static let kinds: Set = ["TCP", "SSL", "UDP", "UNIX", "UNIXDatagram", "Multicast"]

  /// Modules whose `from module import *` brings names that matter.
  static let starred: [String: [String]] = [
    "twisted.application.service": [
      "Application", "IService", "IServiceCollection", "IProcess", "MultiService", "Service", "ServiceMaker",
      "IServiceMaker",
    ],
    "twisted.application.internet": [
      "TCPServer", "TCPClient", "UNIXServer", "UNIXClient", "SSLServer", "SSLClient", "UDPServer", "UNIXDatagramServer",
      "UNIXDatagramClient", "MulticastServer", "TimerService", "StreamServerEndpointService", "ClientService",
    ],
    "twisted.application": ["service", "internet", "strports", "app"],
    "twisted.internet": ["reactor", "protocol", "endpoints", "ssl", "defer", "task", "app", "main"],
    "twisted.internet.endpoints": [
      "serverFromString", "clientFromString", "TCP4ServerEndpoint", "TCP6ServerEndpoint", "SSL4ServerEndpoint",
      "UNIXServerEndpoint", "TCP4ClientEndpoint", "SSL4ClientEndpoint", "UNIXClientEndpoint", "HostnameEndpoint",
    ],
    "os": ["path", "environ", "getenv", "getcwd", "getuid", "getgid"],
    "os.path": ["join", "dirname", "abspath", "realpath", "basename", "expanduser", "normpath", "exists"],
  ]

  static func isTwisted(_ name: String) -> Bool {
    name.hasPrefix("twisted.") || name.hasPrefix("zope.interface.") || name.hasPrefix("nevow.")
  }

}
