import Diagnostics
import Testing

import ApplicationFacts
@testable import SavedObjects
@testable import TwistedApplication

@Suite struct PickleTests {
  static let services = (try? Fixture.names(in: "pickles", suffix: ".tap").filter { $0.hasPrefix("services") }) ?? []

  @Test func everyProtocolOfBothPythonsIsThere() {
    #expect(Self.services.count == 9)
    #expect(PickleOpcode.allCases.count == 68)
  }

  /// The same services written by Python 2 in protocols 0 to 2 and by Python 3 in protocols 0 to 5.
  @Test(arguments: services)
  func readsEveryProtocol(_ name: String) throws {
    let bytes = try Fixture.bytes("pickles/\(name)")
    let application = try ApplicationReader.read(bytes, file: name)
    #expect(application.name?.value == "café")
    #expect(application.uid?.value == 33)
    #expect(application.gid == nil)
    #expect(application.processName?.value == "p")
    #expect(
      application.python
        == (name.contains("python2")
          ? .python2 : name.hasSuffix("0.tap") || name.hasSuffix("1.tap") ? .either : .python3))
    let listeners = application.listeners
    #expect(listeners.map(\.transport) == [.tcp, .ssl, .unix, .udp, .tcp, .unix, .tcp, .tcp])
    #expect(listeners.map { $0.port?.value } == [8080, 443, nil, 53, 9000, nil, 7000, nil])
    #expect(listeners.map { $0.interface?.value } == ["127.0.0.1", "::", nil, nil, "::1", nil, nil, nil])
    #expect(listeners.map { $0.path?.value } == [nil, nil, "/run/a.sock", nil, nil, "/run/c.sock", nil, nil])
    #expect(listeners.map { $0.mode?.value } == [nil, nil, 0o660, nil, nil, 0o600, nil, nil])
    #expect(listeners.map(\.certainty) == [.sure, .sure, .sure, .sure, .sure, .sure, .conditional, .sure])
    #expect(listeners.last?.port?.origin == "a number that is no port: 70000")
    #expect(application.clients.map { $0.host?.value } == ["example.org", nil])
    #expect(application.clients.map { $0.port?.value } == [25, nil])
    #expect(application.clients.map { $0.path?.value } == [nil, "/run/b.sock"])
    #expect(application.timers.map { $0.interval?.value } == [0.5])
    #expect(application.timers.map(\.callable) == ["myapp.jobs.tick"])
    let thirdParty = application.modules.filter { $0.kind == .thirdParty }.map(\.name)
    #expect(Set(thirdParty) == ["myapp.web", "myapp.jobs", "myapp.net"])
    #expect(
      Set(application.files.map { "\($0.use) \($0.path.value ?? "?")" })
        == ["serves /srv/bytes", "privateKey /k.pem", "certificate /c.pem"])
    #expect(
      application.diagnostics.map(\.message) == ["OverflowError: bind(): port must be 0-65535, not 70000"])
  }

  @Test func tellsWhereAFactWasSeen() throws {
    let application = try ApplicationReader.read(
      try Fixture.bytes("samples/twisted8-py27-mktap-web.tap"), file: "web.tap")
    #expect(application.listeners.map(\.location.objectPath) == ["services[0].services[0]"])
    #expect(application.listeners.first?.port?.location.objectPath == "services[0].services[0].args[0]")
    #expect(
      application.files.map(\.path.location.objectPath) == [
        "services[0].services[0].args[1].logPath", "services[0].services[0].args[1].resource.path",
      ])
  }

  /// The shell's password lies in the clear in these files.
  @Test(arguments: ["tap", "tas", "tax"])
  func neverKeepsAPassword(_ type: String) throws {
    let bytes = try Fixture.bytes("samples/twisted8-py27-mktap-telnet.\(type)")
    let application = try ApplicationReader.read(bytes, file: "telnet.\(type)")
    #expect(!"\(application)".contains("woohoo"))
    #expect(!"\(application)".contains("admin"))
  }

  @Test func readsTheGraphBeforeTwisted1() throws {
    let application = try ApplicationReader.read(try Fixture.bytes("pickles/former.tap"), file: "former.tap")
    #expect(application.name?.value == "old")
    #expect(application.uid?.value == 1000)
    #expect(application.gid?.value == 100)
    #expect(application.python == .python2)
    #expect(application.listeners.map(\.transport) == [.tcp, .tcp, .udp, .ssl, .unix])
    #expect(application.listeners.map { $0.port?.value } == [8787, 80, 53, 443, nil])
    #expect(application.listeners.first?.interface?.value == "127.0.0.1")
    #expect(application.listeners.last?.path?.value == "/tmp/s")
    #expect(application.clients.map(\.transport) == [.tcp, .unix])
    #expect(application.listeners.first?.port?.location.objectPath == "tcpPorts[0][0]")
  }

  /// `listenWith(portType, …)` could open anything.
  @Test func aPortOfAnyClassIsUnknown() throws {
    let pickle =
      "(itwisted.internet.app\nApplication\n(dS'extraPorts'\n(l(ctwisted.internet.udp\nMulticastPort\n(I9999\nt(dtasb."
    let application = try ApplicationReader.read(Pickles.bytes(pickle), file: "x.tap")
    #expect(application.listeners.map(\.transport) == [.unknown])
    #expect(application.listeners.map(\.certainty) == [.unknown])
    #expect(application.name == nil)
  }

  @Test func anApplicationWithoutReadableStateIsSaidToBeUnknown() throws {
    let pickle = "(itwisted.internet.app\nApplication\n(I1\ntb."
    let application = try ApplicationReader.read(Pickles.bytes(pickle), file: "x.tap")
    #expect(application.diagnostics.contains { $0.message.contains("nothing of the application is known") })
  }

  @Test(arguments: [
    ("cos\nsystem\n(S'ls'\ntR.", "os.system"), ("(S'ls'\nios\nsystem\n.", "os.system"),
    ("(cposix\nsystem\nS'ls'\no.", "posix.system"), ("cos\nsystem\n(S'ls'\nt\u{81}.", "os.system"),
    ("c__builtin__\neval\n(S'1'\ntR.", "__builtin__.eval"), ("csubprocess\nPopen\n(S'ls'\ntR.", "subprocess.Popen"),
    ("\u{80}\u{04}\u{8C}\u{08}builtins\u{8C}\u{04}exec\u{93}\u{8C}\u{01}1\u{85}R.", "builtins.exec"),
  ])
  func reportsACallOfASuspiciousName(_ pickle: String, _ name: String) throws {
    let diagnostics = try #require(Pickles.failure(Pickles.bytes(pickle))).diagnostics
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.contains { $0.severity == .warning && $0.message.contains("would call \(name)") })
  }

  @Test func reportsASuspiciousCallInsideAnApplication() throws {
    let call = "cos\nsystem\n(U\u{08}rm -rf /tR"
    let application = try ApplicationReader.read(Pickles.application(services: call), file: "x.tap")
    #expect(application.name?.value == "app")
    let warning = try #require(application.diagnostics.first)
    #expect(warning.message.contains("os.system"))
    #expect(!warning.message.contains("rm -rf"))
    #expect(warning.location?.objectPath == "services[0]" || warning.location?.objectPath != nil)
  }

  @Test func aDiscardedCallIsReportedToo() throws {
    let pickle = Pickles.application(services: "cos\nsystem\n(tR0")
    let application = try ApplicationReader.read(pickle, file: "x.tap")
    #expect(application.diagnostics.contains { $0.message.contains("os.system") })
  }

  @Test(arguments: [
    ("Pabc\n.", "persistent id"), ("NQ.", "persistent id"), ("\u{80}\u{02}\u{82}\u{01}.", "extension code"),
    ("\u{80}\u{05}\u{97}.", "buffer"), ("\u{80}\u{06}N.", "protocol 6"), ("\u{FF}.", "unknown opcode 255"),
  ])
  func refusesWhatLiesOutsideTheFile(_ pickle: String, _ reason: String) {
    #expect(Pickles.machineFailure(Pickles.bytes(pickle))?.contains(reason) == true)
  }

  @Test func warnsOfAFileSavedAtShutdown() throws {
    let application = try ApplicationReader.read(Pickles.application(), file: "some/dir/app-shutdown.tap")
    #expect(application.isShutdown)
    #expect(application.diagnostics.contains { $0.severity == .warning && $0.message.contains("stopping twistd") })
    #expect(!ApplicationReader.isShutdown("web-shutdown/app.tap"))
    #expect(!ApplicationReader.isShutdown("web-shutdown"))
  }
}
