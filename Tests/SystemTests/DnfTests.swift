import TestSupport
import Testing
import Verification

extension SystemTests {
  /// dnf with a repository of its own, as people install an .rpm; its relations are looked at, too.
  @Suite(.enabled(if: wantsEverything, "dnf's root is for `make check-system`"))
  struct DnfTests {
    /// The root is Debian's, so one package stands for what an RPM system has.
    private static let base = """
      Name: base-of-this-test
      Version: 1
      Release: 1
      Summary: What a system of RPM has
      License: MIT
      BuildArch: noarch
      Provides: python3dist(twisted) = 22.4
      Provides: /bin/sh /usr/bin/twistd /usr/sbin/useradd /usr/sbin/groupadd /usr/bin/setpriv
      %description
      What a system of RPM has.
      %files
      """

    @Test(.timeLimit(.minutes(20)))
    func installsUpgradesAndRemoves() throws {
      try LifecycleBuild.with(.rpm) { packages in
        let root = try DebianRoot(.dnf)
        try root.run("mkdir", "-p", "/srv/repo", "/run/lock/subsys", "/etc/sysconfig", "/etc/yum.repos.d").successful()
        for variant in [LifecycleBuild.Variant.first, .second] {
          try root.copy(#require(packages[variant]), to: "/srv/repo/\(variant.rawValue).rpm")
        }
        try root.shell(
          """
          set -e
          ln -s twistd3 /usr/bin/twistd
          cat >/root/base.spec <<'END'
          \(Self.base)
          END
          rpmbuild -bb --quiet --define '_rpmdir /srv/repo' /root/base.spec
          createrepo_c --quiet /srv/repo
          printf '[local]\\nname=local\\nbaseurl=file:///srv/repo\\ngpgcheck=0\\n' >/etc/yum.repos.d/local.repo
          """
        ).successful()
        func dnf(_ words: String) throws {
          try root.shell("dnf --assumeyes --quiet --releasever=1 \(words)").successful()
        }
        func answer() throws -> String {
          var answer = ""
          try? waitUntil("the answer", timeout: .seconds(20)) {
            answer = try root.run("curl", "--silent", "--fail", "http://127.0.0.1:8080/").output
            return !answer.isEmpty
          }
          return answer
        }
        try dnf("install twisted-web-1.0")
        try root.run("/etc/init.d/twisted-web", "start").successful()
        #expect(try answer() == "v1")
        try dnf("upgrade twisted-web")
        #expect(try answer() == "v2")
        try dnf("downgrade twisted-web")
        #expect(try answer() == "v1")
        try dnf("check")
        try dnf("remove twisted-web")
        #expect(try root.shell("pgrep -f '[p]refix=twisted-web'").output.isEmpty)
        #expect(try root.shell("ls -d /etc/*/twisted-web* /var/lib/twisted-web /run/twisted-web").output.isEmpty)
      }
    }
  }
}
