import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// What a root leaves on the machine: nothing.
  @Suite struct RootFolderTests {
    @Test(arguments: [(RootRecipe.plain, RootHolder.Mode.plain), (RootRecipe.systemd, RootHolder.Mode.booted)])
    func isEmptyAfterwards(recipe: RootRecipe, mode: RootHolder.Mode) throws {
      let tarball = try recipe.tarball()
      try withTemporaryFolder { folder in
        // Standard input ends at once, and the root with it.
        chmod(folder, 0o755)
        let arguments = [
          "TMPDIR=\(folder)", "sh", "-c", RootHolder.script("hold-root"), "hold-root", tarball,
          RootHolder.script(mode.rawValue),
        ]
        var program = Privilege.command("env", arguments)
        program.timeout = .seconds(120)
        let result = try program.run()
        #expect(result.output.contains("ready "), "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      }
    }

    /// Killed together with the shell that would clean up: the next one does, and leaves alone what somebody still has.
    @Test func isSweptByTheNext() throws {
      try withTemporaryFolder { folder in
        let script = """
          chmod 755 "$TMPDIR" && cd "$TMPDIR" && mkdir empty
          hold() { sh -c "$1" hold-root empty "$2"; }
          (sleep 3.33 | hold "$1" 'echo ready; exec cat') >said & sleep 1
          left=$(ls -d tap2deb-root-*); holder=$(pgrep -f -o "[h]old-root empty echo ready; exec cat"); groups() { find /sys/fs/cgroup -name "tap2deb-$holder"; }
          hold "$1" true && [ "$(ls -d tap2deb-root-*)" = "$left" ] && [ -n "$holder" ] || { echo "the living one is gone"; ls; }
          kill -KILL "$holder"; sleep 3; [ -d "$left" ] || echo "nothing is left to sweep"
          mkdir -p tap2deb-root-mine00 tap2deb-root-mine01/root; echo x >tap2deb-root-mine01/root/x; : >tap2deb-root-mine01/lock
          hold "$1" true; [ ! -e "$left" ] && [ -z "$(groups)" ] || { echo left; ls; groups; }
          [ -d tap2deb-root-mine00 ] || echo "took a stranger's"
          mount | grep "$TMPDIR"; pgrep -x -f 'sleep 3.33'
          true
          """
        var program = Privilege.command(
          "env", ["TMPDIR=\(folder)", "sh", "-c", script, "sh", RootHolder.script("hold-root")])
        program.timeout = .seconds(60)
        let result = try program.run()
        #expect(result.succeeded && result.output.isEmpty, "\(result)")
      }
    }
  }
}
