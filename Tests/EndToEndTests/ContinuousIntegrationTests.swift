import Foundation
import TestSupport
import Testing

/// The files of docs/ci/: a parser of YAML's reads them, and their commands do what they say.
@Suite struct ContinuousIntegrationTests {
  private static let folder = "\(Places.repository)/docs/ci"

  /// The jobs of a file: the commands of each, in order, with the variables that they have.
  private struct Job: Decodable {
    var name: String
    var commands: [String]
    var environment: [String: String]
  }

  /// A parser that someone else wrote. What GitHub puts in place of `${{ }}` is the caller's to say.
  private static func jobs(_ file: String) throws -> [Job] {
    let script = """
      import json, sys, yaml
      document = yaml.safe_load(open(sys.argv[1]))
      jobs = document.get('jobs') or {k: v for k, v in document.items() if isinstance(v, dict) and 'script' in v}
      result = []
      for name, job in jobs.items():
          environment = dict(document.get('env') or document.get('variables') or {}, **job.get('variables', {}))
          commands = list(job.get('before_script', [])) + list(job.get('script', []))
          for step in job.get('steps', []):
              environment.update(step.get('env', {}))
              if 'run' in step: commands.append(step['run'])
          result.append({'name': name, 'commands': commands, 'environment': environment})
      print(json.dumps(result))
      """
    let said = try run("/usr/bin/python3", "-c", script, "\(folder)/\(file)").successful().output
    return try JSONDecoder().decode([Job].self, from: Data(said.utf8))
  }

  /// Applications in a repository, and a folder of programs that stand in for the system's packages.
  private static func withRepository(_ body: (Workbench, _ path: String) throws -> Void) throws {
    try Workbench.with { bench in
      for name in ["one", "two", "three"] {
        try FileManager.default.createDirectory(
          atPath: "\(bench.folder)/apps/\(name)", withIntermediateDirectories: true)
        try bench.place("apps/\(name)/\(name).tac")
      }
      try run(
        "sh", "-ec",
        """
        git init -q . && git add . && git -c user.name=Ada -c user.email=ada@example.org commit -q -m Begin
        mkdir bin && ln -s "$0" bin/tap2deb
        printf '#!/bin/sh\\nexec "$@"\\n' >bin/sudo
        printf '#!/bin/sh\\nexit 0\\n' >bin/apt-get
        chmod +x bin/sudo bin/apt-get
        """, Places.tap2deb, environment: ["GIT_CONFIG_GLOBAL": "/dev/null"], in: bench.folder
      ).successful()
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      try body(bench, "\(bench.folder)/bin:\(path)")
    }
  }

  /// Runs a job's commands in one shell, as these systems do, and hands back the variables that were set for later ones.
  private static func perform(_ job: Job, with more: [String: String?], on bench: Workbench, _ path: String) throws {
    var program = Program(
      "bash", ["-e", "-o", "pipefail", "-c", ([prelude] + job.commands).joined(separator: "\nreload\n")])
    program.environment = bench.environment.merging(job.environment.mapValues { $0 as String? }) { $1 }
      .merging(["PATH": path, "CI": "true", "SOURCE_DATE_EPOCH": nil]) { $1 }.merging(more) { $1 }
    program.folder = bench.folder
    try program.run().successful()
  }

  /// What one step writes for the next ones.
  private static let prelude = """
    reload() { if [ -f "${GITHUB_ENV:-}" ]; then set -a; . "$GITHUB_ENV"; set +a; fi; }
    """

  private static func packages(_ bench: Workbench) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/dist")
    return Dictionary(
      uniqueKeysWithValues: try names.filter { $0.hasSuffix(".deb") || $0.hasSuffix(".rpm") }
        .map { ($0, try Data(contentsOf: URL(filePath: "\(bench.folder)/dist/\($0)"))) })
  }

  /// What one run makes in the same repository.
  private static func whole(_ bench: Workbench, _ path: String) throws -> [String: Data] {
    let dist = "\(bench.folder)/dist"
    let parts = try packages(bench)
    try FileManager.default.removeItem(atPath: dist)
    let date = try TestSupport.run("git", "log", "-1", "--format=%ct", in: bench.folder).successful().output
    try bench.call(
      .deb, ["--each", "apps", "--format", "deb,rpm", "-o", "dist", "-m", Workbench.maintainer],
      environment: ["SOURCE_DATE_EPOCH": date.trimmingCharacters(in: .whitespacesAndNewlines)]
    ).successful()
    #expect(parts.count == 9)
    return try packages(bench)
  }

  @Test func ofGitHub() throws {
    let jobs = try Self.jobs("github/packages.yml")
    #expect(jobs.map(\.name) == ["plan", "make", "all"])
    try Self.withRepository { bench, path in
      let variables = ["GITHUB_OUTPUT": "\(bench.folder)/output", "GITHUB_ENV": "\(bench.folder)/variables"]
      try Self.perform(jobs[0], with: variables, on: bench, path)
      #expect(
        try String(contentsOfFile: "\(bench.folder)/output", encoding: .utf8) == "matrix={\"shard\":[\"1/1\"]}\n")
      for shard in ["1/2", "2/2"] {
        try Self.perform(jobs[1], with: variables.merging(["SHARD": shard]) { $1 }, on: bench, path)
      }
      try Self.perform(jobs[2], with: [:], on: bench, path)
      try TestSupport.run("sha256sum", "--check", "--quiet", "SHA256SUMS", in: "\(bench.folder)/dist").successful()
      let parts = try Self.packages(bench)
      #expect(try parts == Self.whole(bench, path))
    }
  }

  @Test func ofGitLab() throws {
    let jobs = try Self.jobs("gitlab/gitlab-ci.yml")
    #expect(jobs.map(\.name) == ["make", "all"])
    try Self.withRepository { bench, path in
      for index in 1...4 {
        try Self.perform(jobs[0], with: ["CI_NODE_INDEX": "\(index)", "CI_NODE_TOTAL": "4"], on: bench, path)
      }
      try Self.perform(jobs[1], with: [:], on: bench, path)
      let parts = try Self.packages(bench)
      #expect(try parts == Self.whole(bench, path))
    }
  }

  /// The pipeline that is printed has what the template needs, and each of its parts is made.
  @Test func ofGitLabWithAPipelineThatIsMade() throws {
    let plan = try #require(try Self.jobs("gitlab/dynamic.yml").first { $0.name == "plan" })
    let template = try #require(try Self.jobs("gitlab/packages.yml").first { $0.name == ".packages" })
    try Self.withRepository { bench, path in
      try Self.perform(plan, with: [:], on: bench, path)
      let bytes = try Data(contentsOf: URL(filePath: "\(bench.folder)/pipeline.yml"))
      let pipeline = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      let job = try #require(pipeline["packages"] as? [String: Any])
      #expect(job["extends"] as? String == ".packages")
      let matrix = ((job["parallel"] as? [String: Any])?["matrix"] as? [[String: [String]]])?.first?["SHARD"]
      for shard in try #require(matrix) { try Self.perform(template, with: ["SHARD": shard], on: bench, path) }
      let parts = try Self.packages(bench)
      #expect(try parts == Self.whole(bench, path))
    }
  }
}
