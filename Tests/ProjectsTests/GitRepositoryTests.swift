import TestSupport
import Testing

/// Versions and histories as git tells them.
@Suite struct GitRepositoryTests {
  /// Histories with the arguments of git's own answer.
  static let histories = [
    "git tag v1.0", "git tag -am one v1.0", "git tag v1.0; git commit -qm b --allow-empty",
    "git tag v1.0; git tag v1.1; git tag -am x v1.2", "git tag v2.0; git tag v1.0",
    "export GIT_COMMITTER_DATE='@1700000001 +0000'; git tag -am a v1.9; export GIT_COMMITTER_DATE='@1700000002 +0000'; git tag -am b v1.10",
    "git tag nothing; git tag v1.0; git commit -qm b --allow-empty; git tag other",
    "git tag web/v1.0; git pack-refs --all; git commit -qm b --allow-empty",
    """
    git tag v1.0; git checkout -qb side; git commit -qm s --allow-empty; git tag v1.1-side; git checkout -q main
    git commit -qm m --allow-empty; git merge -q --no-ff -m merge side; git commit -qm n --allow-empty
    """,
    "git tag v1.0; git checkout -qb side; git commit -qm s --allow-empty; git tag v2.0; git checkout -q main; git commit -qm m --allow-empty",
    "git tag -am one v1.0; for i in 1 2 3; do git commit -qm $i --allow-empty; done; git repack -adq; git pack-refs --all",
    "git tag v1.0; git checkout -q HEAD~0",
    "git tag v1.0; git commit -qm b --allow-empty; git worktree add -q ../w; rm -rf .git/index; git read-tree HEAD",
    "echo z >z; git add z; git commit -qm z; git tag v1.0; echo y >>z", "git tag v1.0; touch -d 2001-01-01 web.tac",
    "git tag v1.0; rm web.tac", "git tag v1.0; echo new >new; git add new", "git tag v1.0; chmod +x web.tac",
  ]

  @Test(arguments: histories)
  func saysWhatGitSays(script: String) throws {
    try SampleRepository.with(script) { repository in
      let said = try run(
        "git", "describe", "--tags", "--long", "--dirty", "--match=*[0-9]*", in: "\(repository.folder)/r"
      ).successful().output
      let version = repository.ask().version
      let dirty = said.hasSuffix("-dirty\n")
      let words = said.dropLast(dirty ? 7 : 1).split(separator: "-")
      let tag = words.dropLast(2).joined(separator: "-")
      let bare = String(tag.drop { !$0.isNumber })
      let isAt = words[words.count - 2] == "0" && !dirty
      #expect(
        version == bare + (isAt ? "" : "+\(words[words.count - 2]).\(words[words.count - 1])\(dirty ? ".dirty" : "")"),
        "\(said)")
    }
  }

  @Test func findsTheRepositoryOfAWorktreeAndOfASubmodule() throws {
    let script = """
      git tag v1.0; git worktree add -q ../w 2>/dev/null; cd ../w; git commit -qm b --allow-empty; git tag v1.1; cd ../r
      git init -q ../s; git -C ../s commit -qm s --allow-empty; git -C ../s tag v3.0; git submodule --quiet add ../s sub
      git -C sub fetch -q --tags; mkdir -p sub/deep
      """
    try SampleRepository.with(script) { repository in
      #expect(repository.ask(in: "/../w").version == "1.1")
      #expect(repository.ask(in: "/sub/deep").version == "3.0")
      #expect(repository.ask().version.hasPrefix("1.0+0.g"))
    }
  }

  @Test func readsAShallowClone() throws {
    let script = """
      git tag v1.0; for i in 1 2 3; do git commit -qm $i --allow-empty; done; git tag v1.1; git commit -qm 4 --allow-empty
      cd ..; git clone -q --depth 2 --branch main "file://$PWD/r" c 2>/dev/null; git clone -q --depth 1 "file://$PWD/r" d 2>/dev/null
      """
    try SampleRepository.with(script) { repository in
      #expect(repository.ask(in: "/../c").version.hasPrefix("1.1+1.g"))
      #expect(repository.ask(in: "/../d").version.hasPrefix("0~git20231114.1.g"))
    }
  }

  @Test func readsSHA256() throws {
    let script = """
      cd ..; git init -q --object-format=sha256 s; cd s; git commit -qm x --allow-empty; git tag -am x v1.0
      git commit -qm y --allow-empty
      """
    try SampleRepository.with(script) { repository in
      let answer = repository.ask(in: "/../s")
      #expect(answer.version.hasPrefix("1.0+1.g") && answer.history == "1.0: x", "\(answer)")
    }
  }

  /// git makes UTF-8 of what is none, and takes blanks off the ends of subjects.
  @Test func takesSubjectsAsGitSaysThem() throws {
    let script = """
      printf 'ends with a return\\r\\n' >m; git commit -q --allow-empty --cleanup=verbatim -F m
      printf 'x\\xff\\n' >m; git commit -q --allow-empty --cleanup=verbatim -F m 2>/dev/null; git tag v1.0
      """
    try SampleRepository.with(script) { repository in
      #expect(repository.ask().history == "1.0: x\u{FF}, ends with a return, first")
    }
  }

  @Test func partsTheHistoryByTags() throws {
    let script = """
      git tag v1.0; git commit -qm 'commit 0000000000000000000000000000000000000000' --allow-empty
      git commit -qm 'two' --allow-empty; GIT_COMMITTER_DATE='@1700000009 +0000' git tag -am x v1.1
      git commit -qm after --allow-empty
      """
    try SampleRepository.with(script) { repository in
      #expect(
        repository.ask().history == "1.1: two, commit 0000000000000000000000000000000000000000\n1.0: first")
    }
  }
}
