/// Modules of Twisted that no Twisted for Python 3 has, by what does their work now ("Deprecated and removed" in Twisted's
/// NEWS). What lies below one is gone with it.
package enum RemovedModules {
  /// What took the place of a module, empty when nothing did; `nil` when the module is not known to be gone.
  package static func successor(of module: String) -> String? {
    var name = module[...]
    while true {
      if let found = table[String(name)] { return found }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }

  private static let table: [String: String] = {
    var table = successors
    for module in withoutSuccessor.split(whereSeparator: \.isWhitespace) { table["twisted.\(module)"] = "" }
    return table
  }()

  private static let successors = [
    "twisted.internet.app": "twisted.application.service", "twisted.web2": "twisted.web",
    "twisted.web.woven": "twisted.web.template", "twisted.web.domtemplate": "twisted.web.template",
    "twisted.web.widgets": "twisted.web.template", "twisted.protocols.http": "twisted.web.http",
    "twisted.protocols.smtp": "twisted.mail.smtp", "twisted.protocols.pop3": "twisted.mail.pop3",
    "twisted.protocols.imap4": "twisted.mail.imap4", "twisted.protocols.irc": "twisted.words.protocols.irc",
    "twisted.protocols.dns": "twisted.names.dns", "twisted.protocols.telnet": "twisted.conch.telnet",
    "twisted.protocols.sux": "twisted.web.sux", "twisted.protocols.jabber": "twisted.words.protocols.jabber",
    "twisted.xish": "twisted.words.xish", "twisted.im": "twisted.words.im", "twisted.manhole": "twisted.conch.manhole",
    "twisted.conch.insults.client": "twisted.conch.insults.insults",
    "twisted.enterprise.row": "twisted.enterprise.adbapi",
    "twisted.enterprise.reflector": "twisted.enterprise.adbapi",
    "twisted.enterprise.sqlreflector": "twisted.enterprise.adbapi",
    "twisted.enterprise.util": "twisted.enterprise.adbapi", "twisted.cred.authorizer": "twisted.cred.checkers",
    "twisted.cred.service": "twisted.cred.portal", "twisted.cred.identity": "twisted.cred.credentials",
    "twisted.cred.perspective": "twisted.spread.pb", "twisted.tap.web": "twisted.web.tap",
    "twisted.tap.manhole": "twisted.conch.manhole_tap", "twisted.tap.telnet": "twisted.conch.manhole_tap",
    "twisted.tap.words": "twisted.words.tap", "twisted.python.plugin": "twisted.plugin",
    "twisted.application.compat": "twisted.application.service",
  ]

  private static let withoutSuccessor = """
    news lore coil flow popsicle reality world sibling cred.pamauth cred.util conch.insults.colors persisted.journal
    persisted.marmalade protocols.mice protocols.gps protocols.msn protocols.oscar protocols.toc protocols.nntp
    protocols.rfc822 words.protocols.msn words.protocols.oscar words.protocols.toc words.im.tocsupport python.hook
    python.finalize python.dist python.dispatch python.dxprofile python.delay python.di python.explorer python.hashlib
    python.observable python.otp python.plural python.reference python.timeoutqueue python.zshcomp runner.procutils
    scripts.mktap scripts.tap2deb scripts.tap2rpm scripts.tapconvert scripts.manhole scripts.websetroot
    spread.newjelly spread.refpath spread.sturdy spread.ui web.google web.trp internet.gtkreactor internet.qtreactor
    internet.cReactor internet.javareactor internet.kqueue plugins.twisted_news
    """
}
