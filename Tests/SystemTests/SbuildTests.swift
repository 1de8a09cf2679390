import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Debian's own way from a source package to a binary one: sbuild, in a root that has nothing but the build's dependencies.
  @Suite(.enabled(if: wantsEverything, "sbuild is for `make check-system`"))
  struct SbuildTests {
    /// sbuild runs as the user that its package makes. Ranges of user numbers for its namespace are lent to it in a mount
    /// namespace of its own, so that the machine's /etc/subuid stays as it is.
    private static let script = """
      folder=$1 description=$2
      printf 'sbuild:100000:65536\\n' >"$folder/ranges"
      for file in /etc/subuid /etc/subgid; do mount --bind "$folder/ranges" "$file"; done
      : >"$folder/root.tar"
      mount --bind "$3" "$folder/root.tar"
      # Its user looks at the files below; its mapped root at the folder it unpacks to.
      chmod 755 "$folder" && chmod a+r "$3"
      install -d -o sbuild -g sbuild "$folder/made" "$folder/home"
      cd "$folder/made"
      exec setpriv --reuid sbuild --regid sbuild --clear-groups -- env --ignore-environment \\
        PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$folder/home" LC_ALL=C.UTF-8 \\
        sbuild --chroot-mode=unshare --chroot="$folder/root.tar" --dist=bookworm --nolog --no-run-lintian \\
        --no-apt-update --no-apt-upgrade --no-apt-distupgrade "$description"
      """

    @Test(.timeLimit(.minutes(15)), arguments: ["1.0", "1.0-1"])
    func makesTheSamePackage(version: String) throws {
      try withTemporaryFolder { folder in
        try FileManager.default.copyItem(atPath: Places.example, toPath: "\(folder)/web.tac")
        try "\u{7F}ELF".write(toFile: "\(folder)/lib.so", atomically: true, encoding: .utf8)
        var tool = Program(
          Places.tap2deb,
          [
            "-q", "-t", "web.tac", "-m", "Ada Example <ada@example.org>", "-V", version, "--source", "-u", "-o", "ours",
            "--include", "lib.so",
          ])
        tool.folder = folder
        try tool.run().successful()
        var sbuild = Privilege.command(
          "unshare",
          [
            "--mount", "--propagation", "private", "sh", "-euc", Self.script, "sh", folder,
            "\(folder)/ours/twisted-web_\(version).dsc", try RootRecipe.building.tarball(),
          ])
        sbuild.timeout = .seconds(600)
        let result = try sbuild.run()
        #expect(
          result.output.contains("Status: successful"), "\(result.output.suffix(5000))\(result.errors.suffix(2000))")
        let package = "twisted-web_\(version)_all.deb"
        try run("cmp", "ours/\(package)", "made/\(package)", in: folder).successful()
        let difference = try run("diffoscope", "--no-progress", "ours/\(package)", "made/\(package)", in: folder)
        #expect(difference.status == 0 && difference.output.isEmpty, "\(difference)")
        // What belongs to sbuild's user goes with its rights.
        try Privilege.command("rm", ["-rf", "\(folder)/made", "\(folder)/home"]).run().successful()
      }
    }
  }
}
