import Diagnostics
import Testing

import ApplicationFacts
@testable import TwistedApplication

@Suite struct DetectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var content: DetectedContent
    var testDescription: String { "\(text.prefix(30).debugDescription) is \(content)" }
  }

  @Test(arguments: [
    Case(text: "", content: .empty), Case(text: " \r\n\t\n", content: .empty),
    Case(text: "1..3\nok 1\nnot ok 2\n", content: .testAnythingProtocol),
    Case(text: "TAP version 13\n1..1\n", content: .testAnythingProtocol),
    Case(text: "# Subtest: a\n    ok 1 - b\n", content: .testAnythingProtocol),
    Case(text: "ok 1 - loads\n1..1\n", content: .testAnythingProtocol),
    Case(text: "not ok 1 - loads\n", content: .testAnythingProtocol),
    Case(text: "Bail out! no\n", content: .testAnythingProtocol),
    Case(text: "from twisted.application import service\n", content: .format(.tac)),
    Case(text: "\u{EF}\u{BB}\u{BF}import x\r\napplication = x.y()\r\n", content: .format(.tac)),
    Case(text: "# -*- coding: koi8-r -*-\nx = '\u{C1}\u{C2}'\n", content: .format(.tac)),
    Case(text: "#!/usr/bin/twistd -y\n# The end.", content: .format(.tac)),
    Case(text: "(a, b) = (1, 2)\n", content: .format(.tac)), Case(text: "copy = 1\nx(2.)\n", content: .format(.tac)),
    Case(text: "app = 1\n", content: .format(.tac)), Case(text: "app=Ref(3,\n", content: .format(.tas)),
    Case(text: "# edited\nimport x\napp  =  Instance('a.B',)", content: .format(.tas)),
    Case(text: "application=Ref(3)\n", content: .format(.tac)),
    Case(text: "<?xml version=\"1.0\"?>\n<instance class=\"a\"></instance>", content: .format(.tax)),
    Case(text: "<!DOCTYPE html><html></html>", content: .unrecognised),
    Case(text: "(dp0\n.", content: .format(.tap)), Case(text: "(ia.b\nC\np0\n.", content: .format(.tap)),
    Case(text: "ccopy_reg\n_reconstructor\np0\n.", content: .format(.tap)),
    Case(text: "\u{80}\u{02}N.", content: .format(.tap)), Case(text: "\u{80}\u{02}N.    ", content: .format(.tap)),
    Case(text: "\u{80}\u{02}}q\u{01}cut off", content: .format(.tap)), Case(text: "S'text'\n.", content: .format(.tap)),
    Case(text: "\u{7F}ELF\u{01}\u{00}\u{00}", content: .unrecognised), Case(text: "just words", content: .unrecognised),
  ])
  func tellsFormatsApart(_ given: Case) {
    #expect(ApplicationFormat.detect(Pickles.bytes(given.text)) == given.content)
  }

  @Test func tellsAnEncryptedFile() throws {
    let bytes = try Fixture.bytes("samples/twisted8-py27-mktap-web.etap")
    #expect(ApplicationFormat.detect(bytes) == .encrypted)
    #expect(ApplicationFormat.detect(bytes.dropLast() + []) == .unrecognised)
  }

  /// What the user says and what the file holds must agree.
  @Test(arguments: [
    ("1..1\n", ApplicationFormat.tap, "Test Anything Protocol"),
    ("x = 1\n", .tap, "Python source (.tac), not a pickle"),
    ("\u{80}\u{02}N.", .tas, "a pickle (.tap), not an AOT source file"), ("app=Ref(1,2)", .tac, "an AOT source file"),
    ("<?xml version=\"1.0\"?><none/>", .plugin, "marmalade XML"),
  ])
  func refusesAContradictingType(text: String, declared: ApplicationFormat, message: String) {
    let failure = #expect(throws: Failure.self) {
      try ApplicationReader.read(Pickles.bytes(text), file: "x", declared: declared)
    }
    #expect(failure?.kind == .application)
    #expect(failure?.diagnostics.first?.message.contains(message) == true)
    #expect(failure?.diagnostics.first?.remedy?.isEmpty == false)
  }

  @Test func readsAPythonFileNamedTap() throws {
    let application = try ApplicationReader.read(
      Array("from twisted.application import service\napplication = service.Application('web')\n".utf8), file: "web.tap"
    )
    #expect(application.format == .tac)
    #expect(application.name?.value == "web")
  }
  /// What no socket can have is no port that the application opens.
  @Test(arguments: [("65535", 65535), ("65536", nil), ("-1", nil), ("781734", nil), ("0", 0)] as [(String, Int?)])
  func doubtsNumbersThatAreNoPorts(_ number: String, _ port: Int?) throws {
    let source = """
      from twisted.application import internet, service
      application = service.Application('web')
      internet.TCPServer(\(number), None).setServiceParent(application)
      """
    let application = try ApplicationReader.read(Array(source.utf8), file: "web.tac")
    let fact = try #require(application.listeners.first?.port)
    #expect(fact.value == port)
    #expect(fact.origin == (port == nil ? "a number that is no port: \(number)" : nil))
    #expect(fact.certainty == (port == nil ? .unknown : .sure))
  }
}
