/// The module names that tell where a module comes from.
enum ModuleNames {
  /// The top-level modules of the standard libraries of Python 2.7 and 3 ("The Python Standard Library", module index).
  static let standardLibrary = words(
    """
    BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue ScrolledText
    SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tix Tkinter UserDict UserList UserString __builtin__
    __future__ __main__ _thread abc aifc antigravity anydbm argparse array ast asynchat asyncio asyncore atexit
    audioop base64 bdb binascii bisect builtins bz2 cPickle cProfile cStringIO calendar cgi cgitb chunk cmath cmd code
    codecs codeop collections colorsys commands compileall compiler concurrent configparser contextlib contextvars
    cookielib copy copy_reg copyreg crypt csv ctypes curses dataclasses datetime dbhash dbm decimal difflib dircache
    dis distutils dl doctest dumbdbm dummy_thread dummy_threading email encodings ensurepip enum errno exceptions
    faulthandler fcntl filecmp fileinput fnmatch formatter fpformat fractions ftplib functools future_builtins gc gdbm
    genericpath getopt getpass gettext glob gopherlib graphlib grp gzip hashlib heapq hmac hotshot html htmlentitydefs
    htmllib http httplib idlelib ihooks imaplib imghdr imp importlib imputil inspect io ipaddress itertools json
    keyword lib2to3 linecache locale logging lzma macpath mailbox mailcap markupbase marshal math md5 mhlib mimetools
    mimetypes mimify mmap modulefinder msilib msvcrt multifile multiprocessing mutex netrc new nis nntplib nt ntpath
    nturl2path numbers opcode operator optparse os os2emxpath ossaudiodev parser pathlib pdb pickle pickletools pipes
    pkgutil platform plistlib popen2 poplib posix posixfile posixpath pprint profile pstats pty pwd py_compile pyclbr
    pydoc pydoc_data pyexpat queue quopri random re readline regex regsub repr reprlib resource rexec rfc822
    rlcompleter robotparser runpy sched secrets select selectors sets sgmllib sha shelve shlex shutil signal site
    smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre sre_compile sre_constants sre_parse ssl stat statcache
    statistics statvfs string stringold stringprep strop struct subprocess sunau sunaudio symbol symtable sys
    sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this thread threading time timeit
    tkColorChooser tkCommonDialog tkFileDialog tkMessageBox tkSimpleDialog tkinter toaiff token tokenize tomllib trace
    traceback tracemalloc ttk tty turtle turtledemo types typing unicodedata unittest urllib urllib2 urlparse user uu
    uuid venv warnings wave weakref webbrowser whrandom winreg winsound wsgiref xdrlib xml xmllib xmlrpc xmlrpclib
    zipapp zipfile zipimport zlib zoneinfo
    """)

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

  static func kind(_ name: String) -> Module.Kind {
    let top = name.prefix { $0 != "." }
    if top == "twisted" || name == "zope.interface" || name.hasPrefix("zope.interface.") { return .twisted }
    return standardLibrary.contains(String(top)) ? .standardLibrary : .thirdParty
  }

  private static func words(_ text: String) -> WordList { WordList(text) }
}

/// Words in one text, looked for in the text itself: a run asks for a few names only, and a set would cost more to fill.
struct WordList: Sendable {
  private let text: [UInt8]

  /// - Parameter text: The words with blanks or line breaks between them.
  init(_ text: String) { self.text = [0x20] + text.utf8 + [0x20] }

  func contains(_ word: some StringProtocol) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, !word.contains(where: { $0 <= 0x20 }), text.count > word.count + 1 else {
      return false
    }
    for start in 1..<(text.count - word.count) where text[start] == first && text[start - 1] <= 0x20 {
      let end = start + word.count
      if text[end] <= 0x20 && text[start..<end].elementsEqual(word) { return true }
    }
    return false
  }
}
