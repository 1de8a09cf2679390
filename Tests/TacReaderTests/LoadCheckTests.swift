import Diagnostics
import Testing
import ApplicationFacts
import PythonEvaluation
import TwistedApplication

/// What is certain to fail is an error at its place; what is not certain is none.
@Suite struct LoadCheckTests {
  static let start = "from twisted.application import internet, service\napplication = service.Application('a')\n"

  private func read(
    _ source: String, beside files: [String: String] = [:], file: String = "a.tac"
  ) throws -> Application {
    try ApplicationReader.read(
      Array(source.utf8), file: file, siblings: SourceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private func errors(_ application: Application) -> [String] {
    application.diagnostics.filter { $0.severity == .error }.map { "\($0.location?.description ?? "") \($0.message)" }
  }

  /// A source that no Python can read is refused whole.
  @Test(arguments: [
    ("x = (1,\ny = 2\n", "a.tac:3 SyntaxError: '(' was never closed"),
    ("if x\n  y\n", "a.tac:3 SyntaxError: expected ':'"),
    ("x = 'a\n", "a.tac:3 SyntaxError: unterminated string literal (detected at line 3)"),
    ("x = 1\n  y = 2\n", "a.tac:4 IndentationError: unexpected indent"),
    ("x = 1)\n", "a.tac:3 SyntaxError: unmatched ')'"),
    (
      "def f():\nreturn 1\n", "a.tac:4 IndentationError: expected an indented block after function definition on line 3"
    ),
  ])
  func refusesWhatNoPythonReads(_ source: String, _ expected: String) throws {
    let failure = try #require(throws: Failure.self) { try read(Self.start + source) }
    #expect(failure.kind == .application)
    #expect(failure.diagnostics.map { "\($0.location?.description ?? "") \($0.message)" } == [expected])
    #expect(failure.diagnostics.first?.remedy?.contains("--no-inspect") == true)
  }

  @Test func refusesBytesOfNoEncoding() throws {
    let bytes = Array((Self.start + "name = '").utf8) + [0xE9] + Array("'\n".utf8)
    let failure = try #require(throws: Failure.self) { try ApplicationReader.read(bytes, file: "a.tac") }
    #expect(failure.diagnostics.first?.location?.line == 3)
    #expect(failure.diagnostics.first?.message.contains("Non-UTF-8 code starting with '\\xe9'") == true)
  }

  /// A source of Python 2 keeps its facts, and the place where today's Python stops.
  @Test(arguments: [
    ("print 'a'\n", "3 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"),
    ("if 1:\n        x = 1\n\ty = 2\n", "5 TabError: inconsistent use of tabs and spaces in indentation"),
    ("raise ValueError, 'a'\n", "3 SyntaxError: invalid syntax"),
    (
      "from zope.interface import implements\nclass A(object):\n    implements(None)\n",
      "5 TypeError: implements() in the body of a class is Python 2's"
    ),
    ("import __builtin__\n", "3 ModuleNotFoundError: No module named '__builtin__'"),
    ("import ConfigParser\n", "3 ModuleNotFoundError: No module named 'ConfigParser'"),
    ("from twisted.internet.app import Application\n", "3 ModuleNotFoundError: No module named 'twisted.internet.app'"),
    ("from twisted.web import woven\n", "3 ModuleNotFoundError: No module named 'twisted.web.woven'"),
    ("d = {}\nif d.has_key('a'): pass\n", "4 AttributeError: 'dict' object has no attribute 'has_key'"),
    ("x = unicode('a')\n", "3 NameError: name 'unicode' is not defined"),
    ("execfile('a.py')\n", "3 NameError: name 'execfile' is not defined"),
  ])
  func tellsPython2(_ source: String, _ expected: String) throws {
    let application = try read(Self.start + source)
    #expect(errors(application) == ["a.tac:" + expected])
    #expect(application.python == .python2)
    #expect(application.diagnostics.first { $0.severity == .error }?.remedy?.contains("python2") == true)
    #expect(application.name?.value == "a")
  }

  @Test(arguments: [
    (
      "service.Applicatoin('b')\n",
      "3 AttributeError: module 'twisted.application.service' has no attribute 'Applicatoin'"
    ),
    (
      "from twisted.internet.endpoints import serverFromSting\n",
      "3 ImportError: cannot import name 'serverFromSting' from 'twisted.internet.endpoints'"
    ),
    ("x = strports.service('tcp:1', None)\n", "3 NameError: name 'strports' is not defined"),
    ("class A:\n    x = nothing\n", "4 NameError: name 'nothing' is not defined"),
    ("def f(x=nothing): pass\n", "3 NameError: name 'nothing' is not defined"),
    (
      "from twisted.internet import reactor\nreactor.run()\n",
      "4 the file runs the reactor itself, so twistd never comes to start the application"
    ),
    (
      "from twisted.internet import reactor\ndef main():\n    reactor.run()\nmain()\n",
      "5 the file runs the reactor itself, so twistd never comes to start the application"
    ),
    (
      "internet.TCPServer(None, None).setServiceParent(application)\n",
      "3 TypeError: 'NoneType' object cannot be interpreted as an integer: the port is None"
    ),
    (
      "internet.TCPServer(80.5, None).setServiceParent(application)\n",
      "3 TypeError: 'float' object cannot be interpreted as an integer: the port 80.5 is no whole number"
    ),
    (
      "internet.TCPServer('8080', None).setServiceParent(application)\n",
      "3 TypeError: 'str' object cannot be interpreted as an integer: the port \"8080\" is text"
    ),
    (
      "internet.TCPServer(70000, None).setServiceParent(application)\n",
      "3 OverflowError: bind(): port must be 0-65535, not 70000"
    ),
    (
      "from twisted.application.strports import service as port\nport('8080', None).setServiceParent(application)\n",
      "4 ValueError: Unknown endpoint type: '8080'"
    ),
  ])
  func tellsWhatSurelyFails(_ source: String, _ expected: String) throws {
    let application = try read(Self.start + source)
    #expect(errors(application) == ["a.tac:" + expected])
    #expect(application.python == .either)
  }

  @Test(arguments: [
    "try:\n    import ConfigParser\nexcept ImportError:\n    import configparser\n",
    "from local_settings import *\nx = PORT\n",
    "def f():\n    return nothing\n", "x = lambda: nothing\n",
    "import os\nif os.environ.get('A'):\n    nothing()\n",
    "try:\n    unicode\nexcept NameError:\n    unicode = str\nx = unicode('a')\n",
    "if __name__ == '__main__':\n    from twisted.internet import reactor\n    reactor.run()\n",
    "[nothing for x in []]\n", "globals()['port'] = 1\nx = port\n",
    "from twisted.internet import reactor\ndef later():\n    reactor.run()\n", "x = internet.someThingOfTomorrow\n",
    "for i in range(2): pass\nprint(i, __file__, __name__)\n",
  ])
  func staysSilentWhereItMayRun(_ source: String) throws {
    #expect(errors(try read(Self.start + source)) == [])
  }

  /// What a line comes to, in functions and objects too, is followed; what nothing catches ends the load.
  @Test(arguments: [
    ("raise ValueError('no port')\n", "3 ValueError: no port"),
    ("if DEBUG and False: pass\nDEBUG = 1\n", "3 NameError: name 'DEBUG' is not defined"),
    ("with open('a') as f:\n    nothing()\n", "4 NameError: name 'nothing' is not defined"),
    (
      "def make():\n    return internet.UDPServer(1, None, nothing)\nmake()\n",
      "4 NameError: name 'nothing' is not defined"
    ),
    ("ports = {'a': 1}\nports['b']\n", "4 KeyError: 'b'"), ("[1, 2][2]\n", "3 IndexError: index out of range"),
    ("1 / 0\n", "3 ZeroDivisionError: division by zero"), ("assert 1 == 2\n", "3 AssertionError"),
    ("'a' + 1\n", "3 TypeError: can only concatenate str (not \"int\") to str"),
    ("None + 1\n", "3 TypeError: unsupported operand types: 'NoneType' and 'int'"),
    ("a, b = 1, 2, 3\n", "3 ValueError: too many values to unpack (expected 2)"),
    ("for x in 5: pass\n", "3 TypeError: 'int' object is not iterable"),
    ("'a'()\n", "3 TypeError: 'str' object is not callable"),
    ("int('http')\n", "3 ValueError: invalid literal for int() with base 10: 'http'"),
    (
      "p = 1\ndef f():\n    q = p\n    p = 2\nf()\n",
      "5 UnboundLocalError: cannot access local variable 'p' where it is not associated with a value"
    ),
    (
      "from twisted.application import strports\nstrports.service('tpc:80', None)\n",
      "4 ValueError: Unknown endpoint type: 'tpc'; did you mean tcp?"
    ),
    (
      "from twisted.internet import endpoints, reactor\nendpoints.serverFromString(reactor, 'tcp:http')\n",
      "4 ValueError: invalid literal for int() with base 10: 'http'"
    ),
    ("class A: pass\nA().start()\n", "4 AttributeError: 'A' object has no attribute 'start'"),
    ("class E(Exception): pass\nraise E('gone')\n", "4 E: gone"),
    ("def f(a): pass\nf()\n", "4 TypeError: a call leaves out the argument 'a'"),
    ("def f(a): pass\nf(1, 2)\n", "4 TypeError: a call gives 2 arguments, and there are 1"),
    ("from twisted.web import server\nserver.Site()\n", "4 TypeError: a call leaves out the argument 'resource'"),
    (
      "s = internet.TCPServer(8080)\ns.setServiceParent(application)\n",
      "3 TypeError: listenTCP() is not given 'factory'"
    ),
    (
      "s = internet.TCPServer(8080, None, interfce='')\ns.setServiceParent(application)\n",
      "3 TypeError: listenTCP() got an unexpected keyword argument 'interfce'; did you mean interface?"
    ),
    (
      "from twisted.internet import reactor\nreactor.listenTCP(8080)\n",
      "4 TypeError: listenTCP() is not given 'factory'"
    ),
    (
      "def f(a, b=1):\n    pass\nf(1, c=2)\n", "5 TypeError: a call gives an argument 'c' that is not taken"
    ),
    ("def f(a):\n    pass\nf(1, a=2)\n", "5 TypeError: a call gives the argument 'a' twice"),
    (
      "service.Application()\n", "3 TypeError: Application() missing 1 required positional argument: 'name'"
    ),
    (
      "service.Application('a', user=1)\n", "3 TypeError: Application() got an unexpected keyword argument 'user'"
    ),
    (
      "internet.TCPServer(1, None).setServiceparent(application)\n",
      "3 AttributeError: 'TCPServer' object has no attribute 'setServiceparent'; did you mean setServiceParent?"
    ),
    (
      "import os\nif os.environ.get('A'):\n    raise ValueError('a')\nelse:\n    raise KeyError('b')\n", "7 KeyError: b"
    ),
    (
      "class S(service.Service):\n    def startService(self):\n        raise ValueError('no')\n"
        + "S().setServiceParent(application)\n", "5 ValueError: no"
    ),
    ("import sys\nsys.exit('not for twistd')\n", "4 SystemExit"),
  ])
  func tellsWhatNothingCatches(_ source: String, _ expected: String) throws {
    let application = try read(Self.start + source)
    #expect(
      errors(application) == ["a.tac:\(expected): nothing catches it, so the service cannot start"])
  }

  @Test(arguments: [
    "try:\n    raise ValueError('a')\nexcept ValueError:\n    pass\n",
    "import os\nif os.environ.get('A'):\n    raise ValueError('a')\n",
    "from twisted.internet import defer, reactor\n@defer.inlineCallbacks\ndef f():\n    raise ValueError('a')\n"
      + "    yield\nf()\n",
    "from twisted.internet import reactor\ndef f():\n    raise ValueError('a')\nreactor.callWhenRunning(f)\n",
    "from twisted.internet.task import LoopingCall\ndef f():\n    {}['a']\nLoopingCall(f).start(1)\n",
    "from twisted.internet import defer\ndef f():\n    raise ValueError('a')\ndefer.maybeDeferred(f)\n",
    "def f():\n    yield 1\n    raise ValueError('a')\nfor x in f():\n    break\n",
    "class A:\n    def __getattr__(self, name): return 1\nA().start\n",
    "import contextlib\nwith contextlib.suppress(ValueError):\n    raise ValueError('a')\n",
    "import unread\nraise_it = unread.make()\nraise_it('a')\n",
    "import sqlite3\nsqlite3.connect('a.db').execute('select 1')\n",
    "exec(open('settings').read())\nx = PORT\n",
  ])
  func staysSilentWhereSomethingCatches(_ source: String) throws {
    #expect(errors(try read(Self.start + source)) == [])
  }

  @Test(arguments: [
    ("import mod\nmod.makeService()\n", "AttributeError: module 'mod' has no attribute 'makeService'"),
    ("from mod import makeService\n", "ImportError: cannot import name 'makeService' from 'mod'"),
  ])
  func tellsWhatAModuleLacks(_ source: String, _ expected: String) throws {
    let application = try read(Self.start + source, beside: ["mod.py": "def make(): pass\n"])
    #expect(errors(application).first?.contains(expected) == true)
    let open = try read(Self.start + source, beside: ["mod.py": "def __getattr__(name): return int\n"])
    #expect(errors(open) == [])
  }

  @Test(arguments: [
    ("None", "None"), ("service.MultiService()", "an instance of twisted.application.service.MultiService"),
    ("[]", "a list"), ("'a'", "a text"),
  ])
  func tellsWhatIsNoApplication(_ value: String, _ kind: String) throws {
    let application = try read("from twisted.application import service\napplication = \(value)\n")
    #expect(errors(application) == ["a.tac:2 application is \(kind), which twistd cannot start"])
  }

  @Test func tellsThatNothingIsBound() throws {
    let source = "from twisted.application import service\napp = service.Application('a')\n"
    #expect(
      errors(try read(source)) == ["a.tac the file binds no variable named application, so twistd cannot run it"])
    let bound = "def main():\n    global application\n    application = service.Application('a')\nmain()\n"
    #expect(errors(try read("from twisted.application import service\n" + bound)) == [])
    #expect(errors(try read("from settings import *\n")) == [])
  }

