import Foundation
import TestSupport

/// What a Debian root file system is made of.
///
/// mmdebstrap makes it once a week and recipe; the tarball is kept outside the repository.
struct RootRecipe: Sendable {
  let name: String
  let packages: [String]
  /// Shell commands run at the end, with the root as `$1` (mmdebstrap's `--customize-hook`).
  var hooks: [String] = []
  var suite = usualSuite

  static let usualSuite = "bookworm"

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
  /// Boots with System V init. Nothing answers on a terminal in nspawn, so inittab gets no getty.
  static let sysvinit = RootRecipe(
    name: "sysvinit", packages: common + ["sysvinit-core"], hooks: [#"sed -i '/getty/d' "$1/etc/inittab""#])

  /// Runs the tests that packages bring.
  static let testing = RootRecipe(
    name: "testing", packages: ["adduser", "autopkgtest", "debhelper", "dpkg-dev", "python3-twisted"])

  /// Builds packages, like a machine of Debian's own: what every build needs, and debhelper.
  static let building = RootRecipe(name: "building", packages: ["build-essential", "debhelper", "fakeroot"])

  /// The next release of Debian: rpm 4.20, in which scriptlets have no network.
  static let trixie = RootRecipe(
    name: "trixie", packages: ["curl", "cpio", "init-system-helpers", "iproute2", "procps", "python3-twisted", "rpm"],
    suite: "trixie")

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
  func tarball() throws -> String {
    let path = cachedPath
    if FileManager.default.fileExists(atPath: path) { return path }
    let folder = Self.cache
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let partial = "\(folder)/partial-\(ProcessInfo.processInfo.processIdentifier).tar"
    defer { try? FileManager.default.removeItem(atPath: partial) }

    print("making the Debian root '\(name)', once a week: \(path)")
    let apt = try AptConfiguration.ofHost(for: suite)
    var program = Privilege.command("mmdebstrap", arguments(for: apt) + [suite, partial] + apt.sources)
    program.timeout = .seconds(900)
    try program.run().successful()
    for old in try FileManager.default.contentsOfDirectory(atPath: folder) where old.hasPrefix("\(name)-") {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(old)")
    }
    try FileManager.default.moveItem(atPath: partial, toPath: path)
    return path
  }

  /// Whether a root can be had: there is one already, or a mirror answers.
  var isAvailable: Bool {
    FileManager.default.fileExists(atPath: cachedPath) || AptConfiguration.archiveAnswers
  }

  private func arguments(for apt: AptConfiguration) -> [String] {
    ["--quiet", "--mode=root", "--variant=minbase", "--include=\(packages.joined(separator: ","))"]
      // The root is thrown away: no need to wait for the disk at each file.
      + ["--dpkgopt=force-unsafe-io"]
      + apt.options.map { "--aptopt=\($0)" }
      + hooks.map { "--customize-hook=\($0)" }
  }

  private var cachedPath: String {
    let week = Int(Date().timeIntervalSince1970) / (7 * 24 * 3600)
    let recipe = ([suite, name] + packages + hooks).joined(separator: "\n")
    // FNV-1a: only has to tell recipes apart.
    let hash = recipe.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "\(Self.cache)/\(name)-\(String(hash, radix: 16))-\(week).tar"
  }

  private static var cache: String {
    let environment = ProcessInfo.processInfo.environment
    let base = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(NSHomeDirectory())/.cache"
    return "\(base)/tap2deb"
  }
}
