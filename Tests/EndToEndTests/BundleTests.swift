import Foundation
import TestSupport
import Testing

/// Python environments that are packaged with the service.
@Suite struct BundleTests {
  private static let home = "/usr/lib/twisted-web"

  /// Builds with the arguments, and reads back the only package of the format that is not a source package.
  private func package(on bench: Workbench, _ format: PackageFormat, _ words: [String]) throws -> BuiltPackage {
    try bench.call(format, ["-m", Workbench.maintainer, "-o", "out"] + words, timeout: .seconds(300)).successful()
    let names = bench.files.filter { $0.hasPrefix("out/") && $0.hasSuffix(".\(format)") && !$0.hasSuffix(".src.rpm") }
    return BuiltPackage(format: format, path: "\(bench.folder)/\(try #require(names.first))")
  }

  @Test func serviceRunsFromTheEnvironment() throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      let python = try Workbench.python()
      let deb = try package(on: bench, .deb, Workbench.bundling)
      #expect(try deb.unit.contains("ExecStart=\(Self.home)/bin/twistd --nodaemon"))
      #expect(try deb.initScript.contains("DAEMON=\(Self.home)/bin/twistd\n"))
      #expect(try deb.text("\(Self.home)/bin/twistd").hasPrefix("#!\(Self.home)/bin/python3\n"))
      #expect(
        try deb.text("\(Self.home)/pyvenv.cfg")
          == "home = /usr/bin\ninclude-system-site-packages = false\nversion = \(python)\n")
      let paths = try deb.paths.filter { $0.hasPrefix(Self.home) }
      #expect(paths.contains("\(Self.home)/lib/python\(python)/site-packages/twisted/__init__.py"))
      #expect(!paths.contains { $0.contains("activate") || $0.contains("__pycache__") || $0.contains("direct_url") })
      // Every file of the package is what pip's own list says of it, and nothing names the place it was made in.
      let script = """
        dpkg-deb -x "$0" tree; cd tree; ! grep -rF '\(bench.temporary)' .
        test "$(readlink usr/lib/twisted-web/bin/python\(python))" = ../../../bin/python\(python)
        exec /usr/bin/python3 -c '
        import base64, csv, glob, hashlib, os
        rows = 0
        for record in glob.glob("usr/lib/*/lib/python*/site-packages/*.dist-info/RECORD"):
            top = os.path.dirname(os.path.dirname(record))
            for name, digest, size in csv.reader(open(record)):
                with open(os.path.join(top, name), "rb") as file:
                    data = file.read()
                if digest:
                    found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                    assert (digest, size) == ("sha256=" + found, str(len(data))), name
                    rows += 1
        assert rows > 5
        '
        """
      try run("sh", "-ec", script, deb.path, in: bench.folder).successful()
      #expect(bench.leftovers.isEmpty)
    }
  }

  @Test func dependsOnItsInterpreterAndLibraries() throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      let minor = try #require(Int(try Workbench.python().dropFirst(2)))
      let deb = try package(on: bench, .deb, Workbench.bundling)
      let depends = try deb.field("Depends")
      #expect(depends.contains("python3 (>= 3.\(minor)~), python3 (<< 3.\(minor + 1))"))
      #expect(depends.contains("libc6 (>= ") && !depends.contains("python3-"))
      let architecture = try run("dpkg", "--print-architecture").successful().output.dropLast()
      #expect(try deb.field("Architecture") == String(architecture) && deb.path.hasSuffix("_\(architecture).deb"))

      let rpm = try package(on: bench, .rpm, Workbench.bundling)
      let requires = try run("rpm", "-qp", "--requires", rpm.path).successful().output
      #expect(requires.contains("python(abi) = 3.\(minor)\n") && requires.contains("libc.so.6"))
      #expect(!requires.contains("twisted") && !requires.contains("_zope_interface"))
      let provides = try run("rpm", "-qp", "--provides", rpm.path).successful().output
      #expect(provides.split(separator: "\n").allSatisfy { $0.hasPrefix("twisted-web") }, "\(provides)")
      #expect(try !rpm.paths.contains { $0.contains("build-id") })
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func isForAllMachinesWithoutCompiledModules(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      let package = try package(on: bench, format, Workbench.bundling)
      #expect(package.path.hasSuffix(format == .deb ? "_all.deb" : ".noarch.rpm"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func isTheSameWhereverItIsMade(format: PackageFormat) throws {
    let digests = try [
      "umask 022; :", "umask 077; mkdir -p t/deeper; export TZ=Asia/Tokyo LC_ALL=C TMPDIR=$PWD/t/deeper",
    ]
    .map { surroundings in
      try Workbench.with { bench in
        try bench.placeWheels()
        let words = Workbench.bundling.joined(separator: " ")
        try run(
          "sh", "-ec", "\(surroundings)\n$0 -q -u -m '\(Workbench.maintainer)' -o out \(words)", format.tool,
          environment: bench.environment, in: bench.folder, timeout: .seconds(300)
        ).successful()
        let listing = "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum"
        return try run("sh", "-ec", listing, in: "\(bench.folder)/out").successful().output
      }
    }
    #expect(digests[0] == digests[1] && digests[0].contains(".\(format)"))
  }

  @Test(arguments: ["1.0", "1.0-1"])
  func debRebuildsFromItsSource(version: String) throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      let deb = try package(on: bench, .deb, Workbench.bundling + ["--source", "-u", "-V", version])
      let script = """
        dpkg-source -x out/*.dsc rebuilt
        cp out/*.orig.tar.xz . 2>/dev/null || :
        cd rebuilt && env -u SOURCE_DATE_EPOCH -u TMPDIR dpkg-buildpackage -us -uc
        cd ..; cmp *.deb "$0"
        """
      try run("sh", "-ec", script, deb.path, in: bench.folder, timeout: .seconds(300)).successful()
    }
  }

  /// A wheel may bring a program by the name of one that root runs, such as stat or setpriv.
  @Test(arguments: PackageFormat.allCases)
  func rootLooksForNoProgramInTheEnvironment(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      let script = try package(on: bench, format, Workbench.bundling + ["--sysv"]).initScript
      let paths = script.split(separator: "\n").filter { $0.contains("PATH=") && !$0.contains("PYTHONPATH") }
      #expect(paths.first == "PATH=/usr/sbin:/usr/bin:/sbin:/bin")
      let settings = try #require(script.firstRange(of: "\nsettings() {\n"))
      let end = try #require(script[settings.upperBound...].firstRange(of: "\n}\n"))
      #expect(paths.count == 2 && script[settings.upperBound..<end.lowerBound].contains(paths[1]), "\(paths)")
      #expect(script.contains("sh -c \"$SERVICE\" sh \"$DAEMON\""))
    }
  }

  @Test func rpmRebuildsFromItsSource() throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      let rpm = try package(on: bench, .rpm, Workbench.bundling)
      let script = """
        mkdir -p rebuilt/SOURCES
        rpm2cpio out/*.src.rpm | cpio -idm --quiet -D rebuilt/SOURCES
        export SOURCE_DATE_EPOCH=$(rpm -qp --queryformat '%{BUILDTIME}' out/*.src.rpm)
        rpmbuild -bb --define "_topdir $PWD/rebuilt" --define '_buildhost localhost' \
          --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
          rebuilt/SOURCES/*.spec
        cmp rebuilt/RPMS/*/*.rpm "$0"
        """
      try run(
        "sh", "-ec", script, rpm.path, environment: ["HOME": bench.folder], in: bench.folder, timeout: .seconds(300)
      )
      .successful()
    }
  }

  @Test func lintianFindsNoErrorAndNoWarning() throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      _ = try package(
        on: bench, .deb, Workbench.bundling + ["--source", "-u", "-e", "web server", "--bundle-root", "/opt"])
      let changes = try #require(bench.files.first { $0.hasSuffix(".changes") })
      let lintian = try run(
        "lintian", "--allow-root", "--profile", "debian", "--fail-on", "error,warning", changes, in: bench.folder,
        timeout: .seconds(300))
      #expect(lintian.succeeded, "\(lintian)")
    }
  }

  /// A ready environment is read, and stays as it is to the last inode.
  @Test(arguments: PackageFormat.allCases)
  func takesAnEnvironmentThatIsReady(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.placeWheels()
      try run(
        "sh", "-ec",
        """
        python3() { /usr/bin/python3 "$@"; }
        python3 -m venv --without-pip made && mkdir 'a place' && mv made 'a place/env'
        python3 -I -m pip --python 'a place/env/bin/python3' install -q --no-index --find-links wheels -r requirements.txt
        """, environment: bench.environment, in: bench.folder, timeout: .seconds(300)
      ).successful()
      let listing = "find 'a place' -printf '%i %m %u %s %T@ %C@ %n %p %l\\n' | sort"
      let before = try run("sh", "-ec", listing, in: bench.folder).successful().output
      let package = try package(on: bench, format, ["-t", "web.tac", "--bundle", "a place/env"])
      #expect(try run("sh", "-ec", listing, in: bench.folder).successful().output == before)
      #expect(try package.text("\(Self.home)/bin/twistd").hasPrefix("#!\(Self.home)/bin/python3\n"))
      let all = try package.paths.filter { $0.hasPrefix(Self.home) && !$0.hasSuffix(".so") }.prefix(30)
      for path in all where try !package.paths.contains("\(path)/") {
        #expect(try !package.text(path).contains("a place"), "\(path)")
      }
    }
  }

  /// `--bundle` alone is the project: its modules come from the environment, and are not packaged a second time.
  @Test func takesTheProjectItself() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try bench.place("own.py", "answer = 42\n")
      try bench.place(
        "app.tac", "import own\nfrom twisted.application import service\napplication = service.Application('x')\n")
      try bench.place(
        "pyproject.toml",
        """
        [build-system]
        requires = []
        build-backend = "backend"
        backend-path = ["."]
        [project]
        name = "own"
        version = "3"
        dependencies = ["Twisted"]
        """)
      try bench.place(
        "backend.py",
        """
        import os, zipfile
        def build_wheel(folder, config_settings=None, metadata_directory=None):
            name = "own-3-py3-none-any.whl"
            open("rubbish", "w").close()
            with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
                wheel.write("own.py")
                wheel.writestr("own-3.dist-info/METADATA", "Metadata-Version: 2.1\\nName: own\\nVersion: 3\\nRequires-Dist: Twisted\\n")
                wheel.writestr("own-3.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                wheel.writestr("own-3.dist-info/RECORD", "own.py,,\\n")
            return name
        """)
      let files = bench.files
      let deb = try package(on: bench, .deb, ["-t", "app.tac", "--bundle", "--wheelhouse", "wheels"])
      let places = try deb.paths.filter { $0.hasSuffix("/own.py") }
      #expect(places == ["/usr/lib/twisted-app/lib/python\(try Workbench.python())/site-packages/own.py"])
      #expect(try !deb.paths.contains { $0.hasSuffix("direct_url.json") })
      #expect(bench.files.filter { !$0.hasPrefix("out") } == files, "building must leave nothing in the project")
    }
  }

  @Test func optionsCanStandInTheFile() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try run("mkdir", "app", in: bench.folder).successful()
      try run("mv", "web.tac", "wheels", "requirements.txt", "app", in: bench.folder).successful()
      try bench.place(
        "app/tap2deb.json",
        #"{"tapfile": "web.tac", "bundle": "requirements.txt", "wheelhouse": "wheels", "bundle-root": "/opt/venvs"}"#)
      let deb = try package(on: bench, .deb, ["--config", "app/tap2deb.json"])
      #expect(try deb.paths.contains("/opt/venvs/twisted-web/bin/twistd"))
    }
  }
}
