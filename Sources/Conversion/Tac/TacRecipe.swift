/// How source makes an instance of a class of Twisted's, told from the attributes that were saved.
struct TacRecipe {
  enum Kind { case plain, bytes, path }

  struct Argument {
    var attribute: String
    var kind: Kind
    /// Given by its name, and only where it differs from the default.
    var keyword: String?
    var defaultText: String?
  }

  var arguments: [Argument] = []
  /// What the class sets by itself or recovers when it runs. With a value: only when it is that.
  var silent: [(attribute: String, value: String?)] = []

  func isSilent(_ attribute: String, _ value: String?) -> Bool {
    attribute.hasSuffix(".persistenceVersion")
      || silent.contains { $0.attribute == attribute && ($0.value ?? value) == value }
  }

  static func of(_ name: String) -> TacRecipe? { table[name] }

  static let table: [String: TacRecipe] = {
    var table: [String: TacRecipe] = [:]
    for row in rows.split(separator: "\n") where !row.hasPrefix("#") {
      let columns = row.split(separator: "|", omittingEmptySubsequences: false).map { column in
        column.split(separator: " ").map(String.init)
      }
      guard columns.count == 3, let name = columns[0].first else { continue }
      table[name] = TacRecipe(
        arguments: columns[1].map(argument),
        silent: columns[2].map { word in
          let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
          return (parts[0], parts.count > 1 ? parts[1] : nil)
        })
    }
    return table
  }()

