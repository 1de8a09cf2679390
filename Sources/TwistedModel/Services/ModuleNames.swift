import ApplicationFacts

/// The module names that tell where a module comes from.
enum ModuleNames {
  /// Those of Python 2 that Python 3 has under another name or not at all (PEP 3108).
  static let onlyPython2 = words(
    """
    BaseHTTPServer CGIHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer
    StringIO Tkinter UserDict __builtin__ cPickle cStringIO commands cookielib copy_reg exceptions htmlentitydefs
    httplib md5 mimetools new popen2 rfc822 sets sgmllib sha thread urllib2 urlparse xmlrpclib
    """)

  /// The packages of Twisted, whose modules are imported as `from twisted.web import server`.
  static let twistedPackages = words(
    """
    twisted twisted.application twisted.conch twisted.conch.ssh twisted.conch.insults twisted.conch.client twisted.cred
    twisted.enterprise twisted.internet twisted.logger twisted.mail twisted.manhole twisted.names twisted.news
    twisted.pair twisted.persisted twisted.plugins twisted.protocols twisted.python twisted.runner twisted.scripts
    twisted.spread twisted.tap twisted.trial twisted.web twisted.web2 twisted.words twisted.words.protocols
    twisted.words.protocols.jabber twisted.words.im twisted.words.xish twisted.web._auth
    """)

  private static func words(_ text: String) -> WordList { WordList(text) }
}
