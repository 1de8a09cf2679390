/// The modules that come with Python, of Python 2.2 to 3.13.
enum StandardLibrary {
  /// Whether the top-level package of a dotted name belongs to Python itself.
  static func contains(_ module: some StringProtocol) -> Bool {
    names.contains(Substring(module.prefix { $0 != "." }))
  }

  private static let names: Set<Substring> = Set(list.split { $0 == " " || $0 == "\n" })

  private static let list = """
    __builtin__ __future__ __main__ _abcoll _bisect _codecs _collections _csv _ctypes _datetime _decimal _functools
    _hashlib _heapq _io _json _locale _operator _pickle _random _socket _sre _ssl _struct _thread _warnings _weakref
    abc aifc annotationlib antigravity anydbm argparse array ast asynchat asyncio asyncore atexit audiodev audioop
    base64 BaseHTTPServer Bastion bdb binascii binhex bisect bsddb builtins bz2 calendar CDROM cgi CGIHTTPServer
    cgitb chunk cl cmath cmd code codecs codeop collections colorsys commands compileall compiler compression
    concurrent ConfigParser configparser contextlib contextvars Cookie cookielib copy copy_reg copyreg cPickle
    cProfile crypt cStringIO csv ctypes curses dataclasses datetime dbhash dbm decimal difflib dircache dis
    distutils DLFCN doctest DocXMLRPCServer dumbdbm dummy_thread dummy_threading email encodings ensurepip enum
    errno exceptions faulthandler FCNTL fcntl filecmp fileinput fnmatch formatter fpformat fractions ftplib
    functools future_builtins gc genericpath getopt getpass gettext glob gopherlib graphlib grp gzip hashlib heapq
    hmac hotshot html htmlentitydefs htmllib HTMLParser http httplib idlelib ihooks imaplib imghdr imp importlib
    imputil IN inspect io ipaddress itertools json keyword lib2to3 linecache linuxaudiodev locale logging lzma
    macpath macurl2path mailbox mailcap markupbase marshal math md5 mhlib mimetools mimetypes MimeWriter mimify mmap
    modulefinder mpz msilib msvcrt multifile multiprocessing mutex netrc new nis nntplib nt ntpath nturl2path
    numbers opcode operator optparse os os2emxpath ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil
    platform plistlib popen2 poplib posix posixfile posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
    pydoc_data pyexpat Queue queue quopri random re readline regex repr reprlib resource rexec rfc822 rlcompleter
    robotparser rotor runpy sched secrets select selectors sets sgmllib sha shelve shlex shutil signal
    SimpleHTTPServer SimpleXMLRPCServer site smtpd smtplib sndhdr socket socketserver SocketServer spwd sqlite3 sre
    sre_compile sre_constants sre_parse ssl stat statcache statistics statvfs string StringIO stringold stringprep
    strop struct subprocess sunau sunaudio symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile
    TERMIOS termios textwrap this thread threading time timeit tkinter toaiff token tokenize tomllib trace traceback
    tracemalloc tty turtle turtledemo TYPES types typing tzparse unicodedata unittest urllib urllib2 urlparse user
    UserDict UserList UserString uu uuid venv warnings wave weakref webbrowser whichdb whrandom winreg winsound
    wsgiref xdrlib xml xmllib xmlrpc xmlrpclib xxlimited xxsubtype zipapp zipfile zipimport zlib zoneinfo
    """
}
