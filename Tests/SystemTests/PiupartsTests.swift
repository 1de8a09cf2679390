import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Debian's own check of installation, removal, purge and upgrade.
  @Suite(.enabled(if: wantsEverything, "piuparts is for `make check-system`"))
  struct PiupartsTests {
    /// The root has the package's dependencies already, so what they leave is not held against the package. The first version
    /// comes from an archive of its own, for piuparts tests an upgrade only from what apt knows.
    @Test(.timeLimit(.minutes(15)))
    func installsPurgesAndUpgrades() throws {
      try LifecycleBuild.with(.deb) { packages in
        let first = try #require(packages[.first])
        let second = try #require(packages[.second])
        try withTemporaryFolder { folder in
          try run(
            "sh", "-euc",
            """
            mkdir archive
            cp "$1" archive
            cd archive
            dpkg-scanpackages --multiversion . >Packages
            # For apt's own user.
            chmod -R a+rX "$3"
            # piuparts reads only what gzip wrote.
            gzip --fast --stdout "$2" >../base.tgz
            """, "sh", first, try RootRecipe.plain.tarball(), folder, in: folder
          ).successful()
          // deb ADDRESS SUITE main
          let mirror = try RootRecipe.archive()
          var piuparts = Privilege.command(
            "piuparts",
            [
              "--basetgz=\(folder)/base.tgz", "--distribution=\(RootRecipe.usualSuite)", "--mirror=\(mirror) main",
              "--no-eatmydata", "--bindmount=\(folder)/archive",
              "--extra-repo=deb [trusted=yes] file:\(folder)/archive ./", second,
            ])
          piuparts.timeout = .seconds(800)
          let result = try piuparts.run()
          #expect(
            result.output.contains("PASS: All tests"), "\(result.output.suffix(5000))\(result.errors.suffix(2000))")
          #expect(result.output.contains("PASS: Installation, upgrade and purging tests"), "no upgrade was tested")
          #expect(result.succeeded)
        }
      }
    }
  }
}
