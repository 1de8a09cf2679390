import Foundation
import TestSupport
import Testing

/// Requirements and wheels that try to have something run, fill the disk or write elsewhere while a bundle is made.
@Suite struct HostileWheelTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Python that changes `files`, a wheel's, or shell after `#!sh`.
    var python = ""
    var script = ":"
    var requirements = "evil==1.0\n"
    var environment: [String: String] = [:]
    var words: [String] = []
    var says = ""
    var status: Int32 = 1
  }

  /// An archive of sources whose set-up leaves a mark.
  private static let sources = """
    mkdir -p s/evil-1.0; printf 'import os\\nos.system("touch %s/ran")\\nfrom setuptools import setup\\nsetup(name="evil", version="1.0")\\n' "$PWD" >s/evil-1.0/setup.py
    tar -C s -czf wheels/evil-1.0.tar.gz evil-1.0; tar -C s -czf evil-1.0.tar.gz evil-1.0

    """
  private static func requiring(_ address: String) -> String {
    "files['evil-1.0.dist-info/METADATA'] += 'Requires-Dist: dep @ \(address)\\n'"
  }

  static let attacks = [
    Attack(
      testDescription: "zip bomb", python: "files['bomb'] = bytes(300 << 20)",
      says: "evil-1.0-py3-none-any.whl: unpacks"),
    Attack(
      testDescription: "path that leads out", python: "files['../../../../../../ran'] = b''", says: "leads elsewhere"),
    Attack(
      testDescription: "script that leads out",
      python: "files['evil-1.0.dist-info/entry_points.txt'] = b'[console_scripts]\\n../../../../ran = evil:main\\n'",
      says: "does not call a function"),
    Attack(
      testDescription: "Python of its own",
      python: "files['evil-1.0.data/scripts/python3'] = b'#!/bin/sh\\ntouch ran\\n'",
      says: "not a program"),
    Attack(
      testDescription: "wheel that requires sources",
      python: requiring("file://'+__import__('os').getcwd()+'/evil-1.0.tar.gz"), script: sources,
      says: "--allow-sdists"),
    Attack(
      testDescription: "wheel that requires a clone", python: requiring("git+file://'+__import__('os').getcwd()+'/r"),
      script: "git init -q r", says: "InvalidRequirement"),
    Attack(
      testDescription: "wheel that requires a clone from the network", python: requiring("git+https://127.0.0.1:9/r"),
      says: "requires something without a wheel"),
    Attack(
      testDescription: "wheel that requires a wheel from the network",
      python: requiring("https://127.0.0.1:9/dep-1.0-py3-none-any.whl"),
      says:
        "requires something by an address, \"dep@ https://127.0.0.1:9/dep-1.0-py3-none-any.whl\", and --wheelhouse takes"
    ),
    Attack(
      testDescription: "the same where code is trusted", python: requiring("https://localhost:9/dep-1.0.tar.gz"),
      words: ["--allow-sdists"], says: "--wheelhouse takes nothing from the network"),
    Attack(
      testDescription: "wheel that requires what is no address", python: requiring("nonsense://x/y"),
      says: "InvalidSchema: No connection adapters"),
    Attack(
      testDescription: "wheel that requires what no grammar has",
      python: "files['evil-1.0.dist-info/METADATA'] += 'Requires-Dist: x (((\\n'",
      says: "InvalidRequirement: Parse error"),
    Attack(
      testDescription: "wheel that requires another's wheel",
      python: requiring("file://'+__import__('os').getcwd()+'/dep-1.0-py3-none-any.whl"),
      script: "python3 make-wheel.py . dep 1.0", says: "--allow-sdists"),
    Attack(
      testDescription: "sources in the wheelhouse", script: sources + "rm wheels/evil*.whl",
      says: "No matching distribution"),
    Attack(
      testDescription: "binaries turned off in the environment", script: sources,
      environment: ["PIP_NO_BINARY": ":all:", "PIP_ONLY_BINARY": ":none:", "PIP_CONFIG_FILE": "pip.conf"], status: 0),
    Attack(
      testDescription: "binaries turned off in a configuration",
      script: sources
        + "printf '[global]\\nno-binary = :all:\\nonly-binary = :none:\\n' >pip.conf; mkdir -p .config/pip .pip; cp pip.conf .config/pip/; cp pip.conf .pip/",
      environment: ["HOME": ".", "XDG_CONFIG_HOME": ".config"], status: 0),
    Attack(
      testDescription: "modules beside it",
      script:
        "for m in pip venv zipfile hashlib sitecustomize encodings; do echo 'import os; os.system(\"touch ran\")' >$m.py; done",
      environment: ["PYTHONPATH": ".", "PYTHONSTARTUP": "pip.py"], status: 0),
    Attack(
      testDescription: "binaries turned off in the file", requirements: "evil==1.0 --no-binary :all:\n",
      says: "not taken", status: 2),
    Attack(
      testDescription: "two options on a line", requirements: "--pre --no-binary=:all:\nevil==1.0\n",
      says: "not a single option", status: 2),
    Attack(
      testDescription: "option behind an address", requirements: "-f wheels --no-binary :all:\nevil==1.0\n",
      says: "not a single option", status: 2),
    Attack(
      testDescription: "option in quotes", requirements: "--find-links 'wheels' \nevil==1.0\n",
      says: "not a single option", status: 2),
    Attack(
      testDescription: "line end of Python's alone", requirements: "# a\u{1C}--no-binary :all:\nevil==1.0\n",
      says: "control character", status: 2),
    Attack(
      testDescription: "next line", requirements: "# a\u{85}--no-binary :all:\nevil==1.0\n", says: "control character",
      status: 2),
    Attack(
      testDescription: "form feed", requirements: "# a\u{0C}--no-binary :all:\nevil==1.0\n", says: "control character",
      status: 2),
    Attack(
      testDescription: "carriage return", requirements: "# a\r--no-binary :all:\nevil==1.0\n",
      says: "control character", status: 2),
    Attack(
      testDescription: "another encoding",
      requirements: "# -*- coding: utf-7 -*-\n+AC0ALQ-no-binary :all:\nevil==1.0\n", says: "another encoding", status: 2
    ),
    Attack(testDescription: "comment that goes on", requirements: "# a \\\n--no-binary :all:\nevil==1.0\n", status: 0),
    Attack(
      testDescription: "clone", script: "git init -q r", requirements: "evil @ git+file:///x/r\n",
      says: "on the network", status: 2),
    Attack(
      testDescription: "marker that says more", requirements: "evil==1.0 ; python_version > '3\\n--no-binary'\n",
      says: "no marker", status: 2),
  ]

  @Test(arguments: attacks)
  func isHeldOff(attack: Attack) throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try bench.place(
        "make-evil.py",
        """
        import zipfile
        files = {
            'evil.py': b'', 'evil-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\\nName: evil\\nVersion: 1.0\\n',
            'evil-1.0.dist-info/WHEEL': b'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n',
            'evil-1.0.dist-info/RECORD': b'',
        }
        \(attack.python)
        with zipfile.ZipFile('wheels/evil-1.0-py3-none-any.whl', 'w', zipfile.ZIP_DEFLATED) as wheel:
            for name, text in files.items():
                wheel.writestr(name, text)
        """)
      try run("sh", "-ec", "python3 make-evil.py\n" + attack.script, in: bench.folder).successful()
      try bench.place("requirements.txt", "Twisted==22.4.0\n" + attack.requirements)
      let result = try bench.call(
        .deb,
        ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out", "--binary-only"] + Array(Workbench.bundling[2...])
          + attack.words,
        environment: attack.environment, timeout: .seconds(120))
      #expect(!bench.files.contains { $0.hasSuffix("ran") } && !FileManager.default.fileExists(atPath: "/tmp/ran"))
      #expect(result.status == attack.status, "\(result)")
      #expect(attack.says.isEmpty || result.errors.contains(attack.says), "\(result)")
      #expect(!result.errors.contains("Traceback") && !result.errors.contains("site-packages/pip"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  /// Those whom the packager trusts may run code, and what was trusted is told apart from what was not.
  @Test func sourcesAreBuiltWhenToldTo() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try run(
        "sh", "-ec",
        """
        mkdir p; printf '[build-system]\\nrequires = []\\nbuild-backend = "b"\\nbackend-path = ["."]\\n' >p/pyproject.toml
        cat >p/b.py <<'P'
        import os, zipfile
        def build_wheel(folder, config_settings=None, metadata_directory=None):
            with zipfile.ZipFile(os.path.join(folder, "p-1-py3-none-any.whl"), "w") as wheel:
                wheel.writestr("p.py", "")
                wheel.writestr("p-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: p\\nVersion: 1\\n")
                wheel.writestr("p-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                wheel.writestr("p-1.dist-info/RECORD", "")
            return "p-1-py3-none-any.whl"
        P
        echo ./p >>requirements.txt
        """, in: bench.folder
      ).successful()
      try bench.call(
        .deb, ["-m", Workbench.maintainer, "-o", "out", "--binary-only", "--allow-sdists"] + Workbench.bundling,
        timeout: .seconds(120)
      ).successful()
      let deb = BuiltPackage(
        format: .deb, path: "\(bench.folder)/\(try #require(bench.files.first { $0.hasSuffix(".deb") }))")
      #expect(try deb.paths.contains { $0.hasSuffix("/site-packages/p.py") })
    }
  }
}
