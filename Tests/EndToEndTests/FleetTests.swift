import Foundation
import TestSupport
import Testing

/// A package each of several applications in one run.
@Suite struct FleetTests {
  private static let maintainer = ["-m", Workbench.maintainer]

  /// Applications that are alike but for their names.
  private func place(_ names: [String], on bench: Workbench) throws {
    for name in names {
      try FileManager.default.createDirectory(
        atPath: "\(bench.folder)/apps/\(name)", withIntermediateDirectories: true)
      try bench.place("apps/\(name)/\(name).tac")
    }
  }

  /// Every file below a folder but the manifest, with its bytes.
  private func contents(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path != ".tap2deb-manifest" {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
      else {
        continue
      }
      found[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
    }
    return found
  }

  @Test(arguments: PackageFormat.allCases)
  func makesWhatSingleRunsMake(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place(["one", "two", "three"], on: bench)
      let result = try bench.call(format, Self.maintainer + ["--each", "apps", "-o", "all", "-j", "2"])
      #expect(result.succeeded, "\(result)")
      for name in ["one", "two", "three"] {
        try bench.call(format, Self.maintainer + ["apps/\(name)/\(name).tac", "-o", "single"]).successful()
      }
      let all = try contents("\(bench.folder)/all")
      #expect(try all == contents("\(bench.folder)/single") && !all.isEmpty)
      // The paths stand in the order of the names, whichever was done first.
      let paths = result.output.split(separator: "\n").filter { $0.contains(format.ending) }
      #expect(paths == paths.sorted() && paths.count == 3, "\(result)")
      #expect(result.errors.contains("3 applications: 3 made"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  @Test func takesPatternsAndFiles() throws {
    try Workbench.with { bench in
      try place(["one", "two"], on: bench)
      let result = try bench.tap2deb(
        "--each", "apps/*/t*.tac", "web.tac", "-m", Workbench.maintainer, "-q", "-o", "out")
      #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      #expect(
        result.output.split(separator: "\n").filter { $0.hasSuffix(".deb") }
          == ["out/twisted-two_1.0_all.deb", "out/twisted-web_1.0_all.deb"])
      for words in [["apps/*/x*"], ["out/twisted-web-1.0/debian"], []] {
        let refused = try bench.call(.deb, ["--each"] + words + Self.maintainer)
        #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.isOneLine, "\(refused)")
      }
    }
  }

  @Test func oneThatFailsKeepsNoOtherFromBeingMade() throws {
    try Workbench.with { bench in
      try place(["one", "three", "two"], on: bench)
      try bench.place("apps/three/three.tac", "x = (\n")
      let result = try bench.tap2deb("--each", "apps", "-m", Workbench.maintainer, "-o", "out", "-j", "2")
      #expect(result.status == 3, "\(result)")
      #expect(result.errors.contains("error: apps/three/three.tac:1: "), "\(result)")
      #expect(result.errors.contains("2 made, 1 failed"), "\(result)")
      #expect(FileManager.default.fileExists(atPath: "\(bench.folder)/out/twisted-one_1.0_all.deb"))
      #expect(FileManager.default.fileExists(atPath: "\(bench.folder)/out/twisted-two_1.0_all.deb"))
      let first = try bench.tap2deb(
        "--each", "apps/three/three.tac", "apps/one", "-m", Workbench.maintainer, "-o", "fast", "-j", "1", "--fail-fast"
      )
      #expect(first.status == 3 && first.output.isEmpty && first.errors.contains("1 failed, 1 not begun"), "\(first)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  @Test func refusesTwoThatWouldWriteTheSame() throws {
    try Workbench.with { bench in
      try place(["one", "two"], on: bench)
      try bench.place("apps/two/one.tac")
      let result = try bench.tap2deb("--each", "apps", "-m", Workbench.maintainer, "-o", "out")
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains("apps/one/one.tac and apps/two/one.tac would both make the package twisted-one"))
      #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/out"))
      // What lies beside an application holds for it, as for a single run.
      try bench.place("apps/two/tap2deb.json", #"{"set-version": "2.0"}"#)
      try bench.tap2deb("--each", "apps", "-m", Workbench.maintainer, "-o", "out").successful()
      #expect(FileManager.default.fileExists(atPath: "\(bench.folder)/out/twisted-one_2.0_all.deb"))
    }
  }

  @Test func tellsOneDocument() throws {
    try Workbench.with { bench in
      try place(["one", "two"], on: bench)
      try bench.place("apps/two/two.tac", "x = (\n")
      let result = try bench.tap2deb("--each", "apps", "-m", Workbench.maintainer, "-o", "out", "--json")
      #expect(result.status == 3, "\(result)")
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let schema = try JSONSchema(Data(contentsOf: URL(filePath: "\(Places.repository)/docs/build.schema.json")))
      #expect(try schema.problems(in: Data(result.output.utf8)) == [])
      let applications = try #require(document["applications"] as? [[String: Any]])
      #expect(applications.map { $0["outcome"] as? String } == ["made", "failed"])
      #expect(document["status"] as? Int == 3)
      #expect((document["artefacts"] as? [Any])?.count == 2)
      #expect((document["diagnostics"] as? [Any])?.count == 1)
    }
  }

  // MARK: A file that lists them

  @Test func readsAFileOfThem() throws {
    try Workbench.with { bench in
      try place(["one", "two"], on: bench)
      try bench.place(
        "fleet.json",
        """
        {
          // Of all.
          "defaults": { "maintainer": "\(Workbench.maintainer)", "set-version": "1.0", "no-start": true, "depends": ["aa"] },
          "applications": [
            "apps/one/one.tac",
            { "tapfile": "apps/two/two.tac", "set-version": "2.0", "no-start": false, "depends": "bb", "deb": {"debfile": "zwei"} },
            { "plugin": "web", "arguments": ["--path", "/srv"] },
          ],
        }
        """)
      let result = try bench.tap2deb("--batch", "fleet.json", "-o", "out", "--depends", "cc")
      #expect(result.succeeded, "\(result)")
      let two = BuiltPackage(format: .deb, path: "\(bench.folder)/out/zwei_2.0_all.deb")
      try bench.call(
        .deb,
        [
          "apps/two/two.tac", "-d", "zwei", "-V", "2.0", "--depends", "aa", "--depends", "bb", "--depends", "cc", "-o",
          "single",
        ] + Self.maintainer
      ).successful()
      #expect(
        try Data(contentsOf: URL(filePath: two.path))
          == Data(contentsOf: URL(filePath: "\(bench.folder)/single/zwei_2.0_all.deb")))
      #expect(FileManager.default.fileExists(atPath: "\(bench.folder)/out/twisted-web_1.0_all.deb"))
    }
  }

