import Foundation
import TestSupport
import Testing

/// Nothing outside of the application's folder goes in because the application says so.
@Suite struct OutsideTests {
  /// What is made beside the application file, in a folder that has `secret` beside it, and a line of the application's.
  static let attempts: [(script: String, line: String, reason: String)] = [
    ("ln -s ../secret data.txt", "open('data.txt')", "is a link out of the folder"),
    ("ln -s /etc/hostname data.txt", "open('data.txt')", "is a link out of the folder"),
    ("ln -s .. d", "open('d/secret')", "is a link out of the folder"),
    ("ln -s .. d", "open(__import__('os').path.join(__import__('os').path.dirname(__file__), 'd/secret'))", ""),
    ("ln -s ../secret secretmod.py", "import secretmod", "is a link out of the folder"),
    ("ln -s ../outer pkg", "import pkg", "is a link out of the folder"),
    ("ln -s .. up", "import up.secretmod", "is a link out of the folder"),
    ("mkdir pkg; touch pkg/__init__.py; ln -s ../../secret pkg/x.txt", "import pkg", "is a link out of the folder"),
    ("ln -s .. lib", "import sys; sys.path.insert(0, 'lib'); import secretmod", ""),
    ("ln -s a data.txt; ln -s ../secret a", "open('data.txt')", "is a link out of the folder"),
    ("mkfifo data.txt", "open('data.txt')", "is a FIFO"), ("ln -s data.txt data.txt", "open('data.txt')", "loop"),
    ("truncate -s 300M data.txt", "open('data.txt')", "hole of 314572800 bytes"),
    ("touch __init__.py", "import secretmod", ""), ("", "open('../secret')", ""), ("", "open('/etc/hostname')", ""),
  ]

  @Test(arguments: PackageFormat.allCases, attempts.indices)
  func staysOut(format: PackageFormat, index: Int) throws {
    let (script, line, reason) = Self.attempts[index]
    try Workbench.with { bench in
      try run(
        "sh", "-ec",
        "echo 's3cr3t' >secret; echo '# s3cr3t' >secretmod.py; mkdir app outer; cp secretmod.py outer/__init__.py; cd app\n"
          + script, in: bench.folder
      ).successful()
      try bench.place(
        "app/web.tac", "from twisted.application import service\n\(line)\napplication = service.Application('x')\n")
      let result = try bench.call(format, ["-t", "app/web.tac", "-m", Workbench.maintainer, "-o", "out"])
      if !reason.isEmpty {
        #expect(result.status == 3 && result.errors.contains(reason), "\(result)")
        #expect(result.errors.contains("--include"), "\(result)")
      }
      // Neither in the packages nor in the source folder.
      let found = try run(
        "sh", "-c",
        "grep -rl s3cr3t out; for f in out/*.deb; do dpkg-deb --fsys-tarfile $f; done |"
          + " grep -c s3cr3t; for f in out/*.rpm; do rpm2cpio $f; done | grep -c s3cr3t", in: bench.folder)
      #expect(found.output.split(separator: "\n").allSatisfy { $0 == "0" }, "\(found)\n\(result)")
    }
  }

  /// Links that stay within stand for what they lead to, and the person at the keyboard may reach further.
  @Test func linksWithinAreFollowed() throws {
    try Workbench.with { bench in
      try run(
        "sh", "-ec",
        "echo out >../outside; mkdir data; echo in >data/real; ln -s data/real near.txt; ln -s ../outside far.txt",
        in: bench.folder
      ).successful()
      try bench.place(
        "own.tac",
        "from twisted.application import service\nopen('near.txt')\nopen('far.txt')\napplication = service.Application('x')\n"
      )
      let package = try bench.package(
        .deb, ["-t", "own.tac", "--include", "far.txt:/usr/share/twisted-own/far.txt"])
      #expect(try package.text("/usr/share/twisted-own/far.txt") == "out\n")
      #expect(try package.paths.contains { $0.hasSuffix("/near.txt") })
    }
  }

  @Test(arguments: [
    "ln -s ../secret pyproject.toml", "ln -s ../secret setup.cfg", "ln -s ../secret setup.py", "mkfifo pyproject.toml",
    "printf '[metadata]\\nname = x\\n' >setup.cfg; ln -s ../.. src",
    "printf '[metadata]\\nname = x\\n' >setup.cfg; ln -s ../secret web.tac",
    "printf '[project]\\nname = \"x\"\\n[tool.setuptools.packages.find]\\nwhere = [\"lib\"]\\n' >pyproject.toml; ln -s .. lib",
  ])
  func projectsStayInTheirFolder(script: String) throws {
    try Workbench.with { bench in
      try run("sh", "-ec", "echo '[project]' >secret; mkdir app; cd app; \(script)", in: bench.folder).successful()
      let result = try bench.call(.deb, ["--project", "app", "-m", Workbench.maintainer])
      #expect(result.status == 3, "\(result)")
      #expect(result.errors.contains("out of the folder") || result.errors.contains("FIFO"), "\(result)")
    }
  }

  /// What a project's file points to is not read for its text.
  @Test func projectsNameNoFilesToRead() throws {
    try Workbench.with { bench in
      try bench.place("secret", "s3cr3t")
      try run("mkdir", "app", in: bench.folder).successful()
      try run("mv", "web.tac", "app/", in: bench.folder).successful()
      try bench.place(
        "app/pyproject.toml",
        """
        [project]
        name = "shop"
        license = {file = "../secret"}
        readme = {file = "../secret", content-type = "text/plain"}
        dynamic = ["version", "description"]
        [tool.setuptools.dynamic]
        version = {file = "../secret"}
        description = {file = ["../secret"]}
        """)
      try bench.place("app/setup.cfg", "[metadata]\nversion = file: ../secret\nlong_description = file: ../secret\n")
      let words = ["--project", "app", "-m", Workbench.maintainer, "-o", "out"]
      let refused = try bench.call(.deb, words)
      #expect(refused.status == 2 && !refused.errors.contains("s3cr3t"), "\(refused)")
      try bench.call(.deb, words + ["-V", "1"]).successful()
      let found = try run(
        "sh", "-c",
        "grep -r s3cr3t out; dpkg-deb -f out/*.deb; dpkg-deb -I out/*.deb; dpkg-deb --fsys-tarfile out/*.deb",
        in: bench.folder)
      #expect(!found.output.contains("s3cr3t"))
    }
  }
}
