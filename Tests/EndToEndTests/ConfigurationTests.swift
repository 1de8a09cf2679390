import Foundation
import TestSupport
import Testing

/// tap2deb.json, which both tools read.
@Suite struct ConfigurationTests {
  @Test(arguments: PackageFormat.allCases)
  func holdsTheOptions(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "tap2deb.json",
        """
        // JSON5
        {
          tapfile: 'web.tac', "set-version": "${RELEASE:-1.5}", /* a comment */
          "maintainer": "${WHO} <ada@example.org>",
          "description": "costs $${5}",
          "depends": ["libaa (>= 1)", "libbb",],
          "quiet": true,
          "start-priority": 33,
          "deb": { "set-version": "2.0", "depends": "libcc", "quiet": false },
          "rpm": { "rpmfile": "shop", "sysv": true },
        }
        """)
      let result = try bench.call(format, ["--config", "tap2deb.json"], environment: ["WHO": "Ada"])
      #expect(result.succeeded && result.output.contains("Writing") == false, "\(result)")
      let path = try #require(bench.files.first { $0.hasSuffix(format.ending) })
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(path)")
      #expect(try package.version == (format == .deb ? "2.0" : "1.5"))
      #expect(try package.name == (format == .deb ? "twisted-web" : "shop"))
      #expect(try package.maintainer == "Ada <ada@example.org>" && package.summary == "costs ${5}")
      if format == .rpm { #expect(try package.initScript.contains(" 33 ")) }
      let needs = try format == .deb ? package.field("Depends") : run("rpm", "-qp", "--requires", package.path).output
      #expect(needs.contains("libaa") && needs.contains("libbb") && needs.contains("libcc") == (format == .deb))
    }
  }

  @Test func flagsGoBeforeIt() throws {
    try Workbench.with { bench in
      try bench.place(
        "tap2deb.json",
        #"{"set-version": "9", "maintainer": "No One <no@example.org>", "plugin": "web", "depends": "aa"}"#)
      let package = try bench.package(.deb, ["-t", "web.tac", "-V", "2", "--depends", "bb"])
      #expect(try package.version == "2" && package.maintainer == Workbench.maintainer)
      #expect(try package.field("Depends").contains("aa, bb"))
      let none = try bench.package(.deb, ["-t", "web.tac", "--no-config", "-V", "3"])
      #expect(try !none.field("Depends").contains("aa"))
    }
  }

  @Test func isFoundBesideTheApplication() throws {
    try Workbench.with { bench in
      try run("mkdir", "app", in: bench.folder).successful()
      try run("mv", "web.tac", "app/", in: bench.folder).successful()
      try bench.place("tap2deb.json", "not for this one")
      try bench.place("app/tap2deb.json", #"{"set-version": "7", "output": "out", "tapfile": "other.tac"}"#)
      let package = try bench.package(.deb, ["-t", "app/web.tac"])
      #expect(try package.version == "7" && package.path == "\(bench.folder)/app/out/twisted-web_7_all.deb")
      try bench.place("app/named.json", #"{"tapfile": "web.tac", "set-version": "8"}"#)
      let named = try bench.package(.deb, ["--config", "app/named.json"])
      #expect(try named.version == "8" && named.fileName == "twisted-web_8_all.deb")
    }
  }

  @Test func holdsAPluginsArguments() throws {
    try Workbench.with { bench in
      try bench.place("tap2deb.json", #"{"plugin": "web", "arguments": ["--path", "/srv/www"]}"#)
      let package = try bench.package(.deb, [])
      #expect(try package.unit.contains("=--path /srv/www\""))
    }
  }

  /// A file, and what the message about it must have.
  static let mistakes: [(String, [String])] = [
    (#"{"hardning": "none"}"#, ["tap2deb.json:1: ", "'hardning'", "try 'hardening'"]),
    ("{\n\n\"quiet\": \"yes\"}", [":3: 'quiet' is a string", "true or false"]),
    (#"{"set-version": 1.5}"#, ["'set-version' is a number"]), (#"{"depends": [1]}"#, ["'depends' is an array"]),
    (#"{"depends": null}"#, ["'depends' is null"]), (#"{"deb": []}"#, ["'deb' is an array", "object"]),
    ("{\"deb\": {\n\"rpmfile\": \"x\"}}", [":2: 'rpmfile'"]), (#"{"help": true}"#, ["'help'", "command line"]),
    (#"{"config": "x"}"#, ["'config'"]), (#"{"arguments": ["x"]}"#, ["plugin"]),
    ("{\"quiet\": true,\n\"quiet\": true}", [":2: ", "twice"]),
    (#"{"depends": "aa", "requires": "bb"}"#, ["same"]), ("{\n\"hardening\": \"nonsense\"}", [":2: ", "nonsense"]),
    (#"{"description": "${NOT_SET}"}"#, ["NOT_SET", "${NOT_SET:-DEFAULT}"]),
    (#"{"description": "${"}"#, ["no }"]), (#"{"description": "${}"}"#, ["names no variable"]),
    (#"{"description": "${a b}"}"#, ["names no variable"]), (#"{"description": "${1A:-x}"}"#, ["names no variable"]),
    ("", ["not valid JSON5"]), ("{", ["not valid JSON5"]), ("{\"a\":\n}", [":2: ", "not valid JSON5"]),
    ("{\"quiet\": tru}", ["not valid JSON5"]),
    ("[]", ["no object"]), ("{} x", ["not valid JSON5"]), ("{\n/* ", ["not valid JSON5"]),
    ("{\"depends\": \"a\nb\"}", ["not valid JSON5"]),
    ("{\"quiet\":\n\u{0}}", [":2: ", "NUL"]), (#"{"depends": ["\ud800"]}"#, ["'depends'"]),
    (String(repeating: "[", count: 500_000), ["deep"]), (String(repeating: "{\"a\":", count: 100_000), ["deep"]),
    ("{\"depends\": [" + String(repeating: "\"aa\",", count: 50_000) + "]}", ["1000"]),
    (String(repeating: " ", count: 2_000_000), ["2000000 bytes"]),
    ("{" + (0..<20_000).map { "\"k\($0)\": 1," }.joined() + "}", ["no option 'k0'"]),
    ("{\"maintainer\": \"" + String(repeating: "${A:-", count: 50_000) + "\"}", ["no }"]),
  ]

  @Test(arguments: mistakes.indices)
  func tellsMistakes(index: Int) throws {
    let (text, parts) = Self.mistakes[index]
    try Workbench.with { bench in
      try bench.place("tap2deb.json", text)
      let result = try bench.call(
        .deb, ["-t", "web.tac", "-m", Workbench.maintainer, "--trust-config"], timeout: .seconds(20))
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      for part in parts { #expect(result.errors.contains(part), "\(result.errors.prefix(500))") }
      #expect(result.errors.hasPrefix("tap2deb: error: tap2deb.json") && result.errors.contains("; "))
      #expect(bench.files == ["tap2deb.json"] && bench.leftovers.isEmpty)
    }
  }

  @Test(arguments: ["printf '{\"quiet\": tru\\377}'", "printf '\\377\\376{\\0}\\0'", "head -c 5000 /bin/sh"])
  func refusesWhatIsNoText(script: String) throws {
    try Workbench.with { bench in
      try run("sh", "-c", "\(script) >tap2deb.json", in: bench.folder).successful()
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer])
      #expect(result.status == 2 && result.errors.hasPrefix("tap2deb: error: tap2deb.json"), "\(result)")
    }
  }

  /// What a variable holds is a value and nothing more.
  @Test func valuesOfVariablesAreNotReadAgain() throws {
    try Workbench.with { bench in
      try bench.place("tap2deb.json", #"{"description": "${A}", "long-description": "$${A}"}"#)
      var program = Program(Places.tap2deb, ["-t", "web.tac", "-m", Workbench.maintainer, "--trust-config"])
      program.environment = bench.environment.merging(["A": "${B} \", \"quiet\": true"]) { $1 }
      program.folder = bench.folder
      try program.run().successful()
      let path = try #require(bench.files.first { $0.hasSuffix(".deb") })
      let package = BuiltPackage(format: .deb, path: "\(bench.folder)/\(path)")
      #expect(try package.summary == "${B} \", \"quiet\": true" && package.description == "${A}")
    }
  }

  // MARK: Trust

  /// What is made beside the application, the file found there, and why it is refused.
  static let refusals: [(script: String, file: String, reason: String)] = [
    ("", #"{"python": "evil.sh"}"#, "'python' runs a program"),
    ("mkdir app/evil; touch app/evil/pyproject.toml", #"{"bundle": "evil"}"#, "'bundle' runs a program"),
    ("", #"{"bundle": true}"#, "'bundle' runs a program"), ("", #"{"allow-sdists": true}"#, "'allow-sdists' runs"),
    ("", #"{"templates": "evil"}"#, "'templates' runs"), ("", #"{"sign": "0x1"}"#, "'sign' runs"),
    ("", #"{"sign-passphrase-file": "x"}"#, "'sign-passphrase-file' runs"),
    ("touch app/x.sh", #"{"preinst": "x.sh"}"#, "'preinst' runs"), ("", #"{"postinst": "x"}"#, "'postinst' runs"),
    ("", #"{"deb": {"prerm": "x"}}"#, "'prerm' runs"), ("", #"{"deb": {"postrm": "x"}}"#, "'postrm' runs"),
    ("", #"{"description": "${SECRET}"}"#, "'description' reads the environment"),
    ("", #"{"description": "${SECRET:-x}"}"#, "'description' reads the environment"),
    ("", #"{"plugin": "web", "arguments": ["${SECRET}"]}"#, "'arguments' reads the environment"),
    ("", #"{"include": ["/etc/passwd"]}"#, "'include' leaves the folder"),
    ("", #"{"include": "../secret"}"#, "'include' leaves"), ("", #"{"include": ["a", "b/../../secret"]}"#, "'include'"),
    ("ln -s ../secret app/l", #"{"include": "l"}"#, "'include' leaves"),
    ("ln -s .. app/d", #"{"include": "d/secret:x"}"#, "'include' leaves"),
    ("touch app/x", #"{"include": "x:/etc/cron.d/x"}"#, "'include' leaves the package's own folder"),
    ("", #"{"output": "/tmp"}"#, "'output' leaves"), ("ln -s .. app/o", #"{"output": "o/x"}"#, "'output' leaves"),
    ("mkdir app/repo; ln -s /srv app/repo/pool", #"{"repo": "repo"}"#, "'repo' has your key sign"),
    ("", #"{"deb": {"source": true}}"#, "'source' has your key sign"),
    ("", #"{"deb": {"source-only": true}}"#, "'source-only'"),
    ("", #"{"deb": {"source-format": "quilt"}}"#, "'source-format' has"),
    ("", #"{"target": "/etc/passwd"}"#, "'target' reads"),
    ("", #"{"target": "../secret.json"}"#, "'target' reads"), ("", #"{"target": "x.json"}"#, "'target' reads"),
    ("", #"{"socket": "/etc/passwd"}"#, "'socket' makes room"),
    ("", #"{"env": ["A=b", "LD_PRELOAD=/x.so"]}"#, "'env' sets LD_PRELOAD"),
    ("", #"{"env": "SYSTEMD_PAGER=/x"}"#, "'env' sets SYSTEMD_PAGER, by which programs load code"),
    ("", #"{"env": "BASH_ENV=/x"}"#, "'env' sets"),
    ("", #"{"project": ".."}"#, "'project' leaves"),
    ("", #"{"tapfile": "../web.tac"}"#, "'tapfile' leaves"), ("", #"{"changelog": "../secret"}"#, "'changelog' leaves"),
    ("", #"{"exclude-from": "/etc/passwd"}"#, "'exclude-from' leaves"),
    ("", #"{"requirements": "../secret"}"#, "'requirements' leaves"), ("", #"{"wheelhouse": "/srv"}"#, "'wheelhouse'"),
    ("", #"{"passphrase-file": "../secret"}"#, "'passphrase-file' leaves"),
    ("", #"{"user": "root"}"#, "'user' names an account of the system"), ("", #"{"user": "0"}"#, "'user' names"),
    ("", #"{"group": "docker"}"#, "'group' names"), ("", #"{"hardening": "none"}"#, "'hardening' leaves the service"),
  ]

  /// What came with an application has not been read by the one who packages it.
  @Test(arguments: refusals.indices)
  func aFileThatIsOnlyFoundIsNotTrusted(index: Int) throws {
    let (script, file, reason) = Self.refusals[index]
    try Workbench.with { bench in
      try bench.place("secret", "s3cr3t")
      try run(
        "sh", "-ec",
        "mkdir app; mv web.tac app/; printf '#!/bin/sh\\ntouch ran\\n' >app/evil.sh; chmod +x app/evil.sh\n" + script,
        in: bench.folder
      ).successful()
      try bench.place("app/tap2deb.json", file)
      let words = ["-t", "app/web.tac", "-m", Workbench.maintainer]
      let isAboutFile = file.contains("tapfile") || file.contains("plugin")
      let result = try bench.call(
        .deb, isAboutFile ? ["-m", Workbench.maintainer, "--project", "app"] : words, environment: ["SECRET": "s3cr3t"])
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(result.errors.hasPrefix("tap2deb: error: app/tap2deb.json:1: \(reason)"), "\(result)")
      #expect(result.errors.hasSuffix(", which needs --config FILE or --trust-config\n"), "\(result)")
      #expect(!bench.files.contains { $0.hasSuffix(".deb") || $0 == "ran" } && bench.leftovers.isEmpty)
    }
  }

  @Test func whatIsTrustedMayDoMore() throws {
    try Workbench.with { bench in
      try bench.place("tap2deb.json", #"{"description": "${WHAT}", "include": "../outside", "user": "www-data"}"#)
      try run("sh", "-ec", "echo x >../outside", in: bench.folder).successful()
      for words in [["--trust-config"], ["--config", "tap2deb.json"]] {
        let package = try bench.package(.deb, ["-t", "web.tac", "-o", words[0]] + words, environment: ["WHAT": "it"])
        #expect(try package.summary == "it" && package.paths.contains("/usr/share/twisted-web/outside"))
      }
      let both = try bench.call(.deb, ["-t", "web.tac", "--trust-config", "--no-config"])
      #expect(both.status == 2 && both.errors.contains("exclude each other"), "\(both)")
    }
  }

  /// It is named before it is followed, even where it asks for silence itself.
  @Test func isNamedWhereItIsFound() throws {
    try Workbench.with { bench in
      try bench.place(
        "tap2deb.json", #"{"quiet": true, "user": "shop", "include": ["notes:n"], "changelog": "history"}"#)
      try bench.place("notes", "x")
      try bench.place("history", "# Changelog\n\n## 3.1 - 2024-01-01\n\n- it\n")
      let words = ["-t", "web.tac", "-m", Workbench.maintainer]
      let found = try bench.call(.deb, words).successful()
      #expect(found.errors.hasPrefix("tap2deb: note: settings from tap2deb.json\n"), "\(found)")
      #expect(bench.files.contains { $0.hasSuffix("_3.1_all.deb") })
      #expect(try !bench.call(.deb, words + ["-q"]).successful().errors.contains("settings"))
      #expect(try !bench.call(.deb, words + ["--config", "tap2deb.json"]).successful().errors.contains("settings"))
    }
  }

  @Test(arguments: [
    ("ln -s ../elsewhere.json tap2deb.json", "is a link out of the folder"), ("mkfifo tap2deb.json", "a FIFO"),
    ("mkdir tap2deb.json", "is a folder"), ("ln -s tap2deb.json tap2deb.json", "loop"),
  ])
  func doesNotFollowALinkToItsFile(script: String, reason: String) throws {
    try Workbench.with { bench in
      try run("sh", "-ec", "echo '{}' >../elsewhere.json; \(script)", in: bench.folder).successful()
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer])
      #expect(result.status == 2 && result.errors.contains(reason), "\(result)")
    }
  }

  /// A list of requirements that was found sends no variable to an address of its own.
  @Test func foundRequirementsReadNoEnvironment() throws {
    try Workbench.with { bench in
      try bench.place("needs.txt", "--index-url http://127.0.0.1:9/${SECRET}/simple\nsix==1.0\n")
      try bench.place("tap2deb.json", #"{"bundle": "needs.txt"}"#)
      let result = try bench.call(
        .deb, ["-t", "web.tac", "-m", Workbench.maintainer], environment: ["SECRET": "s3cr3t"])
      #expect(result.status == 2 && !result.errors.contains("s3cr3t"), "\(result)")
      #expect(
        result.errors.contains("needs.txt: the address of an index takes SECRET from the environment, which needs"),
        "\(result)")
    }
  }

  /// A list of requirements that was found includes none from elsewhere.
  @Test func includedRequirementsStayInTheFolder() throws {
    try Workbench.with { bench in
      let script = "echo treq >../out.txt; ln -s ../out.txt in.txt; echo '-r in.txt' >needs.txt"
      try run("sh", "-ec", script, in: bench.folder).successful()
      try bench.place("tap2deb.json", #"{"requirements": "needs.txt"}"#)
      let words = ["-t", "web.tac", "-m", Workbench.maintainer]
      let result = try bench.call(.deb, words)
      #expect(result.status == 2 && result.errors.contains("is a link out of the folder"), "\(result)")
      try bench.call(.deb, words + ["--trust-config"]).successful()
    }
  }

  // MARK: --init

  @Test func isDrafted() throws {
    try Workbench.with { bench in
      try bench.place("shop.tac", DependencyTests.application)
      let words = ["-t", "shop.tac", "-m", Workbench.maintainer, "-V", "2", "--depends", "libaa"]
      let plain = try bench.package(.deb, words + ["-o", "one"])
      let drafted = try bench.call(.deb, ["--init"] + words)
      #expect(drafted.succeeded && drafted.output == "tap2deb.json\n", "\(drafted)")
      let text = try String(contentsOfFile: "\(bench.folder)/tap2deb.json", encoding: .utf8)
      #expect(text.contains("//") && text.contains("python3-treq") && text.contains("shopstuff"))
      try bench.call(.deb, ["-o", "two"]).successful()
      let again = BuiltPackage(format: .deb, path: "\(bench.folder)/two/\(plain.fileName)")
      #expect(try again.digest == plain.digest, "the draft must say what its command line said")
      try bench.call(.rpm, []).successful()

      let second = try bench.call(.rpm, ["--init", "-t", "shop.tac"])
      #expect(second.status == 2 && second.errors.contains("already"), "\(second)")
      #expect(try String(contentsOfFile: "\(bench.folder)/tap2deb.json", encoding: .utf8) == text)
    }
  }

  @Test func aDraftKeepsHostileNamesInTheirPlace() throws {
    try Workbench.with { bench in
      let name = "a\"b\\ \u{2028}x ${HOME}.tac"
      try bench.place(name)
      try bench.call(
        .deb, ["--init", "-t", name, "-m", Workbench.maintainer, "-d", "shop", "-e", "${A} \\ \"q\""]
      ).successful()
      try bench.call(.deb, ["-d", "shop"]).successful()
      #expect(bench.files.contains { $0.hasSuffix("shop_1.0_all.deb") })
    }
  }

  @Test func needsNoFileToStartFast() throws {
    try Workbench.with { bench in
      let trace = try run(
        "strace", "-f", "-e", "trace=execve,openat", Places.tap2deb, "-t", "web.tac", "--explain", in: bench.folder)
      #expect(trace.succeeded && !trace.errors.contains("dpkg"), "\(trace)")
    }
  }
}
