/// The modules that come with Python, of Python 2.2 to 3.14 ("The Python Standard Library", module index).
package enum StandardLibrary {
  /// Whether the top-level package of a dotted name belongs to Python itself.
  package static func contains(_ module: some StringProtocol) -> Bool {
    names.contains(module[..<(module.utf8.firstIndex(of: UInt8(ascii: ".")) ?? module.endIndex)])
  }

  /// `regex` is left out: what programs of today import by this name is another's.
  private static let names = WordList(
    """
    __builtin__ __future__ __main__ _abc _abcoll _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2
    _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc
    _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal
    _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale
    _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped
    _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512
    _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread
    _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo
    abc aifc annotationlib antigravity anydbm argparse array ast asynchat asyncio asyncore atexit audiodev audioop
    base64 BaseHTTPServer Bastion bdb binascii binhex bisect bsddb builtins bz2 calendar CDROM cgi CGIHTTPServer cgitb
    chunk cl cmath cmd code codecs codeop collections colorsys commands compileall compiler compression concurrent
    ConfigParser configparser contextlib contextvars Cookie cookielib copy copy_reg copyreg cPickle cProfile crypt
    cStringIO csv ctypes curses dataclasses datetime dbhash dbm decimal difflib dircache dis distutils dl DLFCN
    doctest DocXMLRPCServer dumbdbm dummy_thread dummy_threading email encodings ensurepip enum errno exceptions
    faulthandler FCNTL fcntl filecmp fileinput fnmatch formatter fpformat fractions ftplib functools future_builtins
    gc gdbm genericpath getopt getpass gettext glob gopherlib graphlib grp gzip hashlib heapq hmac hotshot html
    htmlentitydefs htmllib HTMLParser http httplib idlelib ihooks imaplib imghdr imp importlib imputil IN inspect io
    ipaddress itertools json keyword lib2to3 linecache linuxaudiodev locale logging lzma macpath macurl2path mailbox
    mailcap markupbase marshal math md5 mhlib mimetools mimetypes MimeWriter mimify mmap modulefinder mpz msilib
    msvcrt multifile multiprocessing mutex netrc new nis nntplib nt ntpath nturl2path numbers opcode operator optparse
    os os2emxpath ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib popen2 poplib
    posix posixfile posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat Queue queue
    quopri random re readline regsub repr reprlib resource rexec rfc822 rlcompleter robotparser rotor runpy sched
    ScrolledText secrets select selectors sets sgmllib sha shelve shlex shutil signal SimpleHTTPServer
    SimpleXMLRPCServer site smtpd smtplib sndhdr socket SocketServer socketserver spwd sqlite3 sre sre_compile
    sre_constants sre_parse ssl stat statcache statistics statvfs string StringIO stringold stringprep strop struct
    subprocess sunau sunaudio symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile TERMIOS termios
    textwrap this thread threading time timeit Tix tkColorChooser tkCommonDialog tkFileDialog Tkinter tkinter
    tkMessageBox tkSimpleDialog toaiff token tokenize tomllib trace traceback tracemalloc ttk tty turtle turtledemo
    TYPES types typing tzparse unicodedata unittest urllib urllib2 urlparse user UserDict UserList UserString uu uuid
    venv warnings wave weakref webbrowser whichdb whrandom winreg winsound wsgiref xdrlib xml xmllib xmlrpc xmlrpclib
    xxlimited xxsubtype zipapp zipfile zipimport zlib zoneinfo
    """)
}
