import Foundation
import TestSupport

/// The two tools, and what reads their packages back.
enum Format: String, CaseIterable, Sendable, CustomStringConvertible {
  case deb, rpm

  var tool: String { self == .deb ? Places.tap2deb : Places.tap2rpm }
  /// Whether a file is a binary package, of whatever architecture.
  func isPackage(_ name: String) -> Bool {
    self == .deb ? name.hasSuffix(".deb") : name.hasSuffix(".rpm") && !name.hasSuffix(".src.rpm")
  }
  var description: String { self == .deb ? "tap2deb" : "tap2rpm" }
}

/// A folder with an application file, in which a tool is run on hostile input.
struct HostileBench {
  let folder: String

  static let application = """
    from twisted.application import service, internet
    from twisted.web import server, static
    application = service.Application("web")
    internet.TCPServer(8080, server.Site(static.File("/srv"))).setServiceParent(application)

    """

  static func with<Result>(_ body: (HostileBench) throws -> Result) throws -> Result {
    try withTemporaryFolder { path in
      let bench = HostileBench(folder: path)
      for name in ["work", "tmp", "bin"] {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
      }
      try bench.place("web.tac", Array(application.utf8))
      try run(
        "sh", "-c",
        "printf '#!/bin/sh\\necho ran >>%s\\n' \"$0/canary\" >\"$0/bin/hostile-canary\"; chmod +x \"$0/bin/hostile-canary\"",
        path
      )
      .successful()
      return try body(bench)
    }
  }

  var work: String { "\(folder)/work" }

  /// Writes a file into the working directory.
  func place(_ name: String, _ bytes: [UInt8]) throws {
    let path = "\(work)/\(name)"
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(work)/\(name)", withDestinationPath: target)
  }

  /// Runs a tool with words of shell, which can hold any bytes: `-e "$(cat payload)"`.
  func call(_ format: Format, _ words: String, before: String = "", under tracer: [String] = []) throws -> ProgramResult
  {
    let script = "\(before)\nexec \(tracer.joined(separator: " ")) \"$0\" -o out --sysv \(words)"
    var program = Program("sh", ["-c", script, format.tool])
    program.environment = environment
    program.folder = work
    return try program.run()
  }

  var environment: [String: String?] {
    [
      "PATH": "\(folder)/bin:/usr/sbin:/usr/bin:/sbin:/bin", "TMPDIR": "\(folder)/tmp",
      "SOURCE_DATE_EPOCH": "1795248226", "NO_COLOR": "1",
      "DEBEMAIL": "ada@example.org", "DEBFULLNAME": "Ada Example", "EMAIL": nil,
    ]
  }

  /// Whether anything of the input has run.
  var hasRun: Bool { FileManager.default.fileExists(atPath: "\(folder)/canary") }

  /// What a run left in `TMPDIR`.
  var leftovers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/tmp")) ?? [] }

  /// The binary package that was made; `nil` when there is none.
  func package(_ format: Format) -> String? {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(work)/out")) ?? []).first(where: format.isPackage)
      .map { "\(work)/out/\($0)" }
  }
}

/// A package, read back by the formats' own tools.
struct PackageReader {
  let format: Format
  let path: String

  func field(_ deb: String, _ rpm: String) throws -> String {
    switch format {
    case .deb:
      String(decoding: try run("dpkg-deb", "--field", path, deb).successful().standardOutput.dropLast(), as: UTF8.self)
    case .rpm: try run("rpm", "-qp", "--queryformat", rpm, path).successful().output
    }
  }

  /// The long description, without the folding of a control field (Debian Policy 5.6.13).
  func longDescription() throws -> String {
    let text = try field("Description", "%{DESCRIPTION}")
    guard format == .deb else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .map { $0 == " ." ? "" : String($0.dropFirst()) }.joined(separator: "\n")
  }

  /// The installed files, one a line.
  func listing() throws -> [String] {
    let said =
      switch format {
      case .deb:
        try run(
          "sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" | tar -tf - --quoting-style=literal --show-transformed-names",
          path
        ).successful().output
      case .rpm: try run("rpm", "-qp", "--queryformat", "[%{FILENAMES}\n]", path).successful().output
      }
    return said.split(separator: "\n").map { $0.hasPrefix("./") ? String($0.dropFirst()) : String($0) }
  }

