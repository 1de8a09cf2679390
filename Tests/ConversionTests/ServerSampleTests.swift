import Conversion
import Foundation
import TestSupport
import Testing
import ApplicationFacts
import TwistedApplication

/// Servers that mktap of Twisted 9 saved under Python 2.7: mail, words, conch, inetd, procmon and others.
@Suite struct ServerSampleTests {
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"
  private static let folder = "\(Places.repository)/Tests/ConversionTests/Samples"
  private static let names = [
    "conch", "inetd", "mail", "mail-relay", "manhole", "portforward", "procmon", "socks", "words",
  ]

  private func conversion(_ name: String) throws -> Conversion {
    let bytes = try Data(contentsOf: URL(filePath: "\(Self.folder)/twisted9-py27-\(name).tap"))
    return try Conversion(Array(bytes), file: "\(name).tap")
  }

  @Test(arguments: names) func keepsEveryObject(_ name: String) throws {
    let original = try conversion(name)
    for format in RoundTripTests.formats {
      let once = try Conversion(original.bytes(as: format), file: "once.\(format)")
      #expect(once.graph == original.graph, "\(format)")
    }
  }

  /// By their constructors, with nothing left to do.
  @Test(arguments: [
    ("conch", "factory.OpenSSHFactory()"), ("inetd", "inetdconf.InetdService('daytime', 13, 'stream', 'tcp', "),
    ("mail", "mail_service.addDomain(b'example.org', mail_domain)\n"),
    ("mail-relay", "mail_service.setQueue(relaymanager.Queue('/srv/relay'))\n"),
    ("manhole", "manhole_tap.makeTelnetProtocol(portal_2)\n"),
    ("portforward", "portforward.ProxyFactory('localhost', 9999)\n"),
    ("procmon", "process_monitor.addProcess('other', ['/bin/false'], uid=1000, gid=1000, env={'A': 'b'})\n"),
    ("socks", "socks.SOCKSv4Factory(None)\n"), ("words", "words_service.IRCFactory(in_memory_words_realm, portal_2)\n"),
  ]) func areMadeAsAPersonWouldMakeThem(_ name: String, _ line: String) throws {
    let made = try TacWriter.source(of: conversion(name), target: "\(name).tac")
    #expect(made.source.contains(line), "\(made.source)")
    #expect(made.diagnostics.isEmpty && !made.source.contains("restored("), "\(made.source)")
    let before = try ApplicationReader.read(Array(conversion(name).bytes(as: .tap)), file: "\(name).tap")
    let after = try ApplicationReader.read(Array(made.source.utf8), file: "\(name).tac")
    #expect(Set(after.listeners.map(\.port?.value)) == Set(before.listeners.map(\.port?.value)))
  }

  @Test(
    .enabled(if: isFull),
    arguments: [
      ("mail", "mail", "8025"), ("relay", "mail-relay", "8026"), ("words", "words", "6667"), ("conch", "conch", "2222"),
      ("inetd", "inetd", "7"), ("procmon", "procmon", "99999"), ("socks", "socks", "1080"),
      ("manhole", "manhole", "4041"), ("portforward", "portforward", "8118"),
    ]) func theyAnswer(kind: String, name: String, port: String) throws
  {
    try withTemporaryFolder { folder in
      let made = try TacWriter.source(of: conversion(name), target: "converted.tac")
      try made.source.write(toFile: "\(folder)/converted.tac", atomically: true, encoding: .utf8)
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/speak.py"
      let spoken = try run("/usr/bin/python3", script, kind, "\(folder)/converted.tac", port)
      #expect(spoken.succeeded, "\(spoken)")
    }
  }
}
