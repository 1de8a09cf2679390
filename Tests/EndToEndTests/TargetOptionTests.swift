import Foundation
import TestSupport
import Testing

/// `--target`: one reading, and a package for each system that is named.
@Suite struct TargetOptionTests {
  private static let names = ["-m", Workbench.maintainer, "-t", "web.tac"]

  @Test func makesAPackageForEachSystem() throws {
    try Workbench.with { bench in
      try bench.place(
        "shop.tac", "import klein\nfrom twisted.application import service\napplication = service.Application('x')\n")
      let result = try bench.call(
        .deb,
        ["-m", Workbench.maintainer, "-t", "shop.tac", "-o", ".", "--target", "debian-12", "--target", "debian-13"]
          + ["--target", "ubuntu-24.04", "--target", "el9", "--target", "fedora", "--target-suffix"])
      try result.successful()
      let debs = ["~deb12", "~deb13", "~ubuntu24.04"].map { suffix in
        BuiltPackage(format: .deb, path: "\(bench.folder)/twisted-shop_1.0\(suffix)_all.deb")
      }
      #expect(try debs.map { try $0.version } == ["1.0~deb12", "1.0~deb13", "1.0~ubuntu24.04"])
      // klein came to Debian after 12, whose names stand for Ubuntu 24.04's.
      #expect(try debs.map { try $0.field("Depends").contains("python3-klein") } == [false, true, false])
      #expect(result.errors.contains("Debian 12 has no package of klein"), "\(result)")
      #expect(!result.errors.contains("Debian 13 has no package"), "\(result)")
      #expect(try debs.map { try $0.paths.contains("/etc/init.d/twisted-shop") } == [true, true, false])
      for (suffix, standards, suite) in [("~deb12", "4.6.2", "bookworm"), ("~deb13", "4.7.2", "trixie")] {
        let folder = "\(bench.folder)/twisted-shop-1.0\(suffix)/debian"
        let control = try run("cat", "\(folder)/control", "\(folder)/changelog").successful().output
        #expect(control.contains("Standards-Version: \(standards)\n"), "\(control)")
        #expect(control.contains("(1.0\(suffix)) \(suite); urgency="), "\(control)")
      }
      for release in ["1.el9", "1.fc43"] {
        let package = BuiltPackage(format: .rpm, path: "\(bench.folder)/twisted-shop-1.0-\(release).noarch.rpm")
        #expect(try package.tag("RELEASE") == release)
        #expect(try package.tag("REQUIRENAME").isEmpty == false)
      }
      #expect(bench.leftovers.isEmpty)
    }
  }

  @Test func theDocumentTellsWhichPackageIsForWhich() throws {
    try Workbench.with { bench in
      let result = try bench.call(
        .deb, Self.names + ["-o", ".", "--binary-only", "--json", "--target", "debian-13"])
      #expect(try result.successful().output.components(separatedBy: #""target" : "debian-13""#).count == 3)
      #expect(try !bench.call(.deb, Self.names + ["-o", ".", "--json"]).output.contains("target"))
    }
  }

  @Test func aRevisionAndAHistoryTellTheTarget() throws {
    try Workbench.with { bench in
      try bench.place("history.md", "# Changelog\n\n## 2.0 - 2026-11-01\n- New.\n\n## 1.9 - 2026-10-01\n- Old.\n")
      let result = try bench.call(
        .deb,
        Self.names + ["-o", ".", "--target", "debian-13", "--target-suffix", "-R", "1", "--changelog", "history.md"])
      try result.successful()
      #expect(!result.errors.contains("the changelog's newest version"), "\(result)")
      let text = try run("sh", "-c", "cat twisted-web-2.0*/debian/changelog", in: bench.folder).successful().output
      #expect(text.contains("(2.0-1~deb13) trixie;") && text.contains("\ntwisted-web (1.9) "), "\(text)")
      #expect(text.contains("* New."), "\(text)")
    }
  }

  /// A relation that the target's Twisted does not meet keeps the package from being installed there.
  @Test(arguments: [
    ("twisted>=24.11", "debian-12", true), ("twisted>=24.11", "debian-13", false), ("twisted>=99", "debian-sid", true),
    ("twisted<22", "debian-12", true), ("twisted<23,>=22.1", "debian-12", false), ("twisted", "debian-12", false),
  ])
  func tellsOfATwistedThatItHasNot(requirement: String, target: String, isTold: Bool) throws {
    try Workbench.with { bench in
      try bench.place("requirements.txt", "\(requirement)\n")
      let result = try bench.call(
        .deb,
        [
          "-m", Workbench.maintainer, "-t", Places.example, "--requirements", "requirements.txt", "--list", "--target",
          target,
        ]
      ).successful()
      #expect(result.errors.contains("warning: the package depends on python3-twisted") == isTold, "\(result)")
      #expect(result.errors.contains("bring that Twisted with --bundle") == isTold, "\(result)")
    }
  }

