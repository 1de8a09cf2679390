import PythonSyntax

extension TacEvaluator {
  /// Notes a file or folder that the program uses.
  mutating func addPath(_ value: TacValue, _ use: FileReference.Use, at id: UInt32) {
    guard isAlive, findings.paths.count < Self.findingLimit else { return }
    if case .none = value { return }
    let values: [TacValue] = if case .choice(let options) = value { options } else { [value] }
    for value in values {
      findings.paths.append(
        .init(value: pathValue(value), use: use, isConditional: !isSure || values.count > 1, location: location(id)))
    }
  }

  /// Functions and classes that are given the path of a file to serve, read or write.
  mutating func callReader(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    if KnownNames.configurationLoaders.contains(name) {
      if name.hasSuffix("ConfigObj") || name.hasSuffix("readPlist"), let path = arguments.positional.first {
        addPath(path, .reads, at: id)
      }
      return .unknown("config:")
    }
    switch name {
    case "codecs.open", "io.open", "gzip.open":
      if let path = arguments.positional.first { addPath(path, .opens, at: id) }
      return .unknown("the contents of a file")
    case "twisted.web.static.File", "nevow.static.File", "twisted.web2.static.File", "twisted.protocols.ftp.FTPRealm":
      if let path = arguments.value(0, name.hasSuffix("FTPRealm") ? "anonymousRoot" : "path") {
        addPath(path, .serves, at: id)
      }
    case "twisted.web.server.Site", "nevow.appserver.NevowSite":
      if let path = arguments.value(1, "logPath"), path.isScalar { addPath(path, .logs, at: id) }
    case "twisted.python.logfile.DailyLogFile", "twisted.python.logfile.LogFile":
      if let file = arguments.value(0, "name") {
        addPath(arguments.value(1, "directory").map { joinPath([$0, file]) } ?? file, .logs, at: id)
      }
    case "twisted.python.logfile.LogFile.fromFullPath", "twisted.python.logfile.DailyLogFile.fromFullPath":
      if let path = arguments.value(0, "filename") { addPath(path, .logs, at: id) }
    case "logging.FileHandler", "logging.handlers.RotatingFileHandler", "logging.handlers.TimedRotatingFileHandler":
      if let path = arguments.value(0, "filename") { addPath(path, .logs, at: id) }
    case "logging.basicConfig":
      if let path = arguments["filename"] { addPath(path, .logs, at: id) }
    case "logging.config.fileConfig":
      if let path = arguments.positional.first { addPath(path, .reads, at: id) }
    case "twisted.internet.ssl.DefaultOpenSSLContextFactory":
      if let path = arguments.value(0, "privateKeyFileName") { addPath(path, .privateKey, at: id) }
      if let path = arguments.value(1, "certificateFileName") { addPath(path, .certificate, at: id) }
    case "twisted.cred.checkers.FilePasswordDB":
      if let path = arguments.value(0, "filename") { addPath(path, .reads, at: id) }
    case "twisted.conch.ssh.keys.Key.fromFile":
      if let path = arguments.value(0, "filename") {
        let isPublic = if case .text(let name) = path { name.hasSuffix(".pub") } else { false }
        addPath(path, isPublic ? .reads : .privateKey, at: id)
      }
    case "twisted.enterprise.adbapi.ConnectionPool":
      if case .text(let module)? = arguments.positional.first, module.contains("sqlite"),
        let path = arguments.value(1, "database")
      {
        addPath(path, .opens, at: id)
      }
    case "sqlite3.connect":
      if let path = arguments.value(0, "database") { addPath(path, .opens, at: id) }
    default: return nil
    }
    return makeInstance(name, arguments, at: id)
  }
}
