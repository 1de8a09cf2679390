import TestSupport
import Testing

/// What `--verify` does where nothing is installed: it reads, and refuses what it cannot do.
@Suite struct VerifyOptionTests {
  private func withPackage(_ body: (Workbench) throws -> Void) throws {
    try Workbench.with { bench in
      try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "-o", ".", "--binary-only").successful()
      try body(bench)
    }
  }

  @Test func triesOfflineWhatWasMade() throws {
    try withPackage { bench in
      let table = try bench.tap2deb("--verify=offline", "--junit", "j.xml", "twisted-web_1.0_all.deb").successful()
        .output
      for row in ["unpack", "scripts", "unit", "lint"] { #expect(table.contains("  \(row) "), "\(table)") }
      #expect(table.contains("exposure 1."), "\(table)")
      #expect(try run("cat", "j.xml", in: bench.folder).output.contains("classname=\"twisted-web.offline\""))
    }
  }

  @Test func namesAScriptThatIsNoShell() throws {
    try withPackage { bench in
      try run(
        "sh", "-c",
        "dpkg-deb -R twisted-web_1.0_all.deb x && echo 'if true' >>x/DEBIAN/prerm && dpkg-deb -b x broken.deb",
        in: bench.folder
      ).successful()
      let result = try bench.tap2deb("--verify=offline", "broken.deb")
      #expect(result.status == 1)
      #expect(result.output.contains("scripts  WRONG"), "\(result)")
      #expect(result.output.contains("DEBIAN/prerm:"), "\(result)")
    }
  }

  @Test func triesAnRPMPackageOffline() throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "-o", "."]
      let made = try bench.call(.rpm, words + ["--binary-only", "--verify=offline"])
      #expect(made.status == 0, "\(made)")
      for row in ["unpack", "scripts", "unit", "lint"] { #expect(made.output.contains("  \(row) "), "\(made)") }
      let source = try bench.call(.rpm, words + ["--source-only"]).successful()
      #expect(source.succeeded)
      let refused = try bench.tap2rpm("--verify=offline", "twisted-web-1.0-1.src.rpm")
      #expect(refused.status == 2 && refused.errors.contains("is no package that can be installed"), "\(refused)")
      let file = "\(bench.folder)/twisted-web-1.0-1.noarch.rpm"
      try run("sh", "-c", "printf x | dd of=\"$1\" bs=1 seek=$(($(stat -c %s \"$1\") - 9)) conv=notrunc", "sh", file)
        .successful()
      let broken = try bench.tap2rpm("--verify=offline", file)
      #expect(broken.status != 0, "\(broken)")
    }
  }

  @Test func refusesWhatItCannotTry() throws {
    try withPackage { bench in
      let deb = "twisted-web_1.0_all.deb"
      for (words, told) in [
        (["--verify-root", "r", "-t", "web.tac"], "is for --verify"),
        (["--verify=offline", "--verify-root", "r", deb], "runs nothing"),
        (["--verify=../x", deb], "takes no"),
        (["--verify=offline", "missing.deb"], "there is no package"),
      ] {
        let result = try bench.call(.deb, words + (words.contains("web.tac") ? ["-m", Workbench.maintainer] : []))
        #expect(result.status == 2 && result.errors.contains(told), "\(result)")
      }
    }
  }
}
