import Foundation
import TestSupport
import Testing

/// The source package and the upload of `tap2deb --source`, in the hands of Debian's own programs.
@Suite struct SourcePackageTests {
  struct Format: Sendable, CustomTestStringConvertible {
    let name: String
    let version: String
    let archives: [String]
    var testDescription: String { name }
  }

  static let formats = [
    Format(name: "native", version: "1.0", archives: ["twisted-web_1.0.tar.xz"]),
    Format(
      name: "quilt", version: "1.0-1", archives: ["twisted-web_1.0.orig.tar.xz", "twisted-web_1.0-1.debian.tar.xz"]),
  ]

  private static let words = ["-t", "web.tac", "-m", Workbench.maintainer, "-e", "Twisted web server for one folder"]

  private func build(_ bench: Workbench, _ words: [String]) throws -> ProgramResult {
    try bench.call(.deb, Self.words + ["-o", "out"] + words).successful()
  }

  private func architecture() throws -> String {
    try run("dpkg", "--print-architecture").successful().output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: formats)
  func isComplete(format: Format) throws {
    try Workbench.with { bench in
      let result = try build(bench, ["-V", format.version, "--source", "--source-format", format.name, "-u"])
      let stem = "twisted-web_\(format.version)"
      let upload = "\(stem)_\(try architecture())"
      let files = ["\(stem)_all.deb", "\(stem).dsc", "\(upload).changes", "\(upload).buildinfo"] + format.archives
      let there = bench.files.filter { $0.hasPrefix("out/twisted-web_") }.map { String($0.dropFirst(4)) }
      #expect(there == files.sorted() && bench.leftovers.isEmpty)
      for file in files { #expect(result.output.contains("out/\(file)\n"), "\(result)") }
      let sourceFormat = try String(
        contentsOfFile: "\(bench.folder)/out/twisted-web-\(format.version)/debian/source/format", encoding: .utf8)
      #expect(sourceFormat == "3.0 (\(format.name))\n")
    }
  }

  /// As somebody without any rights, where the tests have them to give away.
  @Test(arguments: formats)
  func rebuildsToTheSamePackage(format: Format) throws {
    try Workbench.with { bench in
      _ = try build(bench, ["-V", format.version, "--source", "-u"])
      let script = """
        dpkg-source -x out/*.dsc rebuilt
        cp out/*.orig.tar.xz . 2>/dev/null || :
        if [ "$(id -u)" = 0 ]; then
          chmod 755 ..; chown -R nobody .
          cd rebuilt && setpriv --reuid nobody --clear-groups -- env -u SOURCE_DATE_EPOCH -u TMPDIR dpkg-buildpackage -us -uc
        else
          cd rebuilt && env -u SOURCE_DATE_EPOCH dpkg-buildpackage -us -uc
        fi
        cd ..; cmp twisted-web_\(format.version)_all.deb out/twisted-web_\(format.version)_all.deb
        # The rebuilt source holds the same files as well.
        dpkg-source -x twisted-web_\(format.version).dsc again; diff -r --exclude=debian rebuilt again
        """
      try run(
        "sh", "-ec", script, environment: ["HOME": "/nonexistent", "TMPDIR": nil], in: bench.folder,
        timeout: .seconds(300)
      ).successful()
    }
  }

  /// Tags that say nothing about the package, as docs/reproducible.md explains.
  private static let suppressedTags = "initial-upload-closes-no-bugs"

  @Test(arguments: formats)
  func satisfiesLintianAndDput(format: Format) throws {
    try Workbench.with { bench in
      _ = try build(bench, ["-V", format.version, "--source", "-u"])
      try bench.place("dput.cf", "[local]\nmethod = local\nincoming = \(bench.folder)/incoming\nrun_lintian = 0\n")
      let changes = "out/twisted-web_\(format.version)_\(try architecture()).changes"
      let lintian = try run(
        "lintian", "--allow-root", "--profile", "debian", "--fail-on", "error,warning", "--suppress-tags",
        Self.suppressedTags, changes, in: bench.folder, timeout: .seconds(300))
      #expect(lintian.succeeded, "\(lintian)")
      let dput = try run(
        "dput", "--config", "\(bench.folder)/dput.cf", "--simulate", "--unchecked", "local", changes,
        environment: ["USER": "ada", "HOME": bench.folder], in: bench.folder)
      #expect(dput.succeeded && dput.output.contains("\(format.archives[0])"), "\(dput)")
    }
  }

  /// `out`, as it came out in one place and at one time, and in another.
  @Test(arguments: formats)
  func isReproducible(format: Format) throws {
    func digests(_ script: String) throws -> String {
      try Workbench.with { bench in
        let build = "\"$0\" -q -t web.tac -m '\(Workbench.maintainer)' -V \(format.version) --source -u -o \"$OUT\""
        var environment = bench.environment
        environment["OUT"] = "\(bench.folder)/out"
        try run("sh", "-ec", "\(script)\n\(build)", Places.tap2deb, environment: environment, in: bench.folder)
          .successful()
        return try run("sh", "-ec", "find . -type f | sort | xargs sha256sum", in: "\(bench.folder)/out").successful()
          .output
      }
    }
    let other = """
      export TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 XZ_DEFAULTS=-0 HOME=/nonexistent DEB_BUILD_OPTIONS=parallel=7
      umask 077; mkdir -p a/b/tmp; mv web.tac a/b; export TMPDIR=tmp; cd a/b; sleep 1.1
      """
    #expect(try digests(other) == digests(":"))
  }

  @Test func leavesTheFolderAsItIsWithout() throws {
    try Workbench.with { bench in
      _ = try build(bench, ["--source", "-u"])
      try bench.call(.deb, Self.words + ["-o", "plain"]).successful()
      let script =
        "for d in out plain; do (cd $d/twisted-web-1.0; find . -printf '%p %m %T@ %s\\n' | sort); done | uniq -u"
      // Both listings are the same, so each line stands twice once they are sorted together.
      let listing = try run(
        "sh", "-ec", "{ \(script.dropLast("| uniq -u".count)); } | sort | uniq -u", in: bench.folder)
      #expect(listing.succeeded && listing.output.isEmpty, "\(listing)")
    }
  }

  @Test func makesOnePartAlone() throws {
    try Workbench.with { bench in
      _ = try build(bench, ["--binary-only"])
      #expect(bench.files == ["out", "out/twisted-web_1.0_all.deb"])
    }
    try Workbench.with { bench in
      _ = try build(bench, ["--source-only", "-u"])
      let stem = "out/twisted-web_1.0"
      #expect(
        bench.files == ["out", "\(stem).dsc", "\(stem).tar.xz", "\(stem)_source.buildinfo", "\(stem)_source.changes"])
      let changes = try String(contentsOfFile: "\(bench.folder)/\(stem)_source.changes", encoding: .utf8)
      #expect(changes.contains("\nArchitecture: source\n") && !changes.contains(".deb"))
    }
    try Workbench.with { bench in
      try bench.tap2rpm("-t", "web.tac", "--binary-only").successful()
      #expect(bench.files == ["twisted-web-1.0-1.noarch.rpm"])
      try bench.tap2rpm("-t", "web.tac", "-o", "source", "--source-only").successful()
      #expect(bench.files.suffix(2) == ["source/twisted-web-1.0-1.src.rpm", "twisted-web-1.0-1.noarch.rpm"])
      try bench.tap2rpm("-t", "web.tac", "-o", "both").successful()
      for name in ["twisted-web-1.0-1.noarch.rpm", "source/twisted-web-1.0-1.src.rpm"] {
        let base = URL(filePath: name).lastPathComponent
        try run("cmp", name, "both/\(base)", in: bench.folder).successful()
      }
    }
  }

