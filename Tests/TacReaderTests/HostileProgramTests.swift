import Diagnostics
import Testing
import ApplicationFacts
import PythonEvaluation
import TwistedApplication

/// Programs made to keep an evaluator busy: each must end soon, and the plain statement after it must still be found.
@Suite struct HostileProgramTests {
  static let programs: [(name: String, source: String)] = [
    ("a long text", "x = 'a' * 10 ** 9\ny = 'a' * 10 ** 9 * 10 ** 9\n"),
    ("a doubled text", "x = 'a'\n" + String(repeating: "x = x + x\n", count: 500)),
    ("a doubled list", "x = [1]\n" + String(repeating: "x = x + x\nx += x\n", count: 200)),
    ("a doubled tuple", "x = (1,)\n" + String(repeating: "x = (x, x)\ny = x == x\n", count: 300)),
    ("a doubled dictionary", "x = {}\n" + String(repeating: "x = {1: x, 2: x}\ny = str(x)\n", count: 300)),
    ("a large power", "x = 10 ** 10 ** 10\ny = 1 << 10 ** 9\nz = -9223372036854775807 - 1\nz = z // -1\nz = abs(z)\n"),
    (
      "the smallest integer",
      "m = -9223372036854775807 - 1\nx = [abs(m), -m, m // -1, m % 7, 9223372036854775807 % 5000000000000000000, m * m, m / -1]\n"
        + "x = [range(m), range(0, 1, m), list(enumerate([1], m)), 'a'[m:], [1][m], (1,)[m:m], 'a' * m, m << m, m >> m, 2 ** m]\n"
        + "y = -4999999999999999999 % 9000000000000000000\nx[m] = 1\nx.insert(m, 1)\nz = int(1e300)\nz = '%d' % 1e300\nz = 10 ** 400\n"
    ),
    ("long loops", "for i in range(10 ** 9):\n  for j in range(10 ** 9):\n    x = i * j\nwhile True:\n  x = x + 1\n"),
    (
      "nested loops",
      (0..<30).map { String(repeating: " ", count: $0) + "for i\($0) in range(100):\n" }.joined()
        + String(repeating: " ", count: 30) + "x = 1\n"
    ),
    (
      "nested unknown loops",
      (0..<60).map { String(repeating: " ", count: $0) + "for i\($0) in u:\n" }.joined()
        + String(repeating: " ", count: 60) + "x = 1\n"
    ),
    (
      "nested branches",
      (0..<60).map { String(repeating: " ", count: $0) + "if u:\n" }.joined() + String(repeating: " ", count: 60)
        + "x = 1\n"
    ),
    ("many branches", String(repeating: "if u: x = 1\nelse: x = 2\n", count: 20_000)),
    (
      "recursion",
      "def f(n): return f(n + 1) + f(n - 1)\nf(0)\ndef g(): return h() + h()\ndef h(): return g() + g()\ng()\n"
    ),
    (
      "a tower of calls",
      "def f0(): return 1\n" + (1..<60).map { "def f\($0)(): return f\($0 - 1)() + f\($0 - 1)()\n" }.joined()
        + "f59()\n"
    ),
    ("a class that is its own base", "class A: pass\nclass B(A): pass\nA.x = B\nclass A(A, A): pass\nA().y\n"),
    ("a list in itself", "x = []\nx.append(x)\ny = str(x)\nu(x)\nfor i in x:\n  x.append(i)\n"),
    ("endless objects", "for i in range(500):\n  for j in range(500):\n    x = [[], {}, (), object()]\n"),
    (
      "endless services",
      "for i in range(500):\n  for j in range(500):\n    internet.TCPServer(i, None).setServiceParent(other)\n"
    ),
    ("a deep expression", "x = 1" + String(repeating: " + 1", count: 100_000) + "\n"),
    ("a chain of calls", "x = u" + String(repeating: ".a()", count: 100_000) + "\n"),
    (
      "a tree of parents",
      "p = service.MultiService()\np.setServiceParent(p)\n"
        + String(
          repeating: "q = service.MultiService()\nq.setServiceParent(p)\np.setServiceParent(q)\np = q\n", count: 300)
    ),
    (
      "formats",
      "x = '%(a' % {}\nx = '{' .format(1)\nx = '%' % ()\nx = '%d%d' % 1\nx = '{0[a].b!r:>{w}}'.format(1)\nx = 'a'.join([u] * 9)\n"
    ),
    (
      "comprehensions",
      "x = [i for i in range(500) for j in range(500)]\nx = [[k for k in range(500)] for i in range(500)]\n"
    ),
    ("a long dotted name", "x = u" + String(repeating: ".a", count: 50_000) + "\n"),
    ("a chain of subscripts", "x = u" + String(repeating: "[1:2]", count: 50_000) + "\n"),
    ("a chain of choices", "x = " + String(repeating: "u or ", count: 50_000) + "u\n"),
    ("a chain of powers", "x = " + String(repeating: "2 ** ", count: 50_000) + "2\n"),
    ("chains in all places", places),
    ("a long path of modules", "import a" + String(repeating: ".b", count: 50_000) + "\n"),
    ("many clauses", "x = [1 " + String(repeating: "for a in u ", count: 5000) + "]\n"),
    ("many conditions", "x = [1 for a in u " + String(repeating: "if a ", count: 20_000) + "]\n"),
    ("many contexts", "with " + String(repeating: "u() as x, ", count: 20_000) + "u(): pass\n"),
    ("many alternatives", "if u: x = 1\n" + String(repeating: "elif u.u: x = 2\n", count: 20_000)),
    ("many decorators", String(repeating: "@u.u\n", count: 20_000) + "def f(): pass\n"),
    ("tuples in tuples", "x = ()\n" + String(repeating: "x = (x, 1)\n", count: 50_000)),
    ("items in items", "x = {1: 1}\n" + String(repeating: "x = {1: tuple(x.items())}\n", count: 5000)),
    ("defaults of defaults", "x = 1\n" + String(repeating: "x = os.environ.get('A', x)\n", count: 20_000)),
    ("many classes", String(repeating: "class A: pass\n", count: 20_000)),
    ("classes of classes", "class A: pass\n" + String(repeating: "class A(A): pass\n", count: 5000)),
    ("many arguments", "f(" + String(repeating: "1,", count: 100_000) + ")\n"),
    ("reading itself", "import x, x.y\nfrom x import *\nfrom . import x\nfrom .... import y\n"),
  ]

