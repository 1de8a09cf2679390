import Foundation
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
      #expect(refused.status == 2 && refused.errors.contains("is not a package that can be installed"), "\(refused)")
      let file = "\(bench.folder)/twisted-web-1.0-1.noarch.rpm"
      try run("sh", "-c", "printf x | dd of=\"$1\" bs=1 seek=$(($(stat -c %s \"$1\") - 9)) conv=notrunc", "sh", file)
        .successful()
      let broken = try bench.tap2rpm("--verify=offline", file)
      #expect(broken.status != 0, "\(broken)")
    }
  }

  /// A package that somebody else made: nothing of it runs, nothing of it is waited for, and its words are names.
  @Test func readsHostilePackages() throws {
    try withPackage { bench in
      let units = "x/usr/lib/systemd/system"
      for (change, told) in [
        ("sed -i 's|^Depends: |&./evil.deb, |' x/DEBIAN/control", "invalid package name"),
        ("sed -i 's|^Depends: |&?essential, |' x/DEBIAN/control", "invalid package name"),
        (
          "mkfifo \(units)/a.service; ln -s /dev/zero \(units)/b.service; mkfifo x/etc/init.d/c; "
            + "printf '#!/bin/sh\\ntouch ran\\n' >x/DEBIAN/preinst; chmod 755 x/DEBIAN/preinst; ln -s /etc x/etc/evil",
          ""
        ),
      ] {
        try run(
          "sh", "-c",
          "rm -rf x && dpkg-deb -R twisted-web_1.0_all.deb x && \(change) && dpkg-deb --nocheck -b x evil.deb",
          in: bench.folder
        ).successful()
        let result = try bench.tap2deb("--verify=offline", "evil.deb")
        // dpkg-deb itself refuses to read a relation to what is no name.
        #expect(told.isEmpty || result.status == 1 && result.errors.contains(told), "\(result)")
        #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/ran"))
        #expect(bench.leftovers.isEmpty, "\(bench.leftovers)")
      }
    }
  }

  /// A file that lies behind a link of the same package is not written to where the link leads.
  @Test func unpacksNothingBehindLinks() throws {
    try Workbench.with { bench in
      let victim = "\(bench.folder)/victim"
      try bench.place(
        "e.spec",
        """
        Name: evil
        Version: 1
        Release: 1
        Summary: x
        License: MIT
        BuildArch: noarch
        %define _build_id_links none
        %define __os_install_post true
        %description
        x
        %install
        mkdir -p %{buildroot}/etc \(victim)
        ln -s \(victim) %{buildroot}/etc/x
        echo evil >%{buildroot}/etc/x/evil
        %files
        /etc/x
        /etc/x/evil

        """)
      try run(
        "sh", "-c",
        "rpmbuild -bb --quiet -D '_topdir '\"$PWD/top\" e.spec && mv top/RPMS/noarch/*.rpm . && rm -r victim/evil",
        in: bench.folder
      ).successful()
      let result = try bench.tap2rpm("--verify=offline", "evil-1-1.noarch.rpm")
      #expect(result.status != 0, "\(result)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: victim).isEmpty)
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
