import Foundation
import TestSupport
import Testing

/// Source packages keep every file, whatever dpkg-source, debhelper, tar or rpm would take it for.
@Suite struct SourcePayloadTests {
  /// Names that dpkg-source leaves out unless told otherwise (dpkg-source(1), `--tar-ignore`), that dh_clean removes, that
  /// version control and editors use, and that shells, make, tar and specs read as something else.
  private static let names = [
    "x~", "x.orig", "x.rej", "x.bak", "lib.so", "x.o", "x.a", "x.la", ".gitignore", ".gitattributes", ".gitmodules",
    ".gitreview", ".hgignore", ".hgtags", ".bzrignore", ".cvsignore", ".mailmap", "DEADJOE", ".shelf", ".x.swp", "#x#",
    ".#x", ",,x", ".arch-ids", ".arch-inventory", ".deps", "TAGS", ".SUMS", "x-stamp", "vssver.scc", ".keep", "a b",
    "100%", "%{name}", "%files", "ünï", "日本", "-dash", "@x", "a=b", "q'q", "d\"d", "back\\slash", "g*l?o[b]", "{x,y}",
    "$HOME", "x.tar.gz", "x.pyc", " lead", "trail ",
  ]
  private static let folders = [
    ".git", ".svn", ".hg", ".bzr", ".be", ".pc", "CVS", "RCS", "SCCS", "_MTN", "_darcs", "{arch}", "debian", "DEBIAN",
    "files", "empty", "autom4te.cache", "a b",
  ]

  /// What is included is named file by file, for a folder's own `.git` and the like are left out of it.
  private static func fill(_ bench: Workbench) throws -> [String] {
    let root = "\(bench.folder)/odd"
    var words: [String] = []
    for (place, entries) in [("files", names), ("folders", folders)] {
      try FileManager.default.createDirectory(atPath: "\(root)/\(place)", withIntermediateDirectories: true)
      for name in entries {
        let path = "\(root)/\(place)/\(name)"
        if place == "folders" {
          try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
          if name != "empty" { try Data(name.utf8).write(to: URL(filePath: "\(path)/in.so")) }
        } else {
          try Data(name.utf8).write(to: URL(filePath: path))
        }
        words += ["--include", "odd/\(place)/\(name):/srv/odd/\(place)/\(name)"]
      }
    }
    let more = """
      mkdir -p more/sub/deeper more/2755 more/0700; cd more; echo x >plain
      for mode in 0600 0640 0755 0666 0400; do echo $mode >$mode; chmod $mode $mode; done
      chmod 2755 2755; echo x >0700/x; chmod 0700 0700
      ln -s plain link; ln -s sub/ 'a link'; ln -s ../../plain sub/deeper/up
      """
    try run("sh", "-ec", more, in: bench.folder).successful()
    return words + ["--include", "more:/srv/odd/more/"]
  }

  @Test(arguments: SourcePackageTests.formats)
  func survivesDebian(format: SourcePackageTests.Format) throws {
    try Workbench.with { bench in
      let words = try Self.fill(bench) + ["-V", format.version, "--source", "-u", "-o", "out"]
      try bench.call(.deb, ["-q", "-t", "web.tac", "-m", Workbench.maintainer] + words).successful()
      let script = """
        dpkg-deb --fsys-tarfile out/*.deb | tar --list | grep -c /srv/odd/
        dpkg-source -x out/*.dsc rebuilt >&2
        (cd rebuilt; dpkg-buildpackage -us -uc -b >&2)
        cmp twisted-web_\(format.version)_all.deb out/twisted-web_\(format.version)_all.deb
        # The source package too, from its own rebuilt folder.
        cp out/*.orig.tar.xz . 2>/dev/null || :
        (cd rebuilt; dpkg-buildpackage -us -uc -S >&2)
        dpkg-source -x twisted-web_\(format.version).dsc again >&2
        rm rebuilt/debian/files
        diff -r --no-dereference rebuilt again >&2
        """
      let result = try run(
        "sh", "-ec", script, environment: ["HOME": bench.folder, "SOURCE_DATE_EPOCH": nil], in: bench.folder,
        timeout: .seconds(300))
      #expect(result.succeeded, "\(result)")
      let count = Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
      #expect(count > Self.names.count + 2 * Self.folders.count)
    }
  }

  @Test func survivesRPM() throws {
    try Workbench.with { bench in
      let words = try Self.fill(bench)
      try bench.call(.rpm, ["-q", "-t", "web.tac"] + words).successful()
      let result = try run(
        "sh", "-ec", try DocumentedRebuildTests.script("rpm"),
        environment: ["HOME": bench.folder, "SOURCE_DATE_EPOCH": nil], in: bench.folder, timeout: .seconds(300))
      #expect(result.succeeded, "\(result)")
    }
  }

  /// An application that debhelper would take for something to build, or for a leftover.
  @Test(arguments: ["setup.py", "Makefile", "web.tac~", "web.so", "#web#", "100% $HOME.tac"])
  func survivesItsOwnName(name: String) throws {
    try Workbench.with { bench in
      try run("mv", "web.tac", name, in: bench.folder).successful()
      let words = [
        "-q", "-t", "./\(name)", "-d", "twisted-x", "-m", Workbench.maintainer, "--source", "-u", "-o", "out",
      ]
      try bench.call(.deb, words).successful()
      let script = """
        dpkg-source -x out/*.dsc rebuilt; cd rebuilt; dpkg-buildpackage -us -uc -b
        cmp ../twisted-x_1.0_all.deb ../out/twisted-x_1.0_all.deb
        """
      try run("sh", "-ec", script, environment: ["SOURCE_DATE_EPOCH": nil], in: bench.folder, timeout: .seconds(300))
        .successful()
    }
  }

  /// dpkg-source leaves these out of a native package, come what may.
  @Test func refusesWhatNoNativePackageCanHold() throws {
    try Workbench.with { bench in
      try run("sh", "-ec", "mkdir -p odd/debian; echo x >odd/debian/files", in: bench.folder).successful()
      let words = ["-q", "-t", "web.tac", "-m", Workbench.maintainer, "-u", "--include", "odd:/srv/"]
      let result = try bench.call(.deb, words + ["--source", "-o", "native"])
      #expect(
        result.status == 1 && result.errors.contains("debian/files") && result.errors.contains("quilt"), "\(result)")
      #expect(!bench.files.contains("native") && bench.leftovers.isEmpty)
      try bench.call(.deb, words + ["--source", "-o", "quilt", "-V", "1.0-1"]).successful()
      let script = """
        dpkg-source -x quilt/*.dsc rebuilt; cd rebuilt; dpkg-buildpackage -us -uc -b
        cmp ../twisted-web_1.0-1_all.deb ../quilt/twisted-web_1.0-1_all.deb
        """
      try run("sh", "-ec", script, environment: ["SOURCE_DATE_EPOCH": nil], in: bench.folder, timeout: .seconds(300))
        .successful()
    }
  }
}
