import Foundation
import TestSupport
import Testing

/// Versions, changelogs, licences and compression, as the packages have them in the end.
@Suite struct ReleaseTests {
  static let markdown = """
    # Changelog
    ## [Unreleased]
    - a secret
    ## [1.2.0-rc.1] - 2026-03-04
    ### Added
    - 100% of **bold** [links](http://example.org), on and on and on and on and on and on and on and on
      %{lua: error("x")} goes on
    - -- not <a@b.org>  Sat, 21 Nov 2026 08:03:46 +0000
    ### Fixed
    * %files crashed \\
    * # no comment
    ## v1.1.0 (2025-01-02)
    * Sat Nov 21 2026 Eve <eve@example.org> - 9.9-9

    ## 1.0
    A first release.

    [1.2.0-rc.1]: http://example.org/x
    """

  static let undated: [String: String?] = ["SOURCE_DATE_EPOCH": nil]

  @Test func rendersAMarkdownHistoryForDebian() throws {
    try Workbench.with { bench in
      try bench.place("NEWS.md", Self.markdown)
      let package = try bench.package(.deb, ["-t", "web.tac", "--changelog", "NEWS.md"], environment: Self.undated)
      #expect(try package.version == "1.2.0~rc.1")
      let documentation = "/usr/share/doc/twisted-web"
      try package.contents("\(documentation)/changelog.gz").write(to: URL(filePath: "\(bench.folder)/changelog.gz"))
      try run("gzip", "-d", "changelog.gz", in: bench.folder).successful()
      let parsed = try run("dpkg-parsechangelog", "--all", "-l", "\(bench.folder)/changelog").successful()
      #expect(parsed.errors.isEmpty, "\(parsed)")
      let versions = try run(
        "dpkg-parsechangelog", "--all", "--format", "rfc822", "-S", "Version", "-l", "\(bench.folder)/changelog"
      ).output
      #expect(versions.split(separator: "\n").map(String.init) == ["1.2.0~rc.1", "1.1.0", "1.0"])
      #expect(parsed.output.contains("Date: Wed, 04 Mar 2026 00:00:00 +0000"))
      #expect(!parsed.output.contains("secret"))
      #expect(try package.paths.contains("\(documentation)/NEWS.gz"))
    }
  }