  /// A chain of attributes wherever an expression can stand.
  private static let places: String = {
    let chain = "u" + String(repeating: ".a", count: 20_000)
    return [
      "assert \(chain)", "del \(chain)", "for \(chain) in u: pass", "\(chain) += 1", "with u as \(chain): pass",
      "try: pass\nexcept \(chain): pass", "@\(chain)\ndef f(): pass", "class A(\(chain)): pass", "u(a=\(chain))",
      "x = [a for a in \(chain)]", "x = {\(chain): 1}", "x = f'{\(chain)}'", "def f(x=\(chain)): pass",
      "def f() -> \(chain): pass", "x: \(chain) = 1", "lambda: \(chain)", "u[\(chain)]",
      "match u:\n  case \(chain): pass",
    ].joined(separator: "\n") + "\n"
  }()

  static let head = "from twisted.application import internet, service\n"
  static let tail =
    "\napplication = service.Application('end')\ninternet.TCPServer(4321, None).setServiceParent(application)\n"

  @Test(arguments: programs.map(\.name)) func endsSoonAndGoesOn(_ name: String) throws {
    let program = try #require(Self.programs.first { $0.name == name })
    let bytes = Array((Self.head + program.source + Self.tail).utf8)
    let folder = SourceFolder(files: ["x.py": bytes, "x/y.py": bytes])
    let clock = ContinuousClock()
    var application: Application?
    let time = try clock.measure {
      application = try ApplicationReader.read(bytes, file: "x.tac", declared: .tac, siblings: folder)
    }
    #expect(time < .seconds(20))
    #expect(application?.name?.value == "end")
    #expect(application?.listeners.contains { $0.port?.value == 4321 } == true)
  }

  @Test func whatIsLeftUnreadIsSaid() throws {
    let source = Self.head + Self.tail + String(repeating: "a=1\n", count: 800_000)
    let application = try TacReader.read(Array(source.utf8), file: "x.tac")
    #expect(application.name?.value == "end")
    #expect(application.diagnostics.contains { $0.severity == .warning && $0.message.contains("too long") })
  }

  @Test func randomProgramsAreReadWithoutACrash() throws {
    let words = [
      "application", "=", "(", ")", "[", "]", "{", "}", ":", ",", ".", "\n", "\n ", "\n  ", "if", "else", "for", "in",
      "def",
      "class", "return", "lambda", "f'{x}'", "'%s'", "%", "+", "*", "1", "x", "internet", "TCPServer", "service",
      "import",
      "from", "try", "except", "while", "not", "and", "os.environ", "get", "None", "self", "range", "-", "\t", "#",
      "\\\n", "`",
    ]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text = Self.head
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + (state & 0x1000 == 0 ? " " : "")
      }
      _ = try TacReader.read(Array(text.utf8), file: "x.tac")
      _ = try? PluginReader.read(Array(text.utf8), file: "x.py")
    }
  }
}
