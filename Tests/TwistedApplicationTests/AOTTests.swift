import Diagnostics
import Testing

import ApplicationFacts
@testable import SavedObjects
@testable import TwistedApplication

@Suite struct AOTTests {
  /// An application of one service collection whose state is given.
  static func application(_ state: String, before: String = "", after: String = "") -> [UInt8] {
    Array(
      """
      \(before)app=Instance('twisted.python.components.Componentized',{'_adapterCache':{
        'twisted.application.service.IServiceCollection':Ref(1,
          Instance('twisted.application.service.MultiService',\(state))),
      }})\(after)
      """.utf8)
  }

  static func read(_ bytes: [UInt8]) throws(Failure) -> Application {
    try ApplicationReader.read(bytes, file: "x.tas", declared: .tas)
  }

  @Test func followsReferencesForwardAndThroughMethods() throws {
    let application = try Self.read(
      Self.application(
        """
        services=[Deref(7), Instance('twisted.application.internet.TimerService', step=5,
          call=(InstanceMethod('tick','my.Worker',Ref(9,Instance('my.Worker',
            server=Ref(7,Instance('twisted.application.internet.TCPServer',args=(80,None,),kwargs={},parent=Deref(1),)),))),(),{}))],
        """))
    #expect(application.listeners.map { $0.port?.value } == [80])
    #expect(application.timers.map(\.callable) == ["my.Worker.tick"])
    #expect(application.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "name='caf\\xc3\\xa9'", "name='caf\u{E9}'", "name=u'caf\\xe9'", "name=u'caf\\u00e9'", "name='caf\\u00e9'",
    "name=\"caf\\303\\251\"", "name='''caf\u{E9}'''", "name = ('caf\u{E9}')", "name='ca\\\nf\u{E9}'",
  ])
  func decodesText(_ state: String) throws {
    #expect(try Self.read(Self.application(state)).name?.value == "café")
  }

  @Test(arguments: [
    ("8080", 8080), ("0x1F90", 8080), ("0o17620", 8080), ("017620", 8080), ("8080L", 8080), ("'8080'", 8080),
  ])
  func readsNumbers(_ text: String, _ port: Int) throws {
    let service = "services=[Instance('twisted.application.internet.TCPServer',args=(\(text),),)]"
    #expect(try Self.read(Self.application(service)).listeners.first?.port?.value == port)
  }

  /// What only running the file would tell is unknown, and the reader says so.
  @Test(arguments: [
    "PORT", "8000 + 80", "int('8080')", "PORTS['web']", "config.port", "(8000 + 80)", "-x", "lambda: 1",
  ])
  func customCodeIsUnknown(_ code: String) throws {
    let service = """
      services=[Instance('twisted.application.internet.TCPServer',args=(\(code), None),kwargs={'interface':'::1'})], name='n'
      """
    let application = try Self.read(Self.application(service, before: "# my own\n"))
    let listener = try #require(application.listeners.first)
    #expect(listener.port?.value == nil)
    #expect(listener.port?.certainty == .unknown)
    #expect(listener.interface?.value == "::1")
    #expect(application.name?.value == "n")
    let warning = try #require(application.diagnostics.first)
    #expect(warning.message.contains("code of its own"))
    #expect(warning.location?.line == 4)
  }

  @Test func readsPastStatementsAround() throws {
    let before = """
      '''A description'''
      import os
      PORT = 8080; names = {'a': [1,
        2]}
      app = Instance('not.This', )
      if True:
          app = None

      """
    let bytes = Self.application("name='n'", before: before, after: "\napp.extra(\"x\")\n")
    let application = try Self.read(bytes)
    #expect(application.name?.value == "n")
    #expect(application.diagnostics.map { $0.location?.line } == [2])
  }

  @Test func aCommentIsNoCode() throws {
    let application = try Self.read(
      Self.application("name='n', # the name\n", before: "# by hand\n\n", after: " # end"))
    #expect(application.diagnostics.isEmpty)
  }

  @Test func aReferenceToItselfIsUnknown() throws {
    let application = try Self.read(Self.application("name=Ref(5,Deref(5)), services=Deref(99)"))
    #expect(application.name?.value == nil)
    #expect(application.name?.certainty == .unknown)
    #expect(application.listeners.isEmpty)
  }

  @Test(arguments: [
    ("services=[Deref(99),]", "refers to but does not hold", "services[0]"),
    ("services=[make(),]", "code", "services[0]"),
    ("services=[Copyreg('my.load',('x',)),]", "a call of my.load", "services[0]"),
    ("services=make()", "code", "services"),
    ("services=Deref(99)", "refers to but does not hold", "services"),
  ])
  func saysWhichServiceIsUnknown(state: String, reason: String, path: String) throws {
    let application = try Self.read(Self.application("\(state), name='n'"))
    let warning = try #require(application.diagnostics.last)
    #expect(warning.message.contains(reason))
    #expect(warning.location?.objectPath == path)
  }

  @Test(arguments: [
    ("app=Ref(1,'abc", "string is not closed"), ("app=Ref(1,\n  Instance('a',", "bracket is not closed"),
    ("app=Ref(1,[2)", "closed by another kind"), ("app=Ref(1,'''abc\n\n", "string is not closed"),
    ("app=Ref(1,{", "bracket is not closed"), ("app=Ref(" + String(repeating: "(", count: 20_000), "nest deeper"),
    ("app=Ref(1,2)", "a number, not a Twisted application"), ("app=Ref(1,Instance(3))", "not a Twisted application"),
    ("app=Ref(1,Class('os.system'))", "the name os.system, not a Twisted application"),
    ("app=Ref()", "not a Twisted application"), ("app=Instance()", "not a Twisted application"),
    ("app=Instance('a.B',{1:2,3})", "not a Twisted application"),
  ])
  func failsCleanly(_ text: String, _ message: String) {
    let failure = #expect(throws: Failure.self) { try Self.read(Array(text.utf8)) }
    #expect(failure?.kind == .application)
    #expect(failure?.diagnostics.first?.message.contains(message) == true, "\(failure?.diagnostics ?? [])")
  }

  @Test func reportsCopyregOfASuspiciousName() throws {
    let application = try Self.read(Self.application("name='n', x=Copyreg('os.system',('ls',))"))
    #expect(application.diagnostics.contains { $0.message.contains("would call os.system") })
  }

  @Test func survivesDamage() throws {
    let bytes = try Fixture.bytes("samples/twisted8-py27-odd.tas")
    for index in stride(from: 0, to: bytes.count, by: 6) {
      var damaged = bytes
      damaged[index] ^= UInt8(truncatingIfNeeded: 1 << (index / 6 % 8))
      _ = try? AOTReader.read(damaged, file: "x.tas")
      _ = try? AOTReader.read(Array(bytes[..<index]), file: "x.tas")
    }
  }
}
