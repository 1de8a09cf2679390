import TestSupport
import Testing

/// Repositories that name programs, lead elsewhere or hold what is no repository: none of it runs, hangs or is followed.
@Suite struct HostileRepositoryTests {
  struct Trap: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let script: String
    /// The beginning of the version, or of what is refused.
    var version = "1.0"
    var history: String?
    var folder = ""
  }

  /// A file of the commit that looks changed, so that git would read it.
  private static let touched = "git tag v1.0; touch -d 2001-01-01 web.tac\n"
  private static let partial = """
    git config core.repositoryformatversion 1; git config extensions.partialClone origin
    git config remote.origin.promisor true; git config remote.origin.url "$PWD/.git"
    git config remote.origin.uploadpack "$TRAP; git-upload-pack"
    drop() { o=$(git rev-parse "$1"); rm -f ".git/objects/${o:0:2}/${o:2}"; }

    """

  static let programs = [
    Trap(
      testDescription: "clean filter",
      script: touched + "git config filter.x.clean \"$TRAP; cat\"; echo '* filter=x' >.git/info/attributes"),
    Trap(
      testDescription: "process filter",
      script: touched + "git config filter.x.process \"$TRAP; false\"; echo '* filter=x' >.gitattributes"),
    Trap(
      testDescription: "required smudge filter",
      script: touched
        + "git config filter.x.required true; git config filter.x.smudge \"$TRAP; cat\"; git config filter.x.clean \"$TRAP; cat\"; echo '* filter=x' >.gitattributes; echo y >>web.tac",
      version: "1.0+0.g"),
    Trap(
      testDescription: "hooks",
      script: touched
        + "for h in post-index-change fsmonitor-watchman reference-transaction post-checkout pre-auto-gc; do printf '#!/bin/sh\\n%s\\n' \"$TRAP\" >.git/hooks/$h; chmod +x .git/hooks/$h; done"
    ),
    Trap(
      testDescription: "hooks elsewhere",
      script: touched
        + "mkdir h; printf '#!/bin/sh\\n%s\\n' \"$TRAP\" >h/post-index-change; chmod +x h/post-index-change; git config core.hooksPath \"$PWD/h\""
    ),
    Trap(testDescription: "file system monitor", script: touched + "git config core.fsmonitor \"$TRAP\""),
    Trap(
      testDescription: "pager",
      script: touched
        + "git config core.pager \"$TRAP\"; git config pager.log \"$TRAP\"; git config pager.describe \"$TRAP\"; git config pager.tag \"$TRAP\""
    ),
    Trap(
      testDescription: "aliases",
      script: touched
        + "for a in describe rev-list for-each-ref update-index diff-index log; do git config alias.$a \"!$TRAP\"; done"
    ),
    Trap(
      testDescription: "signature program",
      script:
        "t=$(git write-tree); c=$(printf 'tree %s\\nparent %s\\nauthor A <a@b.c> 1700000001 +0000\\ncommitter A <a@b.c> 1700000001 +0000\\ngpgsig -----BEGIN PGP SIGNATURE-----\\n \\n x\\n -----END PGP SIGNATURE-----\\n\\nsigned\\n' $t $(git rev-parse HEAD) | git hash-object -t commit -w --stdin); git update-ref HEAD $c; git config log.showSignature true; git config gpg.program \"$RAN.sh\"; printf '#!/bin/sh\\n%s\\n' \"$TRAP\" >$RAN.sh; chmod +x $RAN.sh\n"
        + touched),
    Trap(
      testDescription: "diff and textconv",
      script: touched
        + "git config diff.external \"$TRAP\"; git config diff.x.textconv \"$TRAP\"; git config diff.x.command \"$TRAP\"; echo '* diff=x' >.gitattributes; echo y >>web.tac",
      version: "1.0+0.g"),
    Trap(
      testDescription: "included configuration",
      script: touched
        + "printf '[core]\\n\\tfsmonitor = %s\\n' \"$TRAP\" >.git/more; git config include.path more; git config includeIf.gitdir:/.path more"
    ),
    Trap(
      testDescription: "configuration of the worktree",
      script: touched + "git config extensions.worktreeConfig true; git config --worktree core.fsmonitor \"$TRAP\""),
    Trap(
      testDescription: "ssh, proxies and credentials",
      script: partial
        + "git config remote.origin.url ssh://example.invalid/x; git config core.sshCommand \"$TRAP\"; git config core.gitProxy \"$TRAP\"; git config credential.helper \"!$TRAP\"; git config core.askPass \"$TRAP\"; drop 'HEAD^{tree}'\n"
        + touched),
    Trap(
      testDescription: "trace into a file",
      script: touched + "git config trace2.eventTarget $RAN; git config trace2.normalTarget $RAN"),
    Trap(
      testDescription: "lazy fetch of a tree",
      script: "git tag v1.0\n" + partial + "drop 'HEAD^{tree}'; echo y >>web.tac"),
    Trap(
      testDescription: "lazy fetch of a commit",
      script: "git commit -q --allow-empty -m second; git tag v1.0; git commit -q --allow-empty -m third\n" + partial
        + "drop HEAD^^",
      version: "1.0+1.g", history: "refused: git cannot tell"),
    Trap(
      testDescription: "lazy fetch of a tag",
      script: "git tag -am x v1.0; git pack-refs --all\n" + partial + "drop v1.0",
      version: "refused: git cannot tell", history: "refused: git cannot tell"),
    Trap(
      testDescription: "remote helper",
      script: "git tag v1.0\n" + partial
        + "git config remote.origin.url 'ext::sh -c touch%S$RAN'; git config protocol.ext.allow always; git config remote.origin.vcs ext; drop 'HEAD^{tree}'; echo y >>web.tac"
    ),
    Trap(
      testDescription: "submodule with a configuration of its own",
      script:
        "git init -q s; git -C s commit -qm s --allow-empty; git -c protocol.file.allow=always submodule --quiet add ./s s 2>/dev/null || git add s; git commit -qm sub; git tag v1.0; git -C s commit -q --allow-empty -m t; git -C s config core.fsmonitor \"$TRAP\"; git -C s config filter.x.clean \"$TRAP\"; echo '* filter=x' >s/.gitattributes; printf '[submodule \"s\"]\\n\\tpath = s\\n\\tupdate = !%s\\n' \"$TRAP\" >>.git/config"
    ),
    Trap(
      testDescription: "work tree elsewhere", script: touched + "git config core.worktree /; git config core.bare false"
    ),
  ]

  private static let submodule = """
    git tag v1.0; cd ..; git init -q s; git -C s commit -qm secret --allow-empty; git -C s tag v7.7; cd r
    git -c protocol.file.allow=always submodule --quiet add ../s other; git commit -qm sub

    """

  static let places = [
    Trap(
      testDescription: "bare repository among the files",
      script:
        "git tag v1.0; mkdir app; cd app; git init -q --bare .; git config core.bare false; git config core.worktree .; git config filter.x.clean \"$TRAP; cat\"; mkdir -p info; echo '* filter=x' >info/attributes; touch x.tac",
      folder: "/app"),
    Trap(
      testDescription: "another's repository",
      script:
        "git tag v9.9; cd ..; mkdir other; cd other; git init -q; git commit -qm secret --allow-empty; git tag v7.7; mkdir ../r/app; echo \"gitdir: $PWD/.git\" >../r/app/.git",
      version: "refused: ", history: "refused: ", folder: "/app"),
    Trap(
      testDescription: "another's worktree",
      script:
        "cd ..; git init -q other; cd other; git commit -qm secret --allow-empty; git tag v7.7; git worktree add -q ../w 2>/dev/null; mkdir ../r/app; cp ../w/.git ../r/app/.git",
      version: "refused: ", history: "refused: ", folder: "/app"),
    Trap(
      testDescription: "another submodule's part of the repository",
      script: submodule + "mkdir app; echo 'gitdir: ../.git/modules/other' >app/.git",
      version: "refused: ", history: "refused: ", folder: "/app"),
    Trap(
      testDescription: "a submodule's part by a link",
      script: submodule + "ln -s .git/modules/other x; mkdir app; echo 'gitdir: ../x' >app/.git",
      version: "refused: ", history: "refused: ", folder: "/app"),
    Trap(
      testDescription: "a sibling's submodule",
      script: submodule + "mkdir ../s2; echo 'gitdir: ../r/.git/modules/other' >../s2/.git",
      version: "refused: ", history: "refused: ", folder: "/../s2"),
    Trap(
      testDescription: "link to another's repository",
      script:
        "cd ..; git init -q other; cd other; git commit -qm secret --allow-empty; git tag v7.7; mkdir ../r/app; ln -s $PWD/.git ../r/app/.git",
      version: "refused: ", history: "refused: ", folder: "/app"),
    Trap(
      testDescription: "objects of another repository",
      script:
        "cd ..; git init -q other; cd other; git commit -qm secret --allow-empty; c=$(git rev-parse HEAD); cd ../r; echo $PWD/../other/.git/objects >.git/objects/info/alternates; echo $c >.git/refs/tags/v7.7; echo $c >.git/refs/heads/main",
      version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "linked objects",
      script:
        "cd ..; git init -q other; cd other; git commit -qm secret --allow-empty; c=$(git rev-parse HEAD); cd ../r; ln -s $PWD/../other/.git/objects/${c:0:2} .git/objects/ || cp -rs $PWD/../other/.git/objects/${c:0:2} .git/objects/; echo $c >.git/refs/heads/main",
      version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "linked tags",
      script:
        "git tag v1.0; mkdir ../t; mv .git/refs/tags/v1.0 ../t/; rmdir .git/refs/tags; ln -s $PWD/../t .git/refs/tags",
      version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "linked packed references",
      script: "git tag v1.0; git pack-refs --all; mv .git/packed-refs ..; ln -s $PWD/../packed-refs .git/packed-refs",
      version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "linked HEAD", script: "git tag v1.0; mv .git/HEAD ..; ln -s ../../HEAD .git/HEAD",
      version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "HEAD that leads out",
      script: "git tag v1.0; echo 'ref: refs/heads/../../../../etc/hostname' >.git/HEAD", version: "refused: ",
      history: "refused: "),
    Trap(
      testDescription: "FIFO for HEAD", script: "rm .git/HEAD; mkfifo .git/HEAD", version: "refused: ",
      history: "refused: "),
    Trap(
      testDescription: "FIFO for an object",
      script: "o=$(git rev-parse HEAD); f=.git/objects/${o:0:2}/${o:2}; rm -f $f; mkfifo $f", version: "refused: ",
      history: "refused: "),
    Trap(testDescription: "FIFO for a tag", script: "git tag v1.0; mkfifo .git/refs/tags/v2.0"),
    Trap(
      testDescription: "FIFO for the index", script: "git tag v1.0; rm .git/index; mkfifo .git/index",
      version: "refused: ", history: "1.0: first"),
    Trap(testDescription: "FIFO for a file", script: "git tag v1.0; rm web.tac; mkfifo web.tac", version: "1.0+0.g"),
    Trap(
      testDescription: "replaced commit",
      script: "git tag v1.0; c=$(git commit-tree -m forged 'HEAD^{tree}'); git replace HEAD $c", history: "1.0: first"),
    Trap(
      testDescription: "grafts",
      script: "git tag v1.0; git commit -qm second --allow-empty; git rev-parse HEAD >.git/info/grafts",
      version: "1.0+1.g", history: "1.0: first"),
    Trap(
      testDescription: "no commit", script: "git checkout -q --orphan none", version: "refused: ", history: "refused: "),
    Trap(
      testDescription: "reftable", script: "git tag v1.0; mkdir .git/reftable", version: "refused: ",
      history: "refused: "),
    Trap(
      testDescription: "packed references that are none",
      script: "git tag v1.0; head -c 10000 /dev/urandom >.git/packed-refs; echo x >>.git/packed-refs",
      version: "refused: ", history: "refused: "),
    Trap(testDescription: "index that is none", script: "git tag v1.0; head -c 10000 /dev/zero >.git/index"),
    Trap(
      testDescription: "pack that is none",
      script:
        "git tag v1.0; head -c 100000 /dev/urandom >.git/objects/pack/pack-$(git rev-parse HEAD).pack; head -c 100000 /dev/urandom >.git/objects/pack/pack-$(git rev-parse HEAD).idx"
    ),
    Trap(
      testDescription: "commit graph that is none",
      script: "git tag v1.0; head -c 10000 /dev/zero >.git/objects/info/commit-graph"),
    Trap(
      testDescription: "names of tags that mean something to others",
      script:
        "c=$(git rev-parse HEAD); for n in '--output=1.5' '$(touch ran)-1.6' '%{lua}1.7'; do printf '%s refs/tags/%s\\n' $c \"$n\"; done >.git/packed-refs; printf '%s refs/tags/\\xff1.8\\n' $c >>.git/packed-refs; git tag -f v1.0 >/dev/null"
    ),
    Trap(
      testDescription: "dates that cannot be",
      script:
        "t=$(git write-tree); c=$(printf 'tree %s\\nauthor A <a@b.c> 99999999999999999999 +0000\\ncommitter A <a@b.c> -5 +9999\\n\\nold\\n' $t | git hash-object --literally -t commit -w --stdin); echo $c | tee .git/refs/heads/main >.git/refs/tags/v1.0",
      history: "1.0: old"),
  ]

  @Test(arguments: programs + places)
  func nothingRuns(trap: Trap) throws {
    try SampleRepository.with(trap.script) { repository in
      let answer = repository.ask(in: trap.folder)
      #expect(!repository.hasRun)
      #expect(answer.version.hasPrefix(trap.version), "\(answer)")
      if let history = trap.history { #expect(answer.history.hasPrefix(history), "\(answer)") }
      #expect(!answer.history.contains("secret") && !answer.version.contains("7.7"), "\(answer)")
    }
  }

  /// A trap that git itself, asked as it comes, walks into: else the table above would prove nothing.
  @Test(
    arguments: programs.filter {
      ["clean filter", "hooks", "file system monitor", "lazy fetch of a tree"].contains($0.testDescription)
    })
  func theTrapsAreReal(trap: Trap) throws {
    try SampleRepository.with(trap.script) { repository in
      try repository.shell("git describe --tags --dirty || true")
      #expect(repository.hasRun)
    }
  }
}
