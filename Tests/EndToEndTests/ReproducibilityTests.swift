import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whoever builds, where and when.
@Suite struct ReproducibilityTests {
  struct Surroundings: Sendable, CustomTestStringConvertible {
    let name: String
    let script: String
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
    Surroundings(name: "later", script: "sleep 1.1"),
    Surroundings(
      name: "packers' settings",
      script: "export DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_THREADS_MAX=1 XZ_DEFAULTS=-0 XZ_OPT=-0 RPM_BUILD_NCPUS=7"),
  ]

  @Test(arguments: PackageFormat.allCases, surroundings)
  func isIndependentOf(format: PackageFormat, surroundings: Surroundings) throws {
    #expect(try digests(format, after: surroundings.script) == digests(format, after: ":"))
  }

  /// Digests of all packages that a build makes, by their names.
  private func digests(_ format: PackageFormat, after script: String) throws -> [String] {
    try Workbench.with { bench in
      let build = "\"$0\" -q -t web.tac -m '\(Workbench.maintainer)' -o \"$OUT\""
      var environment = bench.environment
      environment["OUT"] = "\(bench.folder)/out"
      try run(
        "sh", "-ec", "\(script)\n\(build)", format.tool, environment: environment, in: bench.folder
      ).successful()
      let listing = "for file in *.deb *.rpm; do [ ! -e \"$file\" ] || sha256sum \"$file\"; done"
      return try run("sh", "-ec", listing, in: "\(bench.folder)/out").successful()
        .output.split(separator: "\n").map(String.init)
    }
  }

  @Test func makesBothRPMsOrTheDeb() throws {
    #expect(try digests(.deb, after: ":").count == 1)
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

  @Test func rebuildsTheSameFilesFromTheSourceRPM() throws {
    try Workbench.with { bench in
      let package = try bench.package(.rpm, ["-t", "web.tac"])
      try run(
        "rpmbuild", "--rebuild", "--define", "_topdir \(bench.folder)/top", "\(bench.folder)/twisted-web-1.0-1.src.rpm",
        environment: ["HOME": bench.folder, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": nil]
      ).successful()
      let rebuilt = "\(bench.folder)/top/RPMS/noarch/twisted-web-1.0-1.noarch.rpm"
      let listings = try [package.path, rebuilt].map { path in
        try ["--dump", "--requires", "--provides", "--scripts", "--changelog"].map {
          try run("rpm", "-qpl", $0, path).successful().output
        }
      }
      #expect(listings[0] == listings[1])
    }
  }
}
