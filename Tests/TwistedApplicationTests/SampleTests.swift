import Diagnostics
import Testing
import ApplicationFacts
import TwistedApplication

/// Everything that is known about the sample files has to be found in them.
@Suite struct SampleTests {
  @Test func everySampleIsListed() {
    #expect(SampleFacts.all.count == 34)
  }

  @Test(arguments: SampleFacts.all.filter { $0.broken != true && $0.encrypted != true })
  func findsWhatTheSampleHolds(_ known: SampleFacts) throws {
    let bytes = try Fixture.bytes("samples/\(known.file)")
    let application = try ApplicationReader.read(bytes, file: known.file)
    try check(application, known)
  }

  @Test(arguments: SampleFacts.all.filter { $0.broken == true })
  func refusesABrokenSample(_ known: SampleFacts) throws {
    let bytes = try Fixture.bytes("samples/\(known.file)")
    let failure = #expect(throws: Failure.self) { try ApplicationReader.read(bytes, file: known.file) }
    #expect(failure?.diagnostics.first?.message.contains("empty") == true)
  }

  @Test(arguments: SampleFacts.all.filter { $0.encrypted == true })
  func saysThatASampleIsEncrypted(_ known: SampleFacts) throws {
    let bytes = try Fixture.bytes("samples/\(known.file)")
    let failure = #expect(throws: Failure.self) { try ApplicationReader.read(bytes, file: known.file) }
    #expect(failure?.diagnostics.first?.message.contains("encrypted") == true)
    #expect(failure?.diagnostics.first?.remedy?.contains("--passphrase-file") == true)
  }

  private func check(_ application: Application, _ known: SampleFacts) throws {
    #expect(application.format.rawValue == known.kind)
    #expect(application.name?.value == known.applicationName)
    #expect(application.processName?.value == known.processName)
    #expect(application.uid?.value == known.uid)
    #expect(application.gid?.value == known.gid)
    #expect(application.isShutdown == (known.isShutdown == true))
    #expect((application.python == .python2) == known.python2Only)
    let listens = application.listeners.map { listener in
      let isUNIX = listener.transport == .unix
      return SampleFacts.Listen(
        proto: listener.transport.rawValue, port: listener.port?.value, interface: listener.interface?.value ?? "",
        path: isUNIX ? listener.path?.value : nil)
    }
    #expect(Set(listens.map { "\($0)" }) == Set(known.listens.map { "\($0)" }))
    #expect(listens.count == known.listens.count)
    #expect(application.listeners.allSatisfy { $0.certainty == .sure })
    let connects = application.clients.map {
      SampleFacts.Connect(proto: $0.transport.rawValue, host: $0.host?.value, port: $0.port?.value)
    }
    #expect(connects == known.connects)
    let privileged = application.listeners.compactMap { $0.port?.value }.filter { $0 < 1024 }
    #expect(Set(privileged) == Set(known.privilegedPorts))
    let thirdParty = application.modules.filter { $0.kind == .thirdParty }.map(\.name)
    #expect(Set(thirdParty) == Set(known.thirdPartyImports))
    #expect(application.files.compactMap(\.path.value).sorted() == (known.files ?? []).sorted())
    if known.uidUnrecoverable == true {
      #expect(application.uid?.certainty == .unknown)
      #expect(application.diagnostics.contains { $0.message.contains("lost") })
    }
    #expect(application.diagnostics.count == (known.uidUnrecoverable == true || known.isShutdown == true ? 1 : 0))
  }
}