  @Test(arguments: [
    ["--source-format", "quilt"], ["--source-format", "native", "-V", "1.0-1"], ["--source-format", "3.0"],
    ["--binary-only", "--source"], ["--binary-only", "--sign", "x"], ["-u", "--sign", "x"], ["--sign-timeout", "0"],
    ["--source", "--sign-passphrase-file", "missing"],
  ])
  func refusesWhatCannotBe(words: [String]) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, Self.words + words)
      #expect(result.status == 2 && result.errors.contains("; "), "\(result)")
      #expect(bench.files.isEmpty && bench.leftovers.isEmpty)
    }
  }

  @Test func namesThePackageOfAMissingProgram() throws {
    try Workbench.with { bench in
      let bin = try bench.standIn(for: "dpkg-deb", "exec /usr/bin/dpkg-deb \"$@\"")
      _ = try bench.standIn(for: "gzip", "exec /usr/bin/gzip \"$@\"")
      for program in ["tar", "sh", "xz"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(bin)/\(program)", withDestinationPath: "/usr/bin/\(program)")
      }
      let result = try bench.call(.deb, Self.words + ["--source", "-u", "-o", "out"], environment: ["PATH": bin])
      #expect(result.status == 1 && result.errors.contains("apt-get install dpkg-dev"), "\(result)")
      #expect(!bench.files.contains("out"))
    }
  }
}
