import TestSupport
import Verification

/// The root is Debian's, so what belongs to an RPM system is made by hand: the path `/usr/bin/twistd`, folders of the
/// packages `filesystem` and `systemd`, and a database; that has nothing which provides `python3dist(twisted)`, hence
/// `--nodeps` wherever packages are installed.
extension DebianRoot {
  static let database = "/var/lib/rpm-of-this-test"

  static func likeRPM(_ recipe: RootRecipe = .plain) throws -> DebianRoot {
    let root = try DebianRoot(recipe)
    try root.run("ln", "-s", "twistd3", "/usr/bin/twistd").successful()
    try root.run("ln", "-s", "twist3", "/usr/bin/twist").successful()
    try root.run("mkdir", "-p", "/etc/sysconfig", "/usr/lib/sysusers.d", "/run/lock/subsys").successful()
    try root.run("rpmdb", "--dbpath", Self.database, "--initdb").successful()
    return root
  }

  /// What Debian's rpm asked for before it installs, and refuses from 4.20 on; a word of shell.
  static let force = "$(rpm --force-debian --version >/dev/null 2>&1 && echo --force-debian)"

  func rpm(_ arguments: String...) throws -> ProgramResult {
    let words = (["--nosignature", "--dbpath", Self.database] + arguments).map { "'\($0)'" }
    return try shell("rpm \(Self.force) \(words.joined(separator: " "))")
  }
}
