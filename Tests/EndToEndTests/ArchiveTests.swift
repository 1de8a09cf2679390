import Foundation
import TestSupport
import Testing

/// Archives that `--repo` makes and adds to.
@Suite struct ArchiveTests {
  private func words(_ format: PackageFormat, version: String = "1.0", _ more: [String] = []) -> [String] {
    common(format) + ["-o", "out", "-V", version] + more
  }

  private func common(_ format: PackageFormat) -> [String] {
    ["-q", "-t", "web.tac", "-m", Workbench.maintainer, "--repo", "archive"] + (format == .deb ? ["-u"] : [])
  }

  /// The versions that the archive's readers find.
  private func versions(_ format: PackageFormat, _ bench: Workbench) throws -> [String] {
    switch format {
    case .deb:
      let index = try run("xz", "-dc", "archive/dists/stable/main/binary-amd64/Packages.xz", in: bench.folder)
      return try index.successful().output.split(separator: "\n").filter { $0.hasPrefix("Version: ") }
        .map { String($0.dropFirst(9)) }
    case .rpm:
      let result = try run(
        "dnf", "--quiet", "--installroot=\(bench.folder)/root", "--releasever=1", "--setopt=reposdir=/dev/null",
        "--setopt=cachedir=\(bench.folder)/cache", "--repofrompath=ours,file://\(bench.folder)/archive", "repoquery",
        "--refresh",
        "--arch=noarch", "--queryformat=%{version}", "--showduplicates", environment: ["HOME": bench.folder])
      return try result.successful().output.split(separator: "\n").map(String.init).sorted()
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func keepsSeveralVersions(format: PackageFormat) throws {
    try Workbench.with { bench in
      for version in ["1.0", "1.1", "1.1", "1.2"] {
        let result = try bench.call(format, words(format, version: version))
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      }
      #expect(try versions(format, bench) == ["1.0", "1.1", "1.2"])
      #expect(bench.leftovers.isEmpty)
      try bench.expectNothingAside(in: "archive")
    }
  }

  /// Each distribution has its own packages, and each component of it; the upload and the changelog name the distribution.
  @Test func keepsDistributionsApart() throws {
    try Workbench.with { bench in
      for (version, more) in [
        ("1.0", []), ("1.1", ["--distribution", "trixie"]),
        ("1.2", ["--distribution", "trixie", "--section", "contrib/net", "--source"]),
      ] as [(String, [String])] {
        try bench.call(.deb, words(.deb, version: version, more)).successful()
      }
      func versions(_ place: String) throws -> String {
        try run(
          "sh", "-ec", "sed -n 's/^Version: //p' archive/dists/\(place)/binary-amd64/Packages", in: bench.folder
        ).successful().output
      }
      #expect(try versions("stable/main") == "1.0\n")
      #expect(try versions("trixie/main") == "1.1\n" && versions("trixie/contrib") == "1.2\n")
      let release = try String(contentsOfFile: "\(bench.folder)/archive/dists/trixie/Release", encoding: .utf8)
      #expect(release.contains("\nSuite: trixie\n") && release.contains("\nComponents: contrib main\n"), "\(release)")
      for file in ["out/twisted-web_1.2_amd64.changes", "out/twisted-web-1.2/debian/changelog"] {
        let text = try String(contentsOfFile: "\(bench.folder)/\(file)", encoding: .utf8)
        #expect(text.contains("trixie") && !text.contains("unstable"), "\(file)")
      }
      let control = try String(contentsOfFile: "\(bench.folder)/out/twisted-web-1.2/debian/control", encoding: .utf8)
      #expect(control.contains("\nStandards-Version: 4.7.2\n"))
    }
  }

  @Test(arguments: ["", "Trixie", "a/b", "../x", ".", "-x", "a b"])
  func refusesWhatIsNoDistribution(name: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, words(.deb, ["--distribution=\(name)"]))
      #expect(result.status == 2 && result.errors.contains("--distribution"), "\(result)")
      #expect(bench.files.isEmpty)
    }
  }

