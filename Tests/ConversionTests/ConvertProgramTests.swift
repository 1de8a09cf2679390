import Foundation
import TestSupport
import Testing

/// The program `tapconvert`, as people call it.
@Suite struct ConvertProgramTests {
  private static let samples = RoundTripTests.samples
  private static let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"

  private func convert(_ arguments: String..., in folder: String) throws -> ProgramResult {
    var program = Program(Places.tapconvert, arguments)
    program.folder = folder
    return try program.run()
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  /// Every option of the original, in both its forms.
  @Test func takesTheOptionsOfTheOriginal() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        atPath: "\(Self.samples)/twisted8-py27-mktap-web.tax", toPath: "\(folder)/web.tax")
      #expect(
        try convert("--in", "web.tax", "--out", "a.tap", "--typein", "xml", "--typeout", "pickle", in: folder).output
          == "a.tap\n")
      #expect(try convert("-i", "a.tap", "-f", "pickle", "-t", "source", "-o", "b", in: folder).output == "b\n")
      #expect(try convert("-ib", "-fsource", "-txml", "-oc.tax", in: folder).output == "c.tax\n")
      #expect(try convert("-i", "c.tax", "-f", "guess", "-t", "tac", in: folder).output == "c.tac\n")
      // Without a type the original writes source.
      #expect(try convert("c.tax", in: folder).output == "c.tas\n")
      #expect(try convert("c.tax", "-o", "d.tap", in: folder).succeeded)
      for format in ["pickle", "source", "xml", "tac"] {
        #expect(try convert("-i", "d.tap", "-t", format, "-o", "again", in: folder).succeeded)
      }
      #expect(
        FileManager.default.contents(atPath: "\(folder)/a.tap")
          == FileManager.default.contents(atPath: "\(folder)/d.tap"))
    }
  }

  @Test(arguments: [
    (["--encrypt", "-i", "x.tap"], 2, "--passphrase-file"), (["-i", "x.tap", "-d"], 2, "--passphrase-file"),
    (["-i", "x.tap", "-t", "jelly"], 2, "pickle, xml, source"), ([], 2, "no application file"),
    (["-i", "x.tap", "y.tap"], 2, "belongs to no option"), (["-i", "missing.tap"], 3, "missing.tap"),
    (["-i", "x.tap", "-o", "web.tac/x.tas"], 1, "web.tac"), (["-i", "x.tap", "-f", "xml"], 3, "pickle"),
    (["-i", "x.tap", "-t", "pickle"], 2, "--out"), (["-i", "web.tac"], 3, "Python source"),
    (["-i", "twisted8-py27-web-2.tas", "-o", "y.tap"], 3, "empty"),
    (["-i", "twisted22-py311-nested.tas", "-o", "y.tap"], 3, "does not hold"),
    (["-i", "twisted8-py27-mktap-web.etap", "-o", "y.tap"], 3, "--passphrase-file"),
  ]) func refuses(arguments: [String], status: Int32, words: String) throws {
    try withTemporaryFolder { folder in
      for file in RoundTripTests.broken + ["twisted8-py27-mktap-web.etap"] {
        try FileManager.default.copyItem(atPath: "\(Self.samples)/\(file)", toPath: "\(folder)/\(file)")
      }
      try FileManager.default.copyItem(atPath: "\(Self.samples)/twisted8-py27-mktap-web.tap", toPath: "\(folder)/x.tap")
      try FileManager.default.copyItem(atPath: Places.example, toPath: "\(folder)/web.tac")
      try Data("former".utf8).write(to: URL(filePath: "\(folder)/y.tap"))
      var program = Program(Places.tapconvert, arguments)
      program.folder = folder
      let result = try program.run()
      #expect(result.status == status, "\(result)")
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.output.isEmpty)
      // What is there stays there.
      #expect(FileManager.default.contents(atPath: "\(folder)/y.tap") == Data("former".utf8))
    }
  }

  @Test func decryptsAndKeepsPasswordsToTheOwner() throws {
    try withTemporaryFolder { folder in
      try Data("sekrit".utf8).write(to: URL(filePath: "\(folder)/phrase"))
      let encrypted = "\(Self.samples)/twisted8-py27-mktap-web.etap"
      let decrypted = try convert("-d", "-i", encrypted, "--passphrase-file", "phrase", "-o", "web.tap", in: folder)
      #expect(decrypted.succeeded, "\(decrypted)")
      let telnet = "\(Self.samples)/twisted8-py27-mktap-telnet.tap"
      #expect(try convert("-i", telnet, "-o", "shell.tac", in: folder).output == "shell.passwd\nshell.tac\n")
      #expect(try mode("\(folder)/shell.passwd") == 0o600)
      #expect(try !String(contentsOfFile: "\(folder)/shell.tac", encoding: .utf8).contains("woohoo"))
    }
  }

  /// Who could not read the input cannot read the result.
  @Test func resultIsNoMoreReadableThanTheInput() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        atPath: "\(Self.samples)/twisted8-py27-mktap-telnet.tap", toPath: "\(folder)/x.tap")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/x.tap")
      #expect(try convert("x.tap", "-t", "xml", in: folder).succeeded)
      #expect(try mode("\(folder)/x.tax") & 0o007 == 0)
    }
  }

  @Test func tellsOfItself() throws {
    let help = try run(Places.tapconvert, "--help")
    #expect(help.output.contains("--typeout=TYPE") && help.output.contains("-d, --decrypt"))
    #expect(try run(Places.tapconvert, "--print-manual").output.hasPrefix(".TH"))
    for shell in ["bash", "zsh", "fish"] {
      #expect(try run(Places.tapconvert, "--print-completions", shell).output.contains("typeout"))
    }
  }

  // MARK: Under twistd

  @Test func aConvertedSiteServes() throws { try speaks("web", "twisted8-py27-live-web.tap", port: "18742") }

  @Test(
    .enabled(if: isFull),
    arguments: [
      ("web", "twisted8-py27-mktap-web.tax", "8080"), ("web", "twisted8-py27-mktap-web.tas", "8080"),
      ("ftp", "twisted8-py27-mktap-ftp.tap", "2121"), ("ftp", "twisted8-py27-mktap-ftp.tax", "2121"),
      ("ftp", "twisted22-py310-ftp.tas", "2121"), ("dns", "twisted8-py27-mktap-dns.tap", "53"),
      ("dns", "twisted8-py27-mktap-dns.tax", "53"), ("telnet", "twisted8-py27-mktap-telnet.tas", "4040"),
    ]) func aConvertedServiceAnswers(kind: String, sample: String, port: String) throws
  {
    try speaks(kind, sample, port: port)
  }

  @Test(.enabled(if: isFull)) func aConvertedPortForwards() throws {
    try withTemporaryFolder { folder in
      let source = """
        app=Instance('twisted.python.components.Componentized', _adapterCache={
          'twisted.application.service.IServiceCollection': Ref(1, Instance('twisted.application.service.MultiService',
            name='portforward', namedServices={}, parent=None, services=[
              Instance('twisted.application.internet.TCPServer', args=(8118,
                Instance('twisted.protocols.portforward.ProxyFactory', host='127.0.0.1', port=9999)), kwargs={}, parent=Deref(1)),
            ]))})
        """
      try Data(source.utf8).write(to: URL(filePath: "\(folder)/p.tas"))
      try speaks("portforward", "\(folder)/p.tas", port: "8118")
    }
  }

  private func speaks(_ kind: String, _ sample: String, port: String) throws {
    try withTemporaryFolder { folder in
      let path = sample.hasPrefix("/") ? sample : "\(Self.samples)/\(sample)"
      let result = try convert("-i", path, "-t", "tac", "-o", "converted.tac", in: folder)
      #expect(result.succeeded, "\(result)")
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/speak.py"
      let spoken = try run("/usr/bin/python3", script, kind, "\(folder)/converted.tac", port)
      #expect(spoken.succeeded, "\(spoken)")
    }
  }
}
