import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whoever builds, where and when.
@Suite struct ReproducibilityTests {
  struct Surroundings: Sendable, CustomTestStringConvertible {
    let name: String
    let script: String
    var needsRoot = false
    var testDescription: String { name }
  }

  /// Each line is run by sh before the tool, in an empty folder that `web.tac` is then copied to.
  static let surroundings = [
    Surroundings(name: "time zone", script: "export TZ=Pacific/Kiritimati"),
    Surroundings(name: "locale", script: "export LC_ALL=tr_TR.UTF-8 LANG=de_DE LANGUAGE=fr"),
    Surroundings(name: "closed umask", script: "umask 077"),
    Surroundings(name: "open umask", script: "umask 000"),
    Surroundings(name: "folder", script: "mkdir -p 'a b/c' && mv web.tac 'a b/c' && cd 'a b/c'"),
    Surroundings(name: "home", script: "mkdir h && echo '%packager X' >h/.rpmmacros && export HOME=$PWD/h"),
    Surroundings(name: "file's time", script: "touch -d 2001-02-03 web.tac"),
    Surroundings(name: "unrelated things", script: "touch x y z .hidden && mkdir -p .build/old"),
    Surroundings(name: "file's mode", script: "chmod 4755 web.tac"),
    Surroundings(name: "TMPDIR", script: "mkdir -p tmp/deeper && export TMPDIR=$PWD/tmp/deeper"),
    Surroundings(name: "relative TMPDIR", script: "mkdir tmp && export TMPDIR=tmp"),
    Surroundings(name: "later", script: "sleep 1.1"),
    Surroundings(
      name: "packers' settings",
      script: "export DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_THREADS_MAX=1 XZ_DEFAULTS=-0 XZ_OPT=-0 RPM_BUILD_NCPUS=7"),
    Surroundings(name: "one core", script: "tool=\"taskset -c 0 $tool\""),
    Surroundings(
      name: "order of files",
      script: "mkdir -p files/d; for name in c a b; do echo $name >files/d/$name; done; rm -r files; touch z a m"),
    Surroundings(
      name: "host", script: "tool=\"unshare --uts sh -c 'hostname elsewhere; exec \\\"\\$@\\\"' sh $tool\"",
      needsRoot: true),
    Surroundings(
      name: "user",
      script: """
        bin=$(mktemp -d); cp $tool $bin/tool; chmod -R a+rx $bin; chmod -R a+rwX . "$TMPDIR"; chmod a+rx ..
        tool="setpriv --reuid=65534 --regid=65534 --clear-groups $bin/tool"
        """, needsRoot: true),
  ]

  /// What is packaged: each kind of file there is.
  static let subjects = [
    "-t web.tac", "-t \(FormatTests.samples)/twisted22-py310-timer.tap", "--plugin web -- --path=/srv --port=8080",
  ]

  @Test(arguments: PackageFormat.allCases, surroundings)
  func isIndependentOf(format: PackageFormat, surroundings: Surroundings) throws {
    guard !surroundings.needsRoot || getuid() == 0 else { return }
    for subject in Self.subjects {
      let here = try digests(format, subject, after: ":")
      #expect(!here.isEmpty)
      #expect(try digests(format, subject, after: surroundings.script) == here, "\(subject)")
    }
  }

  /// Digests of all files that a build makes, by their paths.
  private func digests(_ format: PackageFormat, _ subject: String = "-t web.tac", after script: String) throws
    -> [String]
  {
    try Workbench.with { bench in
      let build = "eval \"$tool\" -q -m \"'\(Workbench.maintainer)'\" -o '\"$OUT\"' \(subject)"
      var environment = bench.environment
      environment["OUT"] = "\(bench.folder)/out"
      try run(
        "sh", "-ec", "umask 022; tool=$0; \(script)\n\(build)", format.tool, environment: environment, in: bench.folder
      ).successful()
      let listing = "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum"
      return try run("sh", "-ec", listing, in: "\(bench.folder)/out").successful()
        .output.split(separator: "\n").map(String.init)
    }
  }

  @Test func makesBothRPMsOrTheDeb() throws {
    #expect(try digests(.deb, after: ":").count { $0.hasSuffix(".deb") } == 1)
    #expect(try digests(.rpm, after: ":").count == 2)
  }

  /// The packaging for people makes the very package that tap2deb made.
  @Test func rebuildsTheSameDebianPackage() throws {
    try Workbench.with { bench in
      let package = try bench.package(.deb, ["-t", "web.tac"])
      let rebuilt = try bench.rebuildDebianPackage()
      #expect(try rebuilt.digest == package.digest)
    }
  }

  /// The macros that README names make the very same packages; diffoscope, where there is one, finds nothing.
  @Test(arguments: [
    ["-t", "web.tac"], ["-t", "web.tac", "--compression", "zstd:3", "-V", "1:2.0rc1-3"], ["--plugin", "web"],
  ])
  func rebuildsTheSameRPMs(words: [String]) throws {
    try Workbench.with { bench in
      let package = try bench.package(.rpm, words)
      let label = String(package.path.dropLast(".noarch.rpm".count))
      let top = "\(bench.folder)/top"
      try run(
        "sh", "-ec", "mkdir -p \"$1/SOURCES\" && rpm2cpio \"$0\" | cpio -idm --quiet -D \"$1/SOURCES\"",
        "\(label).src.rpm", top
      ).successful()
      try run(
        "rpmbuild", "-bb", "--define", "_topdir \(top)", "--define", "_buildhost localhost", "--define",
        "use_source_date_epoch_as_buildtime 1", "--define", "clamp_mtime_to_source_date_epoch 1", "--define",
        "_srcdefattr (-,root,root)", "\(top)/SOURCES/\(try package.name).spec",
        environment: [
          "HOME": bench.folder, "LC_ALL": "C.UTF-8", "MAGIC": "/dev/null",
          "SOURCE_DATE_EPOCH": try package.tag("BUILDTIME"),
        ]
      ).successful()
      let rebuilt = BuiltPackage(format: .rpm, path: "\(top)/RPMS/noarch/\(package.fileName)")
      if try rebuilt.digest != package.digest {
        let difference = try? run("diffoscope", package.path, rebuilt.path)
        Issue.record("\(difference?.output ?? "the packages differ")")
      }
    }
  }
}
