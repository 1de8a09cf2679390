import Diagnostics
import PackageModel
import Projects
import TestSupport
import Testing
import Toolbox
import ApplicationFacts

@testable import Collecting

/// Which modules an application takes with it.
@Suite struct ImportTests {
  @Test(arguments: [
    ("import a, b.c as d", ["a", "b.c"]), ("from a import b, c as d", ["a.b", "a.c"]), ("from a import *", ["a"]),
    ("from . import x", ["p.q.x"]), ("from ..r import x", ["p.r.x"]), ("from .... import x", ["x"]),
    ("def f():\n  try:\n    import late\n  except ImportError:\n    import other", ["late", "other"]),
    ("if 0:\n  import never", ["never"]), ("import importlib\nimportlib.import_module('x.y')", ["importlib", "x.y"]),
    ("__import__('z')", ["z"]), ("import_module(name)", []), ("import_module('../x')", []),
    ("m = ServiceMaker('N', 'n.tap', 'd', 'n')", ["N", "n.tap", "d", "n"]), ("this is no python", []),
  ])
  func findsNames(source: String, names: [String]) {
    #expect(ImportScan(Array(source.utf8), module: "p.q.m").names.map(\.name) == names)
  }

  @Test func followsTheGraph() throws {
    try FolderScanTests.inFolder(
      """
      mkdir -p pkg/sub space/inner lib unused
      echo 'from helper import *; import space.inner.deep' >pkg/sub/late.py
      touch pkg/__init__.py pkg/data.txt lib/tool.py unused/__init__.py space/other.py
      echo 'import treq; from . import sibling' >space/inner/deep.py
      echo 'import os, tool, pkg' >helper.py
      echo 'import helper' >alone.py
      """
    ) { folder in
      let own = try Folder(folder)
      let folders = ModuleFolders([.init(folder, in: own), .init("\(folder)/lib", in: own, at: "lib")])
      var closure = ModuleClosure(folders) {
        $0 == folder ? "/usr/share/x" : "/usr/share/x/lib"
      }
      var scan = FolderScan(rules: try IgnoreRules())
      try closure.follow(
        [
          Module("pkg", .local, at: SourceLocation(file: "x")),
          Module("klein", .thirdParty, at: SourceLocation(file: "x")),
        ],
        scan: &scan)
      let files = closure.files.filter { $0.content != .folder }.map { $0.path.dropFirst("/usr/share/x/".count) }
      #expect(
        files.sorted() == [
          "helper.py", "lib/tool.py", "pkg/__init__.py", "pkg/data.txt", "pkg/sub/late.py", "space/inner/deep.py",
        ])
      #expect(closure.foreign.map(\.name) == ["klein", "treq", "space.inner"])
      #expect(closure.used == [folder, "\(folder)/lib"])
    }
  }

  @Test(arguments: [
    ("[project]\nname = \"a\"\nversion='1'", "project.name", "a"), ("project.name = 'x'", "project.name", "x"),
    ("project = { name = \"q\\u00e4\", x = {y = 1}, version = '2' }", "project.version", "2"),
    ("[project]\n# c\ndeps = [\n 'a', # ]\n \"b\",\n]\nname='n'", "project.name", "n"),
    ("[a]\nx = 2020-01-01T00:00:00Z\n[[b]]\nname = '''\nlong\n'''", "b.1.name", "long\n"),
    ("[a . 'b c']\nd.e = \"\"\"x\\\n   y\"\"\"", "a.b c.d.e", "xy"),
  ])
  func readsTOML(text: String, key: String, value: String) {
    #expect(TOMLDocument(text).string(key) == value)
  }

  @Test func readsListsOfTOML() {
    let document = TOMLDocument("[project]\ndependencies = ['a>=1', \"b\", ['c'], {d = 'e'}]\nx = [1, 2]")
    #expect(document.strings("project.dependencies") == ["a>=1", "b"])
    #expect(document.strings("project.x") == [])
  }

  /// Nothing in it may take long or crash.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["[", "{", "a=[", "a={b=", "\"", "a=\"\\u", "'''", "a.", "=", "a=\"\\UFFFFFFFF\"\n"])
  func survivesBrokenTOML(piece: String) {
    #expect(TOMLDocument(String(repeating: piece, count: 20_000)).values.count < 3)
  }

  @Test(
    arguments: [
      (
        "setup.cfg", "[metadata]\nname = My.App\nversion = attr: x.y\n[options]\npackage_dir =\n    = code\n", "my-app",
        nil
      ),
      (
        "setup.py", "from setuptools import setup\nsetup(name='a_b', version='2.0.dev3', package_dir={'': 'code'})",
        "a-b", "2.0.dev3"
      ),
      (
        "pyproject.toml", "[project]\nname = 'x'\nversion = '1!1.0-RC.1'\n[tool.setuptools.package-dir]\n'' = 'code'",
        "x", "1!1.0-RC.1"
      ),
    ] as [(String, String, String, String?)])
  func readsProjects(file: String, text: String, name: String, version: String?) throws {
    try FolderScanTests.inFolder(
      "mkdir -p code/p; touch code/p/__init__.py code/m.py web.tac; cat >'\(file)' <<'E'\n\(text)\nE"
    ) { folder in
      let project = try Project(folder)
      #expect(project.packageName == name)
      let said: String? = if case .text(let text)? = project.version { text } else { nil }
      #expect(said == version)
      #expect(project.moduleFolder == "\(folder)/code")
      #expect(project.modules == ["m", "p"])
      #expect(try project.applicationFile() == "\(folder)/web.tac")
    }
  }

  @Test(arguments: [
    ("pyproject.toml", "[project]\nname = 'x'\ndependencies = [\n  'a>=1',\n\n  \"b[c]\",\n]", [4, 6]),
    ("setup.cfg", "[options]\ninstall_requires =\n\n    a>=1\n    b[c]\npackages = find:\n", [4, 5]),
    ("setup.py", "import x\nx.setup(\n  install_requires=['a>=1',\n  'b[c]'])", [3, 4]),
  ])
  func readsRequirements(file: String, text: String, lines: [Int]) throws {
    try FolderScanTests.inFolder("cat >'\(file)' <<'E'\n\(text)\nE") { folder in
      let requirements = try Project(folder).requirements
      #expect(requirements.map(\.text) == ["a>=1", "b[c]"])
      #expect(requirements.map(\.line) == lines)
    }
  }

  @Test(arguments: [
    "touch x", "touch setup.cfg", "touch setup.cfg a.tac b.tac", "echo 'project.dependencies=[1]' >pyproject.toml",
  ])
  func refusesProjects(script: String) throws {
    try FolderScanTests.inFolder(script) { folder in
      #expect(throws: Failure.self) { try Project(folder).applicationFile() }
    }
  }
}