  @Test func aModuleThatAPluginNamesIsToldWithWhatItOpens() throws {
    let source = """
      from twisted.application import internet, service
      from twisted.python import usage
      class Options(usage.Options):
          optParameters = [["port", "p", 7120, "port"]]
      def makeService(config):
          s = service.MultiService()
          internet.TCPServer(int(config["port"]), None).setServiceParent(s)
          internet.UDPServer(7121, None).setServiceParent(s)
          return s

      """
    let application = try read(source)
    #expect(
      errors(application) == [
        "a.tac the file binds no variable named application, so twistd cannot run it; "
          + "it has the Options and makeService of a module that a plugin names"
      ])
    #expect(application.listeners.map { $0.port?.likely } == [7120, 7121])
    #expect(application.listeners.first?.port?.origin == "option:port")
  }

  @Test func namesTheModuleThatDoesNotLoad() throws {
    let application = try read(
      "import helper, fine\n" + Self.start, beside: ["helper.py": "import os\n\nprint 'hello'\n", "fine.py": "x = 1\n"])
    #expect(
      errors(application) == [
        "helper.py:3 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
      ])
    #expect(application.python == .either)
    let perhaps = try read(
      "try:\n    import helper\nexcept Exception:\n    pass\n" + Self.start, beside: ["helper.py": "print 'hello'\n"])
    #expect(errors(perhaps) == [])
  }

  @Test func findsWhatPython2FoundBeside() throws {
    let application = try read(
      "import mod.tap\n" + Self.start,
      beside: ["mod/__init__.py": "", "mod/tap.py": "import os\nimport echo\n", "mod/echo.py": ""])
    let warning = application.diagnostics.first { $0.severity == .warning }
    #expect(warning?.message == "echo lies beside it, but Python 3 finds it only as mod.echo")
    #expect(warning?.location == SourceLocation(file: "mod/tap.py", line: 2))
    #expect(application.modules.contains { $0.name == "mod.echo" && $0.kind == .local })
    #expect(!application.modules.contains { $0.kind == .thirdParty })
  }

  @Test func aLineThatFailsIsNotCalledUnreadCode() throws {
    let application = try read("application = service.Application('a')\n")
    #expect(application.diagnostics.map(\.severity) == [.error])
  }

  @Test func aFileOfAnotherKindOfPluginSaysSo() throws {
    let source = """
      from twisted.internet.interfaces import IStreamServerEndpointStringParser
      from twisted.plugin import IPlugin
      from zope.interface import implementer
      @implementer(IPlugin, IStreamServerEndpointStringParser)
      class Parser(object):
          prefix = "x"
      parser = Parser()
      """
    let failure = try #require(throws: Failure.self) { try read(source, file: "parser.py") }
    #expect(failure.diagnostics.first?.message.contains("parser of server endpoints") == true)
  }
}
