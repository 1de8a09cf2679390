import Foundation
import TestSupport
import Testing

/// Signatures with a throw-away key, checked by the programs that check them elsewhere.
@Suite struct SigningTests {
  private static let deb = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out", "--source"]
  private static let rpm = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out"]

  private func contents(_ bench: Workbench, _ ending: String) throws -> String {
    let name = try #require(bench.files.first { $0.hasSuffix(ending) })
    return try String(contentsOfFile: "\(bench.folder)/\(name)", encoding: .utf8)
  }

  /// The maintainer's key, and one that is named.
  @Test(arguments: [[], ["--sign", "ada@example.org"], ["--sign", "Ada Example"]])
  func signsTheUpload(words: [String]) throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let result = try bench.call(.deb, Self.deb + words, environment: keyring.environment)
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
        let verified = try run(
          "sh", "-ec",
          """
          dscverify --no-conf --no-sig-check *.changes
          dscverify --no-conf --keyring '\(keyring.publicKey)' *.changes
          for file in *.dsc *.buildinfo *.changes; do gpgv --quiet --keyring '\(keyring.publicKey)' "$file"; done
          dpkg-source --require-valid-signature -x *.dsc x || dpkg-source --no-check -x *.dsc x
          """, environment: ["HOME": bench.folder], in: "\(bench.folder)/out")
        #expect(verified.succeeded, "\(verified)")
        #expect(bench.leftovers.isEmpty)
      }
    }
  }

  @Test(arguments: [["--unsigned"], ["-u"]])
  func leavesTheUploadUnsigned(words: [String]) throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let result = try bench.call(.deb, Self.deb + words, environment: keyring.environment)
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
        for ending in [".dsc", ".changes", ".buildinfo"] { #expect(try !contents(bench, ending).contains("PGP")) }
      }
    }
  }

  @Test func warnsWhereTheMaintainerHasNoKey() throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let words = ["-t", "web.tac", "-m", "Bob Example <bob@example.org>", "-o", "out", "--source"]
        let result = try bench.call(.deb, words, environment: keyring.environment)
        #expect(result.succeeded && result.errors.isOneLine, "\(result)")
        #expect(result.errors.contains("no secret key of bob@example.org") && result.errors.contains("--sign KEY"))
        #expect(try !contents(bench, ".changes").contains("PGP"))
      }
    }
  }

  /// Neither an expired key nor one that is not there.
  @Test(arguments: PackageFormat.allCases)
  func failsWithoutTheKeyThatWasNamed(format: PackageFormat) throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let words = (format == .deb ? Self.deb : Self.rpm) + ["--sign", "bob@example.org"]
        let result = try bench.call(format, words, environment: keyring.environment)
        #expect(
          result.status == 1 && result.errors.isOneLine && result.errors.contains("\"bob@example.org\""), "\(result)")
        #expect(bench.files.isEmpty && bench.leftovers.isEmpty)
      }
    }
  }

  @Test func signsPackagesOfRPM() throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let result = try bench.call(.rpm, Self.rpm + ["--sign", "ada@example.org"], environment: keyring.environment)
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
        let verified = try run(
          "sh", "-ec",
          """
          rpmkeys --dbpath "$PWD/db" --import '\(keyring.armouredKey)'
          rpmkeys --dbpath "$PWD/db" --checksig -v *.rpm
          """, environment: ["HOME": bench.folder], in: "\(bench.folder)/out")
        #expect(verified.succeeded && !verified.output.contains("NOKEY"), "\(verified)")
        let signatures = verified.output.split(separator: "\n").filter { $0.contains("Signature, key ID") }
        #expect(signatures.count >= 2 && signatures.allSatisfy { $0.hasSuffix("OK") }, "\(verified)")
      }
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func takesThePassphraseFromAFile(format: PackageFormat) throws {
    try Keyring.with(passphrase: "open sesame") { keyring in
      try Workbench.with { bench in
        try bench.place("the pass%phrase", "open sesame\n")
        try bench.place("wrong", "shut sesame\n")
        let words = (format == .deb ? Self.deb : Self.rpm) + ["--sign", "ada@example.org"]
        func call(_ words: [String]) throws -> ProgramResult {
          try bench.call(format, words, environment: keyring.environment)
        }
        for more in [[], ["--sign-passphrase-file", "wrong"]] {
          let refused = try call(words + more)
          #expect(refused.status == 1 && refused.errors.contains("--sign-passphrase-file"), "\(refused)")
          #expect(!bench.files.contains("out") && bench.leftovers.isEmpty)
        }
        let result = try call(words + ["--sign-passphrase-file", "the pass%phrase"])
        #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      }
    }
  }

  /// As when an agent waits for somebody who is not there.
  @Test(arguments: PackageFormat.allCases)
  func endsASignatureThatHangs(format: PackageFormat) throws {
    try Keyring.with { keyring in
      try Workbench.with { bench in
        let bin = try bench.standIn(
          for: "gpg", "case \"$*\" in *list-secret*) exec /usr/bin/gpg \"$@\" ;; esac\nsleep 600 & wait")
        let words = (format == .deb ? Self.deb : Self.rpm) + ["--sign", "ada@example.org", "--sign-timeout", "1"]
        let result = try bench.call(
          format, words, environment: keyring.environment.merging(["PATH": "\(bin):/usr/bin:/bin"]) { $1 },
          timeout: .seconds(30))
        #expect(result.status == 1 && result.errors.contains("within 1 second"), "\(result)")
        #expect(!bench.files.contains("out") && bench.leftovers.isEmpty)
      }
    }
  }

  @Test func namesThePackageOfMissingGnuPG() throws {
    try Workbench.with { bench in
      let bin = try bench.standIn(for: "rpmbuild", "exec /usr/bin/rpmbuild \"$@\"")
      let result = try bench.call(.rpm, Self.rpm + ["--sign", "x"], environment: ["PATH": bin])
      #expect(result.status == 1 && result.errors.contains("apt-get install gpg"), "\(result)")
    }
  }
}
