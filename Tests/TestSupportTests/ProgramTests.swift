import TestSupport
import Testing

@Suite struct ProgramTests {
  @Test func outputsStatusAndEnvironmentAreCaptured() throws {
    let result = try run(
      "sh", "-c", "echo \"$A:${HOME-none}\"; pwd; echo bad >&2; exit 3", environment: ["A": "b c", "HOME": nil],
      in: "/usr")
    #expect(result.output == "b c:none\n/usr\n")
    #expect(result.errors == "bad\n")
    #expect(result.ending == .exited(3))
    #expect(throws: ProgramFailure.self) { try result.successful() }
  }

  @Test func standardInputIsEmpty() throws {
    #expect(try run("cat").output.isEmpty)
  }

  @Test func theWholeProcessGroupDiesAtTheTimeout() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try run("sh", "-c", "echo $$; sleep 60 & sleep 60", timeout: .milliseconds(200))
    #expect(result.ending == .timedOut)
    #expect(clock.now - start < .seconds(10))
    let group = try #require(Int32(result.output.dropLast()))
    let left = try run("pgrep", "--pgroup", "\(group)", "--runstates", "RSDTI")
    #expect(left.output.isEmpty)
  }

  @Test func aDaemonWithOpenOutputsIsNotWaitedFor() throws {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try run("sh", "-c", "sleep 5 & echo done").output == "done\n")
    #expect(clock.now - start < .seconds(4))
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: SystemCallFailure.self) { try run("/no/such/program") }
  }

  @Test func aTemporaryFolderIsRemovedOnFailureToo() throws {
    struct Stop: Error {}
    var seen = ""
    #expect(throws: Stop.self) {
      try withTemporaryFolder { folder in
        seen = folder
        try run("touch", "\(folder)/file").successful()
        throw Stop()
      }
    }
    #expect(try !run("test", "-e", seen).succeeded)
    #expect(!seen.isEmpty)
  }

  @Test func aGoldenFileThatDiffersNamesTheLine() throws {
    // A file of its own: `make golden` runs this test too, and rewrites what differs.
    try withTemporaryFolder { folder in
      let up = Places.repository.split(separator: "/").map { _ in "../" }.joined()
      try run("sh", "-c", "printf 'one\\ntwo\\n' >\"$0/golden\"", folder).successful()
      let error = #expect(throws: GoldenMismatch.self) {
        try expectGolden("one\nthree\n", at: "\(up)\(folder.dropFirst())/golden")
      }
      #expect(error?.description.contains("line 2\n- two\n+ three") == true)
    }
  }
}
