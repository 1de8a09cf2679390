import ApplicationFacts
import SavedObjects

/// Names of modules and classes, and what Python 3 calls those of Python 2.
enum PythonNames {
  /// A name as the Python of a graph has it. Pickles keep the names of Python 2 whoever wrote them (`fix_imports` of
  /// Python's `pickle`); the modules told of here are those of its table.
  static func current(_ name: QualifiedName, in python: PythonVersion) -> QualifiedName {
    guard python == .python3 else {
      let former = name.module == "builtins" ? "__builtin__" : name.module == "copyreg" ? "copy_reg" : name.module
      return QualifiedName(module: former, name: name.name)
    }
    if name.module == "__builtin__" || name.module == "builtins" {
      return QualifiedName(module: "builtins", name: builtins[name.name] ?? name.name)
    }
    if let (module, newName) = moved["\(name)"] { return QualifiedName(module: module, name: newName) }
    return QualifiedName(module: modules[name.module] ?? name.module, name: name.name)
  }

  /// Whether Python could import it: identifiers with dots between them.
  static func isSound(_ name: QualifiedName) -> Bool {
    let text = "\(name)"
    return text.utf8.count <= 1024 && !text.isEmpty
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isIdentifier(String($0)) }
  }

  static func isIdentifier(_ text: String) -> Bool {
    let first = text.unicodeScalars.first
    return (first.map { $0 == "_" || $0.properties.isXIDStart } ?? false)
      && text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }

  private static let builtins = [
    "unicode": "str", "long": "int", "xrange": "range", "unichr": "chr", "raw_input": "input",
  ]

  private static let moved: [String: (String, String)] = [
    "itertools.izip": ("builtins", "zip"), "itertools.imap": ("builtins", "map"),
    "itertools.ifilter": ("builtins", "filter"), "UserDict.UserDict": ("collections", "UserDict"),
    "UserDict.IterableUserDict": ("collections", "UserDict"), "UserList.UserList": ("collections", "UserList"),
    "UserString.UserString": ("collections", "UserString"), "urllib.quote": ("urllib.parse", "quote"),
    "urllib.unquote": ("urllib.parse", "unquote"), "urllib.urlencode": ("urllib.parse", "urlencode"),
    "urllib2.HTTPError": ("urllib.error", "HTTPError"), "urllib2.URLError": ("urllib.error", "URLError"),
    "socket.fromfd": ("socket", "fromfd"),
  ]

  private static let modules = [
    "copy_reg": "copyreg", "Queue": "queue", "SocketServer": "socketserver", "ConfigParser": "configparser",
    "repr": "reprlib", "FileDialog": "tkinter.filedialog", "Tkinter": "tkinter", "markupbase": "_markupbase",
    "_winreg": "winreg", "thread": "_thread", "dummy_thread": "_dummy_thread", "dbhash": "dbm.bsd",
    "dumbdbm": "dbm.dumb",
    "dbm": "dbm.ndbm", "gdbm": "dbm.gnu", "xmlrpclib": "xmlrpc.client", "SimpleXMLRPCServer": "xmlrpc.server",
    "httplib": "http.client", "htmlentitydefs": "html.entities", "HTMLParser": "html.parser", "Cookie": "http.cookies",
    "cookielib": "http.cookiejar", "BaseHTTPServer": "http.server", "urlparse": "urllib.parse",
    "robotparser": "urllib.robotparser", "urllib2": "urllib.request", "anydbm": "dbm", "_abcoll": "collections.abc",
    "cPickle": "pickle", "StringIO": "io", "cStringIO": "io", "commands": "subprocess", "whichdb": "dbm",
  ]
}
