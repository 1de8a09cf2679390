import Diagnostics
import Testing

import ApplicationFacts
@testable import SavedObjects
@testable import TwistedApplication

@Suite struct MarmaladeTests {
  /// An application whose service collection has these elements as its state's dictionary.
  static func application(_ state: String, before: String = "<?xml version=\"1.0\"?>\n") -> String {
    before
      + "<instance class=\"twisted.python.components.Componentized\"><dictionary><string role=\"key\" value=\"_adapterCache\">"
      + "</string><dictionary><string role=\"key\" value=\"twisted.application.service.IServiceCollection\"></string>"
      + "<instance class=\"twisted.application.service.MultiService\" reference=\"1\"><dictionary>\(state)"
      + "</dictionary></instance></dictionary></dictionary></instance>"
  }

  static func read(_ text: String) throws(Failure) -> Application {
    try ApplicationReader.read(Pickles.bytes(text), file: "x.tax", declared: .tax)
  }

  static func name(_ element: String) -> String { application("<string role=\"key\" value=\"name\"/>\(element)") }

  @Test(arguments: [
    ("<string value=\"it\\'s \\&quot;&lt;x&gt;&amp;&apos;\\&quot;\"/>", "it's \"<x>&'\""),
    ("<string value='a\\tb'></string>", "a\tb"), ("<unicode value=\"caf\u{E9}\\u2603\\n\"></unicode>", "café☃\n"),
    ("<string value=\"\\xc3\\xa9\" />", "é"), ("<string\n  value = \"x\"\n></string >", "x"),
  ])
  func decodesText(_ element: String, _ text: String) throws {
    #expect(try Self.read(Self.name(element)).name?.value == text)
  }

  @Test(arguments: ["<none></none>", "<None></None>", "<none/>", "<None />"])
  func acceptsNoneInAnyForm(_ element: String) throws {
    #expect(try Self.read(Self.name(element)).name == nil)
  }

  /// The definition of a service may lie in a method of something that comes later.
  @Test func followsReferencesIntoMethods() throws {
    let state = """
      <string role="key" value="services"/><list><reference key="4"/></list><string role="key" value="other"/>
      <method name="f" class="my.Thing"><instance class="my.Thing"><dictionary><string role="key" value="server"/>
      <instance class="twisted.application.internet.UDPServer" reference="4"><dictionary>
      <string role="key" value="args"/><tuple><int value="53"/><reference key="99"/></tuple></dictionary></instance>
      </dictionary></instance></method>
      """
    let application = try Self.read(Self.application(state))
    #expect(application.listeners.map { $0.port?.value } == [53])
    #expect(application.listeners.map(\.transport) == [.udp])
    #expect(application.modules.contains { $0.name == "my" && $0.kind == .thirdParty })
    #expect(application.python == .python2)
  }

  @Test(arguments: [
    ("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<string value=\"&b;\"/>", "document type"),
    ("<string value=\"&b;\"/>", "entity"), ("<string value=\"&#65;\"/>", "entity"),
    ("<string value=\"a & b\"/>", "entity"),
    ("<![CDATA[x]]>", "document type or a section"), ("<string value=\"x", "not terminated"),
    ("<string value=x/>", "quotes"), ("<string value", "malformed"), ("<string ", "not closed"), ("<>", "no name"),
    ("<list><tuple></list></tuple>", "was not open"), ("</list>", "was not open"), ("<list>", "is not closed"),
    ("<none/><none/>", "2 documents"), ("<!-- a", "not terminated"),
    ("<dictionary><none/></dictionary>", "without a value"),
    ("<none/>", "None, not a Twisted application"), ("<list/", "malformed"),
    ("<reference key=\"1\"/>", "not a Twisted application"),
    (String(repeating: "<list>", count: 100_001), "nest deeper"),
  ])
  func failsCleanly(_ text: String, _ message: String) {
    let failure = #expect(throws: Failure.self) { try Self.read("<?xml version=\"1.0\"?>" + text) }
    #expect(failure?.kind == .application)
    #expect(failure?.diagnostics.first?.message.contains(message) == true, "\(failure?.diagnostics ?? [])")
  }

  @Test func nestsDeeply() throws {
    let depth = 50_000
    let list = String(repeating: "<list>", count: depth) + String(repeating: "</list>", count: depth)
    let application = try Self.read(Self.application("<string role=\"key\" value=\"services\"/>\(list)"))
    #expect(application.listeners.isEmpty)
  }

  @Test func survivesDamage() throws {
    let bytes = try Fixture.bytes("samples/twisted8-py27-odd.tax")
    for index in stride(from: 0, to: bytes.count, by: 6) {
      var damaged = bytes
      damaged[index] ^= UInt8(truncatingIfNeeded: 1 << (index / 6 % 8))
      _ = try? MarmaladeReader.read(damaged, file: "x.tax")
      _ = try? MarmaladeReader.read(Array(bytes[..<index]), file: "x.tax")
    }
  }
}
