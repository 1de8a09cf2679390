import Diagnostics
import Foundation
import Testing
import ApplicationFacts
import PythonEvaluation
import TwistedModel
import TwistedApplication

@Suite struct PluginReaderTests {
  @Test(arguments: Fixture.names(in: "plugins", suffix: "").filter { !$0.hasPrefix("refused") })
  func findsWhatIsMarked(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "plugins/\(name)")))
    let application = try PluginReader.read(bytes, file: name)
    #expect(application.format == .plugin)
    Fixture([name: bytes]).expect(application)
  }

  @Test func followsTheMakerModule() throws {
    let files = try Fixture.files(in: "plugins-beside")
    let path = "twisted/plugins/shop_plugin.py"
    let application = try PluginReader.read(try #require(files[path]), file: path, siblings: SourceFolder(files: files))
    Fixture(files).expect(application)
  }

  @Test(arguments: [
    ("from zope.interface import implementer\nfrom twisted.trial.itrial import IReporter\n", "trial reporter"),
    ("from twisted.internet.interfaces import IStreamServerEndpointStringParser as I\n", "parser of server endpoints"),
    ("from twisted.application.reactors import Reactor\ndefault = Reactor('default', 'x', 'y')\n", "a reactor"),
    ("from twisted.cred.strcred import ICheckerFactory\n", "credential checker"),
    ("register('Coil', 'twisted.coil', type='coil')\n", "another kind"), ("x = 1\n", "no plugin"), ("", "no plugin"),
  ])
  func refusesOtherPluginsByKind(_ source: String, _ kind: String) throws {
    let failure = #expect(throws: Failure.self) { try PluginReader.read(Array(source.utf8), file: "p.py") }
    #expect(failure?.kind == .application)
    #expect(failure?.diagnostics.first?.message.contains(kind) == true)
    #expect(failure?.diagnostics.first?.remedy != nil)
  }

  @Test func refusesAMakerWithoutAnInstance() {
    let source = "class Maker:\n  tapname = 'shop'\n  def makeService(self, options): pass\n"
    let failure = #expect(throws: Failure.self) { try PluginReader.read(Array(source.utf8), file: "p.py") }
    #expect(failure?.diagnostics.first?.message.contains("no instance of Maker") == true)
    #expect(failure?.diagnostics.first?.location?.line == 1)
  }

  @Test func detailsOfOptionsAreKept() throws {
    let bytes = [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "plugins/implements.py")))
    let plugin = try #require(try PluginReader.read(bytes, file: "p.py").plugins.first)
    #expect(plugin.summary?.value == "Run this!")
    #expect(plugin.options.map(\.summary) == ["The port to listen on.", "The host.", "Say more.", nil])
  }

  private static let shop = """
    from twisted.application import internet, service
    from twisted.python import usage

    class Options(usage.Options):
        optParameters = [
            ["port", "p", 10000, "The port.", int],
            ["poem", None, "poem.txt", "The poem."],
        ]
        optFlags = [["local", "l", "Only here."]]

        def opt_admin(self, text):
            self["admin"] = int(text)

        def postOptions(self):
            if self["local"]:
                self["host"] = "127.0.0.1"

    class Maker:
        tapname = "shop"
        description = "A shop."
        options = Options

        def makeService(self, options):
            top = service.MultiService()
            open(options["poem"])
            host = options.get("host", "")
            internet.TCPServer(options["port"], None, interface=host).setServiceParent(top)
            if "admin" in options:
                internet.TCPServer(options["admin"], None).setServiceParent(top)
            return top

    maker = Maker()
    """

  private static func shop(_ words: [String]) throws -> Application {
    try PluginReader.read(
      Array(shop.utf8), file: "p.py", command: PluginCommand(plugin: "shop", arguments: words))
  }

  @Test(arguments: [
    (["--port", "79"], 79), (["--port=80"], 80), (["-p", "81"], 81), (["-p82"], 82), (["--por", "83"], 83),
    (["-lp", "84"], 84), (["--port", "1", "--port", "85"], 85),
  ])
  func readsTheOptionsThatAreGiven(words: [String], port: Int) throws {
    let listener = try #require(try Self.shop(words).listeners.first)
    #expect(listener.port?.value == port && listener.port?.certainty == .sure)
  }

  @Test func keepsTheOptionWhereItsDefaultIsReadElsewhere() throws {
    let source = "import os\n" + Self.shop.replacing("10000", with: "int(os.environ.get(\"APP_PORT\", 7127))")
    let port = try PluginReader.read(Array(source.utf8), file: "p.py").listeners.first?.port
    #expect(port?.origin == "option:port" && port?.fallback == 7127, "\(String(describing: port))")
  }

  @Test func readsTextsMethodsAndWhatFollowsThem() throws {
    let application = try Self.shop(["--poem", "x.txt", "--admin", "9000", "--port", "80", "--local"])
    #expect(application.files.map(\.path.value) == ["x.txt"])
    #expect(application.listeners.compactMap(\.port?.value) == [80, 9000])
    #expect(application.listeners.first?.interface?.likely == "127.0.0.1")
  }

  @Test(arguments: [
    (["--prt", "79"], "--prt is no option of the plugin shop"), (["--port"], "--port needs a value"),
    (["-x"], "-x is no option"), (["--port", "http"], "--port of the plugin shop takes a number, not \"http\""),
    (["--port", "86", "rest"], "takes no word that is not an option's: \"rest\""),
  ])
  func refusesWhatTwistdWouldRefuse(words: [String], message: String) throws {
    let failure = #expect(throws: Failure.self) { try Self.shop(words) }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.message.contains(message) == true, "\(String(describing: failure))")
  }

  /// Options of a class that was not read may be any, so nothing is refused, and nothing taken for sure.
  @Test func doubtsOptionsOfUnreadCode() throws {
    let source = Self.shop.replacing("usage.Options)", with: "elsewhere.BaseOptions)")
      .replacing("from twisted.python import usage", with: "import elsewhere")
    let application = try PluginReader.read(
      Array(source.utf8), file: "p.py", command: PluginCommand(plugin: "shop", arguments: ["--other", "1"]))
    #expect(application.diagnostics.contains { $0.message.contains("the options that are given are not all known") })
  }
}