  @Test func rendersAMarkdownHistoryForRPM() throws {
    try Workbench.with { bench in
      try bench.place("NEWS.md", Self.markdown)
      let package = try bench.package(.rpm, ["-t", "web.tac", "--changelog", "NEWS.md"], environment: Self.undated)
      #expect(package.fileName == "twisted-web-1.2.0~rc.1-1.noarch.rpm")
      let names = try package.tagList("CHANGELOGNAME")
      #expect(
        names == [
          "\(Workbench.maintainer) - 1.2.0~rc.1-1", "\(Workbench.maintainer) - 1.1.0-1",
          "\(Workbench.maintainer) - 1.0-1",
        ])
      let text = try package.tagList("CHANGELOGTEXT").joined(separator: "\n")
      #expect(text.contains("100% of bold links") && text.contains("%{lua: error(\"x\")}"), "\(text)")
      #expect(text.contains("- Fixed: %files crashed \\"), "\(text)")
      #expect(try package.text("/usr/share/doc/twisted-web/NEWS").contains("1.1.0-1 (2025-01-02)"))
    }
  }

  @Test func keepsADebianChangelog() throws {
    try Workbench.with { bench in
      let text = """
        other-name (2:3.1-4) bookworm; urgency=high

          [ Bob ]
          * One thing. (Closes: #1)
            + and more of it
          * Another.

         -- Bob <bob@example.org>  Sat, 03 Jan 2026 10:00:00 +0100

        other-name (2:3.0-1) unstable; urgency=low

          * First.

         -- Ada <ada@example.org>  Thu, 01 Jan 2026 00:00:00 +0000
        """
      try bench.place("changelog", text)
      let deb = try bench.package(.deb, ["-t", "web.tac", "--changelog", "changelog"], environment: Self.undated)
      #expect(try deb.version == "2:3.1-4" && deb.fileName == "twisted-web_3.1-4_all.deb")
      let rendered = try String(
        contentsOfFile: "\(bench.folder)/.build/twisted-web-3.1-4/debian/changelog", encoding: .utf8)
      #expect(
        rendered.hasPrefix(
          "twisted-web (2:3.1-4) bookworm; urgency=high\n\n  [ Bob ]\n  * One thing. (Closes: #1)\n    + and"),
        "\(rendered)"
      )
      #expect(rendered.contains(" -- Bob <bob@example.org>  Sat, 03 Jan 2026 10:00:00 +0100\n"))
      let rpm = try bench.package(.rpm, ["-t", "web.tac", "--changelog", "changelog"], environment: Self.undated)
      #expect(try rpm.fileName == "twisted-web-3.1-4.noarch.rpm" && rpm.tag("EPOCH") == "2")
      let differs = try bench.tap2deb(
        "-t", "web.tac", "-m", Workbench.maintainer, "--changelog", "changelog", "-V", "5")
      #expect(differs.succeeded && differs.errors.contains("newest version is 2:3.1-4"), "\(differs)")
    }
  }

  @Test(
    arguments: [
      ("bad (1.0) unstable; urgency=low\n\n  * x\n", "changelog:4"),
      ("bad (1.0) unstable; urgency=low\n\n  * x\n\n -- A <a@b.c>  yesterday\n", "changelog:5"),
      ("bad (1.0) unstable; urgency=low\n\nx\n", "changelog:3"), ("## 1.0\n- a\u{1B}[2Jb\n", "changelog:2"),
      ("nothing\n", "no entry"), ("", "no entry"),
      ("## 1.0\n- \(String(repeating: "x", count: 5000))\n", "changelog:2"),
      ("## 1.0\n- \u{202E}x\n", "changelog:2"),
    ])
  func refusesABrokenHistory(text: String, message: String) throws {
    try Workbench.with { bench in
      try bench.place("changelog", text)
      let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "--changelog", "changelog")
      #expect(result.status == 2 && result.errors.contains(message) && result.errors.isOneLine, "\(result)")
    }
  }

  @Test func asksGit() throws {
    try Workbench.with { bench in
      let git = "git -c user.name=A -c user.email=a@b.c -c init.defaultBranch=m -c commit.gpgsign=false"
      func version() throws -> String {
        let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "-V", "git", "-o", "out")
        let package = try #require(result.output.split(separator: "\n").first, "\(result)")
        return try BuiltPackage(format: .deb, path: "\(bench.folder)/\(package)").version
      }
      func shell(_ script: String) throws {
        try run(
          "sh", "-ec", script.replacing("git ", with: git + " "), environment: ["GIT_CONFIG_GLOBAL": "/dev/null"],
          in: bench.folder
        )
        .successful()
      }
      let none = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "-V", "git")
      #expect(none.status == 2 && none.errors.contains("no git repository"), "\(none)")
      try shell("git init -q .; git add web.tac; GIT_COMMITTER_DATE='@1700000000 +0000' git commit -qm 'Begin %x'")
      #expect(try version().hasPrefix("0~git20231114.1.g"))
      try shell("git tag v1.2.0-rc1")
      #expect(try version() == "1.2.0~rc1")
      try shell("echo >>web.tac")
      #expect(try version().wholeMatch(of: /1\.2\.0~rc1\+0\.g[0-9a-f]{7,}\.dirty/) != nil)
      try shell("git commit -qam 'Add %files'")
      #expect(try version().wholeMatch(of: /1\.2\.0~rc1\+1\.g[0-9a-f]{7,}/) != nil)
      try shell("git tag release-1.2.0")
      #expect(try version() == "1.2.0")
      let package = try bench.package(.rpm, ["-t", "web.tac", "--changelog", "git"])
      #expect(try package.version == "1.2.0")
      #expect(try package.tagList("CHANGELOGTEXT") == ["- Add %files", "- Begin %x"])
    }
  }

  @Test func tellsTheLicence() throws {
    try Workbench.with { bench in
      let words = [
        "-t", "web.tac", "--license", "gpl-2.0-or-later OR mit", "--copyright", "2024 Ada", "--homepage",
        "https://example.org/a",
      ]
      let deb = try bench.package(.deb, words + ["--section", "web"])
      let copyright = try deb.text("/usr/share/doc/twisted-web/copyright")
      #expect(copyright.contains("\nLicense: GPL-2+ or Expat\n\nLicense: GPL-2+\n On Debian systems"), "\(copyright)")
      #expect(copyright.contains("\nCopyright: 2024 Ada\n") && copyright.contains("\nLicense: Expat\n Permission is"))
      #expect(try deb.field("Homepage") == "https://example.org/a" && deb.field("Section") == "web")
      let lint = try run("lintian", "--allow-root", "--profile", "debian", "--fail-on", "error,warning", deb.path)
      #expect(lint.output.split(separator: "\n").allSatisfy { $0.contains("synopsis") }, "\(lint)")
      let rpm = try bench.package(.rpm, words)
      #expect(try rpm.tag("LICENSE") == "GPL-2.0-or-later OR MIT" && rpm.tag("URL") == "https://example.org/a")
    }
  }

  @Test(
    arguments: [
      (["--license", "MTI"], "did you mean"), (["--license", "GPL-2"], "GPL-2.0-only"),
      (["--license", "MIT OR"], "not complete"),
      (["--license", "(MIT"], "not complete"), (["--license", ""], "empty"),
      (["--homepage", "example.org"], "https://"),
      (["--section", "wbe"], "web"), (["--compression", "xz:10"], "0 to 9"), (["--compression", "lzma"], "xz, zstd"),
      (["--compression", "none:1"], "none"), (["--revision", "x"], "--revision 1"),
      (["-V", "1-1", "-R", "2"], "leave one"),
      (["--license", String(repeating: "(", count: 300) + "MIT"], "not complete"),
      (["--copyright", ""], "--copyright"),
    ])
  func refusesWhatThereIsNot(words: [String], message: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb(["-t", "web.tac", "-m", Workbench.maintainer] + words)
      #expect(result.status == 2 && result.errors.contains(message) && result.errors.isOneLine, "\(result)")
      #expect(bench.files.isEmpty)
    }
  }

  @Test(arguments: ["xz:0", "xz:9", "zstd", "zstd:1", "gzip:9", "none"])
  func packsAsAsked(compression: String) throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "--compression", compression]
      let deb = try bench.package(.deb, words)
      let method = String(compression.prefix { $0 != ":" })
      let ending = ["xz": ".xz", "zstd": ".zst", "gzip": ".gz", "none": ""][method] ?? "?"
      #expect(try run("ar", "t", deb.path).output == "debian-binary\ncontrol.tar\(ending)\ndata.tar\(ending)\n")
      #expect(try bench.rebuildDebianPackage().digest == deb.digest)
      let rpm = try bench.package(.rpm, words)
      let name = method == "none" ? "(none)" : method
      #expect(try rpm.tag("PAYLOADCOMPRESSOR") == name)
    }
  }
}

extension Workbench {
  func tap2deb(_ arguments: [String]) throws -> ProgramResult { try call(.deb, arguments) }
}

extension BuiltPackage {
  /// The values of a header tag that has several.
  func tagList(_ name: String) throws -> [String] {
    try run("rpm", "-qp", "--queryformat", "[%{\(name)}\n]", path).successful().output
      .split(separator: "\n").map(String.init)
  }
}
