import SavedObjects
import ApplicationFacts

/// Finds the files that well-known classes keep the names of. Only these attributes are read: others may be secrets.
extension GraphFacts {
  private struct Rule {
    var attribute: StaticString
    var use: FileReference.Use
  }

  mutating func findFiles() {
    var rules: [Node: [Rule]] = [:]
    var seen: Set<String> = []
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) where graph.kind(node) == .instance {
      guard application.files.count < Self.factLimit else { return }
      guard let object = graph.object(node) else { continue }
      let target = graph.resolved(object.target)
      let known = rules[target] ?? graph.name(target).map(Self.rules) ?? []
      rules[target] = known
      for rule in known {
        guard let value = field(node, rule.attribute), graph.kind(value).isText || graph.kind(value) == .instance else {
          continue
        }
        let fact = pathFact(value, at: "\(rule.attribute)")
        guard let path = fact.value, !path.isEmpty, seen.insert("\(rule.use) \(path)").inserted else { continue }
        application.files.append(FileReference(fact, rule.use))
        locateLater(.file, node)
      }
    }
  }

  private static func rules(_ name: QualifiedName) -> [Rule] {
    switch "\(name)" {
    case "twisted.web.static.File", "twisted.web2.static.File", "nevow.static.File",
      "twisted.web.static.DirectoryLister":
      [Rule(attribute: "path", use: .serves)]
    case "twisted.web.server.Site", "twisted.web.http.HTTPFactory", "nevow.appserver.NevowSite":
      [Rule(attribute: "logPath", use: .logs)]
    case "twisted.protocols.ftp.FTPRealm", "twisted.protocols.ftp.SystemFTPRealm":
      [Rule(attribute: "anonymousRoot", use: .serves)]
    case "twisted.internet.ssl.DefaultOpenSSLContextFactory":
      [
        Rule(attribute: "privateKeyFileName", use: .privateKey),
        Rule(attribute: "certificateFileName", use: .certificate),
      ]
    case "twisted.protocols.socks.SOCKSv4Factory": [Rule(attribute: "logging", use: .logs)]
    case "twisted.web.twcgi.CGIScript", "twisted.web.twcgi.FilteredScript": [Rule(attribute: "filename", use: .reads)]
    case "twisted.cred.checkers.FilePasswordDB": [Rule(attribute: "filename", use: .reads)]
    case "twisted.persisted.dirdbm.DirDBM", "twisted.persisted.dirdbm.Shelf": [Rule(attribute: "dname", use: .writes)]
    case "twisted.mail.maildir.MaildirDirdbmDomain": [Rule(attribute: "root", use: .writes)]
    case "twisted.mail.relaymanager.Queue": [Rule(attribute: "directory", use: .writes)]
    default: []
    }
  }
}
