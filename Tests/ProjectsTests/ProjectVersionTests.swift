import Diagnostics
import Foundation
import Projects
import TestSupport
import Testing

/// Where projects say their versions, and what is refused rather than guessed.
@Suite struct ProjectVersionTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String
    var text: String?
    var isGit = false
  }

  private static let dynamic =
    "printf '[project]\\nname = \"app\"\\ndynamic = [\"version\"]\\n' >pyproject.toml; mkdir app; "

  static let samples = [
    Sample(
      testDescription: "literal", script: "printf '[project]\\nname=\"app\"\\nversion = \"1.2\"\\n' >pyproject.toml",
      text: "1.2"),
    Sample(
      testDescription: "byte order mark and CRLF",
      script: "printf '\\xef\\xbb\\xbf[project]\\r\\nname=\"app\"\\r\\nversion = \"1.2\"\\r\\n' >pyproject.toml",
      text: "1.2"),
    Sample(
      testDescription: "setup.cfg with CRLF",
      script: "printf '[metadata]\\r\\nname = app\\r\\nversion = 3.2\\r\\n' >setup.cfg", text: "3.2"),
    Sample(
      testDescription: "setuptools attr",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\\nversion = {attr = \"app.__version__\"}\\n' >>pyproject.toml; echo '__version__ = \"2.0\"' >app/__init__.py",
      text: "2.0"),
    Sample(
      testDescription: "setuptools attr through an import",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\\nversion.attr = \"app.__version__\"\\n' >>pyproject.toml; echo 'from ._version import version as __version__' >app/__init__.py; echo 'version: str = \"2.1\"' >app/_version.py",
      text: "2.1"),
    Sample(
      testDescription: "setuptools file",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\\nversion = {file = \"VERSION\"}\\n' >>pyproject.toml; echo 2.3 >VERSION",
      text: "2.3"),
    Sample(
      testDescription: "setuptools_scm",
      script: dynamic
        + "printf '[build-system]\\nrequires = [\"setuptools>=61\", \"setuptools_scm[toml]>=8\"]\\n' >>pyproject.toml",
      isGit: true),
    Sample(
      testDescription: "table of setuptools_scm",
      script: dynamic + "printf '[tool.setuptools_scm]\\n' >>pyproject.toml", isGit: true),
    Sample(
      testDescription: "hatch-vcs",
      script: dynamic
        + "printf '[build-system]\\nrequires = [\"hatchling\", \"hatch-vcs\"]\\n[tool.hatch.version]\\nsource = \"vcs\"\\n' >>pyproject.toml",
      isGit: true),
    Sample(
      testDescription: "hatch path",
      script: dynamic
        + "printf '[tool.hatch.version]\\npath = \"app/__about__.py\"\\n' >>pyproject.toml; echo '__version__ = \"2.4\"' >app/__about__.py",
      text: "2.4"),
    Sample(
      testDescription: "flit",
      script: dynamic
        + "printf '[build-system]\\nrequires = [\"flit_core >=3\"]\\n' >>pyproject.toml; printf '\"\"\"Docs\"\"\"\\n__version__ = \"2.5\"\\n' >app/__init__.py",
      text: "2.5"),
    Sample(
      testDescription: "Poetry",
      script: "printf '[tool.poetry]\\nname = \"app\"\\nversion = \"2.6\"\\n' >pyproject.toml", text: "2.6"),
    Sample(
      testDescription: "Poetry's dynamic versioning",
      script:
        "printf '[tool.poetry]\\nname = \"app\"\\nversion = \"0.0.0\"\\n[tool.poetry-dynamic-versioning]\\nenable = true\\n' >pyproject.toml",
      isGit: true),
    Sample(
      testDescription: "incremental",
      script: dynamic
        + "printf '[build-system]\\nrequires = [\"incremental>=24\"]\\n' >>pyproject.toml; printf 'from incremental import Version\\n__version__ = Version(\"app\", 22, 4, 0, release_candidate=1)\\n' >app/_version.py",
      text: "22.4.0rc1"),
    Sample(
      testDescription: "setup.cfg attr",
      script:
        "mkdir app; printf '[metadata]\\nname = app\\nversion = attr: app.__version__\\n' >setup.cfg; echo \"__version__ = '0.8.0'\" >app/__init__.py",
      text: "0.8.0"),
    Sample(
      testDescription: "setup.py with a name",
      script: "printf 'from setuptools import setup\\nV = \"1.7\"\\nsetup(name=\"app\", version=V)\\n' >setup.py",
      text: "1.7"),
    Sample(
      testDescription: "versioneer",
      script:
        "printf 'import versioneer\\nfrom setuptools import setup\\nsetup(name=\"app\", version=versioneer.get_version())\\n' >setup.py",
      isGit: true),
    Sample(
      testDescription: "use_scm_version",
      script: "printf 'from setuptools import setup\\nsetup(name=\"app\", use_scm_version=True)\\n' >setup.py",
      isGit: true),
    Sample(
      testDescription: "computed",
      script: "printf 'from setuptools import setup\\nsetup(name=\"app\", version=open(\"v\").read())\\n' >setup.py"),
    Sample(
      testDescription: "an attribute that is computed",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\\nversion = {attr = \"app.__version__\"}\\n' >>pyproject.toml; echo '__version__ = f()' >app/__init__.py"
    ),
    Sample(
      testDescription: "a file elsewhere",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\\nversion = {file = \"../../etc/hostname\"}\\n' >>pyproject.toml"),
    Sample(
      testDescription: "a link that leads out",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\nversion = {file = \"VERSION\"}\n' >>pyproject.toml; ln -s /etc/debian_version VERSION"
    ),
    Sample(
      testDescription: "a module that leads out",
      script: dynamic
        + "printf '[tool.setuptools.dynamic]\nversion = {attr = \"app.v.__version__\"}\n' >>pyproject.toml; ln -s /usr/lib/python3/dist-packages/pip/__init__.py app/v.py"
    ),
    Sample(testDescription: "none", script: "printf '[project]\\nname = \"app\"\\n' >pyproject.toml"),
    Sample(
      testDescription: "an archive of sources",
      script: dynamic
        + "printf '[tool.setuptools_scm]\\n' >>pyproject.toml; printf 'Metadata-Version: 2.1\\nName: app\\nVersion: 3.3\\n' >PKG-INFO",
      text: "3.3"),
  ]

  @Test(arguments: samples)
  func saysItsVersion(sample: Sample) throws {
    try withTemporaryFolder { folder in
      try run("bash", "-ec", sample.script, in: folder).successful()
      switch try Project(folder).version {
      case .text(let text): #expect(text == sample.text)
      case .repository: #expect(sample.isGit)
      case .unknown, nil: #expect(sample.text == nil && !sample.isGit)
      }
    }
  }

  @Test(arguments: [
    "[project\nname = \"a\"\n", "[project]\nname = \"a\n", "[project]\nname \"a\"\n", "[project]\nname = \"a\" x\n",
    "[project]\ndependencies = [\"a\"\n", "[project]\nname = \"a\"\nname = \"b\"\n", "[project]\nx = {a = 1\n",
    "[project]\n[project]\n", "[project]\nversion = 1.2.3x y!\n", "<<<<<<< HEAD\n[project]\nname = 'a'\n", "hello\n",
  ])
  func brokenTOMLIsAnError(text: String) throws {
    try withTemporaryFolder { folder in
      try text.write(toFile: "\(folder)/pyproject.toml", atomically: false, encoding: .utf8)
      let failure = #expect(throws: Failure.self) { try Project(folder) }
      #expect(failure?.diagnostics.first?.location?.line != nil, "\(String(describing: failure))")
    }
  }

  @Test(arguments: ["[tool.black]\nline-length = 100\n", "# nothing\n", "[build-system]\nrequires = []\n"])
  func whatSaysNothingOfAProjectIsAnError(text: String) throws {
    try withTemporaryFolder { folder in
      try text.write(toFile: "\(folder)/pyproject.toml", atomically: false, encoding: .utf8)
      #expect(throws: Failure.self) { try Project(folder) }
    }
  }

  @Test func readsPoetrysDependencies() throws {
    try withTemporaryFolder { folder in
      try """
      [tool.poetry]
      name = "app"
      version = "1.0"
      license = "MIT"
      homepage = "https://example.org/"
      [tool.poetry.dependencies]
      python = "^3.8"
      treq = "^21.1"
      klein = { version = "~20.6", optional = true }
      attrs = "*"
      six = "1.16.0"
      zero = "^0.3.1"
      """.write(toFile: "\(folder)/pyproject.toml", atomically: false, encoding: .utf8)
      let project = try Project(folder)
      #expect(
        project.requirements.map(\.text) == ["attrs", "six==1.16.0", "treq>=21.1,<22", "zero>=0.3.1,<0.4"])
      #expect(project.licence == "MIT" && project.homepage == "https://example.org/")
    }
  }
}
