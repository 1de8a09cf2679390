import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// What the pages have a reader do as an administrator, in a fresh Debian that has the tools and nothing of Twisted.
  @Suite(.enabled(if: wantsEverything, "booting is for `make check-system`"))
  struct DocumentedSystemTests {
    /// README.md, the tutorial, the first run and others.
    static var pages: [Page] {
      get throws { try Page.all.filter(\.needsRoot) }
    }

    @Test(.timeLimit(.minutes(10)), arguments: try pages)
    func everyCommandDoesWhatThePageSays(page: Page) throws {
      let root = try BootedRoot(.newcomer)
      try Self.installTools(into: root)
      let run = PageRun(page, places: ["", "root"])
      try withTemporaryFolder { folder in
        try Data(run.script.utf8).write(to: URL(filePath: "\(folder)/page"))
        try root.copy("\(folder)/page", to: "/home/ada/page")
      }
      let result = try root.shell(
        """
        chmod 644 /home/ada/page; mkdir -p /home/ada/work; chown ada: /home/ada/work; cd /home/ada/work
        echo "127.0.1.1 $(hostname)" >>/etc/hosts; apt-get update >/dev/null
        exec runuser -u ada -- env -i HOME=/home/ada USER=ada TERM=dumb COLUMNS=80 PAGER=cat EDITOR=true \\
          DEBIAN_FRONTEND=noninteractive PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \\
          script -qefc 'bash ../page' /dev/null
        """)
      #expect(run.problems(in: result) == [])
    }

    /// A newcomer is done with three commands, in five minutes.
    @Test func theFirstRunIsShort() throws {
      let page = try Page("docs/first-run.md")
      let commands = page.blocks.filter { $0.place == "root" }.flatMap(\.lines).filter { $0.hasPrefix("$ ") }
      #expect(commands.count <= 3 && commands.count > 0)
    }

    /// The programs as they were built, with what they load of Swift's.
    private static func installTools(into root: BootedRoot) throws {
      let libraries = try TestSupport.run("ldd", Places.tap2deb).successful().output.split(separator: "\n")
        .compactMap { line in line.firstMatch(of: #/ => (\S*swift\S*) /#).map { String($0.1) } }
      for library in Set(libraries) {
        try root.copy(library, to: "/usr/local/lib/\(URL(filePath: library).lastPathComponent)")
      }
      for tool in [Places.tap2deb, Places.tap2rpm, Places.tapconvert, Places.mktap] {
        try root.copy(tool, to: "/usr/local/bin/\(URL(filePath: tool).lastPathComponent)")
      }
      try root.shell("chmod 755 /usr/local/bin/*; ldconfig; tap2deb --version").successful()
    }
  }
}

extension RootRecipe {
  /// A machine that somebody has just installed, with an account that may use sudo. What the pages' packages depend on can be had
  /// by apt, without a network.
  static let newcomer = RootRecipe(
    name: "newcomer", suite: usualSuite,
    packages: [
      "adduser", "curl", "dbus", "init-system-helpers", "iproute2", "procps", "rpm", "sudo", "systemd-sysv",
      "sysvinit-utils",
    ],
    hooks: [
      """
      APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get --yes --download-only -oDPkg::Chroot-Directory="$1" install \
        python3-twisted python3-yaml python3-jinja2
      """,
      #"mkdir -p "$1/srv/packages" && mv "$1"/var/cache/apt/archives/*.deb "$1/srv/packages""#,
      #"cd "$1/srv/packages" && dpkg-scanpackages --multiversion . >Packages"#,
      #"rm -f "$1"/etc/apt/sources.list.d/* && echo 'deb [trusted=yes] file:/srv/packages ./' >"$1/etc/apt/sources.list""#,
      #"chroot "$1" useradd --create-home --groups adm --shell /bin/bash ada"#,
      #"echo 'ada ALL=(ALL) NOPASSWD: ALL' >"$1/etc/sudoers.d/ada""#,
    ])
}
