import Diagnostics
import Foundation
import TestSupport
import Toolbox
import Verification

/// The systems that the tests run in.
extension RootRecipe {
  static let usualSuite = "bookworm"

  private init(name: String, packages: [String], hooks: [String] = []) {
    self.init(name: name, suite: Self.usualSuite, packages: packages, hooks: hooks)
  }

  /// The same of another suite.
  func of(_ suite: String) -> RootRecipe {
    RootRecipe(name: name, suite: suite, packages: packages, hooks: hooks)
  }

  private static let common = [
    "adduser", "curl", "init-system-helpers", "iproute2", "procps", "python3-twisted", "rpm", "sysvinit-utils",
  ]

  /// No init system runs: what a container or a chroot is to a package.
  static let plain = RootRecipe(name: "plain", packages: common)
  /// With what an application that speaks TLS needs.
  static let secure = RootRecipe(name: "secure", packages: common + ["python3-openssl", "python3-service-identity"])
  /// Has Python and nothing of Twisted.
  static let bare = RootRecipe(
    name: "bare",
    packages: ["adduser", "init-system-helpers", "iproute2", "procps", "python3", "rpm", "sysvinit-utils"])
  /// With what an application that speaks WebSocket imports.
  static let websocket = RootRecipe(name: "websocket", packages: common + ["python3-autobahn"])
  /// Boots with systemd.
  static let systemd = RootRecipe(name: "systemd", packages: common + ["dbus", "systemd-sysv"])
  /// Boots with systemd, and has what the example applications import.
  static let examples = RootRecipe(
    name: "examples",
    packages: common + ["dbus", "python3-autobahn", "python3-openssl", "python3-service-identity", "systemd-sysv"])
  /// Boots with System V init. Nothing answers on a terminal in nspawn, so inittab gets no getty.
  static let sysvinit = RootRecipe(
    name: "sysvinit", packages: common + ["sysvinit-core"], hooks: [#"sed -i '/getty/d' "$1/etc/inittab""#])

  /// Runs the tests that packages bring.
  static let testing = RootRecipe(
    name: "testing", packages: ["adduser", "autopkgtest", "debhelper", "dpkg-dev", "iproute2", "python3-twisted"])

  /// Builds packages, like a machine of Debian's own: what every build needs, and debhelper.
  static let building = RootRecipe(
    name: "building", packages: ["build-essential", "debhelper", "fakeroot", "iproute2"])

  /// The next release of Debian: rpm 4.20, in which scriptlets have no network.
  static let trixie = RootRecipe(
    name: "trixie", suite: "trixie",
    packages: ["curl", "cpio", "init-system-helpers", "iproute2", "procps", "python3-twisted", "rpm"])

  /// dnf, and what makes a repository for it.
  static let dnf = RootRecipe(name: "dnf", packages: common + ["createrepo-c", "dnf"])

  /// The rpmlint of the next release.
  static let rpmlint = RootRecipe(name: "rpmlint", suite: "trixie", packages: ["iproute2", "rpm", "rpmlint"])

  /// Makes bundled environments with its own Python, and has what wheels are made of.
  static let bundling = RootRecipe(
    name: "bundling",
    packages: common + [
      "dpkg-dev", "python3-packaging", "python3-pip", "python3-setuptools", "python3-typing-extensions", "python3-venv",
    ])

  /// Has packages that are not installed in a folder of its own, from which apt gets them without a network.
  static let repository = RootRecipe(
    name: "repository", packages: common,
    hooks: [
      """
      APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get --yes --download-only -oDPkg::Chroot-Directory="$1" install \
        python3-autobahn python3-treq python3-simplejson
      """,
      #"mkdir -p "$1/srv/packages" && mv "$1"/var/cache/apt/archives/*.deb "$1/srv/packages""#,
      #"cd "$1/srv/packages" && dpkg-scanpackages --multiversion . >Packages"#,
      #"rm -f "$1"/etc/apt/sources.list.d/* && echo 'deb [trusted=yes] file:/srv/packages ./' >"$1/etc/apt/sources.list""#,
    ])

  /// The path of the root's tarball, made now if there is none of this week.
  func tarball() throws -> String { try tarball(elevation: Privilege.elevation, Self.context) }

  /// Whether a root can be had: there is one already, or a mirror answers.
  var isAvailable: Bool {
    (try? FileManager.default.fileExists(atPath: place(Self.context.environment))) == true || Self.archiveAnswers
  }

  /// The archive that a suite comes from.
  static func archive(of suite: String = usualSuite) throws -> String {
    let sources = try context.withWorkspace { workspace throws(Failure) in
      try AptSources(of: suite, in: workspace, environment: workspace.environment(from: context)).sources
    }
    let line = sources.map { $0.split(separator: " ") }.first { $0.count > 2 && $0[2] == suite }
    struct NoArchive: Error {}
    guard let line else { throw NoArchive() }
    return String(line[1].hasSuffix("/") ? line[1].dropLast() : line[1])
  }

  /// Whether its release file can be downloaded, by apt's own transports and settings.
  private static let archiveAnswers: Bool =
    (try? withTemporaryFolder { folder in
      try run(
        "/usr/lib/apt/apt-helper", "-o", "Acquire::Retries=1", "download-file",
        "\(archive())/dists/\(usualSuite)/InRelease", "\(folder)/InRelease", timeout: .seconds(30)
      ).succeeded
    }) ?? false

  private static let context = BuildContext(
    environment: ProcessInfo.processInfo.environment, listener: MakingListener())
}

/// Tells which root is being made: it takes minutes.
private struct MakingListener: BuildListener {
  func tell(_ diagnostic: Diagnostic) {}
  func progress(_ text: String) { print(text) }
}
