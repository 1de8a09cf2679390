import Diagnostics
import Foundation
import Testing
import ApplicationFacts
import PythonEvaluation
import TwistedApplication

@Suite struct TacReaderTests {
  @Test(arguments: Fixture.names(suffix: ".tac")) func findsWhatIsMarked(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Fixture.folder.appending(path: name)))
    let application = try TacReader.read(bytes, file: name)
    #expect(application.format == .tac)
    Fixture([name: bytes]).expect(application)
  }

  /// Where ways through a program meet, what each of them made holds on.
  @Test(arguments: Fixture.names(in: "joins", suffix: ".tac")) func joinsWhatWaysMake(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "joins/\(name)")))
    Fixture([name: bytes]).expect(try TacReader.read(bytes, file: name))
  }

  @Test(arguments: Fixture.names(in: "stubs", suffix: ".tac")) func findsWhatStubsDescribe(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Fixture.folder.appending(path: "stubs/\(name)")))
    Fixture([name: bytes]).expect(try TacReader.read(bytes, file: name))
  }

  @Test(arguments: ["folder-handed-over", "settings-beside", "circular", "search-path", "application-beside"])
  func followsModulesBeside(_ folder: String) throws {
    let files = try Fixture.files(in: folder)
    let main = try #require(files["app.tac"])
    Fixture(files).expect(try TacReader.read(main, file: "app.tac", siblings: SourceFolder(files: files)))
  }

  @Test func withoutSiblingsNothingIsFollowed() throws {
    let files = try Fixture.files(in: "settings-beside")
    let application = try TacReader.read(try #require(files["app.tac"]), file: "app.tac")
    #expect(application.name?.value == nil)
    #expect(application.name?.origin == "import:settings.NAME")
    #expect(application.uid?.origin == "import:settings.UID")
    #expect(!application.modules.contains { $0.kind == .local })
    #expect(application.listeners.allSatisfy { $0.port?.value == nil })
  }

  @Test func pathsBesideTheFileSaySo() throws {
    let source = """
      import os
      from twisted.web import static
      static.File(os.path.join(os.path.dirname(__file__), "htdocs"))
      """
    let file = try #require(try TacReader.read(Array(source.utf8), file: "x/y.tac").files.first)
    #expect(file.path.value == "htdocs")
    #expect(file.path.origin == "beside the file")
  }

  @Test func privateUseCharactersInTheSourceStandForNothing() throws {
    let source = "from twisted.application import service\napplication = service.Application('a\u{F0000}\u{10FFFD}')\n"
    #expect(try TacReader.read(Array(source.utf8), file: "x.tac").name?.value == "a\u{FFFD}\u{FFFD}")
  }
}
