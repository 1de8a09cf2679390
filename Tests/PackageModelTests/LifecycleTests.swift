import Diagnostics
import PackageModel
import Testing
import Text

/// Levels of hardening, by their names.
@Suite struct HardeningTests {
  @Test(arguments: Hardening.allCases)
  func isNamed(level: Hardening) throws {
    #expect(try Hardening(option: level.rawValue) == level)
  }

  @Test(arguments: ["", "max", "Strict", "strict ", "0"])
  func refuses(text: String) {
    let error = #expect(throws: Failure.self) { try Hardening(option: text) }
    #expect(error?.kind == .usage && error?.diagnostics.first?.remedy != nil)
  }
}

/// What systemd can listen on (systemd.socket(5)).
@Suite struct SocketAddressTests {
  @Test(arguments: [
    "1", "8080", "65535", "127.0.0.1:80", "0.0.0.0:8080", "[::1]:80", "[2001:db8::7]:443", "[::ffff:192.0.2.1]:80",
    "/run/x/y.socket",
  ])
  func takes(text: String) throws {
    #expect(try SocketAddress(text).description == text)
  }

  @Test(arguments: [
    "", "0", "65536", "080", "-1", "+80", "foo", "foo:80", "localhost:80", ":80", "1.2.3:80", "999.1.1.1:80", "....:80",
    "[:::]:80", "[::1]", "::1:80", "[127.0.0.1]:80", "127.0.0.1:0", "127.0.0.1:", "run/x", "@abstract", "/run/x\n80",
    "8080\nExecStartPre=/bin/rm", "٨٠", "[::1%eth0]:80", "99999999999999999999", "1.2.3.4\u{0}:80",
  ])
  func refuses(text: String) {
    let error = #expect(throws: Failure.self) { try SocketAddress(text) }
    #expect(error?.kind == .usage)
    #expect(error?.diagnostics.first?.message.hasPrefix("--socket takes") == true)
    #expect(error?.diagnostics.first?.remedy == "try --socket 8080")
  }
}

/// Shell that the packager adds.
@Suite struct ScriptFragmentTests {
  private func fragment(_ text: String) throws(Failure) -> ScriptFragment {
    try ScriptFragment(TextFile(Array(text.utf8), name: "more.sh"))
  }

  @Test(arguments: [
    ("echo a\n", "echo a"), ("#!/bin/sh\necho a\n\n\n", "echo a"), ("#! /bin/sh -e\necho a", "echo a"),
    ("\u{FEFF}#!/bin/sh\r\necho a\r\necho b\r\n", "echo a\necho b"), ("#!/bin/sh\recho a\r", "echo a"),
    ("#!/usr/bin/dash\n# why\necho a\n", "# why\necho a"), ("echo 100%\n", "echo 100%"), ("\n\techo a", "\n\techo a"),
    // A subshell without a command is a syntax error.
    ("", ""), ("#!/bin/sh\n", ""), ("# nothing\n\n\t # at all\n", ""),
  ])
  func takes(text: String, wanted: String) throws {
    #expect(try fragment(text).text == wanted)
  }

  @Test(arguments: ["#!/usr/bin/env python3", "#!/usr/bin/python3", "#!/bin/bash", "#! /usr/bin/perl -w", "#!", "#!sh"])
  func refusesOtherLanguages(line: String) {
    let error = #expect(throws: Failure.self) { try fragment("\(line)\nx\n") }
    #expect(error?.kind == .usage)
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "more.sh", line: 1))
    #expect(error?.diagnostics.first?.remedy == "write it in POSIX shell")
  }

  @Test func refusesWhatIsNoText() {
    for bytes: [UInt8] in [[0xFF], [0x65, 0x00]] {
      #expect(throws: Failure.self) { try ScriptFragment(TextFile(bytes, name: "more.sh")) }
    }
  }

  /// What an editor does not show as it is read (a "Trojan source").
  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{2028}", "\u{FEFF}", "\u{1B}", "\u{0C}"])
  func refusesWhatLooksLikeSomethingElse(character: String) throws {
    let error = #expect(throws: Failure.self) { try fragment("#!/bin/sh\necho a\necho \(character)b\n") }
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "more.sh", line: 3))
    #expect(error?.diagnostics.first?.message.contains("U+") == true)
  }
}