  /// Whoever read the former list still finds what that lists.
  @Test func keepsTheFormerIndices() throws {
    try Workbench.with { bench in
      try bench.call(.deb, words(.deb)).successful()
      let former = try run(
        "sh", "-ec", "sed -n 's/^ \\([0-9a-f]\\{64\\}\\) .*binary-amd64.*/\\1/p' Release",
        in: "\(bench.folder)/archive/dists/stable"
      ).successful().output.split(separator: "\n")
      try bench.call(.deb, words(.deb, version: "1.1")).successful()
      let place = "\(bench.folder)/archive/dists/stable/main/binary-amd64/by-hash/SHA256"
      #expect(former.count == 3)
      for digest in former { #expect(FileManager.default.fileExists(atPath: "\(place)/\(digest)"), "\(digest)") }
      // What the list says of them is true.
      try run("sh", "-ec", "for file in *; do echo \"$file  $file\"; done | sha256sum --check --quiet", in: place)
        .successful()
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func refusesAnotherPackageOfTheSameVersion(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.call(format, words(format)).successful()
      let before = try bench.state(of: "archive")
      let result = try bench.call(format, words(format, ["-e", "Another one"]))
      #expect(result.status == 1 && result.errors.contains("is there already"), "\(result)")
      #expect(result.errors.contains("--set-version"))
      #expect(try bench.state(of: "archive") == before)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func takesSeveralRunsAtOnce(format: PackageFormat) throws {
    try Workbench.with { bench in
      let command = common(format).map { "'\($0)'" }.joined(separator: " ")
      let versions = (1...6).map { "1.\($0)" }
      let script = """
        pids=
        for version in \(versions.joined(separator: " ")); do
          "$0" \(command) -V "$version" -o "out$version" & pids="$pids $!"
        done
        for pid in $pids; do wait "$pid"; done
        """
      try run("sh", "-ec", script, format.tool, environment: bench.environment, in: bench.folder).successful()
      #expect(try self.versions(format, bench) == versions)
      try bench.expectNothingAside(in: "archive")
    }
  }

  /// Killed at any moment, a run leaves indices that are complete, and the next run cleans up.
  @Test(arguments: PackageFormat.allCases, [SIGTERM, SIGKILL])
  func survivesTheEndOfARun(format: PackageFormat, signal: Int32) throws {
    try Workbench.with { bench in
      try bench.call(format, words(format)).successful()
      for step in 1...6 {
        var arguments = ["-s", String(signal), String(Double(step) * 0.06), format.tool]
        arguments += words(format, version: "2.\(step)")
        var program = Program("timeout", arguments)
        program.environment = bench.environment
        program.folder = bench.folder
        _ = try program.run()
        #expect(try versions(format, bench).contains("1.0"))
        try bench.expectNothingAside(in: "archive")
      }
      try bench.call(format, words(format, version: "3.0")).successful()
      #expect(try versions(format, bench).contains("3.0"))
      try bench.expectNothingAside(in: "archive")
    }
  }

  @Test func holdsTheSourcesToo() throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        // The signatures of the second run are new ones; the package is the same.
        for _ in 1...2 {
          let result = try bench.call(
            .deb, ["-t", "web.tac", "-m", Workbench.maintainer, "--source", "--repo", "archive"],
            environment: keyring.environment)
          #expect(result.succeeded, "\(result)")
        }
        let index = try String(
          contentsOfFile: "\(bench.folder)/archive/dists/stable/main/source/Sources", encoding: .utf8)
        #expect(index.contains("twisted-web_1.0.dsc\n") && index.contains("Directory: pool/main/t/twisted-web\n"))
        try run(
          "sh", "-ec",
          """
          gpgv --quiet --keyring '\(keyring.publicKey)' InRelease
          gpgv --quiet --keyring '\(keyring.publicKey)' Release.gpg Release
          """, in: "\(bench.folder)/archive/dists/stable"
        ).successful()
      }
    }
  }

  @Test func signsTheIndicesOfRPM() throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        try bench.call(.rpm, words(.rpm, ["--sign", "ada@example.org"]), environment: keyring.environment).successful()
        try bench.call(.rpm, words(.rpm, ["--sign", "ada@example.org"]), environment: keyring.environment).successful()
        try run(
          "gpgv", "--keyring", keyring.publicKey, "repomd.xml.asc", "repomd.xml",
          in: "\(bench.folder)/archive/repodata"
        ).successful()
      }
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func namesThePackageOfAMissingProgram(format: PackageFormat) throws {
    try Workbench.with { bench in
      let packer = format == .deb ? "dpkg-deb" : "rpmbuild"
      let bin = try bench.standIn(for: packer, "PATH=/usr/bin:/bin exec /usr/bin/\(packer) \"$@\"")
      _ = try bench.standIn(for: "gzip", "exec /usr/bin/gzip \"$@\"")
      let result = try bench.call(format, words(format), environment: ["PATH": bin])
      let package = format == .deb ? "apt-utils" : "createrepo-c"
      #expect(result.status == 1 && result.errors.contains("apt-get install \(package)"), "\(result)")
      #expect(bench.files.filter { !$0.hasPrefix("bin") } == [], "something was made before it was looked for")
    }
  }
}

extension Workbench {
  /// Everything in a folder with its digest.
  fileprivate func state(of folder: String) throws -> String {
    try run("sh", "-ec", "find . -type f | sort | xargs sha256sum", in: "\(self.folder)/\(folder)").successful().output
  }

  /// Of the hidden folders, only those that are in use are there.
  fileprivate func expectNothingAside(in folder: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let script = """
      for link in $(find . -type l); do readlink "$link"; done | sort >used
      find . -mindepth 1 -name '.*' ! -name .lock ! -path '*/.*/.*' -printf '%f\\n' | sort >hidden; cmp used hidden; rm used hidden
      """
    var result = try run("sh", "-ec", script, in: "\(self.folder)/\(folder)")
    // Whoever cleans up after a process that was killed needs a moment.
    for _ in 0..<50 where !result.succeeded {
      usleep(50_000)
      result = try run("sh", "-ec", script, in: "\(self.folder)/\(folder)")
    }
    #expect(result.succeeded, "\(result)", sourceLocation: sourceLocation)
  }
}
