import Foundation
import TestSupport
import Testing

/// Versions and metadata that come from a project; and no version that nobody said.
@Suite struct ProjectReleaseTests {
  private static let git =
    "export GIT_CONFIG_GLOBAL=/dev/null; g() { git -c user.name=A -c user.email=a@b.c \"$@\"; }; g init -q .; "

  @Test func asksGitWhereTheProjectDoes() throws {
    try Workbench.with { bench in
      try bench.place(
        "pyproject.toml",
        """
        [project]
        name = "my_app"
        dynamic = ["version"]
        license = "MIT"
        urls = { Homepage = "https://example.org/app", Repository = "https://github.com/ada/app" }
        dependencies = ["Twisted==26.4.0"]
        [tool.setuptools_scm]
        """)
      let none = try bench.tap2deb("--project", ".", "-m", Workbench.maintainer)
      #expect(
        none.status == 2 && none.errors.contains("setuptools-scm") && none.errors.contains("--set-version"), "\(none)")
      try run(
        "sh", "-ec", Self.git + "g add pyproject.toml web.tac; g commit -qm x; g tag v0.8.0", in: bench.folder
      ).successful()
      let result = try bench.tap2deb("--project", ".", "-m", Workbench.maintainer, "-o", "out").successful()
      #expect(result.errors.contains("the exact version of twisted is asked for"), "\(result)")
      #expect(result.errors.contains("--bundle"), "\(result)")
      let deb = BuiltPackage(format: .deb, path: "\(bench.folder)/out/my-app_0.8.0_all.deb")
      let control = try String(contentsOfFile: "\(bench.folder)/out/my-app-0.8.0/debian/control", encoding: .utf8)
      #expect(control.contains("\nVcs-Browser: https://github.com/ada/app\nVcs-Git: https://github.com/ada/app\n"))
      #expect(try deb.field("Homepage") == "https://example.org/app")
      #expect(try deb.text("/usr/share/doc/my-app/copyright").contains("License: Expat"))
      let given = try bench.package(.rpm, ["--project", ".", "-V", "3", "-o", "rpm"])
      #expect(try given.version == "3" && given.tag("LICENSE") == "MIT")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func refusesToGuess(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("setup.py", "from setuptools import setup\nsetup(name='app', version=open('v').read())\n")
      let refused = try bench.call(format, ["--project", ".", "-m", Workbench.maintainer])
      #expect(refused.status == 2 && refused.errors.contains("setup.py:2:"), "\(refused)")
      #expect(refused.errors.contains("--set-version") && bench.leftovers.isEmpty, "\(refused)")
      try bench.place("NEWS.rst", "App 2.5 (2024-01-05)\n====================\n\n- new\n")
      #expect(try bench.package(format, ["--project", ".", "--changelog", "NEWS.rst"]).version == "2.5")
    }
  }

  /// The archive of Debian takes no file that is older than 1984, as sources from Nix and ostree are.
  @Test func isNotOlderThanPackagesMayBe() throws {
    try Workbench.with { bench in
      try run("touch", "-d", "@1", "web.tac", in: bench.folder).successful()
      let result = try bench.tap2deb(
        "-t", "web.tac", "-m", Workbench.maintainer, "-o", "out", environment: ["SOURCE_DATE_EPOCH": nil]
      ).successful()
      #expect(result.errors.contains("1970-01-01 is too old"), "\(result)")
      let listing = try run("dpkg-deb", "-c", "\(bench.folder)/out/twisted-web_1.0_all.deb").successful().output
      #expect(listing.split(separator: "\n").allSatisfy { $0.contains(" 1985-01-01 ") }, "\(listing)")
    }
  }

  @Test func takesTheVersionThatGitPrints() throws {
    try Workbench.with { bench in
      let deb = try bench.package(.deb, ["-t", "web.tac", "-V", "1.2.3-4-gabc123"])
      #expect(try deb.version == "1.2.3+4.gabc123")
      #expect(try bench.rebuildDebianPackage(version: "1.2.3+4.gabc123").digest == deb.digest)
    }
  }

  /// The project's own build finds no repository in the copy that is built, and is told what git says.
  @Test func bundlesAProjectWhoseVersionIsGits() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try bench.place("own.py", "")
      try bench.place(
        "pyproject.toml",
        "[build-system]\nrequires = []\nbuild-backend = \"b\"\nbackend-path = [\".\"]\n"
          + "[project]\nname = \"own\"\ndynamic = [\"version\"]\n[tool.setuptools_scm]\n")
      try bench.place(
        "b.py",
        """
        import os, zipfile
        def build_wheel(folder, config_settings=None, metadata_directory=None):
            version = os.environ["SETUPTOOLS_SCM_PRETEND_VERSION"]
            name = "own-%s-py3-none-any.whl" % version
            stem = "own-%s.dist-info/" % version
            with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
                wheel.write("own.py")
                wheel.writestr(stem + "METADATA", "Metadata-Version: 2.1\\nName: own\\nVersion: %s\\nRequires-Dist: Twisted\\n" % version)
                wheel.writestr(stem + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                wheel.writestr(stem + "RECORD", "own.py,,\\n")
            return name
        """)
      try run(
        "sh", "-ec", Self.git + "g add own.py b.py pyproject.toml web.tac; g commit -qm x; g tag v0.8.0",
        in: bench.folder
      ).successful()
      let words = ["--project", ".", "--bundle", "--wheelhouse", "wheels", "-m", Workbench.maintainer, "-o", "out"]
      try bench.call(.deb, words + ["--binary-only"], timeout: .seconds(200)).successful()
      let deb = BuiltPackage(format: .deb, path: "\(bench.folder)/out/own_0.8.0_all.deb")
      #expect(try deb.paths.contains { $0.hasSuffix("/own-0.8.0.dist-info/METADATA") })
    }
  }
}
