import Diagnostics
import Foundation
import Testing
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
}
