import Foundation
import TestSupport
import Testing

extension SystemTests {
  /// apt installs from an archive that tap2deb made.
  @Suite struct AptRepositoryTests {
    @Test(.timeLimit(.minutes(15)))
    func aptInstallsFromASignedArchive() throws {
      try withArchive(signed: true) { archive, key in
        let root = try DebianRoot()
        try root.copy(archive, to: "/tmp/archive.tar")
        try root.copy(key, to: "/tmp/key.gpg")
        try root.shell("tar -xf /tmp/archive.tar -C /srv && chmod 644 /tmp/key.gpg").successful()
        try install(on: root, option: "signed-by=/tmp/key.gpg")
        // What is not signed with the key is refused.
        let refused = try root.shell(
          "echo >>/srv/archive/dists/stable/InRelease; sed -i s/Codename:/Kodename:/ /srv/archive/dists/stable/InRelease;"
            + " apt-get \(Self.options) -o APT::Update::Error-Mode=any update")
        #expect(!refused.succeeded, "\(refused)")
      }
    }

    @Test(.timeLimit(.minutes(15)))
    func aptInstallsFromAnUnsignedArchive() throws {
      try withArchive(signed: false) { archive, _ in
        let root = try DebianRoot()
        try root.copy(archive, to: "/tmp/archive.tar")
        try root.shell("tar -xf /tmp/archive.tar -C /srv").successful()
        try install(on: root, option: "trusted=yes")
      }
    }

    private static let options = "-o Dir::Etc::sourcelist=/tmp/ours.list -o Dir::Etc::sourceparts=/dev/null"

    private func install(on root: DebianRoot, option: String) throws {
      try root.shell("echo 'deb [\(option)] file:/srv/archive stable main' >/tmp/ours.list").successful()
      let update = try root.shell("apt-get \(Self.options) -o APT::Update::Error-Mode=any update")
      #expect(update.succeeded && !update.errors.contains("W:"), "\(update)")
      let policy = try root.shell("apt-cache \(Self.options) policy twisted-web").successful()
      #expect(policy.output.contains("Candidate: 1.1") && policy.output.contains(" 1.0 "), "\(policy)")
      let installed = try root.shell("apt-get \(Self.options) install --yes --no-install-recommends twisted-web")
      #expect(installed.succeeded, "\(installed)")
      #expect(
        try root.run("dpkg-query", "-W", "-f", "${Version} ${db:Status-Status}", "twisted-web").output
          == "1.1 installed")
    }

    /// Calls `body` with a tarball of an archive with two versions, and with the public key.
    private func withArchive(signed: Bool, _ body: (String, String) throws -> Void) throws {
      try withTemporaryFolder { folder in
        let home = "\(folder)/gpg"
        defer { _ = try? run("gpgconf", "--homedir", home, "--kill", "all") }
        if signed {
          try run(
            "sh", "-ec",
            """
            mkdir -m 700 "$GNUPGHOME"
            gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
              --quick-generate-key 'Ada Example <ada@example.org>' ed25519 sign never
            gpg --batch --export >'\(folder)/key.gpg'
            """, environment: ["GNUPGHOME": home]
          ).successful()
        }
        for version in ["1.0", "1.1"] {
          var program = Program(
            Places.tap2deb,
            [
              "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-V", version, "-o", "\(folder)/out",
              "--repo", "\(folder)/archive",
            ] + (signed ? ["--sign", "ada@example.org"] : ["--unsigned"]))
          program.environment = ["GNUPGHOME": home]
          try program.run().successful()
        }
        try run("tar", "-cf", "\(folder)/archive.tar", "archive", in: folder).successful()
        try body("\(folder)/archive.tar", "\(folder)/key.gpg")
      }
    }
  }
}