  /// Mistakes, and what is told of each: all of them at once, with their lines, before anything is made.
  @Test func tellsEveryMistakeInIt() throws {
    try Workbench.with { bench in
      try bench.place(
        "fleet.json",
        """
        {
          "default": {},
          "defaults": { "hardening": "nonsense" },
          "applications": [
            "web.tac",
            { "tapfle": "web.tac" },
            { "tapfile": "web.tac",
              "rpm": { "section": "net" } },
            { "set-version": "2" }, 7
          ]
        }
        """)
      let result = try bench.tap2deb("--batch", "fleet.json", "-m", Workbench.maintainer)
      #expect(result.status == 2 && result.output.isEmpty && bench.files == ["fleet.json"], "\(result)")
      for told in [
        "fleet.json:2: there is no key 'default'", "fleet.json:3: ", "fleet.json:6: there is no option 'tapfle'",
        "fleet.json:8: ", "applications[3] names no application", "applications[4] is neither",
      ] { #expect(result.errors.contains(told), "\(told): \(result)") }
      for words in [["web.tac"], ["--each"], ["--config", "fleet.json"], ["--list"], ["--verify=offline"]] {
        #expect(try bench.call(.deb, ["--batch", "fleet.json"] + words).status == 2)
      }
      #expect(try bench.tap2deb("web.tac", "-j", "2", "-m", Workbench.maintainer).status == 2)
    }
  }

  // MARK: What is there already

  @Test(arguments: PackageFormat.allCases)
  func makesWhatHasChangedAlone(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place(["one", "two", "three"], on: bench)
      try bench.place("apps/one/one.tac", "import helper\n" + Self.source)
      try bench.place("apps/one/helper.py", "x = 1\n")
      let words = Self.maintainer + ["--each", "apps", "-o", "out", "--incremental", "-j", "2"]
      func outcome(_ more: [String] = [], _ environment: [String: String?] = [:]) throws -> String {
        let result = try bench.call(format, words + more, environment: environment)
        #expect(result.succeeded, "\(result)")
        // A package of a fresh run has the same bytes.
        let fresh = words.map { $0 == "out" ? "fresh" : $0 }.filter { $0 != "--incremental" }
        try bench.call(format, fresh + more, environment: environment).successful()
        for (path, bytes) in try contents("\(bench.folder)/fresh") {
          #expect(try Data(contentsOf: URL(filePath: "\(bench.folder)/out/\(path)")) == bytes, "\(path)")
        }
        try FileManager.default.removeItem(atPath: "\(bench.folder)/fresh")
        return try #require(result.errors.split(separator: "\n").last.map(String.init))
      }
      #expect(try outcome().contains("3 made,"))
      #expect(try outcome().contains("3 unchanged,"))
      try bench.place("apps/one/helper.py", "x = 2\n")
      #expect(try outcome().contains("1 made, 2 unchanged"))
      // A configuration file that was not there before.
      try bench.place("apps/two/tap2deb.json", #"{"description": "the second"}"#)
      #expect(try outcome().contains("1 made, 2 unchanged"))
      let package = "\(bench.folder)/out/twisted-three" + (format == .deb ? "_1.0_all.deb" : "-1.0-1.noarch.rpm")
      try Data("other".utf8).write(to: URL(filePath: package))
      #expect(try outcome().contains("1 made, 2 unchanged"))
      #expect(try outcome(["--hardening", "basic"]).contains("3 made,"))
      #expect(try outcome(["--hardening", "basic"], ["SOURCE_DATE_EPOCH": "1795248227"]).contains("3 made,"))
    }
  }

  private static let source =
    "from twisted.application import service\napplication = service.Application('x')\n"

  /// What the tool opens below the working folder is what its manifest says that the package depends on.
  @Test func recordsEveryFileThatIsRead() throws {
    try Workbench.with { bench in
      try place(["one"], on: bench)
      try bench.place("apps/one/one.tac", "import helper, package.inner\n" + Self.source)
      try bench.place("apps/one/helper.py", "from package import inner\nopen('data.txt')\n")
      try FileManager.default.createDirectory(
        atPath: "\(bench.folder)/apps/one/package", withIntermediateDirectories: true)
      try bench.place("apps/one/package/__init__.py", "")
      try bench.place("apps/one/package/inner.py", "x = 1\n")
      try bench.place("apps/one/data.txt", "x\n")
      try bench.place("post", "true\n")
      var program = Program(
        "strace",
        [
          "-f", "-qq", "-y", "-e", "trace=open,openat,openat2", "-e", "signal=none", "-o", "trace", Places.tap2deb,
          "--each",
          "apps", "-o", "out", "--incremental", "--postinst", "post",
        ] + Self.maintainer)
      program.environment = bench.environment
      program.folder = bench.folder
      try program.run().successful()
      let manifest = try String(contentsOfFile: "\(bench.folder)/out/.tap2deb-manifest", encoding: .utf8)
      let recorded = Set(manifest.split(separator: "\n").filter { $0.hasPrefix("uf") }.map { String($0.dropFirst(2)) })
      // PID openat(DIR</path>, "name", ...) = FD</path/name>
      let trace = try String(contentsOfFile: "\(bench.folder)/trace", encoding: .utf8)
      let real = try #require(realpath(bench.folder, nil).map { String(cString: $0) })
      var opened: Set<String> = []
      for line in trace.split(separator: "\n") where line.contains("O_RDONLY") && !line.contains("O_DIRECTORY") {
        guard let start = line.range(of: " = "), let open = line[start.upperBound...].firstIndex(of: "<") else {
          continue
        }
        let path = line[line.index(after: open)...].prefix { $0 != ">" }
        if path.hasPrefix(real + "/"), !path.contains("/out/") { opened.insert(String(path.dropFirst(real.count + 1))) }
      }
      opened = opened.filter {
        FileManager.default.isReadableFile(atPath: "\(bench.folder)/\($0)") && !$0.hasSuffix("trace")
      }
      var isFolder: ObjCBool = false
      opened = opened.filter {
        FileManager.default.fileExists(atPath: "\(bench.folder)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
      }
      #expect(opened.contains("apps/one/helper.py") && opened.contains("apps/one/data.txt") && opened.contains("post"))
      #expect(opened.subtracting(recorded).isEmpty, "not recorded: \(opened.subtracting(recorded).sorted())")
    }
  }

  // MARK: Several machines

  @Test func partsMakeTheWhole() throws {
    try Workbench.with { bench in
      let names = ["one", "two", "three", "four", "five"]
      try place(names, on: bench)
      try bench.place("apps/one/one.tac", Self.source + String(repeating: "# so much more\n", count: 100_000))
      let words = Self.maintainer + ["--each", "apps", "-q"]
      try bench.call(.deb, words + ["-o", "whole"]).successful()
      let first = try bench.call(.deb, words + ["-o", "parts", "--shard", "1/2"]).successful()
      let second = try bench.call(
        .deb, words + ["-o", "parts", "--shard"], environment: ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "2"]
      ).successful()
      // The large one is a part of its own.
      #expect([first, second].map { $0.output.split(separator: "\n").count { $0.hasSuffix(".deb") } } == [1, 4])
      #expect(try contents("\(bench.folder)/whole") == contents("\(bench.folder)/parts"))
      #expect(try bench.call(.deb, words + ["--shard"]).status == 2)
      #expect(try bench.call(.deb, words + ["--shard", "3/2"]).status == 2)
      let matrix = try bench.call(.deb, words + ["--matrix", "github:2"]).successful()
      #expect(matrix.output == "{\"shard\":[\"1/2\",\"2/2\"]}\n", "\(matrix)")
      let pipeline = try bench.call(.deb, words + ["--matrix", "gitlab"]).successful()
      #expect(try JSONSerialization.jsonObject(with: Data(pipeline.output.utf8)) is [String: Any], "\(pipeline)")
    }
  }

  // MARK: What is told meanwhile

  @Test func tellsOfProgressToWhomItIsOfUse() throws {
    try Workbench.with { bench in
      try place(["one", "two"], on: bench)
      let words = ["--each", "apps", "-m", Workbench.maintainer, "-o", "out"]
      let piped = try bench.call(.deb, words, environment: ["CI": nil]).successful()
      #expect(!piped.errors.contains("/2]") && !piped.errors.contains("\u{1B}"), "\(piped)")
      for (environment, more) in [(["CI": "true"], []), (["CI": nil], ["--timings"])] as [([String: String?], [String])]
      {
        let told = try bench.call(.deb, words + more, environment: environment).successful()
        #expect(told.errors.contains("[1/2] apps/") && told.errors.contains("[2/2] apps/"), "\(told)")
        #expect(told.errors.contains("of which gzip ") == !more.isEmpty, "\(told)")
      }
      let line = ([Places.tap2deb] + words).map { "'\($0)'" }.joined(separator: " ")
      let live = try run(
        "script", "-qec", line, "/dev/null",
        environment: bench.environment.merging(["TERM": "xterm", "CI": nil]) { $1 },
        in: bench.folder
      ).successful()
      #expect(live.output.contains("0 of 2 done") && live.output.contains("\u{1B}[J"), "\(live)")
      #expect(live.output.contains("2 applications: 2 made"), "\(live)")
    }
  }

  @Test func tellsWhereTheTimeOfOnePackageWent() throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "--timings").successful()
      #expect(
        try #/it took \d+ ms, of which gzip \d+ ms, dpkg-deb \d+ ms\n/#.firstMatch(in: result.errors) != nil,
        "\(result)")
    }
  }

  /// What makes a package is killed while it is at it; the others are made all the same.
  @Test func survivesTheEndOfAWorker() throws {
    try Workbench.with { bench in
      try place(["one", "three", "two"], on: bench)
      let bin = try bench.standIn(
        for: "dpkg-deb", "case $* in *twisted-three*) kill -9 $PPID; exit 1 ;; esac; exec /usr/bin/dpkg-deb \"$@\"")
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let result = try bench.tap2deb(
        "--each", "apps", "-m", Workbench.maintainer, "-o", "out", "-j", "2", environment: ["PATH": "\(bin):\(path)"])
      #expect(result.status == 1 && result.errors.contains("2 made, 1 failed"), "\(result)")
      #expect(
        result.errors.contains("apps/three/three.tac: the run of tap2deb that made it was ended by signal 9"),
        "\(result)")
      #expect(bench.leftovers.isEmpty, "\(bench.leftovers)")
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/out").filter {
        $0.hasSuffix(".deb")
      }
      #expect(files.sorted() == ["twisted-one_1.0_all.deb", "twisted-two_1.0_all.deb"])
    }
  }

  // MARK: Signals

  @Test(arguments: [SIGTERM, SIGINT])
  func leaveNothing(signal: Int32) throws {
    try Workbench.with { bench in
      try place(["one", "two", "three"], on: bench)
      let pids = "\(bench.folder)/pids"
      let bin = try bench.standIn(for: "dpkg-deb", "echo $$ >>\"\(pids)\"; exec sleep 300")
      let script = """
        set -m
        "$0" --each apps -j 2 -o out -m 'Ada <ada@example.org>' &
        tries=0
        until [ "$(wc -l <"\(pids)")" = 2 ] || [ $tries -gt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -\(signal) $!
        wait $!
        echo "ended with $?"
        """
      try Data().write(to: URL(filePath: pids))
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let result = try run(
        "sh", "-c", script, Places.tap2deb, environment: bench.environment.merging(["PATH": "\(bin):\(path)"]) { $1 },
        in: bench.folder, timeout: .seconds(60))
      #expect(result.output.contains("ended with \(128 + signal)\n"), "\(result)")
      #expect(bench.leftovers.isEmpty, "\(bench.leftovers)")
      #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/out"))
      for pid in try String(contentsOfFile: pids, encoding: .utf8).split(separator: "\n").compactMap({ pid_t($0) }) {
        let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        #expect(status.isEmpty || status.contains(") Z "), "process \(pid) lives on")
        if !status.isEmpty { kill(pid, SIGKILL) }
      }
    }
  }
}
