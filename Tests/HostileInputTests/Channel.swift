/// A way by which text gets into a package: what is written, how the tool is called, and where the text is read back.
struct Channel: Sendable, CustomStringConvertible {
  /// As docs/security.md calls it.
  let name: String
  /// The row of the table of programs (docs/security.md) that has what may run.
  var programs = "an application file"
  /// Whether one package can carry all texts at once, which saves time.
  var takesMany = false
  /// Makes the input from the texts; `payload` holds the first, and shell words can take it from there.
  var prepare: @Sendable (_ bench: HostileBench, _ payloads: [Payload]) throws -> Void = { _, _ in }
  var words = "-t web.tac"
  /// Shell that runs before the tool.
  var before = ""
  /// Where the texts are in the package; `nil` where they only name something that is looked for, and land nowhere.
  var read: (@Sendable (PackageReader) throws -> String)?
  /// How often each stands there.
  var count = 1
  /// What of a text a package keeps, where that is not all.
  var kept: @Sendable (String) -> String = { $0 }

  var description: String { name }

  /// Whether the system itself keeps a text from coming this way: words end at a NUL and have a limit, and names hold no
  /// slash.
  func cannotHold(_ payload: Payload) -> Bool {
    if name == "names of files" {
      return payload.bytes.contains { $0 == 0 || $0 == UInt8(ascii: "/") } || payload.bytes.count > 255
        || String(validating: payload.bytes, as: UTF8.self) == nil
    }
    // git takes no NUL, and what is not UTF-8 for Latin-1.
    if name == "changelog, git" {
      return payload.bytes.contains(0) || String(validating: payload.bytes, as: UTF8.self) == nil
    }
    let isWord = words.contains("$(cat") || before.contains("$(cat")
    return isWord && (payload.bytes.contains(0) || payload.bytes.count > 100_000)
  }