  @Test func tellsWhatASystemCannotDo() throws {
    try Workbench.with { bench in
      try bench.place(
        "old.tac",
        """
        import imp, tomllib
        from twisted.application import service, strports
        from twisted.internet import protocol
        from twisted.web import soap
        application = service.Application('x')
        strports.service('systemd:domain=INET:name=web', protocol.Factory()).setServiceParent(application)

        """)
      func told(_ target: String) throws -> String {
        try bench.call(
          .deb, ["-m", Workbench.maintainer, "-t", "old.tac", "--socket", "8080", "--list", "--target", target]
        ).successful().errors
      }
      let (old, new) = (try told("debian-12"), try told("debian-13"))
      #expect(old.contains("which Twisted 22.8 began with, and Debian 12 has 22.4"), "\(old)")
      #expect(!old.contains("module imp") && !old.contains("tomllib") && !old.contains("web.soap"), "\(old)")
      #expect(new.contains("warning: old.tac:1: Python 3.13 of Debian 13 has no module imp"), "\(new)")
      #expect(new.contains("give --depends python3-zombie-imp, which has it"), "\(new)")
      #expect(new.contains("Twisted 24.11 of Debian 13 has no module twisted.web.soap"), "\(new)")
      #expect(!new.contains("22.8") && !new.contains("tomllib"), "\(new)")
      let jammy = try told("ubuntu-22.04")
      #expect(jammy.contains("Python 3.10 of Ubuntu 22.04 has no module tomllib"), "\(jammy)")
    }
  }

  /// Names that left Python's library are refused where the target's Python lacks them and every load comes to them.
  @Test(arguments: [
    (
      "from collections import Mapping\n", "ubuntu-22.04",
      "ImportError: cannot import name 'Mapping' from 'collections'"
    ),
    ("import time\nstart = time.clock()\n", "debian-12", "AttributeError: module 'time' has no attribute 'clock'"),
    (
      "import asyncio\n@asyncio.coroutine\ndef f(): pass\n", "debian-12",
      "module 'asyncio' has no attribute 'coroutine'"
    ),
    ("import ssl\nwrap = ssl.wrap_socket\n", "debian-13", "module 'ssl' has no attribute 'wrap_socket'"),
    ("from enum import StrEnum\n", "ubuntu-22.04", "cannot import name 'StrEnum' from 'enum'"),
  ])
  func refusesNamesThatTheTargetLacks(source: String, target: String, words: String) throws {
    try Workbench.with { bench in
      let rest = "from twisted.application import service\napplication = service.Application('x')\n"
      try bench.place("a.tac", source + rest)
      let arguments = ["-m", Workbench.maintainer, "-t", "a.tac", "--list", "--target", target]
      let result = try bench.call(.deb, arguments)
      #expect(result.status == 3 && result.errors.contains(words), "\(result)")
      try bench.call(.deb, arguments + ["--no-inspect"]).successful()
    }
  }

  @Test(arguments: [
    "try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
    "import time\nclock = time.clock if hasattr(time, 'clock') else time.perf_counter\n",
    "import collections, collections.abc\ncollections.Mapping = collections.abc.Mapping\nx = collections.Mapping\n",
    "import ssl\nwrap = ssl.wrap_socket\n", "from collections import OrderedDict\n",
  ])
  func acceptsNamesThatAreThereOrLookedFor(source: String) throws {
    try Workbench.with { bench in
      let rest = "from twisted.application import service\napplication = service.Application('x')\n"
      try bench.place("a.tac", source + rest)
      let result = try bench.call(
        .deb, ["-m", Workbench.maintainer, "-t", "a.tac", "--list", "--target", "debian-12"])
      #expect(!result.errors.contains("Mapping") && !result.errors.contains("clock"), "\(result)")
      try result.successful()
    }
  }

  @Test func takesAFileOfOnesOwn() throws {
    try Workbench.with { bench in
      try bench.place(
        "shop-os.json",
        """
        { "like": "debian-13", "title": "Shop OS", "twistd": "/opt/shop/bin/twistd", "suites": ["shop"],
          "needs": { "twisted": "shop-twisted" }, "compression": ["gzip"], "init-scripts": false, "suffix": "+shop" }

        """)
      let words = Self.names + ["-o", ".", "--target", "shop-os.json"]
      let refused = try bench.call(.deb, words)
      #expect(
        refused.status == 2 && refused.errors.contains("Shop OS unpacks nothing that is packed with xz"), "\(refused)")
      try bench.call(.deb, words + ["--compression", "gzip"]).successful()
      let package = BuiltPackage(format: .deb, path: "\(bench.folder)/twisted-web_1.0_all.deb")
      #expect(try package.field("Depends").contains("shop-twisted"))
      let unit = try run("dpkg-deb", "--fsys-tarfile", package.path)
      #expect(unit.output.contains("ExecStart=/opt/shop/bin/twistd "))
      let made = try run("head", "-1", "\(bench.folder)/twisted-web-1.0/debian/changelog").output
      #expect(made.contains(") shop;"), "\(made)")
    }
  }

  @Test(arguments: [
    (["--target", "debian-99"], "there is no target \"debian-99\""),
    (["--target", "debian-12", "--target", "debian-13"], "would have the same name"),
    (["--target", "debian-12", "--target", "debian-12"], "names debian-12 twice"),
    (["--target", "el9", "--format", "deb"], "takes packages of the format rpm"),
    (["--target", "missing.json"], "there is no file missing.json"),
  ])
  func refusesWhatDoesNotFit(words: [String], told: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, Self.names + words)
      #expect(result.status == 2 && result.errors.contains(told) && result.output.isEmpty, "\(result)")
      #expect(bench.files.filter { $0.hasSuffix(".deb") }.isEmpty)
    }
  }
}
