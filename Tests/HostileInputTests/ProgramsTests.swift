import Foundation
import TestSupport
import Testing

/// One run of each kind of input, watched by strace: what it runs and what it connects to is what docs/security.md lists.
@Suite struct ProgramsTests {
  struct Run: Sendable, CustomTestStringConvertible {
    /// As the page calls it.
    let name: String
    let format: Format
    let words: String
    var before = ""
    var testDescription: String { "\(name), \(format)" }
  }

  static let runs: [Run] = Format.allCases.flatMap { format in
    func run(_ name: String, _ words: String, before: String = "") -> Run {
      Run(name: name, format: format, words: words, before: before)
    }
    return [
      run("`--explain`", "-t web.tac --explain"),
      run("an application file", "-t web.tac"),
      run("`--json`", "-t web.tac --json"),
      run("`--changelog FILE`", "-t web.tac --changelog C", before: "printf '## 1.0 - 2023-11-01\\n\\n- a\\n' >C"),
      run(
        "a database of Axiom's", "-t web.axiom",
        before: "mkdir -p web.axiom/files; printf 'SQLite format 3\\0' >web.axiom/db.sqlite"),
      run(
        "`--script`", "--script run.py -- --x",
        before: "printf 'from twisted.internet import reactor\\nreactor.run()\\n' >run.py"),
      run("`--command`", "--command '/usr/bin/true x' --protocol x"),
      run("`--each`, `--batch`", "--each web.tac two.tac -j 2", before: "cp web.tac two.tac"),
      run("`--each`, `--batch`", "--batch fleet.json", before: "echo '{\"applications\": [\"web.tac\"]}' >fleet.json"),
      run("`--incremental`", "--each web.tac --incremental"),
      run(
        "`--report`, `--sbom`", "-t web.tac --report r.html --sbom s.json",
        before: "cd \"$TMPDIR/../bin\"; printf '#!/bin/sh\\n' >systemd-analyze; chmod +x systemd-analyze; cd ../work"),
      run("`--requirements`", "-t web.tac --requirements r", before: "echo six >r"),
      run("`--config`", "-t web.tac --config c.json", before: "echo '{\"description\": \"x\"}' >c.json"),
      run("`--include`", "-t web.tac --include inc:/usr/share/stuff", before: "mkdir inc; echo x >inc/a"),
      run(
        "`--project`", "--project p",
        before: "mkdir p; cp web.tac p; printf '[project]\\nname = \"web\"\\nversion = \"1\"\\n' >p/pyproject.toml"),
      run(
        "`--project` whose version is git's", "--project p",
        before: """
          mkdir p; cp web.tac p; printf '[project]\nname = "web"\ndynamic = ["version"]\n[tool.setuptools_scm]\n' >p/pyproject.toml
          cd p; git init -q . && git add .
          git -c user.name=a -c user.email=a@b.example commit -qm x && git tag v1.0; cd ..
          """),
      run("`--postinst` and its like", "-t web.tac --postinst s", before: "echo true >s"),
      run(
        "`--set-version git`, `--changelog git`", "-t web.tac --set-version git --changelog git",
        before: """
          git init -q . && git add web.tac
          git -c user.name=a -c user.email=a@b.example commit -qm x && git tag v1.0
          """),
      run("`--bundle` of an environment", "-t web.tac --bundle venv --twistd /usr/bin/twistd", before: environment),
      run(
        "the same with compiled modules", "-t web.tac --bundle venv --twistd /usr/bin/twistd",
        before: environment
          + "\necho 'int f(void) { return 1; }' >a.c; cc -shared -fPIC -o venv/lib/python3.11/site-packages/a.so a.c"),
      run(
        "`--bundle` of requirements",
        "-t web.tac --bundle r --wheelhouse wheels --twistd /usr/bin/twistd --python /usr/bin/python3",
        before: wheel),
      run("`--format deb,rpm`", "-t web.tac --format deb,rpm"),
      run(
        "an encrypted application", "-t web.etap --passphrase-file right --user www-data",
        before:
          "cp '\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples/twisted8-py27-mktap-web.etap' web.etap; echo sekrit >right"
      ),
      run("`--templates`", "-t web.tac --templates t", before: "mkdir -p t/systemd; echo A=b >t/systemd/environment"),
      run(
        "`--env`, `--port`, `--state`, `--socket`, `--init-command`",
        "-t s.tac --env A=b --port tcp:9090 --state :x --socket 8080 --init-command true",
        before: """
          cat >s.tac <<'E'
          from twisted.application import service, strports
          from twisted.internet.protocol import Factory
          application = service.Application("web")
          strports.service("systemd:domain=INET:index=0", Factory()).setServiceParent(application)
          E
          """),
      run("`--repo`", "-t web.tac --repo r"),
      // The checkers start programs of their own, of this machine.
      run(
        "`--verify=offline`", "--verify=offline first/*.\(format == .deb ? "deb" : "rpm")",
        before: """
          "$0" -t web.tac -q -o first --binary-only; cd "$TMPDIR/../bin"; printf '#!/bin/sh\\n' >lintian; chmod +x lintian
          cp lintian systemd-analyze; cp lintian rpmlint; cd ../work
          """),
    ]
      + (format == .deb ? [run("`--source`", "-t web.tac --source")] : [])
  }

  private static let environment = """
    mkdir -p venv/lib/python3.11/site-packages venv/bin; echo 'x = 1' >venv/lib/python3.11/site-packages/x.py
    printf 'home = /usr/bin\\nversion = 3.11.2\\n' >venv/pyvenv.cfg; ln -s /usr/bin/python3 venv/bin/python3
    """

  private static let wheel = """
    echo demo==1.0 >r; mkdir wheels; /usr/bin/python3 - <<'P'
    import zipfile
    with zipfile.ZipFile("wheels/demo-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("demo.py", "x = 1\\n")
        info = "demo-1.0.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: demo\\nVersion: 1.0\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "demo.py,,\\n" + "".join(info + name + ",,\\n" for name in ("METADATA", "WHEEL", "RECORD")))
    P
    """

  @Test func pageHasEveryRun() throws {
    let names = try SecurityPage.rows(under: "Programs").map { $0[0] }
    for run in Self.runs { #expect(names.contains(run.name)) }
    for name in names { #expect(Self.runs.contains { $0.name == name }, "\(name)") }
  }

  @Test(arguments: runs)
  func runsWhatThePageLists(run: Run) throws {
    let row = try #require(try SecurityPage.rows(under: "Programs").first { $0[0] == run.name })
    let listed = SecurityPage.names(row[run.format == .deb ? 1 : 2])
    let possible = SecurityPage.names(row[3])
    try HostileBench.with { bench in
      let log = "\(bench.folder)/calls"
      let result = try bench.call(
        run.format, run.words, before: run.before,
        under: HostileBench.strace(to: log))
      #expect(result.status == 0, "\(run.testDescription): \(result.errors)")
      let (programs, connections) = try HostileBench.calls(in: log, of: run.format)
      #expect(programs.isSubset(of: listed.union(possible)), "\(run.testDescription): \(programs.sorted())")
      #expect(listed.isSubset(of: programs), "\(run.testDescription): \(programs.sorted())")
      #expect(connections.isEmpty, "\(run.testDescription): \(connections)")
    }
  }
}