  func text(_ file: String) throws -> String {
    let unpack =
      format == .deb
      ? "dpkg-deb --fsys-tarfile \"$0\" | tar -xOf - \".$1\"" : "rpm2cpio \"$0\" | cpio --quiet -i --to-stdout \".$1\""
    return try run("sh", "-c", unpack + (file.hasSuffix(".gz") ? " | gzip -dc" : ""), path, file).successful().output
  }

  func linkTargets() throws -> [String] {
    let said =
      switch format {
      case .deb:
        try run("sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" | tar -tvf - --quoting-style=literal", path).successful()
          .output
      case .rpm: try run("rpm", "-qp", "--queryformat", "[%{FILELINKTOS}\n]", path).successful().output
      }
    return said.split(separator: "\n").map(String.init)
  }

  /// What a reader of HTML sees on the page of `--report`. The page has to be whole, and may run and load nothing.
  func reportPage() throws -> String {
    let script = """
      import html.parser, sys
      known = "html head meta title style body section h1 h2 h3 p div table thead tbody tr th td pre code details summary footer strong svg g rect path text".split()
      class Reader(html.parser.HTMLParser):
          open, text = [], []
          def handle_starttag(self, tag, attributes):
              assert tag in known, tag
              for name, value in attributes:
                  assert not name.startswith("on") and name not in ("src", "href"), name
              if tag not in ("meta", "rect", "path"): self.open.append(tag)
          def handle_startendtag(self, tag, attributes):
              self.handle_starttag(tag, attributes)
              if self.open and self.open[-1] == tag: self.open.pop()
          def handle_endtag(self, tag):
              assert self.open.pop() == tag, tag
          def handle_data(self, data): self.text.append(data)
          def handle_comment(self, data): raise AssertionError(data)
          def handle_pi(self, data): raise AssertionError(data)
          def unknown_decl(self, data): raise AssertionError(data)
      reader = Reader()
      reader.feed(open(sys.argv[1], encoding="utf-8").read())
      reader.close()
      assert not reader.open, reader.open
      print("".join(reader.text))
      """
    let work = URL(filePath: path).deletingLastPathComponent().deletingLastPathComponent().path
    return try run("/usr/bin/python3", "-c", script, "\(work)/report.html").successful().output
  }

  func summary() throws -> String { try String(field("Description", "%{SUMMARY}").prefix { $0 != "\n" }) }

  func unit() throws -> String { try text("/usr/lib/systemd/system/twisted-web.service") }

  func environmentFile() throws -> String {
    try text(format == .deb ? "/etc/default/twisted-web" : "/etc/sysconfig/twisted-web")
  }

  /// The words that the init script gives to a plugin.
  func pluginArguments() throws -> [String] {
    var program = Program("sh", ["-c", ". /dev/stdin; set -f; eval \"set -- $PLUGIN_OPTIONS\"; printf '%s\\n' \"$@\""])
    program.input = Data(try environmentFile().utf8)
    return try program.run().successful().output.split(separator: "\n").map(String.init)
  }

  /// All that other programs act on: fields, relations, scripts, the unit; comments are for people.
  func directives() throws -> String {
    let fields =
      switch format {
      case .deb: try run("dpkg-deb", "--field", path).successful().output
      case .rpm:
        try run("rpm", "-qp", "--qf", "[%{REQUIRES}\n][%{PROVIDES}\n][%{RECOMMENDS}\n]%{DESCRIPTION}\n", path)
          .successful().output
      }
    let files = try text("/usr/lib/systemd/system/twisted-web.service") + text("/etc/init.d/twisted-web")
    let lines = files.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return try fields + scripts() + lines.joined(separator: "\n")
  }

  /// The scripts that run as root, in one text.
  func scripts() throws -> String {
    switch format {
    case .deb:
      try run("sh", "-c", "for s in preinst postinst prerm postrm; do dpkg-deb -I \"$0\" $s; done", path).successful()
        .output
    case .rpm: try run("rpm", "-qp", "--scripts", path).successful().output
    }
  }

  func changelog() throws -> String {
    switch format {
    case .deb: try text("/usr/share/doc/twisted-web/changelog.gz")
    case .rpm: try field("", "[%{CHANGELOGNAME}\n%{CHANGELOGTEXT}\n]")
    }
  }
}