  /// `attribute`, `b:attribute`, `attribute:keyword=default`.
  private static func argument(_ word: String) -> Argument {
    var word = word[...]
    var made = Argument(attribute: "", kind: .plain)
    if word.hasPrefix("b:") || word.hasPrefix("p:") {
      made.kind = word.hasPrefix("b:") ? .bytes : .path
      word = word.dropFirst(2)
    }
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: ":").map(String.init)
    made.attribute = names[0]
    if parts.count > 1 {
      made.keyword = names.last
      made.defaultText = parts[1]
    }
    return made
  }

  /// Class | arguments | attributes that need no telling.
  private static let rows = """
    twisted.web.server.Site|resource logPath=None|sessions numPorts=0 timeOut=43200 timeOut=60 timeOut=None displayTracebacks sessionCheckTime=1800 counter noisy _logDateTimeCall _logDateTime _nativeize factory
    twisted.web.static.File|path defaultType='text/html' ignoredExts=[]|registry alwaysCreate processors children server=None isLeaf=0 isLeaf=1 type encoding _path statinfo
    twisted.web.static.Data|b:data type|children server=None
    twisted.web.resource.Resource||children server=None
    twisted.web.vhost.NameVirtualHost||children hosts server=None
    twisted.web.vhost.VHostMonsterResource||children server=None
    twisted.web.twcgi.CGIDirectory|path|children server=None registry alwaysCreate
    twisted.web.twcgi.CGIScript|filename|children server=None registry
    twisted.web.distrib.ResourceSubscription|host port|children server=None publisher waiting pending
    twisted.web.distrib.ResourcePublisher|site|
    twisted.web.distrib.UserDirectory||children server=None _pwd
    twisted.web.demo.Test||children server=None
    twisted.web.proxy.ReverseProxyResource|host port b:path|children server=None reactor
    twisted.web.util.Redirect|b:url|children server=None
    twisted.spread.pb.PBServerFactory|root|unsafeTracebacks=0 unsafeTracebacks=False noisy numPorts=0
    twisted.protocols.ftp.FTPFactory|portal userAnonymous='anonymous'|instances tld protocol noisy numPorts=0
    twisted.protocols.ftp.FTPRealm|p:anonymousRoot p:userHome='/home'|
    twisted.cred.portal.Portal|realm|checkers
    twisted.cred.checkers.AllowAnonymousAccess||
    twisted.cred.checkers.FilePasswordDB|filename b:delim=b':' ufield:usernameField=0 pfield:passwordField=1 caseSensitive=True cache=False|caseSensitive=1 cache=0 hash=None credentialInterfaces _credCache _cacheTimestamp
    twisted.cred.checkers.InMemoryUsernamePasswordDatabaseDontUse||users
    twisted.protocols.portforward.ProxyFactory|host port|noisy numPorts=0
    twisted.protocols.socks.SOCKSv4Factory|logging|noisy numPorts=0
    twisted.internet.protocol.Factory||numPorts=0 noisy
    twisted.internet.protocol.ServerFactory||numPorts=0 noisy
    twisted.internet.protocol.ClientFactory||numPorts=0 noisy
    twisted.internet.protocol.ReconnectingClientFactory||numPorts=0 noisy connector _callID retries=0 delay=1.0
    twisted.internet.protocol.DatagramProtocol||transport=None noisy
    twisted.internet.ssl.DefaultOpenSSLContextFactory|privateKeyFileName certificateFileName|sslmethod _contextFactory _context
    twisted.internet.ssl.ClientContextFactory||method _contextFactory
    twisted.names.cache.CacheResolver||typeToMethod cancel cache={} verbose=0 _reactor
    twisted.names.hosts.Resolver|b:file=b'/etc/hosts' ttl=3600|typeToMethod
    twisted.names.client.Resolver|resolv=None servers=[]|typeToMethod protocol factory _parseCall connections dynServers _lastResolvTime pending timeout=(1,3,11,45) timeout=(1,_3,_11,_45) _reactor maxResolvDelay _waiting
    twisted.names.server.DNSServerFactory||resolver cache verbose=0 noisy canRecurse connections numPorts=0 _messageFactory allowQuery
    twisted.names.resolve.ResolverChain|resolvers|typeToMethod
    twisted.names.dns.DNSDatagramProtocol|controller|id transport=None noisy _reactor liveMessages resends
    twisted.mail.mail.MailService||portals monitor domains smtpPortal queue aliases services namedServices parent name
    twisted.mail.protocols.SMTPFactory|service portal|domain fArgs context=None noisy numPorts=0
    twisted.mail.protocols.ESMTPFactory|service portal|domain fArgs context=None noisy numPorts=0
    twisted.mail.protocols.POP3Factory|service|noisy numPorts=0
    twisted.mail.relaymanager.SmartHostSMTPRelayingManager|queue maxConnections=2 maxMessagesPerConnection=10|managed={} fKwArgs={}
    twisted.mail.relaymanager.SmartHostESMTPRelayingManager|queue maxConnections=2 maxMessagesPerConnection=10|managed={} fKwArgs={}
    twisted.words.service.InMemoryWordsRealm|name|users={} groups={}
    twisted.words.service.Group|name|users={} meta={'topic':'','topic_author':''}
    twisted.words.service.IRCFactory|realm portal|_serverInfo noisy numPorts=0
    twisted.conch.unix.UnixSSHRealm||
    twisted.conch.checkers.UNIXPasswordDatabase||
    twisted.conch.checkers.SSHPublicKeyDatabase||
    twisted.conch.openssh_compat.factory.OpenSSHFactory||noisy numPorts=0
    twisted.conch.manhole_tap.makeTelnetProtocol|portal|
    twisted.conch.manhole_tap._StupidRealm||protocolFactory protocolArgs protocolKwArgs={}
    twisted.runner.inetd.InetdFactory|service|noisy numPorts=0
    twisted.runner.inetdconf.InetdService|name port socketType protocol wait user group program programArgs|
    twisted.runner.procmon.ProcessMonitor||processes services namedServices parent name delay timeStarted murder protocols restart active consistency threshold=1 killTime=5 minRestartDelay=1 maxRestartDelay=3600
    twisted.python.filepath.FilePath|path|alwaysCreate statinfo _statinfo
    """
}
