import Diagnostics
import Foundation
import PackageModel
import TestSupport
import Testing
import Text

@testable import Collecting

/// What of a folder goes into a package, and what is refused.
@Suite struct FolderScanTests {
  /// Each is made by shell in the folder that is scanned; beside it lies the folder `outside` with a file.
  @Test(arguments: [
    ("ln -s ../outside/f l", "out of"), ("ln -s ../outside l", "out of"),
    ("ln -s b a; ln -s a b", "loop"), ("ln -s nothing l", "link to nothing"),
    ("mkdir d; ln -s ../d/../.. d/l", "out of"),
    ("touch x.pyc; ln -s x.pyc l", "stays out"), ("mkfifo p", "FIFO"), ("touch s; chmod u+s s", "set-user"),
    ("touch \"$(printf 'a\\nb')\"", "U+000A"), ("touch \"$(printf 'a\\033b')\"", "U+001B"),
    ("touch \"$(printf 'a\\342\\200\\256b')\"", "U+202E"),
    ("touch \"$(printf 'a\\377b')\"", "not UTF-8"),
    ("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"s\")'", "socket"),
    ("i=0; while [ $i -lt 70 ]; do mkdir d; cd d; i=$((i+1)); done", "nested"),
  ])
  func refuses(script: String, reason: String) throws {
    try Self.inFolder(script) { folder in
      let failure = #expect(throws: Failure.self) { try Self.scan(folder) }
      #expect(failure?.kind == .application)
      #expect(failure?.diagnostics.first?.message.contains(reason) == true, "\(String(describing: failure))")
      #expect(failure?.diagnostics.first?.remedy?.contains("--exclude") == true)
    }
  }

  @Test func keepsLinksThatStayWithin() throws {
    try Self.inFolder("mkdir -p a/b; echo x >a/f; ln -s ../f a/b/l; ln -s a/b d; ln -s . e") { folder in
      let files = try Self.scan(folder)
      #expect(files.first { $0.path == "/usr/share/x/a/b/l" }?.content == .link(target: "../f"))
      #expect(files.first { $0.path == "/usr/share/x/d" }?.content == .link(target: "a/b"))
    }
  }

  @Test func leavesOutWhatIsNotThePackages() throws {
    try Self.inFolder(
      "mkdir -p .git venv/bin __pycache__ keep; touch .git/x venv/pyvenv.cfg venv/bin/python a.pyc b~ .a.swp keep/me "
        + "__pycache__/a.pyc"
    ) { folder in
      let paths = try Self.scan(folder).map(\.path)
      #expect(paths == ["/usr/share/x", "/usr/share/x/keep", "/usr/share/x/keep/me"])
    }
  }

  @Test func reducesModes() throws {
    try Self.inFolder("touch a b c; chmod 600 a; chmod 4700 b; chmod u-s b; chmod 777 c") { folder in
      let files = try Self.scan(folder).filter { $0.content != .folder }
      #expect(files.map(\.isExecutable) == [false, true, true])
      #expect(files.map(\.isPrivate) == [true, true, false] && files.map(\.mode) == [0o640, 0o750, 0o755])
    }
  }

  /// What others could not enter or read stays so.
  @Test func keepsWhatWasWithheld() throws {
    try Self.inFolder("mkdir -m 700 a; mkdir -m 750 b; mkdir -m 711 c; touch d e; chmod 640 d; chmod 604 e") { folder in
      let modes = Dictionary(uniqueKeysWithValues: try Self.scan(folder).map { ($0.path.lastPathComponent, $0.mode) })
      #expect(modes == ["x": 0o755, "a": 0o750, "b": 0o750, "c": 0o755, "d": 0o640, "e": 0o644])
    }
  }

  @Test(arguments: [
    ("mkdir .ssh", ".ssh"), ("touch .netrc", ".netrc"), ("touch .env .git-credentials", ".env"),
    ("touch .env.local", ".env"),
    ("mkdir d; openssl genrsa -out d/data.bin 1024 2>/dev/null", "private key"),
    (
      "ssh-keygen -q -t ed25519 -N '' -f k || { echo '-----BEGIN OPENSSH PRIVATE KEY-----'; echo x; } >k", "private key"
    ),
    (
      "{ echo '-----BEGIN CERTIFICATE-----'; seq 9000; echo '-----BEGIN EC PRIVATE KEY-----'; } >both.pem",
      "private key"
    ),
    ("printf 'PuTTY-User-Key-File-3: x\\n' >k", "private key"),
    ("echo '-----BEGIN PGP PRIVATE KEY BLOCK-----' >k", "private key"),
  ])
  func tellsOfSecrets(script: String, word: String) throws {
    try Self.inFolder(script) { folder in
      var scan = FolderScan(rules: try IgnoreRules())
      _ = try scan.scan(folder, to: "/usr/share/x")
      #expect(scan.notes.contains { $0.severity == .warning && $0.message.contains(word) }, "\(scan.notes)")
    }
  }