  static let all: [Channel] = [
    Channel(
      name: "options of one line", words: #"-t web.tac -e "$(cat payload)" --copyright "$(cat payload)""#,
      read: { package in
        try package.summary() + "\n" + package.text("/usr/share/doc/twisted-web/copyright")
      }, count: 2),
    Channel(
      name: "directives of the unit", words: #"-t web.tac --unit "SyslogIdentifier=$(cat payload)""#,
      read: { try $0.unit() }),
    Channel(
      name: "options of several lines", takesMany: true,
      prepare: { bench, payloads in try bench.place("payload", Array(payloads.map(\.bytes).joined(separator: [10]))) },
      words: #"-t web.tac -l "$(cat payload)""#, read: { try $0.longDescription() }),
    Channel(
      name: "report page", words: #"-t web.tac -e "$(cat payload)" --report report.html"#, read: { try $0.reportPage() }
    ),
    Channel(
      name: "arguments of a plugin", words: #"--plugin web -p web -- --path "$(cat payload)""#,
      read: { try $0.pluginArguments().joined(separator: "\n") }),
    Channel(
      name: "environment", words: "-t web.tac --config settings.json",
      before:
        #"VALUE=$(cat payload); DEBFULLNAME=$VALUE; DEBEMAIL=ada@example.org; export VALUE DEBFULLNAME DEBEMAIL; set --"#,
      read: { try $0.field("Maintainer", "%{PACKAGER}") + "\n" + $0.longDescription() }, count: 2),
    Channel(
      name: "configuration", takesMany: true,
      prepare: { bench, payloads in
        let text = json(Array(payloads.map(\.bytes).joined(separator: [10])))
        try bench.place("settings.json", Array("{ \"long_description\": ".utf8) + text + Array(" }".utf8))
      },
      words: "-t web.tac --config settings.json", read: { try $0.longDescription() }),
    Channel(
      name: "names of files", programs: "`--include`", takesMany: true,
      prepare: { bench, payloads in
        for (index, payload) in payloads.enumerated() {
          try bench.place("inc/" + payload.text, Array("x".utf8))
          try bench.link("inc/link\(index)", to: payload.text)
        }
      },
      words: "-t web.tac --include inc:/usr/share/stuff",
      read: { try ($0.listing() + $0.linkTargets()).joined(separator: "\n") }, count: 2),
    Channel(
      name: "project metadata", programs: "`--project`",
      prepare: { bench, payloads in
        try bench.place(
          "pyproject.toml",
          Array("[project]\nname = \"web\"\nversion = \"1\"\ndescription = ".utf8) + toml(payloads[0].bytes) + [10])
      },
      words: "--project .", read: { try $0.summary() }),
    Channel(
      name: "changelog, Markdown", programs: "`--changelog FILE`", takesMany: true,
      prepare: { bench, payloads in
        let changes = payloads.map { Array("- ".utf8) + $0.bytes + [10] }
        try bench.place("C", Array("## 1.0 - 2023-11-01\n\n".utf8) + changes.joined())
      },
      words: "-t web.tac --changelog C", read: { try $0.changelog() }),
    Channel(
      name: "changelog, Debian", programs: "`--changelog FILE`", takesMany: true,
      prepare: { bench, payloads in
        let changes = payloads.map { Array("  * ".utf8) + $0.bytes + [10] }
        try bench.place(
          "C",
          Array("x (1.0) unstable; urgency=low\n\n".utf8) + changes.joined()
            + Array("\n -- A <a@b.c>  Wed, 01 Nov 2023 00:00:00 +0000\n".utf8))
      },
      words: "-t web.tac --changelog C", read: { try $0.changelog() }),
    Channel(
      name: "changelog, git", programs: "`--set-version git`, `--changelog git`", takesMany: true,
      prepare: { bench, payloads in
        for (index, payload) in payloads.enumerated() { try bench.place("subject\(index)", payload.bytes) }
      },
      words: "-t web.tac --changelog git --set-version 1.0",
      before: """
        export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
        git init -q . && git add web.tac || exit
        for file in subject*; do git commit -q --allow-empty --cleanup=verbatim -F $file 2>/dev/null; done; git tag v1.0
        """,
      read: { try $0.changelog() }, kept: subject),
    Channel(name: "requirements", programs: "`--requirements`", words: "-t web.tac --requirements payload"),
    Channel(
      name: "application file",
      prepare: { bench, payloads in
        let text = String(decoding: python(payloads[0].bytes), as: UTF8.self)
        let calls = [
          "import configparser, os", "from importlib import import_module", "open(b\"/srv/\(text)/log\", \"w\")",
          "open(b\"\(text)\")",
          "import_module(\"\(text)\")",
          "os.environ.get(\"LEVEL\", \"\(text)\")", "open(b\"/proc/\(text)\")", "open(b\"/dev/\(text)\")",
          "settings = configparser.ConfigParser()", "settings.read(\"app.ini\")",
          "open(settings.get(\"web\", \"root\"), \"w\")",
          "os.environ[\"\(text)\"]",
        ]
        try bench.place("app.ini", Array("[web]\nroot = ".utf8) + payloads[0].bytes + [10])
        try bench.place("web.tac", Array((HostileBench.application + calls.map { $0 + "\n" }.joined()).utf8))
      }),
    Channel(
      name: "templates", words: "-t web.tac --templates templates",
      before: "mkdir -p templates/systemd && cp payload templates/systemd/environment",
      read: { try $0.environmentFile() }),
    Channel(
      name: "wheels", programs: "`--bundle` of an environment", takesMany: true,
      prepare: { bench, payloads in
        for (index, payload) in payloads.enumerated() {
          let metadata =
            Array("Metadata-Version: 2.1\nName: ".utf8) + payload.bytes + Array("\nVersion: ".utf8) + payload.bytes
          let folder = "extra/evil\(index)-1.0.dist-info"
          try bench.place("\(folder)/METADATA", metadata + Array("\nRequires-Dist: ".utf8) + payload.bytes + [10])
          try bench.place("\(folder)/entry_points.txt", Array("[console_scripts]\n".utf8) + payload.bytes + [10])
          try bench.place("\(folder)/direct_url.json", payload.bytes)
        }
      },
      words: "-t web.tac --bundle venv --twistd /usr/bin/twistd", before: environment),
    Channel(
      name: "ELF files", programs: "the same with compiled modules",
      words: "-t web.tac --bundle venv --twistd /usr/bin/twistd",
      before: environment + """

        echo 'int f(void) { return 1; }' >a.c; echo 'int f(void); int g(void) { return f(); }' >b.c
        cc -shared -fPIC -o lib.so a.c -Xlinker -soname -Xlinker "libx.so$(cat payload)" || exit 99
        cc -shared -fPIC -o venv/lib/python3.11/site-packages/b.so b.c ./lib.so || exit 99
        """),
  ]

  /// An environment with the distributions of `extra` in it.
  private static let environment = """
    mkdir -p extra venv/bin venv/lib/python3.11/site-packages; ln -s /usr/bin/python3 venv/bin/python3
    printf 'home = /usr/bin\nversion = 3.11.2\n' >venv/pyvenv.cfg; echo 'x = 1' >extra/x.py
    cp -r extra/. venv/lib/python3.11/site-packages/
    """

  /// The first line of a commit's message, blanks in place of what is not to be seen.
  private static let subject: @Sendable (String) -> String = { text in
    let line = text.prefix { $0 != "\n" }.unicodeScalars.prefix(1000)
    return String(
      String.UnicodeScalarView(
        line.map {
          $0.value < 0x20 || $0.properties.generalCategory == .format || $0.value == 0x85 || $0.value == 0x2028
            || $0.value == 0x2029 ? " " : $0
        }))
  }
}

/// A basic string of TOML, with bytes that are no text as they are.
private func toml(_ bytes: [UInt8]) -> [UInt8] { json(bytes, doublesDollars: false) }

/// A string of JSON, with bytes that are no text as they are; `${` stands for itself.
private func json(_ bytes: [UInt8], doublesDollars: Bool = true) -> [UInt8] {
  var result = Array("\"".utf8)
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0x22, 0x5C: result += [0x5C, byte]
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      result += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    case UInt8(ascii: "$") where doublesDollars && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{"):
      result += [byte, byte]
    default: result.append(byte)
    }
  }
  return result + Array("\"".utf8)
}

/// The inside of a bytes literal of Python's.
private func python(_ bytes: [UInt8]) -> [UInt8] {
  bytes.flatMap { byte in
    let digits = String(byte, radix: 16)
    return Array(("\\x" + String(repeating: "0", count: 2 - digits.count) + digits).utf8)
  }
}
