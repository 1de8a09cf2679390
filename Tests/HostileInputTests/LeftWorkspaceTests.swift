import Foundation
import TestSupport
import Testing

/// What a run leaves in `TMPDIR` that is killed with all it started, and what the next run makes of it.
@Suite struct LeftWorkspaceTests {
  /// Killed at a call in the middle of the build.
  @Test(arguments: Format.allCases, ["mkdir", "rename", "utimensat"])
  func areRemovedByTheNextRun(format: Format, call: String) throws {
    try HostileBench.with { bench in
      // The first workspace of a .deb is gzip's alone, and gone soon.
      let count = call == "mkdir" ? 4 : 2
      // Programs of the run hold nothing that keeps its workspace.
      let killed = try bench.call(
        format, "-q -t web.tac",
        under: ["strace", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(count)"])
      #expect(killed.status != 0)
      #expect(!bench.leftovers.isEmpty, "\(killed)")
      let next = try bench.call(format, "-q -t web.tac")
      #expect(next.status == 0, "\(next)")
      #expect(bench.leftovers.isEmpty, "\(bench.leftovers)")
    }
  }

  /// A run that is stopped keeps its workspace; once it is killed, the next run removes it.
  @Test(arguments: Format.allCases)
  func areKeptWhileTheirOwnerLives(format: Format) throws {
    try HostileBench.with { bench in
      let packer = format == .deb ? "dpkg-deb" : "rpmbuild"
      let script =
        "#!/bin/sh\n[ -e \(bench.folder)/once ] && exec /usr/bin/\(packer) \"$@\"\n: >\(bench.folder)/once; exec sleep 60\n"
      try run("sh", "-c", "cat >\"$1\"; chmod +x \"$1\"", "sh", "\(bench.folder)/bin/\(packer)", feeding: script)
        .successful()
      let result = try bench.call(
        format, "-q -t web.tac",
        before: """
          "$0" -q -t web.tac -o slow & first=$!
          until [ -e "\(bench.folder)/once" ]; do sleep 0.05; done
          "$0" -q -t web.tac -o fast || exit 9
          ls "$TMPDIR" >between
          kill -KILL $first; wait $first 2>/dev/null
          """)
      #expect(result.status == 0, "\(result)")
      let between = try String(contentsOfFile: "\(bench.work)/between", encoding: .utf8)
      #expect(between.split(separator: "\n").count == 1, "\(between)")
      #expect(bench.leftovers.isEmpty, "\(bench.leftovers)")
    }
  }

  /// Folders that only look like workspaces stay, and nothing is reached through links.
  @Test(arguments: Format.allCases)
  func areNothingElse(format: Format) throws {
    try HostileBench.with { bench in
      let others = """
        cd "$TMPDIR"; umask 022
        mkdir tap2deb-master tap2deb-branch; echo mine >tap2deb-master/README; mkdir -m 700 tap2deb-Ab12Cd; echo mine >tap2deb-Ab12Cd/x
        mkdir -m 700 target; echo mine >target/x; : >target/.tap2deb-lock; ln -s target tap2deb-linked
        mkdir -m 700 tap2deb-links0; ln -s ../target/.tap2deb-lock tap2deb-links0/.tap2deb-lock; echo mine >tap2deb-links0/x
        mkdir -m 700 tap2deb-fifo00; mkfifo tap2deb-fifo00/.tap2deb-lock; mkfifo tap2deb-pipe00; echo mine >tap2deb-filef0
        mkdir -m 700 tap2deb-held00; : >tap2deb-held00/.tap2deb-lock
        mkdir -m 700 tap2deb-left00; : >tap2deb-left00/.tap2deb-lock; ln -s ../target tap2deb-left00/link; mkdir tap2deb-left00/a; echo x >tap2deb-left00/a/b
        mkdir -m 700 tap2deb-left01.ended; : >tap2deb-left01.ended/.tap2deb-lock
        find . | sort | grep -v left0 >../before; cd "$OLDPWD"
        flock "$TMPDIR/tap2deb-held00/.tap2deb-lock" sleep 20 &
        while flock -n "$TMPDIR/tap2deb-held00/.tap2deb-lock" true; do sleep 0.05; done
        """
      let result = try bench.call(format, "-q -t web.tac", before: others)
      #expect(result.status == 0, "\(result)")
      let after = try run("sh", "-c", "cd \"$0/tmp\"; find . | sort", bench.folder).successful().output
      #expect(try after == String(contentsOfFile: "\(bench.folder)/before", encoding: .utf8))
    }
  }
}

/// Runs a program that reads a text.
private func run(_ name: String, _ arguments: String..., feeding text: String) throws -> ProgramResult {
  var program = Program(name, arguments)
  program.input = Data(text.utf8)
  return try program.run()
}