  @Test(arguments: [
    "echo 'x -----BEGIN PRIVATE KEY----- ' >k", "echo '-----BEGIN PUBLIC KEY-----' >k", "touch env k.pem",
  ])
  func isSilentOnOthers(script: String) throws {
    try Self.inFolder(script) { folder in
      var scan = FolderScan(rules: try IgnoreRules())
      _ = try scan.scan(folder, to: "/usr/share/x")
      #expect(scan.notes.isEmpty)
    }
  }

  /// A name that is not UTF-8 goes into no package; a pattern that matches it is asked first.
  @Test(arguments: ["caf*", "*", "!x"])
  func asksForExclusionFirst(pattern: String) throws {
    try Self.inFolder("touch ok \"$(printf 'caf\\351')\"") { folder in
      var scan = FolderScan(rules: try IgnoreRules(patterns: [pattern]))
      if pattern == "!x" {
        #expect(throws: Failure.self) { try scan.scan(folder, to: "/usr/share/x") }
      } else {
        let paths = try scan.scan(folder, to: "/usr/share/x").map(\.path)
        #expect(paths == ["/usr/share/x"] + (pattern == "*" ? [] : ["/usr/share/x/ok"]))
      }
    }
  }

  @Test(arguments: [
    ("user.purpose", "x", Diagnostic.Severity.note), ("user.xdg.origin.url", "x", nil),
    ("security.capability", "\\x00\\x00\\x00\\x02" + String(repeating: "\\x00", count: 16), .warning),
  ])
  func tellsOfLostAttributes(name: String, value: String, severity: Diagnostic.Severity?) throws {
    let script = "touch f; python3 -c 'import os; os.setxattr(\"f\", \"\(name)\", b\"\(value)\")'"
    try Self.inFolder(script) { folder in
      var scan = FolderScan(rules: try IgnoreRules())
      _ = try scan.scan(folder, to: "/usr/share/x")
      #expect(scan.notes.map(\.severity) == [severity].compactMap(\.self))
    }
  }

  @Test(arguments: [
    ("/etc/ssl/certs:certs", "/usr/share/x/certs", "/etc/ssl/certs"),
    ("/usr/share/fonts:/usr/share/x/a/fonts", "/usr/share/x/a/fonts", "../../fonts"),
    ("/etc/./x//a:/etc/x.d/b", "/etc/x.d/b", "../x/a"), ("/srv/a:b:/opt/x/c", "/opt/x/c", "/srv/a:b"),
  ])
  func links(text: String, path: String, target: String) throws {
    let file = try LinkRequest(text, home: "/usr/share/x").file
    #expect(file.path == path)
    #expect(file.content == .link(target: target))
  }

  @Test(arguments: [
    "/etc/x", "etc/x:y", "/etc/../x:y", "/:y", "/etc/x:", "/etc/x:y/", "/a:/run/x", "/a\u{1}b:y", "/a:../y",
  ])
  func refusesLinks(text: String) throws {
    let failure = #expect(throws: Failure.self) { try LinkRequest(text, home: "/usr/share/x") }
    #expect(failure?.kind == .usage)
  }

  @Test func isSorted() throws {
    try Self.inFolder("touch -- b a 'Z' 'ä' '-x' '%s' ' ' '*'") { folder in
      let names = try Self.scan(folder).dropFirst().map { Path($0.path).name }
      #expect(names == [" ", "%s", "*", "-x", "Z", "a", "b", "ä"])
    }
  }

  @Test(arguments: [
    ("f", "/usr/share/x/f"), ("f:", "/usr/share/x/f"), ("f:g", "/usr/share/x/g"), ("f:d/", "/usr/share/x/d/f"),
    ("f:/opt/x/", "/opt/x/f"), ("f:/opt/x/g", "/opt/x/g"), ("a:b", "/usr/share/x/a:b"), ("a:b:c", "/usr/share/x/c"),
    (".", "/usr/share/x"), ("d/", "/usr/share/x/d"), ("f:/etc//./x/g", "/etc/x/g"),
  ])
  func includes(text: String, destination: String) throws {
    try Self.inFolder("touch f a:b; mkdir d") { folder in
      let inclusion = try Inclusion("\(folder)/\(text)", home: "/usr/share/x")
      #expect(inclusion.destination == destination)
    }
  }

  @Test(arguments: [
    "nothing", "f:../g", "f:/usr/../etc/x", "f:/usr/local/bin/x", "f:/run/x", "f:/home/x", "f:/bin/x", "f:/", "f:/x",
    "f:/opt/a\u{1}b", "f:/tmp/x",
  ])
  func refusesInclusions(text: String) throws {
    try Self.inFolder("touch f") { folder in
      let failure = #expect(throws: Failure.self) { try Inclusion("\(folder)/\(text)", home: "/usr/share/x") }
      #expect(failure?.kind == .usage)
    }
  }

  static func scan(_ folder: String) throws -> [PackagedFile] {
    var scan = FolderScan(rules: try IgnoreRules())
    return try scan.scan(folder, to: "/usr/share/x")
  }

  static func inFolder(_ script: String, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { scratch in
      try run("sh", "-ec", "mkdir folder outside; touch outside/f; cd folder\n\(script)", in: scratch).successful()
      try body("\(scratch)/folder")
    }
  }
}
